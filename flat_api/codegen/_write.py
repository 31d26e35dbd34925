"""Files: what is in them, and how they are written, whole or not at all."""

from __future__ import annotations

import ast
import io
import os
import tempfile
import tokenize
import typing
from pathlib import Path

from ._errors import DocumentError


def changed(files: typing.Mapping[Path, str]) -> list[Path]:
    """The paths in *files* where another text is, or nothing."""
    return [path for path, text in files.items() if not path.exists() or path.read_bytes() != text.encode()]


def write(path: Path, text: str) -> None:
    """Put *text* into the file at *path* in one step: whoever reads it finds the old text or the new one.

    Raises `DocumentError` where that is not possible.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        mode = path.stat().st_mode & 0o777 if path.exists() else _new_mode()
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(text.encode())
            os.chmod(temporary, mode)
            os.replace(temporary, path)
        except BaseException:
            os.unlink(temporary)
            raise
    except OSError as error:
        raise DocumentError(str(path), f"can't be written: {error.strerror or error}") from None


def _new_mode() -> int:
    """The mode that a new file gets; there is no way to ask for it but to set it."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def has_own_code(source: str) -> bool:
    """Return whether *source* has comments or functions, which no printed module has."""
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return any(token.type == tokenize.COMMENT or token.string in ("def", "lambda") for token in tokens)


def unless_equal(path: Path, source: str) -> str:
    """*source*, or what is in the file where that says the same in other lines."""
    if not path.exists():
        return source
    try:
        return text_in(path) if ast.dump(ast.parse(text_in(path))) == ast.dump(ast.parse(source)) else source
    except SyntaxError:
        return source


def text_in(path: Path) -> str:
    """Return what is in the file at *path*."""
    return path.read_bytes().decode()
