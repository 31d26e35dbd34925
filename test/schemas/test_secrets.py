"""What is secret is kept in the value and shown nowhere."""

from __future__ import annotations

import io
import json
import pickle
import pprint
import traceback
import typing

import pytest
from hypothesis import given
from hypothesis import strategies as st
from IPython.lib.pretty import pretty
from rich.console import Console
from rich.pretty import Pretty

from flat_api.exceptions import OpenApiException
from flat_api.model.lti_configuration import LtiConfiguration
from flat_api.model.score_details import ScoreDetails
from flat_api.model.user_signin_link import UserSigninLink
from flat_api.schemas import (
    AnyTypeSchema,
    DateTimeSchema,
    DictSchema,
    ListSchema,
    NotAnyTypeSchema,
    NumberSchema,
    StrSchema,
    list_of,
    map_of,
    one_of,
    optional,
)
from flat_api.schemas._masking import MASK, is_secret, shown_json, shown_text
from flat_api.schemas._secrets import hidden

from ..recordings import facts
from ..scaling import assert_linear

Any = typing.Any

SECRET_NAMES = {
    "accessToken",
    "consumerKey",
    "consumerSecret",
    "deploymentKey",
    "password",
    "registrationToken",
    "sharingKey",
    "token",
    "userToken",
}
"""The names of secrets that the documents of the API declare."""


def declared_names(node: Any) -> typing.Iterator[str]:
    """The names of all properties and query parameters below *node* of an OpenAPI document."""
    if isinstance(node, dict):
        members: dict[str, Any] = node
        properties = members.get("properties")
        if isinstance(properties, dict):
            yield from typing.cast("dict[str, Any]", properties)
        if members.get("in") == "query":
            yield members["name"]
        for member in members.values():
            yield from declared_names(member)
    elif isinstance(node, list):
        for member in typing.cast("list[Any]", node):
            yield from declared_names(member)


@pytest.mark.parametrize("version", ["2.18.0", "2.24.0", "2.26.2"])
def test_secrets_of_the_api_are_known_by_name(version: str):
    """Of all the names that a document declares, the rule finds those of secrets and no other."""
    names = set(declared_names(json.loads(facts(version))))
    assert len(names) > 200
    found = {name for name in names if is_secret(name)}
    assert {"sharingKey", "token", "password", "consumerSecret", "userToken"} <= found <= SECRET_NAMES


SPELLINGS = """sharing_key SHARING_KEY X-Api-Key apikey API_KEY Authorization Set-Cookie client_secret refresh_token
access_token privateKey tokens passphrase userPassword X-API-Key refreshToken"""


@pytest.mark.parametrize("name", [*SPELLINGS.split(), "x" * 1000 + "Token"])
def test_secrets_are_known_in_any_spelling(name: str):
    """Undeclared properties follow the habits of other servers."""
    assert is_secret(name)


OTHERS = """mainKeySignature transposeKey labelKey key keys accessTokenUrl registrationTokenUsed publicKeysetUrl
secretary tokenize idempotencyKey isPinned"""


@pytest.mark.parametrize("name", [*OTHERS.split(), "", "é", None, 5, ("token",)])
def test_what_only_sounds_like_a_secret_is_shown(name: object):
    """Musical keys, URLs of endpoints and flags are no secrets."""
    assert not is_secret(name)


def rich_text(value: object) -> str:
    """What rich prints for *value*."""
    console = Console(file=io.StringIO(), width=120, color_system=None)
    console.print(Pretty(value))
    return typing.cast(io.StringIO, console.file).getvalue()


DISPLAYS: list[typing.Callable[[object], str]] = [repr, str, pprint.pformat, pretty, rich_text, "{}".format]
CANARY = "4cfdb01e5a1ba45c"

HOLDERS: list[tuple[type[Any], dict[str, Any]]] = [
    (ScoreDetails, {"sharingKey": CANARY}),
    (LtiConfiguration, {"consumerKey": "k" + CANARY, "consumerSecret": CANARY}),
    (DictSchema, {"scores": [{"deep": {"sharingKey": CANARY}}]}),
    (DictSchema, {"token": {"value": CANARY}}),
    (DictSchema, {"tokens": [CANARY, CANARY]}),
    (DictSchema, {"password": int("0x" + CANARY, 16)}),
    (UserSigninLink, {"url": f"https://flat.io/auth/link/{CANARY}?x=1", "token": CANARY}),
    (DictSchema, {"htmlUrl": f"https://flat.io/score/1?layout=page&sharingKey={CANARY}"}),
    (DictSchema, {"urls": [f"https://u:{CANARY}@api.flat.io/v2"]}),
]


