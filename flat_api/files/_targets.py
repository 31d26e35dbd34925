"""Where a file is put: checked before anything is asked for, and put there in one step."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path


def check_target(path: str | os.PathLike[str], overwrite: bool) -> Path:
    """Return *path*, a file or the folder to put it in, if a file can be put there.

    Raises FileNotFoundError, NotADirectoryError or PermissionError about the folder, and FileExistsError where there
    is a file that is to stay.
    """
    text = os.fspath(path)
    target = Path(text)
    folder = target if target.is_dir() else target.parent
    if text.endswith((os.sep, os.altsep or os.sep)):
        folder = target
    _check_folder(folder)
    if folder is not target:
        refuse_existing(target, overwrite)
    return target


def _check_folder(folder: Path) -> None:
    mode = os.stat(folder).st_mode  # FileNotFoundError, with the folder in it
    if not stat.S_ISDIR(mode):
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    if not os.access(folder, os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))


def refuse_existing(target: Path, overwrite: bool) -> None:
    """Raise FileExistsError where there is a *target* that is to stay, or something that is neither file nor link."""
    try:
        mode = os.lstat(target).st_mode
    except FileNotFoundError:
        return
    if not overwrite:
        raise _is_there(target)
    if not (stat.S_ISREG(mode) or stat.S_ISLNK(mode)):
        raise FileExistsError(f"{target} exists, and is not a regular file")


def _is_there(target: Path) -> FileExistsError:
    return FileExistsError(f"{target} is there already; overwrite=True replaces it")


def put_in_place(partial: Path, target: Path, overwrite: bool) -> None:
    """Give the file *partial* the name *target*, in one step.

    Raises FileExistsError where there is a *target* that is to stay, even one that came up in the meantime.
    """
    refuse_existing(target, overwrite)
    if overwrite:
        os.replace(partial, target)
        return
    try:
        os.link(partial, target)  # unlike a move, a link never replaces anything
    except FileExistsError:
        raise _is_there(target) from None
    except FileNotFoundError:
        raise
    except OSError:  # a file system without links
        _move(partial, target)
    else:
        os.unlink(partial)


def _move(partial: Path, target: Path) -> None:
    """Move *partial* to *target*, which is made first so that nothing else is replaced."""
    try:
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    except FileExistsError:
        raise _is_there(target) from None
    try:
        os.replace(partial, target)
    except BaseException:
        target.unlink(missing_ok=True)
        raise
