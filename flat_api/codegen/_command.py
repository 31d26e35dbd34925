"""The command ``python -m flat_api.codegen``."""

from __future__ import annotations

import argparse
import keyword
import sys
import typing
from pathlib import Path

from ..exceptions import visible
from . import _names
from ._api import Api
from ._document import api_of_document
from ._errors import DocumentError
from ._load import load
from ._package import package_files
from ._report import as_json, drift, report
from ._write import changed, write

_EPILOG = """\
examples:
  python -m flat_api.codegen openapi.yaml --package acme --out src
      prints src/acme/model/*.py, src/acme/models/__init__.py, and for operations src/acme/apis/tags/*_api.py; they
      import flat_api.schemas, and those of operations flat_api.operations and flat_api.api_client, nothing else
  python -m flat_api.codegen openapi.yaml --package acme --out src --check
      changes nothing; says which files are behind the document
  python -m flat_api.codegen --drift openapi.json
      lists where the document and what flat_api declares differ: what breaks reading, what breaks sending, what adds

A printed module belongs to people from then on: one that declares what the document has is never touched, one that
must change keeps the descriptions and the names that people gave, and one with code or comments of its own is left to
people. No module is ever deleted.

exit codes:
  0  done; with --check, all files are as they should be; with --drift, nothing differs
  1  some module is left to people; with --check, some file would change; with --drift, something differs
  2  the command or the document can't be used; the one line on stderr says what is wrong, and where
"""


def main(arguments: typing.Sequence[str] | None = None) -> int:
    """Run the command with *arguments*, or those of the process; returns the exit code."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if not options.drift and not options.package:
        parser.error("--package is needed, or --drift")
    if options.check and options.drift:
        parser.error("--check and --drift exclude each other")
    if options.json and not options.drift:
        parser.error("--json goes with --drift")
    try:
        api = _api(options.document, options.strict)
        for note in api.notes:
            sys.stderr.write(f"{parser.prog}: warning: {visible(note)}\n")
        return _drift(api, options) if options.drift else _generate(api, options)
    except DocumentError as error:
        sys.stderr.write(f"{parser.prog}: {visible(str(error))}\n")
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m flat_api.codegen",
        description="Turn the schemas and operations of an OpenAPI document (3.0 or 3.1) into declarations, or compare "
        "the two.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("document", type=Path, help="the document: JSON, or YAML if its name ends in .yaml or .yml")
    parser.add_argument("--package", type=_dotted, metavar="NAME", help="the package, as acme or acme.api")
    parser.add_argument("--out", type=Path, default=Path(), metavar="DIR", help="where the package is (default: here)")
    parser.add_argument("--check", action="store_true", help="write nothing, list the files that would change")
    parser.add_argument("--drift", action="store_true", help="list where document and declarations differ (those "
                        "of flat_api, if there is no --package, which then is imported)")  # fmt: skip
    parser.add_argument("--strict", action="store_true", help="stop at the first schema or operation that can't be "
                        "read, where otherwise it is left out with a warning")  # fmt: skip
    parser.add_argument("--json", action="store_true", help="with --drift, a JSON array instead of tables")
    return parser


def _dotted(text: str) -> str:
    """*text*, if Python can import a package of that name; raises `argparse.ArgumentTypeError` if not."""
    steps = text.split(".")
    if not all(step.isidentifier() and not keyword.iskeyword(step) for step in steps):
        raise argparse.ArgumentTypeError(f"{text!r} is not the name of a package")
    if _names.normal(text) != text:
        raise argparse.ArgumentTypeError(f"Python reads {text!r} as {_names.normal(text)!r}")
    if steps[0] in sys.stdlib_module_names:
        raise argparse.ArgumentTypeError(f"{steps[0]!r} is a module of Python's standard library")
    return text


def _api(path: Path, strict: bool) -> Api:
    try:
        return api_of_document(load(path), strict=strict)
    except RecursionError:
        raise DocumentError(str(path), "is nested too deeply") from None


def _say(text: str) -> None:
    """Print the lines of *text*, with escapes for what a terminal would obey, or lacks."""
    shown = "".join(f"{visible(line)}\n" for line in text.split("\n"))
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(shown.encode(encoding, "backslashreplace").decode(encoding))


def _drift(api: Api, options: argparse.Namespace) -> int:
    found = drift(api, options.package or "flat_api")
    _say(as_json(found) if options.json else report(found))
    return 1 if found else 0


def _generate(api: Api, options: argparse.Namespace) -> int:
    package = package_files(api, options.package, options.out)
    behind = changed(package.files)
    for path in behind:
        if not options.check:
            write(path, package.files[path])
        _say(f"{'would change' if options.check else 'written'}: {path}")
    for path in package.own:
        _say(f"behind the document, but with code or comments of its own, so change it by hand: {path}")
    for path in package.strangers:
        _say(f"not in the document, left alone: {path}")
    _say(f"as they should be: {len(package.files) - len(behind) - len(package.own)} files")
    return 1 if package.own or (options.check and behind) else 0
