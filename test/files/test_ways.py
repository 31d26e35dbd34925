"""However a file is asked for, by a call, a stream, a download or a poller: one set of rules holds."""

import gzip
import os
import random
import sys
import zlib
from contextlib import contextmanager
from unittest import mock

import pytest

from flat_api import Flat
from flat_api.apis.tags.score_api import ScoreApi
from flat_api.exceptions import ApiConnectionError, ApiResponseError, ServerError
from flat_api.model.task import Task
from flat_api.rest import RetryPolicy
from flat_api.tasks import TaskPoller

from ..faults import CLOSE, FaultyServer, answer, json_answer

DATA = random.Random(1).randbytes(50_000)
MIDI = "Content-Type: audio/midi"
PARAMETERS = {"score": "56ae21579a127715a02901a6", "revision": "last", "format": "midi"}


def call(flat, folder):
    return flat.scores.get_score_revision_data(**PARAMETERS)


def stream(flat, folder):
    """The earlier form."""
    flat.configuration.temp_folder_path = str(folder)
    with ScoreApi(flat.api_client).get_score_revision_data(path_params=PARAMETERS, stream=True).body as file:
        return file.read()


def download(flat, folder):
    return flat.scores.get_score_revision_data.download(folder / "song.mid", **PARAMETERS).read_bytes()


def poller(flat, folder):
    task = Task(id="t1", state="done", result={"url": f"{flat.configuration.host}/song.mid"})
    return TaskPoller(flat, task).download_to(folder / "song.mid").read_bytes()


WAYS = [call, stream, download, poller]
TO_FILES = [stream, download, poller]