@pytest.mark.parametrize("display", DISPLAYS, ids=lambda display: getattr(display, "__name__", "format"))
@pytest.mark.parametrize(("cls", "data"), HOLDERS)
def test_no_display_shows_a_secret(cls: Any, data: dict[str, Any], display: typing.Callable[[object], str]):
    """Not at the root, not below, not in a list of values, not in a URL that repeats it."""
    lenient = cls.from_openapi_data_oapg({"id": "s1", **data}, lenient=True)
    for value in (lenient, [lenient], {"value": lenient}, ListSchema([lenient])):
        text = display(value)
        assert CANARY not in text and str(int(CANARY, 16)) not in text
        assert MASK in text and "s1" in text


@pytest.mark.parametrize(("cls", "data"), HOLDERS)
def test_the_value_keeps_its_secrets(cls: Any, data: dict[str, Any]):
    """Only displays mask: the value, its plain form and its JSON text are whole."""
    value = cls.from_openapi_data_oapg(data, lenient=True)
    assert value.to_dict() == data
    assert json.loads(value.to_json()) == data


def test_what_tells_nothing_is_shown():
    """That there is no secret, or whether there is one, isn't secret."""
    value = AnyTypeSchema({"token": None, "password": "", "secret": True, "tokens": False})
    assert repr(value).endswith("({'token': None, 'password': '', 'secret': True, 'tokens': False})")


def test_texts_that_hold_no_secret_are_shown_as_they_are():
    """Parameters of other names, music, mail addresses and signs stay."""
    for text in ("https://flat.io/s?layout=page#x", "key=C minor", "mail me@flat.io", "a=b&c=d", "x://y", "?=&="):
        assert shown_text(text) == text


json_values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["a", "token", "sharingKey", "b"]), inner, max_size=3)
    ),
)


def without_secrets(value: Any) -> Any:
    """*value* with the members that `is_secret` knows by name masked, written down the plainest way."""
    if isinstance(value, dict):
        members = typing.cast("dict[str, Any]", value)
        return {
            key: (item if item in (None, "") or isinstance(item, bool) else MASK)
            if key in ("token", "sharingKey")
            else without_secrets(item)
            for key, item in members.items()
        }
    return [without_secrets(item) for item in typing.cast("list[Any]", value)] if isinstance(value, list) else value


@given(json_values)
def test_masking_changes_secrets_alone(data: Any):
    """What is not secret is shown as it is, in data and in instances alike."""
    assert hidden(data) == without_secrets(data)
    assert hidden(AnyTypeSchema(data)) == without_secrets(data)


@pytest.mark.parametrize("part", ["?", "&a=", "://", "://u:", "?token=", "a&", "://@"])
def test_masking_takes_time_in_proportion_to_the_text(part: str):
    """Whatever a server sends, its display is made in linear time."""
    assert_linear(shown_text, lambda count: part * count, 5_000)


def test_many_secrets_beside_many_texts_take_linear_time():
    """Only some secrets are looked for in the texts beside them."""
    assert_linear(
        repr, lambda count: DictSchema({f"{i}Token" if i % 2 else f"a{i}": "x" * 9 for i in range(count)}), 500
    )


WRONG: list[tuple[typing.Any, Any]] = [
    (StrSchema, {"sharingKey": int("0x" + CANARY, 16)}),
    (StrSchema.where(max_length=3), {"token": CANARY}),
    (StrSchema.where(pattern="^x$"), {"apiKey": CANARY}),
    (DateTimeSchema, {"password": CANARY}),
    (one_of(NumberSchema, StrSchema.where(max_length=3)), {"secret": CANARY}),
    (list_of(StrSchema, max_items=1), {"tokens": [CANARY, CANARY]}),
    (list_of(DictSchema, unique_items=True), {"list": [{"token": CANARY}] * 2}),
    (NotAnyTypeSchema, {"a": {"token": CANARY}}),
    (StrSchema.where(max_length=3), {"url": f"https://flat.io/?token={CANARY}"}),
    (StrSchema, {"token": {CANARY}}),
]


