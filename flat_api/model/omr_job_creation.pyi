"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, Self

from ..configuration import Configuration
from ..schemas import BoolClass, BoolSchema, DictSchema, ListSchema, Property, StrSchema, Unset
from .omr_job_input_file import OmrJobInputFile
from .omr_job_output import OmrJobOutput
from .omr_step_name import OmrStepName

class OmrJobCreation(DictSchema):
    """A job of optical music recognition to create"""

    output: Property[OmrJobOutput]
    """Where the result of a job goes: into the `library` as a score, or into a MusicXML file to download (`musicxml`)
    """
    interactiveSteps: Property[ListSchema[OmrStepName]]
    """Steps of the job at which a person is to be asked"""
    autoRotate: Property[BoolSchema]
    """True to turn pages that lie on their side (default: false)"""
    locales: Property[ListSchema[StrSchema]]
    """Codes of the languages of the text in the score"""
    collection: Property[StrSchema]
    """Unique identifier of the collection that gets the score"""
    idempotencyKey: Property[StrSchema]
    """Text of your choice: a second creation with the same one gives the first job back, and no new one"""
    files: Property[ListSchema[OmrJobInputFile]]
    """Files with the pages of the score, in their order; more can be added before the job starts"""
    autoStart: Property[BoolSchema]
    """True to start the job at once, false to start it later"""

    def __init__(
        self,
        data: Mapping[str, Any] = ...,
        /,
        *,
        output: Literal["library", "musicxml"] | OmrJobOutput | Unset = ...,
        interactiveSteps: Sequence[Literal["details"] | OmrStepName] | Unset = ...,
        autoRotate: bool | BoolClass | Unset = ...,
        locales: Sequence[str] | Unset = ...,
        collection: str | Unset = ...,
        idempotencyKey: str | Unset = ...,
        files: Sequence[OmrJobInputFile | Mapping[str, Any]] | Unset = ...,
        autoStart: bool | BoolClass | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        output: Literal["library", "musicxml"] | OmrJobOutput | Unset = ...,
        interactiveSteps: Sequence[Literal["details"] | OmrStepName] | Unset = ...,
        autoRotate: bool | BoolClass | Unset = ...,
        locales: Sequence[str] | Unset = ...,
        collection: str | Unset = ...,
        idempotencyKey: str | Unset = ...,
        files: Sequence[OmrJobInputFile | Mapping[str, Any]] | Unset = ...,
        autoStart: bool | BoolClass | Unset = ...,
    ) -> Self: ...
