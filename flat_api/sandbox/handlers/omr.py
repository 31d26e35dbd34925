"""Optical music recognition: jobs that take their time, and end with a score."""

from __future__ import annotations

import base64
import binascii
import re
from functools import partial

from ...model.credit_transaction import CreditTransaction
from ...model.omr_job import OmrJob
from .._context import Answer, Call, answers, written_time
from .._database import Entry, Json, new_id
from .._errors import HttpError, not_found
from .._pagination import paged
from .._resources import DEFAULTS, Resource, remove
from ..formats.files import picture, rendered, written
from ..formats.tune import scale
from .collections import COLLECTION, ROOT, place_of
from .exports import passed
from .scores import add_score

CAPABILITIES = DEFAULTS["capabilities"]

ALLOWANCE = 10_000
"""Credits that every account has from the start; each page costs one."""

_KINDS = {
    b"%PDF": ("application/pdf", ".pdf"),
    b"\xff\xd8\xff": ("image/jpeg", ".jpg"),
    b"\x89PNG": ("image/png", ".png"),
}
_FORMATS = {"musicxml": "xml", "mxl": "mxl", "midi": "midi", "thumbnail.png": "thumbnail.png"}
"""The formats of exports, each with the name that the sandbox has for it."""


@answers
def get_omr_capabilities(call: Call) -> Json:
    return {
        **CAPABILITIES,
        "formats": list(_FORMATS),
        "acceptedMimeTypes": [media_type for media_type, _ in _KINDS.values()],
        "acceptedExtensions": [extension for _, extension in _KINDS.values()],
        "remainingCredits": _credits(call),
    }


def _credits(call: Call) -> int:
    spent = [entry.data for entry in call.store.entries("credit", call.user)]
    return ALLOWANCE + sum(int(credit["amount"]) for credit in spent if credit["state"] == "active")


CREDIT = Resource(
    kind="credit",
    path="/billing/credits/history",
    model=CreditTransaction,
    is_owned=True,
)


def _passed(call: Call, job: Entry) -> float:
    """Return the part of its time that a job that was started had, from 0 to 1."""
    return passed(job.facts["began"], call.world.task_seconds, call.world.clock())


def _settled(call: Call, job: Entry) -> Entry:
    """Let a job whose time has passed go on: to its question if there is one, to its score otherwise."""
    if job.data["status"] == "processing" and _passed(call, job) >= 1:
        asks = job.data["interactiveSteps"] and not job.facts.get("is_answered")
        if not asks:
            _finish(call, job)
        _change_status(call, job, "awaitingInput" if asks else "done")
    return job


def _finish(call: Call, job: Entry) -> None:
    """Put the score in the library, if that is where it goes."""
    result: Json = {"exports": list(_FORMATS)}
    job.data["importedMetadata"] = {"instruments": ["piano"], "numberMeasures": 2, "mainTempoQpm": 120}
    if job.data["output"] == "library":
        score = add_score(call, call.user, {"title": job.facts["title"], "privacy": "private"}, written(scale()))
        call.store.put_in(str(job.facts["collection"]), score.id)
        result["score"] = score.id
    job.data["result"] = result


def _show(call: Call, job: Entry) -> Json:
    status, files = job.data["status"], call.store.entries("job_file", job.id)
    pages = sum(file.facts["pages"] for file in files)
    shown: Json = {**job.data, "estimatedCredits": pages}
    if files:
        shown["originalFileMetadata"] = {"numberOfPages": pages, "fileCount": len(files), **files[0].data}
    if status == "processing":
        shown["progress"] = {"percent": min(99, int(100 * _passed(call, job))), "text": "Reading the pages"}
    if status == "done":
        shown["progress"] = {"percent": 100, "text": "Done"}
    if status == "awaitingInput":
        found = [{"index": 0, "partName": "Piano", "instrumentId": "piano", "instrumentName": "Piano"}]
        data = {"step": "details", "title": job.facts["title"], "instruments": found}
        shown |= {"currentStep": "details", "pendingStep": {"step": "details", "data": data}}
    return shown


JOB = Resource(
    kind="job",
    path="/omr/jobs",
    model=OmrJob,
    is_owned=True,
    begin=lambda call, parent: {
        "retention": {"expiryDate": written_time(call.world.clock() + CAPABILITIES["retentionDays"] * 86_400)}
    },
    show=_show,
    sees=lambda call, job: job.parent == call.user,
)


def _find(call: Call, status: str = "") -> Entry:
    """Return the job, as far as it is by now. Raises HttpError, 409, unless it has the *status*, if any is stated."""
    job = _settled(call, JOB.find(call))
    if status and job.data["status"] != status:
        raise HttpError(409, "WRONG_STATE", f"The job is {job.data['status']}, not {status}.", "job")
    return job


def _change_status(call: Call, job: Entry, status: str) -> None:
    job.data |= {"status": status, "modificationDate": call.now}
    call.store.save(job)


