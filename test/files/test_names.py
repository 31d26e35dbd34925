"""Names of files that a server chooses: what is read of its headers, and what is safe of it."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from flat_api.files import file_name, safe_name

from ..scaling import assert_linear

NAMES = {
    "score.mid": "score.mid",
    "Für Elise.mid": "Für Elise.mid",
    "../../etc/passwd": "passwd",
    "/etc/passwd": "passwd",
    "..": None,
    "../": None,
    ".": None,
    "": None,
    " . . ": None,
    "C:\\Windows\\system.ini": "system.ini",
    "\\\\server\\share\\song.mid": "song.mid",
    "a\0b.mid": "a_b.mid",
    "a\r\nb.mid": "a_b.mid".replace("_", "__"),
    ".bashrc": "bashrc",
    "song.mid.": "song.mid",
    "song.mid ": "song.mid",
    "con": "_con",
    "CON.mid": "_CON.mid",
    "con .mid": "_con .mid",
    "Com1.tar.gz": "_Com1.tar.gz",
    "lpt\xb9": "_lpt\xb9",
    "conin$": "_conin$",
    "console.mid": "console.mid",
    "song.mid:stream": "song.mid_stream",
    "song\u202edim.exe": "song_dim.exe",
    "so\u200bng.mid": "so_ng.mid",
    "\ud800.mid": "_.mid",
    'a?b*c|d<e>f"g.mid': "a_b_c_d_e_f_g.mid",
    "\u2215etc\u2215passwd": "\u2215etc\u2215passwd",
    "\uff0e\uff0e": "\uff0e\uff0e",
}


@pytest.mark.parametrize(("given_name", "kept"), NAMES.items())
def test_names_become_safe_base_names(given_name, kept):
    """What a server calls a file can't lead out of a folder, hide, stand for a device or turn its end around."""
    assert safe_name(given_name) == kept


@given(st.text() | st.text("./\\ :\0conpraux1\u202e\ud800é").map(lambda text: text * 30))
@example("é" * 500 + ".musicxml")
@example("a." + "b" * 500)
@example("." + "é" * 500)
@example("a" * 179 + ". .mid")
def test_any_name_is_a_file_in_the_folder(name):
    """Or there is none; it is short enough, and a safe name is safe already."""
    safe = safe_name(name)
    if safe is None:
        return
    assert 0 < len(safe.encode()) <= 200
    assert safe_name(safe) == safe
    assert Path("/folder", safe).resolve().parent == Path("/folder")
    assert not any(unicodedata.category(character) in ("Cc", "Cs") for character in safe)
    assert not safe.startswith(".")


def test_long_names_keep_their_suffix():
    """A hundred and eighty bytes are left of a name, whole characters, and the end that says what it is."""
    assert safe_name("é" * 500 + ".musicxml") == "é" * 85 + ".musicxml"
    assert safe_name("a." + "b" * 500) == "a." + "b" * 178


