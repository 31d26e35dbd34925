"""Where a file goes that was asked for: a path, a folder, or standard output."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ..exceptions import OpenApiException
from ..files import check_target
from ._console import put, reason_of, tell
from ._errors import TargetError
from ._text import STDOUT, object_with, visible

if TYPE_CHECKING:
    from ..model.task import Task

__all__ = ["Target", "print_file", "target_for", "writing"]


class Target:
    """Where a file is put, and whether it may take the place of one that is there. *name* is what the user calls it."""

    def __init__(self, path: Path, *, force: bool = False, name: str | None = None) -> None:
        self.path = path
        self.force = force
        self.name = str(path) if name is None else name

    def check(self) -> None:
        """Raise TargetError where nothing can be written, or where something is that is to stay."""
        with writing(self.path):
            try:
                check_target(self.name, self.force)
            except (FileNotFoundError, NotADirectoryError) as error:
                folder = visible(str(error.filename))
                raise TargetError(f"{visible(self.name)}: there is no folder {folder}") from error
            except FileExistsError as error:
                if self.force:
                    raise TargetError(f"{visible(self.name)} exists, and is not a regular file") from error
                raise


@contextmanager
def target_for(output: str, *, force: bool) -> Generator[Target, None, None]:
    """A target for what the user calls *output*; what is put at that of standard output is printed, whole, at the end.

    Raises what `Target.check` raises, and OutputError.
    """
    if output != STDOUT:
        target = Target(Path(output), force=force, name=output)
        target.check()
        yield target
        return
    with writing(Path(tempfile.gettempdir())):
        folder = tempfile.TemporaryDirectory()
    with folder as name:
        target = Target(Path(name, "file"), name=STDOUT)
        yield target
        with open(target.path, "rb") as file:
            shutil.copyfileobj(file, sys.stdout.buffer)
        sys.stdout.buffer.flush()


def print_file(target: Target, path: Path, task: Task | None, *, as_json: bool) -> None:
    """Print where the file is that came of *task*, for machines with what is known of both.

    Where the file itself goes to standard output, only machines are told, on standard error.
    """
    goes_out = target.name == STDOUT
    if as_json:
        facts = {"file": STDOUT if goes_out else str(path), "bytes": path.stat().st_size}
        (tell if goes_out else put)(object_with(facts, task="null" if task is None else task.to_json()))
    elif not goes_out:
        put(visible(str(path)))


@contextmanager
def writing(path: Path) -> Generator[None, None, None]:
    """For work that writes to *path*: raises TargetError in place of OSError."""
    try:
        yield
    except OpenApiException:  # TaskTimeout is an OSError, too
        raise
    except FileExistsError as error:
        raise _exists(path) from error
    except OSError as error:
        raise TargetError(f"{visible(str(path))} can't be written: {reason_of(error)}") from error


def _exists(path: Path) -> TargetError:
    return TargetError(f"{visible(str(path))} is there already", "--force replaces it; --output gives another name.")