class Kept(DictSchema):
    """Something with a secret that is text."""

    id = optional(StrSchema)
    sharingKey = optional(StrSchema)


@pytest.mark.parametrize(("schema", "data"), WRONG)
def test_no_error_tells_a_secret(schema: Any, data: dict[str, Any]):
    """Neither its text nor its problems, nor what a traceback with the variables of our frames shows."""
    cls = map_of(schema)
    kept = AnyTypeSchema({"sharingKey": CANARY, "id": 5, "user": {"token": CANARY}})
    lenient = Kept.from_openapi_data_oapg(kept.to_dict(), lenient=True)
    roads: list[typing.Callable[[], object]] = [
        lambda: cls(data),
        lambda: cls(**data),
        lambda: cls.from_openapi_data_oapg(data),
        lambda: cls.from_json(json.dumps(data, default=list)),
        lambda: cls({}).replace(**data),
        lambda: cls({}) | data,
        lambda: cls({}).set(*next(iter(data.items()))),
        lambda: cls({}).setdefault(*next(iter(data.items()))),
        lambda: lenient.replace(**{**data, "sharingKey": int("0x" + CANARY, 16)}),
        lambda: kept.replace(**data, unsupported=object()),
        lambda: kept | {"unsupported": object()},
        lambda: setattr(kept, "token", CANARY),
    ]
    for road in roads:
        with pytest.raises(OpenApiException) as caught:
            road()
        error = caught.value
        for text in [*map(repr, error.problems), str(pickle.dumps(error)), *texts_of(error)]:
            assert CANARY not in text and str(int(CANARY, 16)) not in text


def texts_of(error: BaseException | None) -> typing.Iterator[str]:
    """What *error*, its causes and the variables of all functions outside of the tests say."""
    while error is not None:
        yield from (str(error), repr(error))
        for frame, _ in traceback.walk_tb(error.__traceback__):
            if frame.f_code.co_filename != __file__:
                yield from (repr(value) for value in frame.f_locals.values())
        error = error.__cause__ or error.__context__


@pytest.mark.parametrize("end", ["", "}", ', "a": }', ', "a": 1e5}', "x" + "[" * 100_000, ', "a": ' + "[" * 100_000])
@pytest.mark.parametrize("encoding", [None, "utf-8", "utf-16"])
def test_no_error_about_text_tells_a_secret(end: str, encoding: str | None):
    """Nor does the cause of it, or what a traceback shows with variables."""
    text = f'[{{"token": "{CANARY}"{end}'
    with pytest.raises(OpenApiException) as caught:
        AnyTypeSchema.from_json(text.encode(encoding) if encoding else text)
    for said in texts_of(caught.value):
        assert CANARY not in said and "4\\x00c\\x00f" not in said


TEXTS = {
    '{"id": "1", "sharingKey": "%s"}': '{"id": "1", "sharingKey": "***"}',
    '{"token" : "%s': '{"token" : "***"',
    '{"token": "a\\"%s", "a": "b"}': '{"token": "***", "a": "b"}',
    '{"token": "a\\': '{"token": "***"',
    '{"tokens": ["%s", "b"], "a": 1}': '{"tokens": "***", "a": 1}',
    '{"apiKey": ["%s': '{"apiKey": "***"',
    '{"password": 12345}': '{"password": "***"}',
    '{"url": "https://x.org/?token=%s"}': '{"url": "https://x.org/?token=***"}',
    '{"token": null, "mainKeySignature": "C", "labelKey": "%s"}': None,
}


@pytest.mark.parametrize("text", TEXTS)
def test_json_text_is_shown_without_secrets(text: str):
    """Whole or cut off; what is no secret stays as it is."""
    found = text.replace("%s", CANARY)
    assert shown_json(found) == (TEXTS[text] or found)


@pytest.mark.parametrize("part", ['"a":', '"token":', '"token":"', '"token":[', "\\", '"', '"token":1', '"token" '])
def test_json_text_is_shown_in_proportion_to_its_length(part: str):
    assert_linear(shown_json, lambda count: part * count, 1_000)