HEADERS = {
    'attachment; filename="score.mid"': "score.mid",
    "attachment; filename=score.mid": "score.mid",
    'ATTACHMENT; FILENAME="score.mid"': "score.mid",
    "attachment; filename*=UTF-8''F%C3%BCr%20Elise.mid": "Für Elise.mid",
    "attachment; filename=\"Fur Elise.mid\"; filename*=UTF-8''F%C3%BCr%20Elise.mid": "Für Elise.mid",
    "attachment; filename*=UTF-8''F%C3%BCr.mid; filename=\"Fur.mid\"": "Für.mid",
    "attachment; filename*=iso-8859-1'de'F%FCr.mid": "Für.mid",
    "attachment; filename*=nonsense''a.mid": "end.mid",
    "attachment; filename*=UTF-8''%FF.mid": "end.mid",
    "attachment; filename=\"a.mid\"; filename*=UTF-8''%FF%FE": "a.mid",
    "attachment; filename*=UTF-8''%FF%FE; filename=a.mid": "a.mid",
    "attachment; filename*=utf-7''+AGE-; filename=a.mid": "a.mid",
    "attachment; filename=a.mid; filename*=UTF-8''..": "a.mid",
    "attachment; filename*=a.mid": "end.mid",
    "filename=a.mid": "a.mid",
    'attachment; x="filename=b.mid; filename=c.mid"; filename=a.mid': "a.mid",
    'attachment; filename="a.mid': "end.mid",
    'attachment; filename="a;b.mid"': "a;b.mid",
    'attachment; filename="C:\\dir\\a.mid"': "a.mid",
    "attachment ; filename = a.mid ;size=3": "a.mid",
    "attachment; filename=a.mid; filename=b.mid": "a.mid",
    "attachment; filename*0*=UTF-8''F%C3%BC; filename*1=r.mid": "Für.mid",
    "attachment; filename*=UTF-8''..%2F..%2Fetc%2Fpasswd": "passwd",
    "attachment; filename*=UTF-8''%00a.mid": "_a.mid",
    'attachment; filename="F\xc3\xbcr.mid"': "Für.mid",
    'attachment; filename="F\xfcr.mid"': "Für.mid",
    'attachment; filename="a\\"b.mid"': "a_b.mid",
    'attachment; filename="..\\\\..\\\\a.mid"': "a.mid",
    "attachment; filename*0=a; filename*1=b.mid": "ab.mid",
    'attachment; filename=""': "end.mid",
    'attachment; filename=".."': "end.mid",
    "inline": "end.mid",
    "": "end.mid",
    ";;;=": "end.mid",
    "attachment; filename*=undefined''a.mid": "end.mid",
    "attachment; filename*=punycode''%ff-\xe9": "end.mid",
    "attachment; filename*=\x00''a.mid": "end.mid",
    f"attachment; filename*{'1' * 5000}=a.mid": "end.mid",
}


@pytest.mark.parametrize(("header", "name"), HEADERS.items())
def test_the_name_is_that_of_the_header_or_of_the_url(header, name):
    """filename* is preferred, and where the header has no name that can be used, the end of the path has one."""
    assert file_name({"content-disposition": header}, "https://storage.example.org/a/end.mid?name=b/c") == name


@given(st.text(st.characters(codec="latin-1", exclude_characters="\r\n")) | st.text("filename*='\"\\;=%F0 \xfc"))
def test_any_header_is_read(header):
    """No header is an error: the worst is that the file is called something else."""
    name = file_name({"content-disposition": header}, "https://storage.example.org/")
    assert name is None or safe_name(name) == name


HOSTILE = {
    "semicolons": ('attachment; filename="', ";"),
    "quotes": ("attachment; filename=", '"'),
    "open quotes": ("attachment", ';a="\\'),
    "escapes": ('attachment; filename="', '\\"'),
    "spaces": ("attachment; filename", " "),
    "names": ("attachment; ", "filename"),
    "parameters": ("attachment", "; filename="),
    "numbers": ("attachment", "; filename*{}=a"),
    "escaped bytes": ("attachment; filename*=UTF-8''", "%F0"),
    "another character set": ("attachment; filename*=punycode''", "a"),
}


@pytest.mark.parametrize("header", HOSTILE)
def test_the_time_for_a_header_is_in_proportion_to_its_length(header):
    """However long it is, and whatever it is made of."""
    first, part = HOSTILE[header]

    def make(size):
        return {"content-disposition": first + "".join(map(part.format, range(size)))}

    assert_linear(lambda headers: file_name(headers, None), make, 1_000)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        (None, None),
        ("https://storage.example.org", None),
        ("https://storage.example.org/a/", None),
        ("https://storage.example.org/a%2F..%2Fb.mid", "b.mid"),
        ("https://storage.example.org/F%C3%BCr.mid#x", "Für.mid"),
        ("https://storage.example.org/..", None),
    ],
)
def test_the_name_in_a_url(url, name):
    """It is unescaped first, and made safe then."""
    assert file_name({}, url) == name
