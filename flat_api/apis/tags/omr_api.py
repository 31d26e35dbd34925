"""The operations of optical music recognition."""

from ...model.credit_transaction import CreditTransaction
from ...model.omr_capabilities import OmrCapabilities
from ...model.omr_job import OmrJob
from ...model.omr_job_creation import OmrJobCreation
from ...model.omr_job_file_upload import OmrJobFileUpload
from ...model.omr_job_file_upload_result import OmrJobFileUploadResult
from ...model.omr_job_status import OmrJobStatus
from ...model.omr_step_name import OmrStepName
from ...model.omr_step_submission import OmrStepSubmission
from ...operations import delete, get, post
from ...schemas import BinarySchema, BoolSchema, EnumBase, IntSchema, StrSchema, list_of, optional, required, value
from .._parameters import LIMIT_1000, NEXT, PREVIOUS
from .._service import FlatApi

JOB = required(StrSchema, "Unique identifier of the job")
LOCALE = {"X-Flat-Locale": optional(StrSchema, "Code of the language of the texts in the answer (e.g. `fr`)")}


class OMRApi(FlatApi):
    """Turn pictures of sheet music into scores: optical music recognition (OMR), and the credits for it."""

    class ExportFormat(EnumBase, StrSchema):
        """What to get: notation (`musicxml`, or `mxl` compressed), sound (`midi`), or a picture of the first page"""

        MUSICXML = value("musicxml")
        MXL = value("mxl")
        MIDI = value("midi")
        THUMBNAIL_PNG = value("thumbnail.png")

    get_omr_capabilities = get(
        "/omr/capabilities",
        "Read what optical music recognition can do, its limits, and what it costs.",
        header=LOCALE,
        returns=OmrCapabilities,
        scopes=("omr",),
    )

    list_omr_jobs = get(
        "/omr/jobs",
        "List the jobs of the current user, a page at a time.",
        query={
            "status": optional(OmrJobStatus, "Only jobs in this state"),
            "expired": optional(BoolSchema, "True for only those jobs whose files are gone, false for only the others"),
            "limit": LIMIT_1000,
            "next": NEXT,
            "previous": PREVIOUS,
        },
        header=LOCALE,
        returns=list_of(OmrJob),
        headers={"Link": optional(StrSchema, "Where the pages before and after are")},
        scopes=("omr",),
    )

    create_omr_job = post(
        "/omr/jobs",
        "Create a job from the pages of a score; it starts at once, or when it is told to.",
        header=LOCALE,
        body=required(OmrJobCreation, "The pages, and what to do with them"),
        returns=OmrJob,
        status=201,
        responses={202: OmrJob},
        errors=(402,),
        scopes=("omr",),
    )

    get_omr_job = get(
        "/omr/jobs/{job}",
        "Read how far a job is, what it waits for, or what it has made.",
        path={"job": JOB},
        query={
            "wait": optional(
                IntSchema.where(minimum=0, maximum=25),
                "How many seconds to wait for a change before the answer, from 0 to 25",
            ),
        },
        header=LOCALE,
        returns=OmrJob,
        errors=(404,),
        scopes=("omr",),
    )

    delete_omr_job = delete(
        "/omr/jobs/{job}",
        "Delete a job and its files; the answer is the job once more.",
        path={"job": JOB},
        header=LOCALE,
        returns=OmrJob,
        errors=(403, 404, 409),
        scopes=("omr",),
    )

    add_omr_job_file = post(
        "/omr/jobs/{job}/files",
        "Add a file with pages to a job that has not started.",
        path={"job": JOB},
        header=LOCALE,
        body=required(OmrJobFileUpload, "The file"),
        returns=OmrJobFileUploadResult,
        errors=(409,),
        scopes=("omr",),
    )

    get_omr_job_file = get(
        "/omr/jobs/{job}/files/{index}",
        "Get a page that was given to a job, as a picture.",
        path={"job": JOB, "index": required(IntSchema, "Position of the page, from 0")},
        header=LOCALE,
        returns=BinarySchema,
        produces=("image/jpeg",),
        errors=(404, 409),
        scopes=("omr",),
    )

    start_omr_job = post(
        "/omr/jobs/{job}/start",
        "Start a job that waits for it.",
        path={"job": JOB},
        header=LOCALE,
        returns=OmrJob,
        status=202,
        errors=(400, 402),
        scopes=("omr",),
    )

    submit_omr_job_step = post(
        "/omr/jobs/{job}/steps/{step}",
        "Confirm or correct what a job has found, so that it goes on.",
        path={"job": JOB, "step": required(OmrStepName, "The step that the job waits at")},
        header=LOCALE,
        body=required(OmrStepSubmission, "What was decided"),
        returns=OmrJob,
        status=202,
        errors=(409,),
        scopes=("omr",),
    )

    get_omr_job_export = get(
        "/omr/jobs/{job}/exports/{format}",
        "Get the score that a job has made as a file.",
        path={"job": JOB, "format": required(ExportFormat)},
        header=LOCALE,
        returns=BinarySchema,
        produces=("application/octet-stream",),
        headers={"Content-Disposition": optional(StrSchema, "The name of the file")},
        errors=(404, 409),
        scopes=("omr",),
    )

    cancel_omr_job = post(
        "/omr/jobs/{job}/cancel",
        "Stop a job.",
        path={"job": JOB},
        header=LOCALE,
        returns=OmrJob,
        scopes=("omr",),
    )

    list_billing_credits_history = get(
        "/billing/credits/history",
        "List the credits that the current user was given and has spent, a page at a time.",
        query={"limit": LIMIT_1000, "next": NEXT, "previous": PREVIOUS},
        returns=list_of(CreditTransaction),
        scopes=("omr",),
    )
