"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from typing import ClassVar

from ..schemas import EnumBase, StrSchema

class LmsName(EnumBase, StrSchema):
    """A learning management system (LMS) that can open Flat over LTI; `other` for any that is not listed"""

    CANVAS: ClassVar[LmsName]
    MOODLE: ClassVar[LmsName]
    SCHOOLOGY: ClassVar[LmsName]
    BLACKBOARD: ClassVar[LmsName]
    DESIRE2LEARN: ClassVar[LmsName]
    SAKAI: ClassVar[LmsName]
    SCHOOLBOX: ClassVar[LmsName]
    OTHER: ClassVar[LmsName]
