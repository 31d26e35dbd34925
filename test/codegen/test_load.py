"""Documents read from files."""

from __future__ import annotations

import builtins
import contextlib
import typing
from pathlib import Path

import pytest

from flat_api.codegen import DocumentError, load

from ..scaling import assert_linear
from .generated import written


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"a": }', r"openapi\.json:1:7: is not JSON: Expecting value"),
        ('{"a": 1, "b": {"c": 1, "c": 2}}', "has an object with two keys 'c'"),
        ('{"a": NaN}', "is not JSON: NaN is not a number"),
        ("[" * 100_000, "is nested too deeply"),
        ("[" * 91 + "]" * 91, "is nested too deeply: more than 90 levels"),
        ('{"a": 1e400}', "is not JSON: the number 1e400 is out of range"),
        ('{"a": -1e9999999999}', "is not JSON: the number -1e9999999999 is out of range"),
        (f'{{"a": {"9" * 5000}}}', "is not JSON: the integer 99999999999999999... has more than 1,000 digits"),
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
        ("? [a]\n: 1", r"openapi\.yaml:1:3: is not YAML: a key that is not a string"),
        ("a: \x07", "is not YAML"),
        ("a: !!python/object:x {}", "a value with the tag '.*python/object:x', for which JSON has no value"),
        ("a: !!binary aGk=", r"1:4: is not YAML: a value with the tag '.*binary', for which JSON has no value"),
        ("a: !!set {b, c}", "a value with the tag '.*set'"),
        ("a: !!omap [b: 1]", "a value with the tag '.*omap'"),
        ("a: !!timestamp 2020-01-01", "a value with the tag '.*timestamp'"),
        ("!own a", r"1:1: is not YAML: a value with the tag '!own'"),
        ("a: !!int x", r"1:4: is not YAML: a value with the tag !!int that is none"),
        ("a: !!float x", "a value with the tag !!float that is none"),
        ("a: !!bool yes", "a value with the tag !!bool that is none"),
        ("a: !!null x", "a value with the tag !!null that is none"),
        ("a: !!int [1]", "a value with the tag '.*int'"),
        ("a: !!map [1]", "a value with the tag '.*map'"),
        (f"a: {'9' * 5000}", "the integer 99999999999999999... has more than 1,000 digits"),
        (f"a: 0x{'f' * 5000}", "has more than 1,000 digits"),
        ("a: 1e400", "the number 1e400 is out of range"),
        (f"a: .{'9' * 400}e999", r"the number \.9999999999999999\.\.\. is out of range"),
        ("a: &b [*b]", r"1:4: is not YAML: a value that contains itself"),
        ("a: &b {c: {d: *b}}", "a value that contains itself"),
        ("a: {<<: x}", "a merge key without a mapping"),
        ("a: {<<: [x]}", "a merge key without a mapping"),
        ("a: 1\n---\nb: 1", "2:1: is not YAML: expected a single document in the stream, but found another"),
        ("[" * 300 + "]" * 300, "is nested too deeply: more than 90 levels"),
        ("- " * 300, "is nested too deeply"),
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


def test_an_alias_is_the_value_it_stands_for(tmp_path: Path):
    """Anchors save writing a thing twice; merge keys bring in what an object doesn't say itself, the first first."""
    pytest.importorskip("yaml")
    text = """
        a: &a {x: 1, y: 2}
        b: [*a, *a]
        c: {<<: [{y: 3}, *a], z: !!str 4}
    """
    both = {"x": 1, "y": 2}
    found = load(written(tmp_path, text, "openapi.yml"))
    assert found == {"a": both, "b": [both, both], "c": {"x": 1, "y": 3, "z": "4"}}


