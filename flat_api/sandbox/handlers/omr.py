"""Optical music recognition: jobs that take their time, and end with a score."""

from __future__ import annotations

import base64
import binascii
import re
from functools import partial

from ...apis.tags.omr_api import OMRApi
from ...model.credit_transaction import CreditTransaction
from ...model.omr_job import OmrJob
from .._context import Answer, Call, answers, written_time
from .._database import Entry, Json, new_id
from .._errors import HttpError, not_found
from .._pagination import paged
from .._resources import Resource, remove
from ..formats.files import rendered, written
from ..formats.pictures import jpeg
from ..formats.tune import scale
from ._finding import ROOT, find_collection, place_of
from .scores import add_score

ALLOWANCE = 10_000
"""Credits that every account has from the start; each page costs one."""

RETENTION_DAYS = 30
LARGEST_FILE = 10 << 20
MOST_FILES = 20
MOST_PAGES = 50

_KINDS = {
    b"%PDF": ("application/pdf", ".pdf"),
    b"\xff\xd8\xff": ("image/jpeg", ".jpg"),
    b"\x89PNG": ("image/png", ".png"),
}
_LOCALES = {"en": "English", "fr": "French", "de": "German", "es": "Spanish", "ja": "Japanese"}
_FORMATS = {"musicxml": "xml", "mxl": "mxl", "midi": "midi", "thumbnail.png": "thumbnail.png"}
"""The formats of exports, each with the name that the sandbox has for it."""


@answers(OMRApi.get_omr_capabilities)
def get_omr_capabilities(call: Call) -> Answer:
    """Return what there is, and how many credits are left."""
    return Answer(
        {
            "steps": ["details"],
            "formats": list(_FORMATS),
            "outputs": ["library", "musicxml"],
            "maxFiles": MOST_FILES,
            "maxPages": MOST_PAGES,
            "maxParallelJobs": 5,
            "maxFileSize": LARGEST_FILE,
            "acceptedMimeTypes": [media_type for media_type, _ in _KINDS.values()],
            "acceptedExtensions": [extension for _, extension in _KINDS.values()],
            "locales": list(_LOCALES),
            "localesDetails": [{"code": code, "name": name} for code, name in _LOCALES.items()],
            "costPerPage": 1,
            "remainingCredits": _credits(call),
            "retentionDays": RETENTION_DAYS,
        }
    )


def _credits(call: Call) -> int:
    paid = [entry.data for entry in call.store.entries("credit", call.user)]
    return ALLOWANCE + sum(int(credit["amount"]) for credit in paid if credit["state"] == "active")


CREDIT = Resource(
    kind="credit",
    model=CreditTransaction,
    operations={
        "list": OMRApi.list_billing_credits_history,
    },
    begin=lambda call, parent: {
        "type": "ai",
        "source": "subscription",
        "state": "active",
        "modificationDate": call.now,
    },
    sees=lambda call, entry: entry.parent == call.user,
)


def _begin(call: Call, parent: Entry) -> Json:
    return {
        "status": "draft",
        "output": "library",
        "interactiveSteps": [],
        "autoRotate": False,
        "modificationDate": call.now,
        "retention": {"expiryDate": written_time(call.world.clock() + RETENTION_DAYS * 86_400)},
    }


def _passed(call: Call, entry: Entry) -> float:
    """Return the part of its time that a job that was started had, from 0 to 1."""
    seconds = call.world.task_seconds
    return 1.0 if seconds <= 0 else min(1.0, max(0.0, (call.world.clock() - entry.facts["began"]) / seconds))


def _settled(call: Call, entry: Entry) -> Entry:
    """Let a job whose time has passed go on: to its question if there is one, to its score otherwise."""
    if entry.data["status"] == "processing" and _passed(call, entry) >= 1:
        asks = entry.data["interactiveSteps"] and not entry.facts.get("is_answered")
        entry.data["status"] = "awaitingInput" if asks else "done"
        if not asks:
            _finish(call, entry)
        entry.data["modificationDate"] = call.now
        call.store.save(entry)
    return entry


def _finish(call: Call, entry: Entry) -> None:
    """Put the score in the library, if that is where it goes."""
    result: Json = {"exports": list(_FORMATS)}
    entry.data["importedMetadata"] = {"instruments": ["piano"], "numberMeasures": 2, "mainTempoQpm": 120}
    if entry.data["output"] == "library":
        facts: Json = {"title": entry.facts["title"], "privacy": "private"}
        score = add_score(call, call.user, facts, written(scale()))
        call.store.put_in(str(entry.facts["collection"]), score.id)
        result["score"] = score.id
    entry.data["result"] = result


