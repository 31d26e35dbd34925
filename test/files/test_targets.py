"""Where files are put: what can't be there is said before anything is asked for."""

import os
import stat
from pathlib import Path
from unittest import mock

import pytest

from flat_api.files import check_target
from flat_api.files._targets import put_in_place


class TestChecking:
    """A target that no file can be put at is an error at once."""

    def test_a_file_in_a_folder_and_a_folder_are_targets(self, tmp_path):
        assert check_target(tmp_path / "new.mp3", False) == tmp_path / "new.mp3"
        assert check_target(str(tmp_path), False) == tmp_path
        assert check_target(f"{tmp_path}{os.sep}", False) == tmp_path

    @pytest.mark.parametrize("end", ["missing/x.wav", "missing/", "missing/deep/x.wav"])
    def test_a_missing_folder_is_named(self, end, tmp_path):
        with pytest.raises(FileNotFoundError) as caught:
            check_target(f"{tmp_path}/{end}", True)
        assert Path(caught.value.filename) == Path(f"{tmp_path}/{end}".rpartition("/")[0])

    @pytest.mark.parametrize("end", ["file/x.wav", "file/"])
    def test_a_file_is_no_folder(self, end, tmp_path):
        (tmp_path / "file").touch()
        with pytest.raises(NotADirectoryError):
            check_target(f"{tmp_path}/{end}", True)

    def test_a_folder_that_can_not_be_written_to(self, tmp_path):
        with mock.patch("os.access", return_value=False), pytest.raises(PermissionError) as caught:
            check_target(tmp_path / "x.wav", False)
        assert caught.value.filename == str(tmp_path)

    def test_a_name_that_is_too_long(self, tmp_path):
        with pytest.raises(OSError, match="too long"):
            check_target(tmp_path / ("x" * 300), False)

    def test_a_file_that_is_to_stay(self, tmp_path):
        """A link is one too, wherever it leads."""
        (tmp_path / "old").touch()
        (tmp_path / "link").symlink_to(tmp_path / "nowhere")
        for name in ("old", "link"):
            with pytest.raises(FileExistsError, match="overwrite=True"):
                check_target(tmp_path / name, False)
            assert check_target(tmp_path / name, True) == tmp_path / name

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
    def test_what_is_no_file_is_never_replaced(self, tmp_path):
        """Nor written to: nobody may be reading."""
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(FileExistsError, match="not a regular file"):
            check_target(tmp_path / "pipe", True)
        with pytest.raises(FileExistsError):
            check_target(tmp_path / "pipe", False)


class TestPutting:
    """A file gets its name in one step."""

    @pytest.fixture(params=[True, False])
    def part(self, request, tmp_path, monkeypatch):
        """A part, in a file system with links or without."""
        if not request.param:
            monkeypatch.setattr(os, "link", mock.Mock(side_effect=PermissionError))
        (tmp_path / "part").write_bytes(b"music")
        return tmp_path / "part"

    @pytest.mark.parametrize("overwrite", [True, False])
    def test_a_new_file(self, part, overwrite, tmp_path):
        put_in_place(part, tmp_path / "end.mid", overwrite)
        assert (tmp_path / "end.mid").read_bytes() == b"music"
        assert os.listdir(tmp_path) == ["end.mid"]

    def test_never_over_a_file(self, part, tmp_path):
        (tmp_path / "end.mid").write_bytes(b"old")
        with pytest.raises(FileExistsError, match="overwrite=True"):
            put_in_place(part, tmp_path / "end.mid", False)
        assert (tmp_path / "end.mid").read_bytes() == b"old"
        put_in_place(part, tmp_path / "end.mid", True)
        assert (tmp_path / "end.mid").read_bytes() == b"music"

    def test_never_over_a_file_that_came_up_meanwhile(self, part, tmp_path, monkeypatch):
        """Even where it wasn't there yet a moment ago."""
        (tmp_path / "end.mid").write_bytes(b"theirs")
        monkeypatch.setattr(os, "lstat", mock.Mock(side_effect=FileNotFoundError))
        with pytest.raises(FileExistsError, match="overwrite=True"):
            put_in_place(part, tmp_path / "end.mid", False)
        assert (tmp_path / "end.mid").read_bytes() == b"theirs"

    def test_a_part_that_is_gone_leaves_nothing(self, part, tmp_path):
        part.unlink()
        with pytest.raises(FileNotFoundError):
            put_in_place(part, tmp_path / "end.mid", False)
        assert os.listdir(tmp_path) == []

    def test_a_link_is_replaced_and_not_what_it_leads_to(self, part, tmp_path):
        (tmp_path / "theirs").write_bytes(b"theirs")
        (tmp_path / "link").symlink_to(tmp_path / "theirs")
        put_in_place(part, tmp_path / "link", True)
        assert (tmp_path / "theirs").read_bytes() == b"theirs"
        assert stat.S_ISREG(os.lstat(tmp_path / "link").st_mode)
