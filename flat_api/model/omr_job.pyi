"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, Literal, Self, overload

from ..configuration import Configuration
from ..schemas import (
    BoolClass,
    BoolSchema,
    DateTimeSchema,
    DictSchema,
    EnumBase,
    IntSchema,
    ListSchema,
    Property,
    StrSchema,
    Unset,
    value,
)
from .omr_imported_metadata import OmrImportedMetadata
from .omr_job_file_metadata import OmrJobFileMetadata
from .omr_job_output import OmrJobOutput
from .omr_job_progress import OmrJobProgress
from .omr_job_result import OmrJobResult
from .omr_job_retention import OmrJobRetention
from .omr_job_status import OmrJobStatus
from .omr_pending_step import OmrPendingStep
from .omr_step_name import OmrStepName

class OmrJob(DictSchema):
    """A job of optical music recognition: pictures or PDF files of sheet music that become a score"""

    class CurrentStep(EnumBase, StrSchema):
        """Step at which the job waits for a person"""

        DETAILS = value("details")

    id: Property[StrSchema]
    """Unique identifier of the job"""
    status: Property[OmrJobStatus]
    """State of a job; a `draft` has not been started, one in `awaitingInput` waits for a person"""
    output: Property[OmrJobOutput]
    """Where the result of a job goes: into the `library` as a score, or into a MusicXML file to download (`musicxml`)
    """
    interactiveSteps: Property[ListSchema[OmrStepName]]
    """Steps of the job at which a person is asked"""
    autoRotate: Property[BoolSchema]
    """True when pages that lie on their side are turned"""
    locales: Property[ListSchema[StrSchema]]
    """Codes of the languages of the text in the score"""
    currentStep: Property[OmrJob.CurrentStep]
    """Step at which the job waits for a person"""
    pendingStep: Property[OmrPendingStep]
    """The step at which a job waits for a person, and what there is to decide"""
    estimatedCredits: Property[IntSchema]
    """Number of credits that the job is expected to cost"""
    progress: Property[OmrJobProgress]
    """How far a job is"""
    originalFileMetadata: Property[OmrJobFileMetadata]
    """What is known of the files of a job"""
    importedMetadata: Property[OmrImportedMetadata]
    """What is known of the music once it was read from the pages"""
    result: Property[OmrJobResult]
    """What a finished job has made"""
    retention: Property[OmrJobRetention]
    """For how long the files of a job are kept"""
    errorCode: Property[StrSchema]
    """Short name of the error that ended the job, for programs to tell errors apart"""
    errorMessage: Property[StrSchema]
    """Explanation of the error that ended the job, for people"""
    creationDate: Property[DateTimeSchema]
    """Date and time when the job was created"""
    modificationDate: Property[DateTimeSchema]
    """Date and time of the last change of the job"""

    @overload
    def __init__(
        self,
        data: Mapping[str, Any],
        /,
        *,
        id: str = ...,
        status: Literal["draft", "processing", "awaitingInput", "done", "error", "canceled"] | OmrJobStatus = ...,
        output: Literal["library", "musicxml"] | OmrJobOutput = ...,
        interactiveSteps: Sequence[Literal["details"] | OmrStepName] = ...,
        autoRotate: bool | BoolClass | Unset = ...,
        locales: Sequence[str] | Unset = ...,
        currentStep: Literal["details"] | OmrJob.CurrentStep | Unset = ...,
        pendingStep: OmrPendingStep | Mapping[str, Any] | Unset = ...,
        estimatedCredits: int | Decimal | Unset = ...,
        progress: OmrJobProgress | Mapping[str, Any] | Unset = ...,
        originalFileMetadata: OmrJobFileMetadata | Mapping[str, Any] | Unset = ...,
        importedMetadata: OmrImportedMetadata | Mapping[str, Any] | Unset = ...,
        result: OmrJobResult | Mapping[str, Any] | Unset = ...,
        retention: OmrJobRetention | Mapping[str, Any] | Unset = ...,
        errorCode: str | Unset = ...,
        errorMessage: str | Unset = ...,
        creationDate: str | datetime | Unset = ...,
        modificationDate: str | datetime | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        id: str,
        status: Literal["draft", "processing", "awaitingInput", "done", "error", "canceled"] | OmrJobStatus,
        output: Literal["library", "musicxml"] | OmrJobOutput,
        interactiveSteps: Sequence[Literal["details"] | OmrStepName],
        autoRotate: bool | BoolClass | Unset = ...,
        locales: Sequence[str] | Unset = ...,
        currentStep: Literal["details"] | OmrJob.CurrentStep | Unset = ...,
        pendingStep: OmrPendingStep | Mapping[str, Any] | Unset = ...,
        estimatedCredits: int | Decimal | Unset = ...,
        progress: OmrJobProgress | Mapping[str, Any] | Unset = ...,
        originalFileMetadata: OmrJobFileMetadata | Mapping[str, Any] | Unset = ...,
        importedMetadata: OmrImportedMetadata | Mapping[str, Any] | Unset = ...,
        result: OmrJobResult | Mapping[str, Any] | Unset = ...,
        retention: OmrJobRetention | Mapping[str, Any] | Unset = ...,
        errorCode: str | Unset = ...,
        errorMessage: str | Unset = ...,
        creationDate: str | datetime | Unset = ...,
        modificationDate: str | datetime | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        id: str = ...,
        status: Literal["draft", "processing", "awaitingInput", "done", "error", "canceled"] | OmrJobStatus = ...,
        output: Literal["library", "musicxml"] | OmrJobOutput = ...,
        interactiveSteps: Sequence[Literal["details"] | OmrStepName] = ...,
        autoRotate: bool | BoolClass | Unset = ...,
        locales: Sequence[str] | Unset = ...,
        currentStep: Literal["details"] | OmrJob.CurrentStep | Unset = ...,
        pendingStep: OmrPendingStep | Mapping[str, Any] | Unset = ...,
        estimatedCredits: int | Decimal | Unset = ...,
        progress: OmrJobProgress | Mapping[str, Any] | Unset = ...,
        originalFileMetadata: OmrJobFileMetadata | Mapping[str, Any] | Unset = ...,
        importedMetadata: OmrImportedMetadata | Mapping[str, Any] | Unset = ...,
        result: OmrJobResult | Mapping[str, Any] | Unset = ...,
        retention: OmrJobRetention | Mapping[str, Any] | Unset = ...,
        errorCode: str | Unset = ...,
        errorMessage: str | Unset = ...,
        creationDate: str | datetime | Unset = ...,
        modificationDate: str | datetime | Unset = ...,
    ) -> Self: ...
