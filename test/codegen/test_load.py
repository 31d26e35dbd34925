"""Documents read from files."""

from __future__ import annotations

import builtins
import typing
from pathlib import Path

import pytest

from flat_api.codegen import DocumentError, load

from .generated import written


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"a": }', r"openapi\.json:1:7: is not JSON: Expecting value"),
        ('{"a": 1, "b": {"c": 1, "c": 2}}', "has an object with two keys 'c'"),
        ('{"a": NaN}', "is not JSON: NaN is no number"),
        ("[" * 100_000, "is nested too deeply"),
    ],
)
def test_what_is_not_json_is_refused_with_its_place(tmp_path: Path, text: str, message: str):
    """The error names the file, the line and the column."""
    with pytest.raises(DocumentError, match=message):
        load(written(tmp_path, text))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: [1", r"openapi\.yaml:1:6: is not YAML"),
        ("a: 1\nb: {c: 1, c: 2}", r"openapi\.yaml:2:11: is not YAML: two keys 'c' in one object"),
        ("? [a]\n: 1", r"openapi\.yaml:1:3: is not YAML: a key that is no string"),
        ("a: \x07", "is not YAML"),
        ("a: !!python/object:x {}", "could not determine a constructor"),
    ],
)
def test_what_is_not_yaml_is_refused_with_its_place(tmp_path: Path, text: str, message: str):
    """The error names the file, the line and the column."""
    pytest.importorskip("yaml")
    with pytest.raises(DocumentError, match=message):
        load(written(tmp_path, text, "openapi.yaml"))


def test_yaml_has_the_values_of_json_only(tmp_path: Path):
    """`no`, `on` and dates are strings, keys too: 'on' as a key is not true, and 200 is '200'."""
    pytest.importorskip("yaml")
    text = """
        no: [no, on, 2020-01-01, 12:30:00, 1_000, null, ~, true]
        200: [007, 0o17, 0x1F, 1.5, -2, 1e3, '1', .5]
        base: &base {a: 1, b: 2}
        merged: {<<: *base, b: 3}
    """
    assert load(written(tmp_path, text, "openapi.yml")) == {
        "no": ["no", "on", "2020-01-01", "12:30:00", "1_000", None, None, True],
        "200": [7, 15, 31, 1.5, -2, 1000.0, "1", 0.5],
        "base": {"a": 1, "b": 2},
        "merged": {"a": 1, "b": 3},
    }


def test_without_pyyaml_the_error_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """YAML takes the extra `codegen`; JSON takes nothing."""
    real = builtins.__import__

    def without_yaml(name: str, *arguments: typing.Any, **options: typing.Any) -> typing.Any:
        if name == "yaml":
            raise ImportError(name)
        return real(name, *arguments, **options)

    monkeypatch.setattr(builtins, "__import__", without_yaml)
    with pytest.raises(DocumentError, match=r"pip install 'flat-api-frozen\[codegen\]'"):
        load(written(tmp_path, "a: 1", "openapi.yaml"))
    assert load(written(tmp_path, '{"a": 1}')) == {"a": 1}


def test_a_file_that_is_not_there_or_not_text_is_named(tmp_path: Path):
    """The error says which file, and what is wrong with it."""
    with pytest.raises(DocumentError, match=r"nowhere\.json: can't be read: No such file"):
        load(tmp_path / "nowhere.json")
    (tmp_path / "binary.json").write_bytes(b'{"a": "\xff"}')
    with pytest.raises(DocumentError, match=r"binary\.json: is not UTF-8 \(byte 7\)"):
        load(tmp_path / "binary.json")


def test_a_byte_order_mark_is_no_part_of_the_document(tmp_path: Path):
    """Some editors put one in front."""
    (tmp_path / "a.json").write_bytes(b'\xef\xbb\xbf{"a": 1}')
    assert load(tmp_path / "a.json") == {"a": 1}
