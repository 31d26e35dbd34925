"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from ..schemas import ListSchema
from .grade import Grade

class EduResourceGrades(ListSchema[Grade]):
    """School grades that a resource is made for"""