@pytest.mark.parametrize(
    "line", ["x{0}: &x{0} [{1}]", "x{0}: &x{0} {{<<: [{1}], k{0}: 1}}", "x{0}: &x{0} {{a: {2}, b: {2}}}"]
)
def test_a_nest_of_aliases_is_no_bomb(tmp_path: Path, line: str):
    """Ten lines of ten aliases each would be 10 to the power of 10 values: that is said at once, or isn't the case."""
    pytest.importorskip("yaml")

    def nest(levels: int) -> tuple[int, Path]:
        lines = ["x0: &x0 {k: 1}"]
        for level in range(1, levels + 1):
            before = f"*x{level - 1}"
            lines.append(line.format(level, ", ".join([before] * 10), before))
        return levels, written(tmp_path, "\n".join(lines), f"{levels}.yaml")

    def read(document: tuple[int, Path]) -> None:
        levels, path = document
        try:
            assert f"x{levels}" in load(path)
        except DocumentError as error:
            assert str(error) == f"{path}: has aliases that stand for ten times as many values as it has characters"

    assert_linear(read, nest, 6)


def parse_yaml(text: str) -> None:
    """Parse *text*, YAML or not."""
    yaml = pytest.importorskip("yaml")
    from flat_api.codegen import _yaml

    with contextlib.suppress(yaml.YAMLError, RecursionError):
        _yaml.parsed(text)


@pytest.mark.parametrize(
    "part",
    [
        ("a:\n  <<: [", "{{k{0}: 1}}, ", "]"),
        ("a:\n", "  <<: {{k{0}: 1}}\n", ""),
        ("", "k{0}: &a{0} v\n", ""),
        ("a: &a x\nb:\n", "  - *a\n", ""),
        ("", "k{0}: {{a: [b, c]}}\n", ""),
        ("", "- - a\n", ""),
        ("a: |\n", "  text\n\n", ""),
        ("a: >\n", "  text\n\n", ""),
        ('"', "\\x41 ", '"'),
        ("'", "''", "'"),
        ("", "# nothing\n", ""),
        ("a: ", "9", ""),
        ("a: 1.", "9", ""),
        ("a: 1e", "9", ""),
        ("", "? ", ""),
        ("", "- ", ""),
        ("", "&", ""),
        ("", "!!str ", ""),
        ("", "---\n", ""),
        ("", "k", ": 1"),
    ],
    ids=lambda part: part[1].strip() or "blank",
)
def test_yaml_is_read_in_proportion_to_its_length(part: tuple[str, str, str]):
    """Whatever it is made of, whether it is YAML or not."""
    assert_linear(parse_yaml, lambda count: part[0] + "".join(map(part[1].format, range(count))) + part[2], 100)


@pytest.mark.parametrize("part", ["[", "{a: "])
def test_levels_of_yaml_are_counted(part: str):
    """The parser looks so far ahead and no further, and the stack ends."""
    assert_linear(parse_yaml, lambda count: part * count, 3_000)


@pytest.mark.parametrize("part", ['"k{0}": 1, ', '"k": 1, ', "[", '{{"a":', "9", "-", '"', "\\", " ", "true,", "1e5,"])
@pytest.mark.parametrize("first", ["{", "[", ""])
def test_json_is_read_in_proportion_to_its_length(tmp_path: Path, first: str, part: str):
    def read(path: Path) -> None:
        with contextlib.suppress(DocumentError):
            load(path)

    def make(count: int) -> Path:
        return written(tmp_path, first + "".join(map(part.format, range(count))), f"{count}.json")

    assert_linear(read, make, 1_000)


def test_merge_keys_are_counted(tmp_path: Path):
    """Each is small; together they would be the square of the document."""
    pytest.importorskip("yaml")
    keys = ", ".join(f"k{number}: 1" for number in range(2000))
    path = written(tmp_path, f"a: &a {{{keys}}}\n" + "\n".join(f"b{n}: {{<<: *a}}" for n in range(501)), "openapi.yaml")
    with pytest.raises(DocumentError, match="merge keys that bring in more than 1,000,000 keys"):
        load(path)


def test_a_document_of_any_size_is_read_up_to_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """What is larger is refused before it is parsed."""
    monkeypatch.setattr("flat_api.codegen._load.LIMIT", 1024**2)
    assert load(written(tmp_path, " " * (1024**2 - 2) + "{}")) == {}
    with pytest.raises(DocumentError, match=r"openapi\.json: is larger than 1 MiB"):
        load(written(tmp_path, " " * (1024**2 - 1) + "{}"))


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
