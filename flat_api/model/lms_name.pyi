"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from ..schemas import EnumBase, StrSchema, value

class LmsName(EnumBase, StrSchema):
    """A learning management system (LMS) that can open Flat over LTI; `other` for any that is not listed"""

    CANVAS = value("canvas")
    MOODLE = value("moodle")
    SCHOOLOGY = value("schoology")
    BLACKBOARD = value("blackboard")
    DESIRE2LEARN = value("desire2learn")
    SAKAI = value("sakai")
    SCHOOLBOX = value("schoolbox")
    OTHER = value("other")
