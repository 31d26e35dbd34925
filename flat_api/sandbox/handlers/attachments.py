"""What is given along with assignments and submissions: scores, worksheets, links."""

from __future__ import annotations

from ...model.media_attachment import MediaAttachment
from .._context import Call
from .._database import Json
from .._resources import fitting
from ._finding import find_score
from .collaborators import share_with_group

_KINDS = {"score": "flat", "worksheet": "worksheet", "googleDriveFileId": "googleDrive", "url": "link"}
"""The types of attachments, by the property that says what is attached."""


def attached(call: Call, said: Json, group: str = "") -> Json:
    """Return the attachment that a body *said*; a score is shared with a *group* then. Raises HttpError, 404."""
    named = next((kind for name, kind in _KINDS.items() if said.get(name)), "link")
    made: Json = {"type": named, "title": said.get("url", "Attachment"), **said}
    if said.get("score"):
        score = find_score(call, str(said["score"]))
        made["title"] = score.data.get("title", "")
        if group and score.parent == call.user:
            share_with_group(call, score, group, write=said.get("sharingMode") == "write")
    return fitting(MediaAttachment, made)
