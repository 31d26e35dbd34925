"""The model `EduResourceGrades`."""

from ..schemas import ListSchema
from .grade import Grade


class EduResourceGrades(ListSchema[Grade]):
    """School grades that a resource is made for"""
