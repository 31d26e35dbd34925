"""MusicXML: in both of its shapes, compressed or not, whole or damaged."""

import base64
import io
import re
import tracemalloc
import zipfile
import zlib
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flat_api.sandbox.formats import musicxml
from flat_api.sandbox.formats.files import rendered, tune_of, uploaded
from flat_api.sandbox.formats.musicxml import MusicError
from flat_api.sandbox.formats.tune import MOST_MEASURES

from ...scaling import assert_linear
from ..music import MUSICXML, base64_of

PARTS = """<score-{shape}><part-list>
<score-part id="P1"><part-name>Oboe</part-name></score-part>
<score-part id="P2"><part-name>Viola</part-name></score-part>
</part-list>{inner}</score-{shape}>"""
NOTE = "<note><pitch><step>{}</step><octave>4</octave></pitch><duration>{}</duration></note>"


def nested(outer, inner, contents):
    """Elements in elements: *contents* has the outer names, the inner ones, and what is in them."""
    return "".join(
        f"<{outer} {'id' if outer == 'part' else 'number'}='{name}'>"
        + "".join(
            f"<{inner} {'id' if inner == 'part' else 'number'}='{key}'>{text}</{inner}>" for key, text in row.items()
        )
        + f"</{outer}>"
        for name, row in contents.items()
    )


def test_measures_may_be_outside():
    """score-timewise is the same music as score-partwise, with the two elements changed for each other."""
    cells = {
        (part, measure): NOTE.format("CDEF"[number], 1 + number)
        for number, (part, measure) in enumerate([("P1", "1"), ("P2", "1"), ("P1", "2"), ("P2", "2")])
    }
    parts = {part: {measure: cells[part, measure] for measure in "12"} for part in ("P1", "P2")}
    measures = {measure: {part: cells[part, measure] for part in ("P1", "P2")} for measure in "12"}
    partwise = tune_of(uploaded(PARTS.format(shape="partwise", inner=nested("part", "measure", parts)), None))
    timewise = tune_of(uploaded(PARTS.format(shape="timewise", inner=nested("measure", "part", measures)), None))
    assert timewise == partwise
    assert [part.name for part in timewise.parts] == ["Oboe", "Viola"]
    assert (len(timewise.notes), len(timewise.measures)) == (4, 2)


def test_part_may_be_missing_from_a_measure():
    """It rests there, and is the same part afterwards."""
    inner = nested("measure", "part", {"1": {"P1": NOTE.format("C", 1)}, "2": {"P1": "", "P2": NOTE.format("D", 1)}})
    found = tune_of(uploaded(PARTS.format(shape="timewise", inner=inner), None))
    assert [len(part.notes) for part in found.parts] == [1, 1]


@pytest.mark.parametrize("encoding", ["UTF-16", "ISO-8859-1", "utf-8", "Shift_JIS", "nonsense"])
def test_text_is_read_whatever_encoding_it_was_in(flat, encoding):
    """The declaration of a text is about bytes that were decoded before; the file that comes back says UTF-8."""
    text = MUSICXML.replace('encoding="UTF-8"', f'encoding="{encoding}"').replace("Two Notes", "Zwei Töne ♪")
    score = flat.scores.create_score(body={"data": text})
    assert score.title == "Zwei Töne ♪"
    data = flat.scores.get_score_revision_data(score=score.id, revision="last", format="xml")
    assert (b'encoding="UTF-8"' in data, "Zwei Töne ♪" in data.decode()) == (True, True)


@pytest.mark.parametrize("encoding", ["UTF-16", "ISO-8859-1"])
def test_bytes_are_read_in_their_encoding(flat, encoding):
    """In base64 there are bytes, and the declaration is right."""
    text = MUSICXML.replace('encoding="UTF-8"', f'encoding="{encoding}"').replace("Two Notes", "Zwei Töne")
    assert flat.scores.create_score(body=base64_of(text.encode(encoding))).title == "Zwei Töne"


