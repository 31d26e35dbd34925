"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Literal, Self, overload

from ..configuration import Configuration
from ..schemas import DictSchema, IntSchema, ListSchema, Property, StrSchema, Unset
from .omr_job_output import OmrJobOutput
from .omr_locale_details import OmrLocaleDetails
from .omr_step_name import OmrStepName

class OmrCapabilities(DictSchema):
    """What optical music recognition can do for the current user, and its limits"""

    steps: Property[ListSchema[OmrStepName]]
    """Steps of a job at which a person may be asked"""
    formats: Property[ListSchema[StrSchema]]
    """Formats that the result can have"""
    outputs: Property[ListSchema[OmrJobOutput]]
    """Where the result of a job can go"""
    maxFiles: Property[IntSchema]
    """Largest number of files in a job"""
    maxPages: Property[IntSchema]
    """Largest number of pages in a job"""
    maxParallelJobs: Property[IntSchema]
    """Largest number of jobs that may run at the same time"""
    maxFileSize: Property[IntSchema]
    """Largest size of a file, in bytes"""
    acceptedMimeTypes: Property[ListSchema[StrSchema]]
    """Media types that files may have (e.g. `application/pdf`)"""
    acceptedExtensions: Property[ListSchema[StrSchema]]
    """Extensions that the names of files may have"""
    locales: Property[ListSchema[StrSchema]]
    """Codes of the languages that the text in a score can be read in"""
    localesDetails: Property[ListSchema[OmrLocaleDetails]]
    """Codes and names of these languages"""
    costPerPage: Property[IntSchema]
    """Number of credits that a page costs"""
    remainingCredits: Property[IntSchema]
    """Number of credits that the current user has left"""
    retentionDays: Property[IntSchema]
    """Number of days for which the files of a job are kept"""

    @overload
    def __init__(
        self,
        data: Mapping[str, Any],
        /,
        *,
        steps: Sequence[Literal["details"] | OmrStepName] = ...,
        formats: Sequence[str] = ...,
        outputs: Sequence[Literal["library", "musicxml"] | OmrJobOutput] = ...,
        maxFiles: int | Decimal = ...,
        maxPages: int | Decimal = ...,
        maxParallelJobs: int | Decimal = ...,
        maxFileSize: int | Decimal = ...,
        acceptedMimeTypes: Sequence[str] = ...,
        acceptedExtensions: Sequence[str] = ...,
        locales: Sequence[str] = ...,
        localesDetails: Sequence[OmrLocaleDetails | Mapping[str, Any]] = ...,
        costPerPage: int | Decimal | Unset = ...,
        remainingCredits: int | Decimal | Unset = ...,
        retentionDays: int | Decimal | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        steps: Sequence[Literal["details"] | OmrStepName],
        formats: Sequence[str],
        outputs: Sequence[Literal["library", "musicxml"] | OmrJobOutput],
        maxFiles: int | Decimal,
        maxPages: int | Decimal,
        maxParallelJobs: int | Decimal,
        maxFileSize: int | Decimal,
        acceptedMimeTypes: Sequence[str],
        acceptedExtensions: Sequence[str],
        locales: Sequence[str],
        localesDetails: Sequence[OmrLocaleDetails | Mapping[str, Any]],
        costPerPage: int | Decimal | Unset = ...,
        remainingCredits: int | Decimal | Unset = ...,
        retentionDays: int | Decimal | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        steps: Sequence[Literal["details"] | OmrStepName] = ...,
        formats: Sequence[str] = ...,
        outputs: Sequence[Literal["library", "musicxml"] | OmrJobOutput] = ...,
        maxFiles: int | Decimal = ...,
        maxPages: int | Decimal = ...,
        maxParallelJobs: int | Decimal = ...,
        maxFileSize: int | Decimal = ...,
        acceptedMimeTypes: Sequence[str] = ...,
        acceptedExtensions: Sequence[str] = ...,
        locales: Sequence[str] = ...,
        localesDetails: Sequence[OmrLocaleDetails | Mapping[str, Any]] = ...,
        costPerPage: int | Decimal | Unset = ...,
        remainingCredits: int | Decimal | Unset = ...,
        retentionDays: int | Decimal | Unset = ...,
    ) -> Self: ...
