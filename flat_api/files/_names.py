"""Names of files that a server chooses: how they are stated (RFC 6266), and what is safe of them."""

from __future__ import annotations

import re
import typing
from urllib.parse import unquote, unquote_to_bytes, urlsplit

_LONGEST_HEADER = 8192
"""Characters of a ``Content-Disposition`` that are read: a name of 255 characters, escaped, fits in several times."""

_LONGEST = 180
"""Bytes of a name: file systems allow 255, and some programs put a few more behind a name."""

# What no name may hold somewhere, what can't be seen or turns the text around, and halves of surrogate pairs.
_UNSAFE = re.compile(
    r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]'
)
# Names that stand for devices in Windows, whatever comes after a dot.
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9\xb9\xb2\xb3])\s*(\..*)?", re.DOTALL)


def safe_name(name: str) -> str | None:
    """Return the base name in *name*, which a server chose, without anything that could lead out of a folder.

    >>> safe_name("../../etc/passwd"), safe_name("C:\\\\music\\\\song.mp3"), safe_name("..")
    ('passwd', 'song.mp3', None)
    """
    base = re.split(r"[/\\]", name)[-1]
    base = _UNSAFE.sub("_", base).strip(" .")
    if _DEVICES.fullmatch(base):
        base = f"_{base}"
    return _short(base) or None


def _short(base: str) -> str:
    """Return *base* in as many bytes as a file system allows, with its suffix where that is a suffix."""
    if len(base.encode()) <= _LONGEST:
        return base
    stem, dot, suffix = base.rpartition(".")
    end = (dot + suffix).encode()
    if not stem or len(end) > 20:
        stem, end = base, b""
    kept = stem.encode()[: _LONGEST - len(end)] + end
    return kept.decode(errors="ignore").strip(" .")


def file_name(headers: typing.Mapping[str, str], url: str | None) -> str | None:
    """Return a safe name for the file in a response: that in its *headers*, or the end of its *url*."""
    stated = _stated_names(headers.get("content-disposition", ""))
    names = (*stated, unquote(urlsplit(url or "").path.rpartition("/")[2]))
    return next((safe for name in names if (safe := safe_name(name))), None)


_PARAMETER = re.compile(r'(?:^|;)\s*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))', re.DOTALL)


def _stated_names(header: str) -> tuple[str, ...]:
    """Return the file names in a ``Content-Disposition`` *header*, the best first and empty where one can't be read.

    ``filename*`` is preferred to ``filename``, and ignored where it can't be decoded (RFC 6266, 4.3).
    """
    plain, extended = "", ""
    numbered: dict[int, str] = {}
    for found in _PARAMETER.finditer(header[:_LONGEST_HEADER]):
        name = found[1].lower()
        value = _unquoted(found[2], found[3])
        if name == "filename":
            plain = plain or value
        elif name == "filename*":
            extended = extended or _decoded(value)
        elif part := re.fullmatch(r"filename\*([0-9])(\*?)", name):
            numbered.setdefault(int(part[1]), unquote(value.rpartition("'")[2]) if part[2] else value)
    # Numbered parts (RFC 2231, 3) are not for HTTP, but are sent.
    return extended, plain, "".join(numbered[index] for index in sorted(numbered))


def _unquoted(quoted: str | None, token: str) -> str:
    if quoted is None:
        text = token.strip()
        return "" if text.startswith('"') else _as_utf8(text)  # a quote that doesn't end
    return _as_utf8(re.sub(r'\\([\\"])', r"\1", quoted))  # another backslash belongs to the path of somebody's file


def _as_utf8(text: str) -> str:
    """Return *text* with the bytes it came in read as UTF-8, which many servers send as they are."""
    try:
        return text.encode("latin-1").decode()
    except UnicodeError:
        return text


_CHARSETS = frozenset({"utf-8", "iso-8859-1", "us-ascii"})
"""The character sets of RFC 8187 and its predecessor. Python knows others that take long, or are none."""


def _decoded(value: str) -> str:
    """Return the text of *value*, ``charset'language'escaped`` (RFC 8187, 3.2); empty where it can't be decoded."""
    charset, _, rest = value.partition("'")
    if charset.lower() not in _CHARSETS:
        return ""
    try:
        return unquote_to_bytes(rest.partition("'")[2]).decode(charset)
    except UnicodeError:
        return ""
