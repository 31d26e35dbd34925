"""Bodies that go to files: what a server may call them, and that they are there whole or not at all."""

import gzip
import io
import os
import re
import unicodedata
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

import pytest
import urllib3
from hypothesis import example, given
from hypothesis import strategies as st

from flat_api.api_client import ApiClient
from flat_api.apis._service import FlatApi
from flat_api.configuration import Configuration
from flat_api.exceptions import ApiConnectionError, ApiResponseError
from flat_api.operations import file_name, get, put_in_place, safe_name, save, whole_response
from flat_api.rest import RESTClientObject
from flat_api.schemas import BinarySchema

from ..faults import CLOSE, RESET, FaultyServer, answer

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


def response(header=None, url=None, body=b"music"):
    return whole_response(body, {"Content-Disposition": header} if header else {}, 200, "OK", url)


HEADERS = {
    'attachment; filename="score.mid"': "score.mid",
    "attachment; filename=score.mid": "score.mid",
    'ATTACHMENT; FILENAME="score.mid"': "score.mid",
    "attachment; filename*=UTF-8''F%C3%BCr%20Elise.mid": "Für Elise.mid",
    "attachment; filename=\"Fur Elise.mid\"; filename*=UTF-8''F%C3%BCr%20Elise.mid": "Für Elise.mid",
    "attachment; filename*=UTF-8''F%C3%BCr.mid; filename=\"Fur.mid\"": "Für.mid",
    "attachment; filename*=iso-8859-1'de'F%FCr.mid": "Für.mid",
    "attachment; filename*=nonsense''a.mid": "a.mid",
    "attachment; filename*=UTF-8''%FF.mid": "\ufffd.mid",
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
    assert file_name(response(header, "https://storage.example.org/a/end.mid?name=b/c")) == name


@given(st.text(st.characters(codec="latin-1", exclude_characters="\r\n")))
def test_any_header_is_read(header):
    """No header is an error: the worst is that the file is called something else."""
    name = file_name(response(header, "https://storage.example.org/"))
    assert name is None or safe_name(name) == name


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
    assert file_name(response(None, url)) == name


@contextmanager
def streamed(*answers):
    """An answer that is still to be read, from a server that says *answers*; all is closed at the end."""
    with FaultyServer(answers) as server:
        rest = RESTClientObject(Configuration(server.url))
        yield rest.request("GET", f"{server.url}/end.mid", stream=True)
        rest.close()
        assert server.settles(0)


class TestSaving:
    """A file is there whole or not at all."""

    def test_into_a_file(self, tmp_path):
        steps = []
        with streamed(answer(body=b"music" * 100_000)) as raw:
            target = save(raw, tmp_path / "mine.mid", progress=lambda done, total: steps.append((done, total)))
        assert target == tmp_path / "mine.mid"
        assert target.read_bytes() == b"music" * 100_000
        assert steps[-1] == (500_000, 500_000)
        assert steps == sorted(steps)
        assert os.listdir(tmp_path) == ["mine.mid"]

    def test_into_a_folder(self, tmp_path):
        with streamed(answer("200 OK", b"music", 'Content-Disposition: attachment; filename="../../up.mid"')) as raw:
            assert save(raw, tmp_path) == tmp_path / "up.mid"
        with streamed(answer(body=b"music")) as raw:
            assert save(raw, tmp_path) == tmp_path / "end.mid"
        assert save(response(), tmp_path) == tmp_path / "download"
        assert sorted(os.listdir(tmp_path)) == ["download", "end.mid", "up.mid"]

    def test_what_is_in_memory(self, tmp_path):
        """An answer that was read already is saved just so, and so is one that another library made."""
        assert save(response(body=b"here"), tmp_path / "a").read_bytes() == b"here"
        assert save(response(body=b""), tmp_path / "b").read_bytes() == b""
        mocked = urllib3.HTTPResponse(io.BytesIO(b"mock"), preload_content=False)
        assert save(mocked, tmp_path / "c").read_bytes() == b"mock"

    def test_decoded(self, tmp_path):
        """What was compressed on its way is not so in the file, and nobody knows beforehand how long it gets."""
        steps = []
        with streamed(answer("200 OK", gzip.compress(b"music"), "Content-Encoding: gzip")) as raw:
            save(raw, tmp_path / "a", progress=lambda done, total: steps.append((done, total)))
        assert (tmp_path / "a").read_bytes() == b"music"
        assert steps == [(5, None)]

    @pytest.mark.parametrize("length", ["9" * 5000, "many"])
    def test_of_a_length_that_is_none(self, length, tmp_path):
        steps = []
        with streamed((f"HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\nmusic".encode(), CLOSE)) as raw:
            save(raw, tmp_path / "a", progress=lambda done, total: steps.append((done, total)))
        assert steps == [(5, None)]

    @pytest.mark.parametrize("is_folder", [False, True])
    def test_never_over_a_file(self, is_folder, tmp_path):
        (tmp_path / "end.mid").write_bytes(b"old")
        with streamed(answer(body=b"music")) as raw, pytest.raises(FileExistsError, match="overwrite=True"):
            save(raw, tmp_path if is_folder else tmp_path / "end.mid")
        assert (tmp_path / "end.mid").read_bytes() == b"old"
        with streamed(answer(body=b"music")) as raw:
            save(raw, tmp_path if is_folder else tmp_path / "end.mid", overwrite=True)
        assert (tmp_path / "end.mid").read_bytes() == b"music"
        assert os.listdir(tmp_path) == ["end.mid"]

    def test_never_over_a_file_that_came_up_meanwhile(self, tmp_path):
        """Nor over a link that leads nowhere, which is no file yet."""

        def intrude(done, total):
            (tmp_path / "end.mid").write_bytes(b"theirs")

        with streamed(answer(body=b"music")) as raw, pytest.raises(FileExistsError):
            save(raw, tmp_path / "end.mid", progress=intrude)
        assert (tmp_path / "end.mid").read_bytes() == b"theirs"
        (tmp_path / "link.mid").symlink_to(tmp_path / "elsewhere")
        with streamed(answer(body=b"music")) as raw, pytest.raises(FileExistsError):
            save(raw, tmp_path / "link.mid")
        assert sorted(os.listdir(tmp_path)) == ["end.mid", "link.mid"]

    @pytest.mark.parametrize("has_links", [True, False])
    def test_what_can_not_be_moved_is_not_there(self, has_links, tmp_path, monkeypatch):
        """Whether the file system has links or not, nothing is at the target when the move to it fails."""
        if not has_links:
            monkeypatch.setattr(os, "link", mock.Mock(side_effect=PermissionError))
        with pytest.raises(FileNotFoundError):
            put_in_place(tmp_path / "missing", tmp_path / "end.mid", False)
        assert os.listdir(tmp_path) == []

    def test_without_links_files_are_put_in_place_too(self, tmp_path, monkeypatch):
        monkeypatch.setattr(os, "link", mock.Mock(side_effect=PermissionError))
        save(response(), tmp_path / "end.mid")
        (tmp_path / "next").write_bytes(b"next")
        with pytest.raises(FileExistsError):
            put_in_place(tmp_path / "next", tmp_path / "end.mid", False)
        assert (tmp_path / "end.mid").read_bytes() == b"music"

    def test_a_link_is_replaced_and_not_what_it_leads_to(self, tmp_path):
        (tmp_path / "theirs").write_bytes(b"theirs")
        (tmp_path / "link").symlink_to(tmp_path / "theirs")
        save(response(), tmp_path / "link", overwrite=True)
        assert (tmp_path / "theirs").read_bytes() == b"theirs"
        assert not (tmp_path / "link").is_symlink()

    def test_into_no_folder(self, tmp_path):
        with streamed(answer(body=b"music")) as raw, pytest.raises(FileNotFoundError):
            save(raw, tmp_path / "nowhere" / "a.mid")

    HEAD = b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nmusic"

    @pytest.mark.parametrize(
        ("script", "cls"),
        [
            ((HEAD, CLOSE), ApiConnectionError),
            ((HEAD, RESET), ApiConnectionError),
            ((b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nmusic\r\nzz", CLOSE), ApiConnectionError),
            (answer("200 OK", b"no gzip", "Content-Encoding: gzip"), ApiResponseError),
        ],
    )
    @pytest.mark.parametrize("overwrite", [False, True])
    def test_what_breaks_off_leaves_nothing(self, script, cls, overwrite, tmp_path):
        if overwrite:
            (tmp_path / "a.mid").write_bytes(b"old")
        with streamed(script) as raw, pytest.raises(cls) as caught:
            save(raw, tmp_path / "a.mid", overwrite=overwrite)
        assert caught.value.__cause__ is not None
        assert os.listdir(tmp_path) == (["a.mid"] if overwrite else [])
        assert not overwrite or (tmp_path / "a.mid").read_bytes() == b"old"

    @pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit, ZeroDivisionError])
    def test_an_interrupt_leaves_nothing(self, error, tmp_path):
        """Whatever stops the transfer, Ctrl-C included: the folder is as it was, and the connection is given up."""

        def stop(done, total):
            raise error

        with streamed((answer(body=b"music", length=10),)) as raw, pytest.raises(error):
            save(raw, tmp_path / "a.mid", progress=stop)
        assert os.listdir(tmp_path) == []

    def test_of_another_user_is_not_read_by_everybody(self, tmp_path):
        """Files have the rights that the user gives to new files."""
        old = os.umask(0o077)
        try:
            assert save(response(), tmp_path / "a").stat().st_mode & 0o777 == 0o600
        finally:
            os.umask(old)


class Files(FlatApi):
    """An operation that answers with a file."""

    read = get("/end.mid", "Read.", returns=BinarySchema, produces=("audio/midi",))


@contextmanager
def files(*answers, **settings):
    with FaultyServer(answers) as server, ApiClient(Configuration(server.url)) as client:
        for name, value in settings.items():
            setattr(client.configuration, name, value)
        yield Files(client)
        client.close()
        assert server.settles(0)


MUSIC = answer("200 OK", b"music", "Content-Type: audio/midi")


def test_a_streamed_file_is_a_file(tmp_path):
    """In the folder for temporary files, with the name that it has; without streaming, the body is bytes."""
    with files(MUSIC, temp_folder_path=str(tmp_path)) as api:
        assert bytes(api.read().body) == b"music"
        with api.read(stream=True).body as file:
            assert file.read() == b"music"
            path = Path(file.name)
        assert path.name == "end.mid"
        assert path.parent.parent == tmp_path
        assert re.fullmatch("flat-.*", path.parent.name)


@pytest.mark.parametrize("script", [(answer("200 OK", b"mu", "Content-Type: audio/midi", length=5), CLOSE)])
def test_a_streamed_file_that_breaks_off_leaves_nothing(script, tmp_path):
    """No file, and no folder for it; the error is one of this package."""
    with files(script, temp_folder_path=str(tmp_path)) as api, pytest.raises(ApiConnectionError):
        api.read(stream=True)
    assert os.listdir(tmp_path) == []


def test_a_streamed_answer_of_another_kind_is_refused_by_strict_callers():
    """Its bytes are in the error, and its connection is free."""
    with files(answer("200 OK", b"<p>", "Content-Type: text/html")) as api, pytest.raises(ApiResponseError) as caught:
        api.api_client.configuration.strict_responses = True
        api.read(stream=True)
    assert caught.value.body == b"<p>"
