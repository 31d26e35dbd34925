"""Parts: hidden files that one transfer at a time writes to, and that outlive the process that did."""

import os
import stat
from unittest import mock

import pytest

from flat_api.files import _parts
from flat_api.files._locks import Lock
from flat_api.files._parts import Part, Place
from flat_api.files._versions import Version

VERSION = Version('"v\xe91"', 100)


@pytest.fixture
def place(tmp_path):
    return Place.of(tmp_path / "song.mp3", "https://storage.example.org/song")


def left(place, data=b"some", version=VERSION):
    """The path of a part that a transfer left behind, however it ended."""
    part = Part.new(place, version)
    part.write(data)
    part._file.close()
    return part.path


def test_a_part_is_found_by_the_next_transfer_of_the_same(place):
    path = left(place)
    part = Part.found(place)
    assert part is not None
    assert (part.path, part.version, part.size) == (path, VERSION, 4)
    part.continue_at(2)
    part.write(b"ng")
    part.keep()
    assert path.read_bytes() == b"song"


def test_a_part_is_found_for_another_file_from_the_same_source(place, tmp_path):
    """Be it another name, or one that only the server will tell."""
    for target in (tmp_path / "other.mp3", tmp_path):
        path = left(place)
        part = Part.found(Place.of(target, "https://storage.example.org/song"))
        assert part is not None
        assert part.path == path
        part.discard()
    assert os.listdir(tmp_path) == []


def test_the_longest_part_is_continued_and_the_others_go(place, tmp_path):
    for data in (b"", b"so", b"some", b"som"):
        left(place, data)
    left(place, b"of no known version", Version("", 100))
    part = Part.found(place)
    assert part is not None
    assert part.size == 4
    part.keep()
    assert os.listdir(tmp_path) == [part.path.name]


def test_what_was_to_become_the_same_file_goes(place, tmp_path):
    """Nobody will ask for it any more. What is to become another file, from somewhere else, stays."""
    left(Place.of(tmp_path / "song.mp3", "https://storage.example.org/older"))
    other = left(Place.of(tmp_path / "other.mp3", "https://storage.example.org/other"))
    unnamed = left(Place.of(tmp_path, "https://storage.example.org/unnamed"))
    assert Part.found(place) is None
    assert Part.found(Place.of(tmp_path, "https://storage.example.org/song")) is None
    assert sorted(os.listdir(tmp_path)) == sorted([other.name, unnamed.name])


def test_a_part_that_is_written_to_is_left_alone(place):
    """Whoever finds it is too early, and begins with a part of its own."""
    writing = Part.new(place, VERSION)
    writing.write(b"some")
    assert Part.found(place) is None
    other = Part.new(place, VERSION)
    assert other.path != writing.path
    other.discard()
    writing.put(place.folder / "song.mp3", False)
    assert (place.folder / "song.mp3").read_bytes() == b"some"


def test_without_a_source_nothing_is_found(tmp_path):
    left(Place.of(tmp_path / "song.mp3", None))
    assert Part.found(Place.of(tmp_path / "other.mp3", None)) is None


class TestWhatIsPlanted:
    """In a folder that others may write to, only regular files of this user are read, written or removed."""

    @pytest.fixture
    def path(self, place):
        found = left(place)
        found.unlink()
        return found

    def test_a_link(self, place, path, tmp_path):
        (tmp_path / "theirs").write_bytes(b"theirs")
        path.symlink_to(tmp_path / "theirs")
        assert Part.found(place) is None
        assert (tmp_path / "theirs").read_bytes() == b"theirs"
        assert path.is_symlink()

    def test_a_pipe(self, place, path):
        """Opening one would wait for its other end."""
        os.mkfifo(path)
        assert Part.found(place) is None
        assert stat.S_ISFIFO(os.lstat(path).st_mode)

    def test_a_folder(self, place, path):
        path.mkdir()
        assert Part.found(place) is None
        assert path.is_dir()

    def test_a_file_of_somebody_else(self, place, path, monkeypatch):
        path.write_bytes(b"theirs")
        monkeypatch.setattr(os, "geteuid", lambda: os.stat(path).st_uid + 1)
        assert Part.found(place) is None
        assert path.read_bytes() == b"theirs"

    def test_another_name_of_a_file(self, place, path, tmp_path):
        """As it is left where a process ends just after its file got its name: writing would change that file."""
        (tmp_path / "song.mp3").write_bytes(b"whole")
        os.link(tmp_path / "song.mp3", path)
        assert Part.found(place) is None
        assert os.listdir(tmp_path) == ["song.mp3"]

    def test_the_name_of_a_new_part(self, place, path, monkeypatch):
        """A part is never written to what is there already, a link that leads nowhere included."""
        monkeypatch.setattr(_parts.secrets, "token_hex", lambda size: path.name.split(".")[2])
        path.symlink_to(place.folder / "elsewhere")
        with pytest.raises(FileExistsError):
            Part.new(place, VERSION)
        assert not (place.folder / "elsewhere").exists()

    def test_a_part_that_was_replaced_is_not_put_in_place(self, place, tmp_path):
        part = Part.new(place, VERSION)
        part.write(b"music")
        part.path.rename(tmp_path / "moved")
        part.path.write_bytes(b"theirs")
        with pytest.raises(FileNotFoundError):
            part.put(tmp_path / "song.mp3", True)
        part.discard()
        assert part.path.read_bytes() == b"theirs"
        assert not (tmp_path / "song.mp3").exists()


def test_a_part_that_is_removed_before_it_is_locked_is_made_again(place, monkeypatch):
    """Another transfer may find it empty in between."""
    lock = _parts.lock

    def late(descriptor):
        monkeypatch.setattr(_parts, "lock", lock)
        (path,) = place.folder.iterdir()
        path.unlink()
        return lock(descriptor)

    monkeypatch.setattr(_parts, "lock", late)
    part = Part.new(place, VERSION)
    part.write(b"music")
    part.put(place.folder / "song.mp3", False)
    assert (place.folder / "song.mp3").read_bytes() == b"music"


def test_without_locks_files_are_written_and_nothing_is_continued(place, monkeypatch):
    """Some file systems have none: a part there may be somebody's who is still writing."""
    monkeypatch.setattr(_parts, "lock", lambda descriptor: Lock.NOBODYS)
    path = left(place)
    assert Part.found(place) is None
    part = Part.new(place, VERSION)
    part.write(b"music")
    part.put(place.folder / "song.mp3", False)
    assert sorted(os.listdir(place.folder)) == sorted([path.name, "song.mp3"])


@pytest.mark.parametrize("name", [".x.part", ".000000000000-000000000000-1-!!!.00000000.part", "song.mp3"])
def test_other_files_stay(place, name, tmp_path):
    (tmp_path / name).write_bytes(b"theirs")
    assert Part.found(place) is None
    assert (tmp_path / name).read_bytes() == b"theirs"


def test_a_folder_that_can_not_be_listed_has_no_parts(place, monkeypatch):
    monkeypatch.setattr(os, "listdir", mock.Mock(side_effect=PermissionError))
    assert Part.found(place) is None


def test_names_of_parts_fit_any_file_system(tmp_path):
    place = Place.of(tmp_path / ("x" * 250), "s" * 10_000)
    part = Part.new(place, Version('"' + "\xff" * 88 + '"', 10**18 - 1))
    assert len(part.path.name) <= 255
    part.discard()
