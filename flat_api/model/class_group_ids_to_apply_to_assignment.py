"""The model `ClassGroupIdsToApplyToAssignment`."""

from ..schemas import ListBase, NoneBase, NoneTupleMixin, Schema, StrSchema


class ClassGroupIdsToApplyToAssignment(ListBase, NoneBase, Schema, NoneTupleMixin, items=StrSchema):
    """Unique identifiers of the groups of a class that an assignment is for; null for none"""