@pytest.mark.parametrize(
    "number",
    [
        "1e99999999999",
        "1e5",
        "9" * 5000,
        "0." + "1" * 5000,
        "1/3",
        "-1e1",
        "\u0661",
        "0x10",
        "99999999999999",
        "NaN",
        "inf",
        "1_0",
    ],
)
@pytest.mark.parametrize("name", ["divisions", "duration"])
def test_numbers_are_bounded_before_they_are_computed_with(plain, name, number):
    """Divisions and durations are decimals, without exponents and with so many digits; anything else is a 422."""
    data = re.sub(f"<{name}>[0-9]+</{name}>", f"<{name}>{number}</{name}>", MUSICXML, count=1)
    assert plain.error("POST", "/scores", {"data": data}) == (422, "INVALID_SCORE_DATA", "data")


@pytest.mark.parametrize("number", ["1e99999999999", "9" * 5000, "-1/0", "1/3", "three", "", " 2 ", "+2", "2."])
@pytest.mark.parametrize("name", ["octave", "alter", "beats", "beat-type", "tempo", "fifths", "per-minute"])
def test_numbers_of_details_are_ignored_where_they_make_no_sense(name, number):
    """What else is counted is read where it is a decimal, and is what is usual where it is none."""
    added = f"<key><fifths>{number}</fifths></key><time><beats>{number}</beats><beat-type>{number}</beat-type></time>"
    pitch = f"<pitch><step>A</step><octave>{number}</octave><alter>{number}</alter></pitch>"
    note = f"<note>{pitch}<duration>1</duration></note>"
    head = f"<direction><metronome><per-minute>{number}</per-minute></metronome><sound tempo='{number}'/></direction>"
    score = (
        f"<score-partwise><part><measure><attributes>{added}</attributes>{head}{note}</measure></part></score-partwise>"
    )
    assert len(tune_of(uploaded(score, None)).notes) == 1


def test_lengths_of_any_divisions_can_be_added():
    """A thousand measures, each divided by another prime: the sum is as exact as music needs."""
    primes = [number for number in range(2, 8000) if all(number % other for other in range(2, int(number**0.5) + 1))]
    measures = "".join(
        f"<measure><attributes><divisions>{prime}</divisions></attributes>{NOTE.format('A', 1)}</measure>"
        for prime in primes
    )
    found = tune_of(uploaded(f"<score-partwise><part>{measures}</part></score-partwise>", None))
    assert found.length.denominator <= musicxml.GRID
    assert float(found.length) == pytest.approx(sum(1 / prime for prime in primes))
    assert [Fraction(1, tuplet) for tuplet in (3, 5, 6, 7, 9, 11, 12, 13, 15, 64)] == [
        Fraction(round(Fraction(1, tuplet) * musicxml.GRID), musicxml.GRID)
        for tuplet in (3, 5, 6, 7, 9, 11, 12, 13, 15, 64)
    ]


@pytest.mark.parametrize(
    "data",
    [
        "<a>" * 100_000 + "</a>" * 100_000,
        "<score-partwise>" + "<part>" * 100_000,
        f"<score-partwise><part>{'<measure/>' * (MOST_MEASURES + 1)}</part></score-partwise>",
        "<score-timewise>" + "".join(f"<measure><part id='{n}'/></measure>" for n in range(1001)) + "</score-timewise>",
        "<opus/>",
        '<!DOCTYPE a [<!ENTITY b "c">]><score-partwise/>',
    ],
)
def test_documents_beyond_the_bounds_are_refused(plain, data):
    """Elements that stand too deep, too many measures, declarations: a 422 when they come, and no 500 later."""
    assert plain.error("POST", "/scores", {"data": data}) == (422, "INVALID_SCORE_DATA", "data")


def archive(score=None, container=None, method=zipfile.ZIP_DEFLATED, members=0):
    """A compressed file with a container that says where the score is."""
    score = MUSICXML.encode() if score is None else score
    container = container or b'<container><rootfiles><rootfile full-path="a.xml"/></rootfiles></container>'
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as made:
        made.writestr("META-INF/container.xml", container)
        made.writestr("a.xml", score)
        for number in range(members):
            made.writestr(str(number), b"")
    return file.getvalue()