def _show(call: Call, entry: Entry) -> Json:
    status, files = entry.data["status"], call.store.entries("job_file", entry.id)
    pages = sum(file.facts["pages"] for file in files)
    shown: Json = {"estimatedCredits": pages}
    if files:
        shown["originalFileMetadata"] = {"numberOfPages": pages, "fileCount": len(files), **files[0].data}
    if status == "processing":
        shown["progress"] = {"percent": min(99, int(100 * _passed(call, entry))), "text": "Reading the pages"}
    if status == "done":
        shown["progress"] = {"percent": 100, "text": "Done"}
    if status == "awaitingInput":
        found = [{"index": 0, "partName": "Piano", "instrumentId": "piano", "instrumentName": "Piano"}]
        data = {"step": "details", "title": entry.facts["title"], "instruments": found}
        shown |= {"currentStep": "details", "pendingStep": {"step": "details", "data": data}}
    return shown


JOB = Resource(
    kind="job",
    model=OmrJob,
    begin=_begin,
    show=_show,
    sees=lambda call, entry: entry.parent == call.user,
)


def _find(call: Call) -> Entry:
    return _settled(call, JOB.find(call))


def _add_file(call: Call, job: Entry, file: Json) -> None:
    """Keep one more file of a job. Raises HttpError, 400."""
    files = call.store.entries("job_file", job.id)
    try:
        data = base64.b64decode("".join(str(file["file"]).split()), validate=True)
    except (binascii.Error, ValueError):
        raise HttpError(400, "INVALID_FILE", "The file is not base64.", "file") from None
    media_type, extension = next((found for head, found in _KINDS.items() if data.startswith(head)), ("", ""))
    if not media_type or len(data) > LARGEST_FILE:
        raise HttpError(400, "INVALID_FILE", "The file is not a PDF, JPEG or PNG file of 10 MiB at most.", "file")
    pages = max(1, len(re.findall(rb"/Type\s*/Page\b", data))) if extension == ".pdf" else 1
    if len(files) >= MOST_FILES or pages + sum(other.facts["pages"] for other in files) > MOST_PAGES:
        message = f"A job has {MOST_FILES} files and {MOST_PAGES} pages at most."
        raise HttpError(400, "TOO_MANY_PAGES", message, "file")
    name = str(file.get("filename") or f"page-{len(files) + 1}{extension}")
    told = {"filename": name, "fileSize": len(data), "mimeType": media_type, "fileExtension": extension}
    entry = call.store.add(Entry("job_file", new_id(), told, job.id, {"pages": pages}))
    call.store.put_file(entry.id, media_type, data)


def _start(call: Call, job: Entry) -> None:
    """Let a job begin, and pay for its pages. Raises HttpError: 400 for one without pages, 402 without credits."""
    pages = sum(file.facts["pages"] for file in call.store.entries("job_file", job.id))
    if not pages:
        raise HttpError(400, "NO_FILES", "The job has no pages yet.", "files")
    if pages > _credits(call):
        raise HttpError(
            402, "NOT_ENOUGH_CREDITS", f"The job costs {pages} credits; {_credits(call)} are left.", "files"
        )
    spent = CREDIT.make(call, Entry("user", call.user, {}), {"amount": -pages, "feature": "omr", "job": job.id})
    job.facts |= {"began": call.world.clock(), "credit": spent.id}
    _become(call, job, "processing")
    _settled(call, job)


def _become(call: Call, job: Entry, status: str) -> None:
    job.data |= {"status": status, "modificationDate": call.now}
    call.store.save(job)


@answers(OMRApi.create_omr_job)
def create_omr_job(call: Call) -> Answer:
    """A new job, or the one that was made with the same key before."""
    said = call.data
    key, collection = said.get("idempotencyKey"), str(said.get("collection") or ROOT)
    for entry in call.store.entries("job", call.user):
        if key is not None and entry.facts["key"] == key:
            return Answer(JOB.shown(call, _settled(call, entry)))
    find_collection(call, collection)
    files = said.get("files", [])
    job = JOB.make(call, Entry("user", call.user, {}), said)
    title = str(files[0].get("filename", "")).rpartition(".")[0] if files else ""
    job.facts = {"key": key, "collection": place_of(call, collection), "title": title or "Untitled"}
    call.store.save(job)
    for file in files:
        _add_file(call, job, file)
    if files and said.get("autoStart", True):
        _start(call, job)
    return Answer(JOB.shown(call, job))


