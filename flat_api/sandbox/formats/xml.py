"""XML of others, read by expat within bounds of depth and size, which neither ElementTree nor defusedxml has."""

from __future__ import annotations

import re
from xml.etree import ElementTree
from xml.parsers import expat

DEEPEST = 100
"""Elements that stand inside each other at most; a score has about ten."""

MOST_NODES = 1_000_000
"""Elements and attributes of a document at most: some 40,000 notes of an orchestra, and 100 MB of memory."""

Element = ElementTree.Element


class XmlError(ValueError):
    """A document that is no XML, or beyond the bounds."""


def parse(data: bytes) -> Element:
    """Return the root of the document in *data*. Raises XmlError.

    A document type may be named, but may declare nothing of its own: entities and default attributes can make a
    document as large as one likes. Nothing else is ever loaded.
    """
    reader = _Reader()
    try:
        return reader.read(data)
    except expat.ExpatError as error:
        raise XmlError(str(error)) from None
    except (ValueError, LookupError) as error:  # an encoding that Python doesn't know, or one of more than a byte
        raise XmlError(str(error)[:200]) from None


_DECLARED = re.compile(r"""\A(\ufeff?<\?xml\s[^>]{0,200}?\bencoding\s{0,20}=\s{0,20})(["'])[^"'>]{0,100}\2""")


def encoded(text: str) -> bytes:
    """Return a document as UTF-8, and say so in it: the encoding that it names is that of earlier bytes.

    Text that was decoded by other means is not subject to its declaration (XML 1.0, 4.3.3).

    >>> encoded('<?xml version="1.0" encoding="UTF-16"?><é/>')
    b'<?xml version="1.0" encoding="UTF-8"?><\\xc3\\xa9/>'
    """
    return _DECLARED.sub(r"\1\2UTF-8\2", text).encode("utf-8", "replace")


class _Reader:
    def __init__(self) -> None:
        self.builder = ElementTree.TreeBuilder()
        self.depth = self.nodes = 0

    def read(self, data: bytes) -> Element:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self.builder.data
        parser.StartDoctypeDeclHandler = self._doctype
        parser.SkippedEntityHandler = self._skipped
        parser.Parse(data, True)
        return self.builder.close()

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        self.nodes += 1 + len(attributes)
        if self.depth > DEEPEST:
            raise XmlError(f"its elements are nested more than {DEEPEST} deep")
        if self.nodes > MOST_NODES:
            raise XmlError(f"it has more than {MOST_NODES:,} elements and attributes")
        self.builder.start(tag, attributes)

    def _end(self, tag: str) -> None:
        self.depth -= 1
        self.builder.end(tag)

    def _doctype(self, name: str, system_id: str | None, public_id: str | None, has_declarations: bool) -> None:
        if has_declarations:
            raise XmlError("its document type has declarations of its own")

    def _skipped(self, name: str, is_parameter: bool) -> None:
        raise XmlError(f"the entity {name[:50]!r} is not declared")
