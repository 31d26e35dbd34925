"""``python -m flat_api.reference``: its options, and what it says."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from ._files import TAGS, apply, differences, write
from ._openapi import openapi_document

DEFAULT_OUTPUT = Path("docs", "models")
STDOUT = "-"

GOOD, DIFFERENT, TROUBLE = 0, 1, 2

DESCRIPTION = f"""\
Print a page in Markdown for every model, beside these pages one for every class of operations in {TAGS}, and above them
operations.md and models.md, which list both. What is up to date is not touched; pages of what is no more are removed.
In a checkout, what type checkers and editors read is printed too: the stubs of the operations and of each model, and
the types of bodies.
"""

EPILOG = f"""\
examples:
  python -m flat_api.reference                        print the pages to {DEFAULT_OUTPUT}
  python -m flat_api.reference --check                only tell which are out of date
  python -m flat_api.reference --output site/models   print them elsewhere
  python -m flat_api.reference --openapi flat.json    write the declarations as an OpenAPI 3.0.3 document
  python -m flat_api.reference --openapi | jq .components.schemas.Task

exit codes:
  {GOOD}  done, or everything is up to date
  {DIFFERENT}  --check found a page that is out of date, missing or stale
  {TROUBLE}  wrong usage, or a file that can't be read or written
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with *arguments*, those of the process unless given, and return its exit code."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.openapi is not None and options.output is not None:
        parser.error("--output is for pages; --openapi takes the name of its file itself")
    try:
        if options.openapi is not None:
            return _export(options.openapi)
        directory = options.output or _default_output()
        return _check(directory) if options.check else _print(directory)
    except BrokenPipeError:  # whoever read the document had enough of it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return GOOD
    except OSError as error:
        print(f"flat_api.reference: {error}", file=sys.stderr)
        return TROUBLE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m flat_api.reference",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    task = parser.add_mutually_exclusive_group()
    task.add_argument(
        "--check", action="store_true", help="write nothing; name each page that is out of date, missing or stale"
    )
    task.add_argument(
        "--openapi",
        nargs="?",
        const=STDOUT,
        metavar="FILE",
        help="write models and operations as an OpenAPI 3.0.3 document in JSON, to FILE or to standard output",
    )
    parser.add_argument(
        "--output",
        type=Path,
        metavar="DIR",
        help=f"where the pages of models are (default: {DEFAULT_OUTPUT} beside the package)",
    )
    return parser


def _default_output() -> Path:
    """The directory of the pages in the checkout that this package is in."""
    root = Path(__file__).resolve().parents[2]
    if not (root / "setup.cfg").is_file():
        raise FileNotFoundError("this package is installed and not in a checkout; say where the pages go: --output DIR")
    return root / DEFAULT_OUTPUT


def _check(directory: Path) -> int:
    found = list(differences(directory))
    for difference in found:
        print(f"{_shown(difference.path)}: {difference.what}")
    if found:
        print("run python -m flat_api.reference to print them again", file=sys.stderr)
    return DIFFERENT if found else GOOD


def _print(directory: Path) -> int:
    for difference in list(differences(directory)):
        apply(difference)
        print(f"{_shown(difference.path)}: {'removed' if difference.wanted is None else 'written'}")
    return GOOD


def _shown(path: Path) -> str:
    """*path* as seen from the working directory, where that is shorter."""
    return min(str(path), os.path.relpath(path), key=len)


def _export(file: str) -> int:
    text = json.dumps(openapi_document(), indent=2, ensure_ascii=False) + "\n"
    if file == STDOUT:
        sys.stdout.buffer.write(text.encode())  # JSON is UTF-8, whatever the locale
        sys.stdout.buffer.flush()
    else:
        write(Path(file), text)
    return GOOD