@answers(OMRApi.list_omr_jobs, writes=True)
def list_omr_jobs(call: Call) -> Answer:
    """A page of the jobs of the user; none of them has expired."""
    status = call.get("status")
    found = [_settled(call, entry) for entry in call.store.entries("job", call.user) if not call.get("expired")]
    rows = [(entry.seq, JOB.shown(call, entry)) for entry in found if status in (None, entry.data["status"])]
    return paged(call, rows, JOB.sorts)


@answers(OMRApi.get_omr_job, writes=True)
def get_omr_job(call: Call) -> Answer:
    """Return how far a job is; the answer doesn't wait for a change."""
    return Answer(JOB.shown(call, _find(call)))


@answers(OMRApi.delete_omr_job)
def delete_omr_job(call: Call) -> Answer:
    """The job once more, which is gone, unless it is at work."""
    job = _find(call)
    if job.data["status"] == "processing":
        raise HttpError(409, "JOB_RUNNING", "A job at work can't be deleted; cancel it first.", "job")
    last = JOB.shown(call, job)
    remove(call, job)
    return Answer(last)


@answers(OMRApi.add_omr_job_file)
def add_omr_job_file(call: Call) -> Answer:
    """One more file."""
    job = _in_state(call, "draft")
    _add_file(call, job, call.data)
    count = call.store.count("job_file", job.id)
    return Answer({"fileIndex": count - 1, "fileCount": count})


def _in_state(call: Call, status: str) -> Entry:
    """Return the job, which is in a state. Raises HttpError, 409."""
    job = _find(call)
    if job.data["status"] != status:
        raise HttpError(409, "WRONG_STATE", f"The job is {job.data['status']}, not {status}.", "job")
    return job


@answers(OMRApi.get_omr_job_file, writes=True)
def get_omr_job_file(call: Call) -> Answer:
    """A page: the picture that came, or one that stands for it where that isn't a JPEG file."""
    files, index = call.store.entries("job_file", _find(call).id), int(call["index"])
    pages = [file for file in files for _ in range(file.facts["pages"])]
    if not 0 <= index < len(pages):
        raise not_found("index", str(index))
    kept = call.store.file(pages[index].id)
    data = kept[1] if kept is not None and kept[0] == "image/jpeg" else None
    return Answer(file=(lambda: data) if data is not None else jpeg, media_type="image/jpeg", name=f"page-{index}.jpg")


@answers(OMRApi.start_omr_job)
def start_omr_job(call: Call) -> Answer:
    """A job that has begun; one that had stays as it is."""
    job = _find(call)
    if job.data["status"] == "draft":
        _start(call, job)
    return Answer(JOB.shown(call, job))


@answers(OMRApi.submit_omr_job_step)
def submit_omr_job_step(call: Call) -> Answer:
    """A job that goes on."""
    job = _in_state(call, "awaitingInput")
    job.facts |= {"is_answered": True, "title": call.data.get("title") or job.facts["title"]}
    job.facts["began"] = call.world.clock()
    _become(call, job, "processing")
    return Answer(JOB.shown(call, _settled(call, job)))


@answers(OMRApi.get_omr_job_export, writes=True)
def get_omr_job_export(call: Call) -> Answer:
    """The score as a file."""
    job, format = _in_state(call, "done"), str(call["format"])
    render = partial(rendered, written(scale()), _FORMATS[format], str(job.facts["title"]))
    return Answer(file=render, media_type="application/octet-stream", name=f"{job.id}.{format}")


@answers(OMRApi.cancel_omr_job)
def cancel_omr_job(call: Call) -> Answer:
    """A job that is over; what it cost is given back if it was at work."""
    job = _find(call)
    if job.data["status"] in ("processing", "awaitingInput"):
        credit = call.store.find("credit", str(job.facts["credit"]))
        if credit is not None:
            credit.data |= {"state": "canceled", "modificationDate": call.now}
            call.store.save(credit)
    if job.data["status"] in ("draft", "processing", "awaitingInput"):
        _become(call, job, "canceled")
    return Answer(JOB.shown(call, job))
