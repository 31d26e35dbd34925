"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from ..schemas import ListBase, NoneBase, NoneTupleMixin, Schema

class ClassGroupIdsToApplyToAssignment(ListBase, NoneBase, Schema, NoneTupleMixin):
    """Unique identifiers of the groups of a class that an assignment is for; null for none"""