@contextmanager
def served(*answers):
    with FaultyServer(answers) as server, Flat(host=server.url, retries=RetryPolicy(wait=lambda _: None)) as flat:
        yield flat, server


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("coding", ["gzip", "deflate"])
@pytest.mark.parametrize("length", [True, False])
def test_half_of_a_coded_body_is_no_file(way, coding, length, tmp_path):
    """Its length may be right: what tells is the coding, whose end is missing (RFC 1952, 2.3.1)."""
    coded = {"gzip": gzip.compress, "deflate": zlib.compress}[coding](DATA)
    half = coded[: len(coded) // 2]
    framed = answer("200 OK", half, MIDI, f"Content-Encoding: {coding}")
    if not length:
        chunk = b"%x\r\n%b\r\n0\r\n\r\n" % (len(half), half)
        head = f"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n{MIDI}\r\nContent-Encoding: {coding}\r\n\r\n"
        framed = head.encode() + chunk
    with served(framed) as (flat, server):
        with pytest.raises(ApiResponseError, match=coding) as caught:
            way(flat, tmp_path)
        assert caught.value.status == 200
        assert len(server.requests) == 1
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("size", [0, 1, 20])
def test_a_coded_body_without_its_end_is_no_file(way, size, tmp_path):
    """Not even where nothing of it came."""
    framed = answer("200 OK", gzip.compress(DATA)[:size], MIDI, "Content-Encoding: gzip")
    with served(framed) as (flat, _), pytest.raises(ApiResponseError, match="gzip"):
        way(flat, tmp_path)
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("coding", ["br", "zstd", "compress", "gzip, br"])
def test_a_coding_that_can_not_be_decoded_is_named(way, coding, tmp_path):
    """And nothing is passed on as it came."""
    missing = dict.fromkeys(("brotli", "brotlicffi", "compression.zstd", "backports.zstd", "backports"))
    framed = answer("200 OK", DATA, MIDI, f"Content-Encoding: {coding}")
    rejected = pytest.raises(ApiResponseError, match=coding.rpartition(" ")[2])
    with mock.patch.dict(sys.modules, missing), served(framed) as (flat, _), rejected:
        way(flat, tmp_path)
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("way", WAYS)
def test_junk_behind_a_coded_body_is_rejected(way, tmp_path):
    framed = answer("200 OK", gzip.compress(DATA) + b"junk", MIDI, "Content-Encoding: gzip")
    with served(framed) as (flat, _), pytest.raises(ApiResponseError, match="gzip"):
        way(flat, tmp_path)
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("coding", ["gzip", "GZip", "x-gzip", "deflate", "identity", "gzip, deflate"])
def test_a_whole_body_is_decoded(way, coding, tmp_path):
    body = DATA
    for name in coding.lower().split(", "):
        body = {"deflate": zlib.compress, "identity": bytes}.get(name, gzip.compress)(body)
    with served(answer("200 OK", body, MIDI, f"Content-Encoding: {coding}")) as (flat, _):
        assert way(flat, tmp_path) == DATA


CUT = (answer("200 OK", DATA[:100], MIDI, length=len(DATA)), CLOSE)


@pytest.mark.parametrize("way", WAYS)
def test_a_body_that_is_cut_off_is_asked_for_again(way, tmp_path):
    """Like any GET, three times, whether its head has been handed on or not."""
    with served(CUT, CUT, CUT, answer("200 OK", DATA, MIDI)) as (flat, server):
        assert way(flat, tmp_path) == DATA
        assert len(server.requests) == 4


@pytest.mark.parametrize("way", WAYS)
def test_a_body_that_stays_cut_off_is_an_error(way, tmp_path):
    """Four requests in all, of which nothing is left."""
    with served(CUT) as (flat, server):
        with pytest.raises(ApiConnectionError):
            way(flat, tmp_path)
        assert len(server.requests) == 4
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("way", WAYS)
def test_without_repetitions_a_body_is_asked_for_once(way, tmp_path):
    with served(CUT) as (flat, server):
        flat.configuration.retries = 0
        with Flat(configuration=flat.configuration) as once, pytest.raises(ApiConnectionError):
            way(once, tmp_path)
        assert len(server.requests) == 1


@pytest.mark.parametrize("way", TO_FILES)
def test_only_the_rest_of_a_body_is_asked_for(way, tmp_path):
    """Where the server can tell that it is of the same version."""
    tag = 'ETag: "v1"'
    cut = (answer("200 OK", DATA[:100], MIDI, tag, length=len(DATA)), CLOSE)
    span = f"Content-Range: bytes 100-{len(DATA) - 1}/{len(DATA)}"
    rest = answer("206 Partial Content", DATA[100:], MIDI, tag, span)
    with served(cut, rest) as (flat, server):
        assert way(flat, tmp_path) == DATA
        assert [request.headers("range") for request in server.requests] == [[], ["bytes=100-"]]
        assert server.requests[1].headers("if-range") == ['"v1"']


@pytest.mark.parametrize("way", TO_FILES)
def test_an_error_in_place_of_the_rest_is_that_error(way, tmp_path):
    with served(CUT, json_answer("500 No", b'{"code":"SOME_CODE"}')) as (flat, _):
        with pytest.raises(ServerError) as caught:
            way(flat, tmp_path)
        assert caught.value.code == "SOME_CODE"
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("way", [download, poller])
def test_a_missing_folder_is_told_before_anything_is_asked(way, tmp_path):
    with served(answer("200 OK", DATA, MIDI)) as (flat, server):
        with pytest.raises(FileNotFoundError) as caught:
            way(flat, tmp_path / "missing")
        assert caught.value.filename == str(tmp_path / "missing")
        assert server.requests == []


def test_a_poller_does_not_wait_for_a_task_whose_file_has_no_place(tmp_path):
    """The folder is missing now, and will be when the task is done."""
    with served(json_answer("200 OK", b'{"id":"t1","state":"doing"}')) as (flat, server):
        with pytest.raises(FileNotFoundError):
            TaskPoller(flat, "t1").download_to(tmp_path / "missing" / "x.wav")
        assert server.requests == []


def test_an_interrupted_download_is_continued_by_the_next(tmp_path):
    """Of the same operation with the same parameters; a part that is left is hidden, and gone in the end."""
    tag = 'ETag: "v1"'
    whole = answer("200 OK", DATA, MIDI, tag)
    flaky = (answer("200 OK", DATA[:100], MIDI, tag, length=len(DATA)), CLOSE)
    span = f"Content-Range: bytes 100-{len(DATA) - 1}/{len(DATA)}"
    rest = answer("206 Partial Content", DATA[100:], MIDI, tag, span)
    with served(flaky, *[json_answer("500 No")], whole, rest) as (flat, server):
        with pytest.raises(ServerError):
            download(flat, tmp_path)
        (kept,) = os.listdir(tmp_path)
        assert kept.startswith(".")
        other = {**PARAMETERS, "format": "mp3"}
        flat.scores.get_score_revision_data.download(tmp_path / "other.mid", **other)
        assert server.requests[-1].headers("range") == []
        assert download(flat, tmp_path) == DATA
        assert server.requests[-1].headers("range") == ["bytes=100-"]
    assert sorted(os.listdir(tmp_path)) == ["other.mid", "song.mid"]
