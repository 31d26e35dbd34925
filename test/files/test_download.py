"""Bodies that go to files are there whole or not at all."""

import gzip
import io
import os
import re
from contextlib import contextmanager
from pathlib import Path

import pytest
import urllib3

from flat_api.api_client import ApiClient
from flat_api.apis._service import FlatApi
from flat_api.configuration import Configuration
from flat_api.exceptions import ApiConnectionError, ApiResponseError
from flat_api.files import save
from flat_api.operations import WholeResponse, get
from flat_api.rest import RESTClientObject, RetryPolicy
from flat_api.schemas import BinarySchema

from ..faults import CLOSE, RESET, FaultyServer, answer


def response(header=None, url=None, body=b"music"):
    return WholeResponse(body, {"Content-Disposition": header} if header else {}, 200, "OK", url)


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
    retries = RetryPolicy(wait=lambda seconds: None)
    with files(script, temp_folder_path=str(tmp_path), retries=retries) as api, pytest.raises(ApiConnectionError):
        api.read(stream=True)
    assert os.listdir(tmp_path) == []


def test_a_streamed_answer_of_another_kind_is_refused_by_strict_callers():
    """Its bytes are in the error, and its connection is free."""
    with files(answer("200 OK", b"<p>", "Content-Type: text/html")) as api, pytest.raises(ApiResponseError) as caught:
        api.api_client.configuration.strict_responses = True
        api.read(stream=True)
    assert caught.value.body == b"<p>"
