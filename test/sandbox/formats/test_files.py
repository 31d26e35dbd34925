"""Files: each is what its media type says, and has the music of the score in it."""

import io
import json
import struct
import wave
import zipfile
import zlib
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flat_api.sandbox.formats import midi, musicxml, notation, sound
from flat_api.sandbox.formats.files import MEDIA_TYPES, MIDI, XML, Source, picture, rendered, tune_of, uploaded, written
from flat_api.sandbox.formats.sound import RATE
from flat_api.sandbox.formats.tables import csv, xlsx
from flat_api.sandbox.formats.tune import MusicError, Tune, melody, pitch_of, scale

from ..music import MUSICXML, base64_of

SOURCE = uploaded(MUSICXML, None)
STEPS = st.lists(
    st.tuples(st.sampled_from(["C4", "F#4", "Bb3", "G5", "-"]), st.sampled_from(["1/2", "1", "3/2", "5"])), min_size=1
)


def tune(steps):
    return melody(" ".join(f"{name}:{length}" for name, length in steps), "Ümlaut & <Co>", tempo=90)


def test_notes_are_read_from_musicxml():
    """Chords, rests, alterations, second voices, tempo, measures and names."""
    found = tune_of(SOURCE)
    assert (found.title, found.composer, found.tempo, found.beats) == ("Two Notes", "Nobody", 60, 2)
    assert [(float(note.start), float(note.length), note.pitch) for note in found.notes] == [
        (0, 1, pitch_of("A", 4)),
        (1, 1, pitch_of("C", 5, 1)),
        (1, 1, pitch_of("E", 5)),
        (2, 2, pitch_of("C", 3)),
        (2.5, 1.5, pitch_of("B", 3, -1)),
    ]
    assert (found.seconds, len(found.measures)) == (4, 2)


@given(STEPS)
def test_tunes_survive_musicxml(steps):
    """What is written is read again: notes over bars, rests, dots, names with odd characters."""
    made = tune(steps)
    read = musicxml.parse(notation.write(made))
    assert read.notes == made.notes
    assert (read.title, read.tempo, read.measures) == (made.title, made.tempo, made.measures)


@given(STEPS)
def test_tunes_survive_midi(steps):
    """The same for MIDI, which knows nothing of rests at the end."""
    made = tune(steps)
    assert midi.parse(midi.write(made)).notes == made.notes


@given(st.binary(max_size=200))
def test_noise_is_no_music(noise):
    """Whatever the bytes, reading ends with a tune or a MusicError."""
    for data in (noise, b"MThd" + noise, midi.write(scale())[:14] + noise, b"<score-partwise>" + noise):
        for parse in (midi.parse, musicxml.parse, musicxml.unpack):
            try:
                parse(data)
            except MusicError:
                pass


def test_odd_numbers_are_passed_over():
    """Details that make no sense don't make a score unreadable."""
    odd = MUSICXML.replace("<octave>4</octave>", "<octave>1e99</octave>").replace("<divisions>2", "<divisions>0")
    odd = odd.replace('tempo="60"', 'tempo="-1/0"').replace("<beats>2", "<beats>three")
    assert tune_of(uploaded(odd, None)).tempo == 120


