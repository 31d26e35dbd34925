"""XML: what is read, and what is beyond the bounds."""

import pytest

from flat_api.sandbox.formats import xml
from flat_api.sandbox.formats.xml import XmlError

from ...scaling import assert_linear

DTD = '<!DOCTYPE score-partwise PUBLIC "-//Recordare//DTD MusicXML 4.0 Partwise//EN" "http://www.musicxml.org/dtds/partwise.dtd"'


def test_documents_are_read():
    """Attributes, texts around elements, references to characters, comments and sections without markup."""
    root = xml.parse(f"{DTD}><a b='1'>x<c/>&#233;<!-- no --><![CDATA[<y>]]></a>".encode())
    assert (root.tag, root.attrib, root.text, root[0].tail) == ("a", {"b": "1"}, "x", "é<y>")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "windows-1252", "koi8-r"])
def test_bytes_are_read_in_the_encoding_that_they_name(encoding):
    """The encodings that expat knows, and those of one byte that Python knows."""
    text = "<a>§</a>" if encoding != "koi8-r" else "<a>я</a>"
    declared = f'<?xml version="1.0" encoding="{encoding}"?>{text}'
    assert xml.parse(declared.encode(encoding)).text == text[3]


@pytest.mark.parametrize(
    "head",
    [
        "",
        '<?xml version="1.0"?>',
        '<?xml version="1.0" encoding="UTF-16"?>',
        "<?xml version='1.0' encoding = 'ISO-8859-1' standalone='no'?>",
        '\ufeff<?xml version="1.0" encoding="nonsense"?>\n',
    ],
)
def test_texts_are_decoded_already(head):
    """Whatever encoding a text says it was in, it is characters now (XML 1.0, 4.3.3), and its bytes are UTF-8."""
    written = xml.encoded(f"{head}<a>é ♪ encoding='x'</a>")
    assert xml.parse(written).text == "é ♪ encoding='x'"
    assert written.decode("utf-8").count("UTF-8") == head.count("encoding")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "no element found"),
        (b"<a>", "no element found"),
        (b"<a/><a/>", "junk after document element"),
        (b"\xff\xff", "not well-formed"),
        (b"<a>&b;</a>", "undefined entity"),
        (f"{DTD}><a>&b;</a>".encode(), "the entity 'b' is not declared"),
        (f"{DTD} [<!ENTITY b 'c'>]><a>&b;</a>".encode(), "declarations of its own"),
        (f"{DTD} [<!ATTLIST a b CDATA 'c'>]><a/>".encode(), "declarations of its own"),
        (b"<!DOCTYPE a [<!ENTITY % b SYSTEM 'file:///etc/passwd'> %b;]><a/>", "declarations of its own"),
        (b'<?xml version="1.0" encoding="nonsense"?><a/>', "nonsense"),
        (b'<?xml version="1.0" encoding="hex"?><a/>', "hex"),
        (b'<?xml version="1.0" encoding="undefined"?><a/>', "undefined"),
        (b'<?xml version="1.0" encoding="shift_jis"?><a/>', "multi-byte"),
        (b"<a>" * 101 + b"</a>" * 101, "nested more than 100 deep"),
        (b"<a>" * 100_000, "nested more than 100 deep"),
    ],
)
def test_others_are_refused(data, told):
    """Each with its reason, and all as the same error."""
    with pytest.raises(XmlError, match=told):
        xml.parse(data)


@pytest.mark.parametrize("many", ["<b/>", '<b c=""/>', "<b>x</b>"])
def test_documents_have_so_many_nodes(monkeypatch, many):
    """Elements and attributes are counted: each takes twenty times the memory of its text."""
    monkeypatch.setattr(xml, "MOST_NODES", 1000)
    count = 999 // (2 if "=" in many else 1)
    assert len(xml.parse(f"<a>{many * count}</a>".encode())) == count
    with pytest.raises(XmlError, match="more than 1,000 elements"):
        xml.parse(f"<a>{many * (count + 1)}</a>".encode())


@pytest.mark.parametrize(
    "make",
    [
        lambda size: b"<a>" + b"x" * size + b"</a>",
        lambda size: b"<a>" + b"&#65;" * size + b"</a>",
        lambda size: b"<a>" + b"<b/>" * size + b"</a>",
        lambda size: b"<a " + b" ".join(b'b%d=""' % number for number in range(size)) + b"/>",
        lambda size: b"<a>" + b"\r" * size + b"</a>",
        lambda size: b"<!--" + b"- " * size + b"--><a/>",
        lambda size: b"<a" + b" " * size + b"/>",
        lambda size: b"<" + b"a" * size,
        lambda size: b"<![CDATA[" + b"]" * size,
    ],
)
def test_time_is_linear_in_the_size(make):
    """Texts, references, elements, attributes, comments and what never ends."""
    assert_linear(xml.parse, make, 20_000)


@pytest.mark.parametrize(
    "make",
    [
        lambda size: "<?xml " + " " * size,
        lambda size: "<?xml " + "encoding " * size,
        lambda size: "<?xml encoding='" + "x" * size,
        lambda size: "<?xml encoding=" + "''" * size,
    ],
)
def test_time_to_look_for_the_encoding_is_linear(make):
    """Declarations that never end."""
    assert_linear(xml.encoded, make, 20_000)