def _add_file(call: Call, job: Entry, file: Json) -> None:
    """Keep one more file of a job. Raises HttpError, 400."""
    files = call.store.entries("job_file", job.id)
    try:
        data = base64.b64decode("".join(str(file["file"]).split()), validate=True)
    except (binascii.Error, ValueError):
        raise HttpError(400, "INVALID_FILE", "The file is not base64.", "file") from None
    media_type, extension = next((found for head, found in _KINDS.items() if data.startswith(head)), ("", ""))
    if not media_type or len(data) > CAPABILITIES["maxFileSize"]:
        raise HttpError(400, "INVALID_FILE", "The file is not a PDF, JPEG or PNG file of 10 MiB at most.", "file")
    pages = max(1, len(re.findall(rb"/Type\s*/Page\b", data))) if extension == ".pdf" else 1
    most_files, most_pages = CAPABILITIES["maxFiles"], CAPABILITIES["maxPages"]
    if len(files) >= most_files or pages + sum(other.facts["pages"] for other in files) > most_pages:
        message = f"A job has {most_files} files and {most_pages} pages at most."
        raise HttpError(400, "TOO_MANY_PAGES", message, "file")
    name = str(file.get("filename") or f"page-{len(files) + 1}{extension}")
    facts = {"filename": name, "fileSize": len(data), "mimeType": media_type, "fileExtension": extension}
    entry = call.store.add(Entry("job_file", new_id(), facts, job.id, {"pages": pages}))
    call.store.put_file(entry.id, media_type, data)


def _start(call: Call, job: Entry) -> None:
    """Let a job begin, and pay for its pages. Raises HttpError: 400 for one without pages, 402 without credits."""
    pages = sum(file.facts["pages"] for file in call.store.entries("job_file", job.id))
    if not pages:
        raise HttpError(400, "NO_FILES", "The job has no pages yet.", "files")
    if pages > _credits(call):
        raise HttpError(402, "NOT_ENOUGH_CREDITS", f"It costs {pages} credits; {_credits(call)} are left.", "files")
    spent = CREDIT.make(call, CREDIT.place(call), {"amount": -pages, "feature": "omr", "job": job.id})
    job.facts |= {"began": call.world.clock(), "credit": spent.id}
    _change_status(call, job, "processing")
    _settled(call, job)


@answers
def create_omr_job(call: Call) -> Json:
    """Return a new job, or the one that was made with the same key before."""
    body = call.data
    key, collection = body.get("idempotencyKey"), str(body.get("collection") or ROOT)
    for entry in call.store.entries("job", call.user):
        if key is not None and entry.facts["key"] == key:
            return JOB.shown(call, _settled(call, entry))
    COLLECTION.find(call, collection)
    files = body.get("files", [])
    job = JOB.make(call, JOB.place(call), body)
    title = str(files[0].get("filename", "")).rpartition(".")[0] if files else ""
    job.facts = {"key": key, "collection": place_of(call, collection), "title": title or "Untitled"}
    call.store.save(job)
    for file in files:
        _add_file(call, job, file)
    if files and body.get("autoStart", True):
        _start(call, job)
    return JOB.shown(call, job)


@answers
def list_omr_jobs(call: Call) -> Answer:
    """Return a page of the jobs of the user; none of them has expired."""
    status = call.get("status")
    found = [_settled(call, entry) for entry in call.store.entries("job", call.user) if not call.get("expired")]
    wanted = [entry for entry in found if status in (None, entry.data["status"])]
    return paged(call, wanted, lambda entry: JOB.shown(call, entry))


@answers
def get_omr_job(call: Call) -> Json:
    """Return how far a job is; the answer doesn't wait for a change."""
    return JOB.shown(call, _find(call))


@answers
def delete_omr_job(call: Call) -> Json:
    """Delete a job, unless it is at work; return it once more."""
    job = _find(call)
    if job.data["status"] == "processing":
        raise HttpError(409, "JOB_RUNNING", "A job at work can't be deleted; cancel it first.", "job")
    last = JOB.shown(call, job)
    remove(call, job)
    return last


@answers
def add_omr_job_file(call: Call) -> Json:
    job = _find(call, "draft")
    _add_file(call, job, call.data)
    count = call.store.count("job_file", job.id)
    return {"fileIndex": count - 1, "fileCount": count}


@answers
def get_omr_job_file(call: Call) -> Answer:
    """Return a page: the picture that came, or one that stands for it where that isn't a JPEG file."""
    files, index = call.store.entries("job_file", _find(call).id), int(call["index"])
    pages = [file for file in files for _ in range(file.facts["pages"])]
    if not 0 <= index < len(pages):
        raise not_found("index", str(index))
    kept = call.store.file(pages[index].id)
    data = kept[1] if kept is not None and kept[0] == "image/jpeg" else picture("page.jpg")
    return Answer(file=lambda: data, media_type="image/jpeg", name=f"page-{index}.jpg")


@answers
def start_omr_job(call: Call) -> Json:
    """Let a job begin; one that did stays as it is."""
    job = _find(call)
    if job.data["status"] == "draft":
        _start(call, job)
    return JOB.shown(call, job)


@answers
def submit_omr_job_step(call: Call) -> Json:
    job = _find(call, "awaitingInput")
    title = call.data.get("title") or job.facts["title"]
    job.facts |= {"is_answered": True, "title": title, "began": call.world.clock()}
    _change_status(call, job, "processing")
    return JOB.shown(call, _settled(call, job))


@answers
def get_omr_job_export(call: Call) -> Answer:
    job, format = _find(call, "done"), str(call["format"])
    render = partial(rendered, written(scale()), _FORMATS[format], str(job.facts["title"]))
    return Answer(file=render, media_type="application/octet-stream", name=f"{job.id}.{format}")


@answers
def cancel_omr_job(call: Call) -> Json:
    """End a job; what it costs is given back if it was at work."""
    job = _find(call)
    if job.data["status"] in ("processing", "awaitingInput"):
        credit = call.store.find("credit", str(job.facts["credit"]))
        if credit is not None:
            credit.data |= {"state": "canceled", "modificationDate": call.now}
            call.store.save(credit)
    if job.data["status"] in ("draft", "processing", "awaitingInput"):
        _change_status(call, job, "canceled")
    return JOB.shown(call, job)