def damaged(data):
    """The archive with bytes changed in the compressed score."""
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(b"PK\x01\x02")) - 40
    return data[:at] + bytes(255 - byte for byte in data[at : at + 20]) + data[at + 20 :]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (damaged(archive()), ""),
        (archive(method=zipfile.ZIP_LZMA), "deflate"),
        (damaged(archive(method=zipfile.ZIP_LZMA)), "deflate"),
        (archive(method=zipfile.ZIP_BZIP2), "deflate"),
        (damaged(archive(method=zipfile.ZIP_BZIP2)), "deflate"),
        (archive(container=b'<?xml version="1.0" encoding="nonsense"?><container/>'), "nonsense"),
        (archive(container=b"<container>"), "no XML"),
        (archive(container=b"<container/>"), ""),
        (archive(container=b'<container><rootfile full-path="b.xml"/></container>'), "b.xml"),
        (archive(score=b"<a>"), "no XML"),
        (archive(score=b"<a>" * 100_000), "100 deep"),
        (archive(score=b"<a>" + b"<b/>" * 1_100_000 + b"</a>"), "1,000,000"),
        (archive(score=b" " * (33 << 20)), "33,554,432 bytes"),
        (archive(members=1_000), "1,000 members"),
        (archive()[:-30], ""),
        (b"PK", ""),
    ],
)
def test_archives_that_are_damaged_are_refused(plain, data, told):
    """Other methods of compression, what can't be read, and more than there is room for: all are a 422."""
    response = plain("POST", "/scores", base64_of(data))
    assert (response.status, response.json()["code"]) == (422, "INVALID_SCORE_DATA")
    assert told in response.json()["message"]


@given(st.data())
def test_damage_anywhere_is_told(data):
    """Whatever byte of an archive is another one, or missing, reading ends with a document or a MusicError."""
    whole = archive(method=data.draw(st.sampled_from([0, 8, 12, 14])))
    at = data.draw(st.integers(0, len(whole)))
    broken = whole[:at] + data.draw(st.binary(max_size=4)) + whole[at + data.draw(st.integers(0, 8)) :]
    try:
        musicxml.unpack(broken)
    except MusicError:
        pass


def test_small_archives_take_little_memory():
    """24 KB that unpack to what would be 1.5 GB of elements are refused with less than a quarter of that in use."""
    bomb = archive(score=b"<score-partwise>" + b"<a b=''/>" * 3_000_000 + b"</score-partwise>")
    assert len(bomb) < 100_000
    tracemalloc.start()
    try:
        with pytest.raises(MusicError, match="1,000,000"):
            uploaded(base64.b64encode(bomb).decode(), "base64")
        assert tracemalloc.get_traced_memory()[1] < 400 << 20
    finally:
        tracemalloc.stop()


def large(size):
    """A score of *size* notes in one measure each, chords and ties among them."""
    note = NOTE.format("A", 1).replace("</note>", "<tie type='stop'/><tie type='start'/></note>")
    return f"<score-partwise><part>{f'<measure>{note}{note}</measure>' * (size // 2)}</part></score-partwise>".encode()


def test_time_to_read_is_linear():
    """Twice the notes take twice the time."""
    assert_linear(musicxml.parse, large, 800)


@pytest.mark.parametrize("format", ["json", "mxl", "midi", "synchronizationPoints", "thumbnail.png"])
def test_time_to_write_is_linear(format):
    """So do all the files that are made of them."""
    sources = {size: uploaded(large(size).decode(), None) for size in (800, 8000)}
    assert_linear(lambda size: rendered.__wrapped__(sources[size], format), lambda size: size, 800)


def test_crc_is_checked():
    """A stored member with another checksum is damaged."""
    data = archive(method=zipfile.ZIP_STORED)
    wrong = data.replace(zlib.crc32(MUSICXML.encode()).to_bytes(4, "little"), b"\0\0\0\0")
    with pytest.raises(MusicError):
        musicxml.unpack(wrong)