def test_wav_plays():
    """As long as the music, with the notes in it: the loudest tone is that of the first note."""
    with wave.open(io.BytesIO(rendered(SOURCE, "wav"))) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        assert file.getnframes() == 4 * RATE
        samples = struct.unpack(f"<{RATE}h", file.readframes(RATE))
    middle = samples[RATE // 4 : RATE // 4 + RATE // 2]
    crossings = sum(1 for one, other in pairwise(middle) if one < 0 <= other)
    assert abs(crossings / 0.5 - 440) <= 4
    assert max(samples) > 4000


def test_wav_of_nothing_is_a_scale():
    """A blank score can be heard, too."""
    with wave.open(io.BytesIO(rendered(written(Tune("Blank").with_measures()), "wav"))) as file:
        assert file.getnframes() == 4 * RATE


def test_mp3_is_frames_of_silence():
    """After the title come MPEG frames, one right behind the other, that take as long as the music."""
    data = rendered(SOURCE, "mp3")
    assert data[:3] == b"ID3"
    assert "Two Notes".encode("utf-16-le") in data
    size = sum(byte << shift for byte, shift in zip(data[6:10], (21, 14, 7, 0)))
    frames = data[10 + size :]
    length = 144 * 32_000 // 44_100
    assert len(frames) % length == 0
    assert all(frames[at : at + 2] == b"\xff\xfb" for at in range(0, len(frames), length))
    assert len(frames) // length * 1152 / 44_100 == pytest.approx(4, abs=0.03)


def test_png_can_be_decompressed():
    """The chunks have right checksums, and the picture has as many bytes as it says."""
    data = rendered(SOURCE, "thumbnail.png")
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    chunks, at = {}, 8
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        kind, content = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        assert struct.unpack(">I", data[at + 8 + length : at + 12 + length]) == (zlib.crc32(kind + content),)
        chunks[kind], at = content, at + 12 + length
    width, height = struct.unpack(">II", chunks[b"IHDR"][:8])
    assert len(zlib.decompress(chunks[b"IDAT"])) == (width + 1) * height
    assert list(chunks) == [b"IHDR", b"IDAT", b"IEND"]


def test_the_page_of_a_job_is_a_jpeg():
    """The segments follow each other up to the data, and the frame has a size."""
    data = picture("page.jpg")
    segments, at = {}, 2
    while data[at + 1] != 0xDA:
        (length,) = struct.unpack(">H", data[at + 2 : at + 4])
        segments[data[at + 1]], at = data[at + 4 : at + 2 + length], at + 2 + length
    assert struct.unpack(">BHH", segments[0xC0][:5]) == (8, 297, 210)
    assert (data[:2], data[-2:]) == (b"\xff\xd8", b"\xff\xd9")


def test_compressed_musicxml_is_an_archive():
    """The container says where the score is, and there it is."""
    with zipfile.ZipFile(io.BytesIO(rendered(SOURCE, "mxl"))) as archive:
        path = ElementTree.fromstring(archive.read("META-INF/container.xml")).find(".//rootfile").get("full-path")
        assert archive.read(path) == MUSICXML.encode()


def test_json_is_the_score():
    """Elements become members, attributes have a dollar in front."""
    found = json.loads(rendered(SOURCE, "json"))
    assert found["work"] == {"work-title": "Two Notes"}
    assert [measure["$number"] for measure in found["part"]["measure"]] == ["1", "2"]


def test_measures_have_their_times():
    """Synchronization points: the beginning of each measure, and the end."""
    points = json.loads(rendered(SOURCE, "synchronizationPoints"))
    assert [(point["type"], point["time"]) for point in points] == [("measure", 0), ("measure", 2), ("end", 4)]


@pytest.mark.parametrize("format", MEDIA_TYPES)
@pytest.mark.parametrize("source", [SOURCE, Source(MIDI, midi.write(scale()))], ids=["xml", "midi"])
def test_every_format_is_made_the_same_each_time(source, format):
    """A file that is made again is the same, or nobody could go on with a download."""
    first = rendered(source, format)
    rendered.cache_clear()
    assert rendered(source, format) == first != b""


def test_music_that_never_ends_is_cut(monkeypatch):
    """A MIDI file of a few bytes can last for centuries; the files made of it are as large as others."""
    monkeypatch.setattr(sound, "LONGEST", 60)
    events = b"\x00\x90\x3c\x40" + b"\xff\xff\xff\x7f\x80\x3c\x00" + b"\x00\xff\x2f\x00"
    endless = b"MThd\x00\x00\x00\x06\x00\x00\x00\x01\x00\x01MTrk" + len(events).to_bytes(4, "big") + events
    source = Source(MIDI, endless)
    assert tune_of(source).seconds > 10**8
    assert all(len(rendered(source, format)) < 4 << 20 for format in MEDIA_TYPES)


def test_hostile_files_are_refused(monkeypatch):
    """Entities that explode, and archives that unpack to more than there is room for."""
    bomb = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12)
    )
    with pytest.raises(MusicError):
        uploaded(f"{bomb}]><score-partwise>&m;</score-partwise>", None)
    monkeypatch.setattr(musicxml, "LARGEST", 100)
    with pytest.raises(MusicError, match="more than 100 bytes"):
        musicxml.unpack(musicxml.pack(MUSICXML.encode()))


def test_tables():
    """CSV with its quotes, and a workbook whose sheet has the cells."""
    rows = [("name", "grade"), ('A "quoted", <name>', "9")]
    assert csv(rows) == b'name,grade\r\n"A ""quoted"", <name>",9\r\n'
    with zipfile.ZipFile(io.BytesIO(xlsx(rows))) as archive:
        for name in archive.namelist():
            ElementTree.fromstring(archive.read(name))
        sheet = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    assert [element.text for element in sheet.iter() if element.tag.endswith("}t")] == [
        cell for row in rows for cell in row
    ]


def test_source_of_an_upload():
    """MusicXML and MIDI are told apart by what they begin with."""
    assert uploaded(MUSICXML, None) == Source(XML, MUSICXML.encode())
    assert uploaded(base64_of(midi.write(scale()))["data"], "base64").media_type == MIDI
