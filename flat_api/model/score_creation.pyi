"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Literal, Self, overload

from ..configuration import Configuration
from ..schemas import (
    BoolClass,
    BoolSchema,
    DictSchema,
    EnumBase,
    ListSchema,
    NumberSchema,
    Property,
    StrSchema,
    Unset,
    value,
)
from .score_privacy import ScorePrivacy
from .score_source import ScoreSource

class ScoreCreation(DictSchema):
    """A score to create, from a file (`data`), a file in Google Drive (`source`) or blank (`builderData`)"""

    class BuilderData(DictSchema):
        """What a blank score is made of; used instead of importing a file"""

        class ScoreData(DictSchema):
            """Instruments, key and time of a blank score"""

            class Instrument(DictSchema):
                """An instrument to write for"""

                group: Property[StrSchema]
                """Identifier of the family that the instrument belongs to"""
                instrument: Property[StrSchema]
                """Identifier of the instrument within its family"""
                longName: Property[StrSchema]
                """Full name of the part in the score, instead of the usual one"""
                shortName: Property[StrSchema]
                """Abbreviated name of the part in the score, instead of the usual one"""
                hasQuarterTone: Property[BoolSchema]
                """True when the part is to use quarter tones"""

                @overload
                def __init__(
                    self,
                    data: Mapping[str, Any],
                    /,
                    *,
                    group: str = ...,
                    instrument: str = ...,
                    longName: str | Unset = ...,
                    shortName: str | Unset = ...,
                    hasQuarterTone: bool | BoolClass | Unset = ...,
                    _configuration: Configuration | None = ...,
                ) -> None: ...
                @overload
                def __init__(
                    self,
                    *,
                    group: str,
                    instrument: str,
                    longName: str | Unset = ...,
                    shortName: str | Unset = ...,
                    hasQuarterTone: bool | BoolClass | Unset = ...,
                    _configuration: Configuration | None = ...,
                ) -> None: ...
                def replace(
                    self,
                    *,
                    group: str = ...,
                    instrument: str = ...,
                    longName: str | Unset = ...,
                    shortName: str | Unset = ...,
                    hasQuarterTone: bool | BoolClass | Unset = ...,
                ) -> Self: ...

            useTabStaff: Property[BoolSchema]
            """True to write instruments with frets on tablature staves"""
            useChordGrid: Property[BoolSchema]
            """True to write the score as a chord grid"""
            fifths: Property[NumberSchema]
            """Key signature on the circle of fifths: the number of sharps or, if negative, of flats"""
            nbBeats: Property[NumberSchema]
            """Beats in a measure, i.e. the upper number of the time signature"""
            beatType: Property[NumberSchema]
            """Note value of a beat, i.e. the lower number of the time signature (e.g. 4 for a quarter)"""
            instruments: Property[ListSchema[ScoreCreation.BuilderData.ScoreData.Instrument]]
            """Instruments to write for, each with a part of its own"""

            @overload
            def __init__(
                self,
                data: Mapping[str, Any],
                /,
                *,
                instruments: Sequence[ScoreCreation.BuilderData.ScoreData.Instrument | Mapping[str, Any]] = ...,
                useTabStaff: bool | BoolClass | Unset = ...,
                useChordGrid: bool | BoolClass | Unset = ...,
                fifths: float | Decimal | Unset = ...,
                nbBeats: float | Decimal | Unset = ...,
                beatType: float | Decimal | Unset = ...,
                _configuration: Configuration | None = ...,
            ) -> None: ...
            @overload
            def __init__(
                self,
                *,
                instruments: Sequence[ScoreCreation.BuilderData.ScoreData.Instrument | Mapping[str, Any]],
                useTabStaff: bool | BoolClass | Unset = ...,
                useChordGrid: bool | BoolClass | Unset = ...,
                fifths: float | Decimal | Unset = ...,
                nbBeats: float | Decimal | Unset = ...,
                beatType: float | Decimal | Unset = ...,
                _configuration: Configuration | None = ...,
            ) -> None: ...
            def replace(
                self,
                *,
                instruments: Sequence[ScoreCreation.BuilderData.ScoreData.Instrument | Mapping[str, Any]] = ...,
                useTabStaff: bool | BoolClass | Unset = ...,
                useChordGrid: bool | BoolClass | Unset = ...,
                fifths: float | Decimal | Unset = ...,
                nbBeats: float | Decimal | Unset = ...,
                beatType: float | Decimal | Unset = ...,
            ) -> Self: ...

        class LayoutData(DictSchema):
            """Page layout of a blank score"""

            class LengthUnit(EnumBase, StrSchema):
                """Unit in which the lengths of the layout are given, `cm` by default"""

                CM = value("cm")
                INCH = value("inch")

            notesSpacingCoeff: Property[NumberSchema]
            """Factor by which the usual space between notes is multiplied"""
            lengthUnit: Property[ScoreCreation.BuilderData.LayoutData.LengthUnit]
            """Unit in which the lengths of the layout are given, `cm` by default"""
            pageHeight: Property[NumberSchema]
            """Height of the page, in `lengthUnit`"""
            pageWidth: Property[NumberSchema]
            """Width of the page, in `lengthUnit`"""
            pageMarginTop: Property[NumberSchema]
            """Margin at the top of the page, in `lengthUnit`"""
            pageMarginBottom: Property[NumberSchema]
            """Margin at the bottom of the page, in `lengthUnit`"""
            pageMarginLeft: Property[NumberSchema]
            """Margin at the left of the page, in `lengthUnit`"""
            pageMarginRight: Property[NumberSchema]
            """Margin at the right of the page, in `lengthUnit`"""

            def __init__(
                self,
                data: Mapping[str, Any] = ...,
                /,
                *,
                notesSpacingCoeff: float | Decimal | Unset = ...,
                lengthUnit: Literal["cm", "inch"] | ScoreCreation.BuilderData.LayoutData.LengthUnit | Unset = ...,
                pageHeight: float | Decimal | Unset = ...,
                pageWidth: float | Decimal | Unset = ...,
                pageMarginTop: float | Decimal | Unset = ...,
                pageMarginBottom: float | Decimal | Unset = ...,
                pageMarginLeft: float | Decimal | Unset = ...,
                pageMarginRight: float | Decimal | Unset = ...,
                _configuration: Configuration | None = ...,
            ) -> None: ...
            def replace(
                self,
                *,
                notesSpacingCoeff: float | Decimal | Unset = ...,
                lengthUnit: Literal["cm", "inch"] | ScoreCreation.BuilderData.LayoutData.LengthUnit | Unset = ...,
                pageHeight: float | Decimal | Unset = ...,
                pageWidth: float | Decimal | Unset = ...,
                pageMarginTop: float | Decimal | Unset = ...,
                pageMarginBottom: float | Decimal | Unset = ...,
                pageMarginLeft: float | Decimal | Unset = ...,
                pageMarginRight: float | Decimal | Unset = ...,
            ) -> Self: ...

        scoreData: Property[ScoreCreation.BuilderData.ScoreData]
        """Instruments, key and time of a blank score"""
        layoutData: Property[ScoreCreation.BuilderData.LayoutData]
        """Page layout of a blank score"""

        @overload
        def __init__(
            self,
            data: Mapping[str, Any],
            /,
            *,
            scoreData: ScoreCreation.BuilderData.ScoreData | Mapping[str, Any] = ...,
            layoutData: ScoreCreation.BuilderData.LayoutData | Mapping[str, Any] | Unset = ...,
            _configuration: Configuration | None = ...,
        ) -> None: ...
        @overload
        def __init__(
            self,
            *,
            scoreData: ScoreCreation.BuilderData.ScoreData | Mapping[str, Any],
            layoutData: ScoreCreation.BuilderData.LayoutData | Mapping[str, Any] | Unset = ...,
            _configuration: Configuration | None = ...,
        ) -> None: ...
        def replace(
            self,
            *,
            scoreData: ScoreCreation.BuilderData.ScoreData | Mapping[str, Any] = ...,
            layoutData: ScoreCreation.BuilderData.LayoutData | Mapping[str, Any] | Unset = ...,
        ) -> Self: ...

    class DataEncoding(EnumBase, StrSchema):
        """How `data` is encoded: `base64` for binary files; left out for text"""

        BASE64 = value("base64")

    title: Property[StrSchema]
    """Name of the score as users see it; may be left out when the imported file has a title"""
    privacy: Property[ScorePrivacy]
    """Who can see a score: with `private` (the default) only those who were given rights on it, with `public` everyone,
    with `organizationPublic` the members of the organization, with `privateLink` whoever has its sharing key
    """
    collection: Property[StrSchema]
    """Unique identifier of the collection to put the score in"""
    googleDriveFolder: Property[StrSchema]
    """Unique identifier of the folder in Google Drive to put the score in"""
    builderData: Property[ScoreCreation.BuilderData]
    """What a blank score is made of; used instead of importing a file"""
    filename: Property[StrSchema]
    """Name of the imported file, with its extension"""
    data: Property[StrSchema]
    """Content of the file to import (e.g. MusicXML or MIDI); binary files need `dataEncoding`"""
    dataEncoding: Property[ScoreCreation.DataEncoding]
    """How `data` is encoded: `base64` for binary files; left out for text"""
    source: Property[ScoreSource]
    """Where to import a score from, other than from the data of the request"""
    supportsTasks: Property[BoolSchema]
    """True to be given a task to follow, instead of having to wait, when the import takes long"""

    def __init__(
        self,
        _data: Mapping[str, Any] = ...,
        /,
        *,
        title: str | Unset = ...,
        privacy: Literal["public", "private", "organizationPublic", "privateLink"] | ScorePrivacy | Unset = ...,
        collection: str | Unset = ...,
        googleDriveFolder: str | Unset = ...,
        builderData: ScoreCreation.BuilderData | Mapping[str, Any] | Unset = ...,
        filename: str | Unset = ...,
        data: str | Unset = ...,
        dataEncoding: Literal["base64"] | ScoreCreation.DataEncoding | Unset = ...,
        source: ScoreSource | Mapping[str, Any] | Unset = ...,
        supportsTasks: bool | BoolClass | Unset = ...,
        _configuration: Configuration | None = ...,
    ) -> None: ...
    def replace(
        self,
        *,
        title: str | Unset = ...,
        privacy: Literal["public", "private", "organizationPublic", "privateLink"] | ScorePrivacy | Unset = ...,
        collection: str | Unset = ...,
        googleDriveFolder: str | Unset = ...,
        builderData: ScoreCreation.BuilderData | Mapping[str, Any] | Unset = ...,
        filename: str | Unset = ...,
        data: str | Unset = ...,
        dataEncoding: Literal["base64"] | ScoreCreation.DataEncoding | Unset = ...,
        source: ScoreSource | Mapping[str, Any] | Unset = ...,
        supportsTasks: bool | BoolClass | Unset = ...,
    ) -> Self: ...
