"""OpenAPI documents, odd and damaged: codegen prints a package that can be imported, or says in a sentence why not."""

from __future__ import annotations

import contextlib
import copy
import io
import json
import shutil
import tempfile
import typing
from pathlib import Path

from hypothesis import strategies as st

from flat_api.codegen._command import main

from ..codegen import odd, odd_operations
from ..codegen.generated import imported, services
from .running import Fuzzer

Json = typing.Any
Draw = typing.Callable[[st.SearchStrategy[typing.Any]], typing.Any]

_WORDS = ("type", "$ref", "enum", "items", "x-y", "nullable", "oneOf", "pattern", "default", "get", "self", "class", "")
_LONG = "a number of 5,000 digits"
_WEDGES = st.one_of(
    st.sampled_from(
        [None, True, 0, -1, 1e400, _LONG, [], {}, "", "object", '"""', "\\", "\ud800", "a\0b", "ﬁ", "{{x}}"]
    ),
    st.sampled_from(
        [{"$ref": "#"}, {"$ref": "#/components/schemas/Nope"}, {"type": ["string"]}, {"pattern": "(?<=a+)b"}]
    ),
    st.text(max_size=5),
)


def _places(value: Json, path: tuple[typing.Any, ...] = ()) -> typing.Iterator[tuple[typing.Any, ...]]:
    yield path
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in members:
        yield from _places(item, (*path, key))


_DOCUMENTS: tuple[Json, ...] = (
    odd.document(odd.NAMES),
    odd.document(odd.ENUMS),
    {**odd.document({"Pet": odd.STRING, "Error": odd.closed(code=odd.STRING)}), "paths": odd_operations.PATHS},
)
_PLACES = tuple(tuple(_places(document))[1:] for document in _DOCUMENTS)


@st.composite
def documents(draw: Draw) -> Json:
    """A document with up to four places that hold something else, or have another name."""
    number = draw(st.integers(0, len(_DOCUMENTS) - 1))
    document = copy.deepcopy(_DOCUMENTS[number])
    for path in draw(st.lists(st.sampled_from(_PLACES[number]), min_size=1, max_size=4)):
        _damage(draw, document, path)
    return document


def _damage(draw: Draw, document: Json, path: tuple[typing.Any, ...]) -> None:
    *steps, last = path
    here = document
    with contextlib.suppress(LookupError, TypeError):  # an earlier damage has taken the place away
        for step in steps:
            here = here[step]
        if draw(st.booleans()) and isinstance(here, dict):
            name = draw(st.one_of(st.sampled_from(_WORDS), st.text(max_size=3)))
            here[name] = here.pop(last)
        else:
            here[last] = copy.deepcopy(draw(_WEDGES))  # a later damage may be inside


@contextlib.contextmanager
def workplace() -> typing.Iterator[Path]:
    """A folder for the packages."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


def check(folder: Path, document: Json) -> None:
    """Print the package and import all of it."""
    out = folder / "out"
    out.mkdir()
    try:
        text = json.dumps(document).replace(json.dumps(_LONG), "9" * 5_000)
        (out / "openapi.json").write_text(text, encoding="utf-8")
        said = io.StringIO()
        with contextlib.redirect_stderr(said), contextlib.redirect_stdout(io.StringIO()):
            code = main([str(out / "openapi.json"), "--package", "printed", "--out", str(out)])
        if code == 0:
            with imported(out, "printed") as models:
                for name in models.__all__:
                    getattr(models, name)
                if (out / "printed" / "apis").exists():
                    services(out, "printed")
        else:
            assert code == 2 and len(said.getvalue().splitlines()) == 1, said.getvalue()
    finally:
        shutil.rmtree(out)


FUZZER = Fuzzer(documents(), check, workplace)
