"""Optical music recognition: jobs from their files to a score in the library."""

from __future__ import annotations

import base64

import pytest

from flat_api import exceptions
from flat_api.sandbox import Sandbox

from .music import PAGE

JPEG = base64.b64encode(b"\xff\xd8\xff a picture").decode()
PDF = base64.b64encode(b"%PDF-1.4 /Type /Pages /Type /Page /Type/Page endobj").decode()


def test_a_job_ends_with_a_score_in_the_library(flat):
    """The score is named after the file, and lies in the collection that was asked for."""
    collection = flat.collections.create_collection(body={"title": "Scans", "privacy": "private"}).id
    job = flat.omr.create_omr_job(body={"files": [{"file": PDF, "filename": "Waltz.pdf"}], "collection": collection})
    assert (job.status, job.originalFileMetadata.numberOfPages, job.estimatedCredits) == ("done", 2, 2)
    (score,) = flat.collections.list_collection_scores(collection=collection)
    assert (score.id, score.title) == (job.result.score, "Waltz")
    assert flat.omr.list_omr_jobs() == (job,)
    formats = {"musicxml": b"<?xml", "mxl": b"PK", "midi": b"MThd", "thumbnail.png": b"\x89PNG"}
    for name, head in formats.items():
        assert flat.omr.get_omr_job_export(job=job.id, format=name).startswith(head)
    assert flat.omr.delete_omr_job(job=job.id).id == job.id
    assert flat.omr.list_omr_jobs() == ()
    assert flat.scores.get_score(score=score.id).title == "Waltz"


def test_a_job_takes_its_time():
    """It is at work for as long as tasks take, can't be deleted meanwhile, and is done afterwards."""
    now = [1_700_000_000.0]
    with Sandbox(task_seconds=10, clock=lambda: now[0]) as sandbox, sandbox.client(retries=0) as flat:
        job = flat.omr.create_omr_job(body={"files": [{"file": PAGE}]}).id
        now[0] += 5
        assert flat.omr.get_omr_job(job=job).progress.percent == 50
        with pytest.raises(exceptions.ConflictError, match="JOB_RUNNING"):
            flat.omr.delete_omr_job(job=job)
        with pytest.raises(exceptions.ConflictError, match="WRONG_STATE"):
            flat.omr.get_omr_job_export(job=job, format="midi")
        now[0] += 5
        first, second = flat.omr.get_omr_job(job=job), flat.omr.get_omr_job(job=job)
        assert first == second
        assert first.status == "done"


def test_a_job_asks_and_goes_on(flat):
    """With a step to answer, the job waits, and has the title that the answer gives."""
    job = flat.omr.create_omr_job(body={"files": [{"file": PAGE}], "interactiveSteps": ["details"]})
    assert (job.status, job.pendingStep.step) == ("awaitingInput", "details")
    done = flat.omr.submit_omr_job_step(job=job.id, step="details", body={"step": "details", "title": "Polka"})
    assert done.status == "done"
    assert flat.scores.get_score(score=done.result.score).title == "Polka"
    with pytest.raises(exceptions.ConflictError):
        flat.omr.submit_omr_job_step(job=job.id, step="details", body={"step": "details"})


def test_a_draft_gets_files_before_it_starts(flat):
    """Files are counted, can be looked at, and are refused once the job has started."""
    job = flat.omr.create_omr_job(body={}).id
    with pytest.raises(exceptions.ApiException, match="NO_FILES"):
        flat.omr.start_omr_job(job=job)
    assert flat.omr.add_omr_job_file(job=job, body={"file": PAGE}) == {"fileIndex": 0, "fileCount": 1}
    assert flat.omr.add_omr_job_file(job=job, body={"file": JPEG}) == {"fileIndex": 1, "fileCount": 2}
    assert flat.omr.get_omr_job_file(job=job, index=1) == base64.b64decode(JPEG)
    assert flat.omr.get_omr_job_file(job=job, index=0).startswith(b"\xff\xd8\xff")
    with pytest.raises(exceptions.NotFoundError):
        flat.omr.get_omr_job_file(job=job, index=2)
    assert flat.omr.start_omr_job(job=job).status == "done"
    with pytest.raises(exceptions.ConflictError):
        flat.omr.add_omr_job_file(job=job, body={"file": PAGE})


@pytest.mark.parametrize("file", ["***", base64.b64encode(b"GIF89a").decode(), ""])
def test_other_files_are_refused(flat, file):
    """What is no PDF, JPEG or PNG file makes no job."""
    with pytest.raises(exceptions.ApiException, match="INVALID_FILE"):
        flat.omr.create_omr_job(body={"files": [{"file": file}]})
    assert flat.omr.list_omr_jobs() == ()


def test_the_same_key_gives_the_same_job(flat):
    """A repeated creation makes no second job."""
    body = {"files": [{"file": PAGE}], "idempotencyKey": "k"}
    assert flat.omr.create_omr_job(body=body).id == flat.omr.create_omr_job(body=body).id
    assert len(flat.omr.list_billing_credits_history()) == 1


def test_credits_are_spent_and_given_back(flat):
    """Each page costs a credit; a job that is canceled at its question costs nothing."""
    before = flat.omr.get_omr_capabilities().remainingCredits
    done = flat.omr.create_omr_job(body={"files": [{"file": PDF}]})
    assert flat.omr.get_omr_capabilities().remainingCredits == before - 2
    waiting = flat.omr.create_omr_job(body={"files": [{"file": PAGE}], "interactiveSteps": ["details"]}).id
    assert flat.omr.cancel_omr_job(job=waiting).status == "canceled"
    assert flat.omr.cancel_omr_job(job=done.id).status == "done"
    assert flat.omr.get_omr_capabilities().remainingCredits == before - 2
    history = [(entry.amount, entry.state, entry.job) for entry in flat.omr.list_billing_credits_history()]
    assert history == [(-2, "active", done.id), (-1, "canceled", waiting)]
    assert [job.id for job in flat.omr.list_omr_jobs(status="canceled")] == [waiting]
