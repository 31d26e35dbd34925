"""Any operation of the API, signed: `flat-api api`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, quote, urlencode

import click

from ..bulk._files import read_raw
from ._connection import ANYTHING, Connection, Link, looking_for, opened
from ._console import put, tell
from ._errors import TargetError
from ._exit import EPILOG, ExitCode
from ._options import connected
from ._text import visible
from ._types import IDENTIFIER, TEXT

if TYPE_CHECKING:
    import urllib3

__all__ = ["METHODS", "command"]

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")

WITH_BODY = frozenset({"POST", "PUT", "PATCH"})
"""Methods whose fields are sent as a body; those of others are the query."""

Pairs = list[tuple[str, Any]]


def _field(context: click.Context, parameter: click.Parameter, given: tuple[str, ...]) -> Pairs:
    """Split each ``key=value``; the values of --field are read as JSON where they are JSON."""
    pairs: Pairs = []
    for text in given:
        key, equals, value = text.partition("=")
        if not equals or not key.removesuffix("[]"):
            raise click.BadParameter(f"expected key=value, got {text!r}", context, parameter)
        pairs.append((key, _value(value) if parameter.name == "typed" else value))
    return pairs


def _value(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def _header(context: click.Context, parameter: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    headers: dict[str, str] = {}
    for text in given:
        name, colon, value = text.partition(":")
        if not colon or not name.strip():
            raise click.BadParameter(f"expected 'Name: value', got {text!r}", context, parameter)
        headers[name.strip()] = value.strip()
    return headers


@click.command("api", epilog=EPILOG)
@click.argument("method", type=click.Choice(METHODS, case_sensitive=False))
@click.argument("path", type=IDENTIFIER)
@click.option(
    "--raw-field",
    "-f",
    "plain",
    type=TEXT,
    metavar="KEY=VALUE",
    multiple=True,
    callback=_field,
    help="A text to send: in the query, or for POST, PUT and PATCH in a JSON body. KEY[]=VALUE is one entry of a list.",
)
@click.option(
    "--field",
    "-F",
    "typed",
    type=TEXT,
    metavar="KEY=VALUE",
    multiple=True,
    callback=_field,
    help="The same with a value that is read as JSON where it is JSON: true, null, 7, [1, 2].",
)
@click.option(
    "--input", "source", metavar="FILE", help="Send FILE as the body; - is standard input. Fields are the query."
)
@click.option(
    "--header", "-H", "headers", type=TEXT, metavar="HEADER", multiple=True, callback=_header, help="'Name: value'."
)
@click.option("--paginate", is_flag=True, help="Print the pages behind a list, too, each on a line.")
@click.option("--include", "-i", is_flag=True, help="Print status and headers of the answer on standard error.")
@connected
def command(
    connection: Connection,
    method: str,
    path: str,
    plain: Pairs,
    typed: Pairs,
    source: str | None,
    headers: dict[str, str],
    paginate: bool,
    include: bool,
) -> ExitCode:
    """Send a signed request to any path of the API, and print the answer.

    PATH is that of an operation, such as /me. The answer is printed as it came, that of an error too; the exit code
    tells them apart.

    \b
    Examples:
      flat-api api GET /me
      flat-api api GET /collections -f parent=root -f limit=100 --paginate | jq -r '.[].title'
      flat-api api POST /collections -f title='For the exam' -f privacy=private
      flat-api api PUT /scores/56ae21579a127715a02901a6 -f title=Song -F 'tags=["piano"]'
      flat-api api POST /scores --input score.json
    """
    if paginate and method != "GET":
        raise click.UsageError("--paginate is for GET.")
    body = None if source is None else read_raw(source)
    fields = [*plain, *typed]
    if body is None and method in WITH_BODY and fields:
        body = json.dumps(_as_object(fields)).encode()
        fields = []
    target = _target(path, fields)
    if body is not None and not any(name.lower() == "content-type" for name in headers):
        headers = {**headers, "Content-Type": "application/json"}
    with opened(connection) as link, looking_for(ANYTHING):
        seen: set[str] = set()
        following: str | None = target
        while following is not None:
            seen.add(following)
            response = _answer(link, method, following, headers, body, include=include)
            following = _next(link, response, following, seen) if paginate else None
    return ExitCode.GOOD


def _as_object(fields: Pairs) -> dict[str, Any]:
    """Return the fields as a JSON object."""
    plain: dict[str, Any] = {}
    lists: dict[str, list[Any]] = {}
    for key, value in fields:
        name = key.removesuffix("[]")
        if name != key:
            lists.setdefault(name, []).append(value)
        elif name in plain:
            raise click.UsageError(f"{name} is there twice; {name}[]=... makes a list.")
        else:
            plain[name] = value
    for name in plain.keys() & lists.keys():
        raise click.UsageError(f"{name} is a list and something else.")
    return plain | lists


def _target(path: str, fields: Pairs) -> str:
    """Return *path* with *fields* in its query. Raises click.UsageError for one that leads elsewhere."""
    place, _, query = path.partition("?")
    steps = place.split("/")
    if "://" in place or place.startswith("//") or "#" in path or {".", ".."} & set(steps):
        raise click.UsageError(f"expected a path of the API such as /me, got {path!r}")
    pairs = [(key, value if isinstance(value, str) else json.dumps(value)) for key, value in fields]
    parts = [quote(query, safe="%=&+,:;/?@!$'()*~[]"), urlencode(pairs, quote_via=quote)]
    found = "/" + quote(place.lstrip("/"), safe="/%:@!$&'()*+,;=~")
    return "?".join(filter(None, [found, "&".join(filter(None, parts))]))


def _answer(
    link: Link, method: str, target: str, headers: dict[str, str], body: bytes | None, *, include: bool
) -> urllib3.BaseHTTPResponse:
    """Return the answer to a request, printed. Raises an ApiException for an error."""
    from .._response import ApiResponseWithoutDeserialization
    from ..exceptions import status_error

    response: urllib3.BaseHTTPResponse = link.flat.api_client.call_api(
        target, method, headers={"Accept": "*/*", **headers}, body=body, auth_settings=["OAuth2"]
    )
    if include:
        lines = (f"{name}: {value}" for name, value in response.headers.items())
        tell("\n".join([f"{response.status} {response.reason or ''}".rstrip(), *lines, ""]))
    _print(response)
    if not 200 <= response.status <= 299:
        raise status_error(response.status, response.reason, ApiResponseWithoutDeserialization(response))
    return response


def _print(response: urllib3.BaseHTTPResponse) -> None:
    """Print the body: bytes as they came, on a terminal as text. Raises TargetError for others on a terminal."""
    data = response.data
    if not data:
        return
    if not sys.stdout.isatty():
        sys.stdout.flush()
        sys.stdout.buffer.write(data if data.endswith(b"\n") or not _is_text(response) else data + b"\n")
        sys.stdout.buffer.flush()
        return
    try:
        put(data.decode().removesuffix("\n"))
    except UnicodeDecodeError as error:
        kind = visible(response.headers.get("Content-Type", "") or "something unnamed")
        raise TargetError(f"the answer is {kind}, not text", "Redirect standard output to a file.") from error


def _is_text(response: urllib3.BaseHTTPResponse) -> bool:
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    return kind.startswith("text/") or kind.endswith(("/json", "+json"))


def _next(link: Link, response: urllib3.BaseHTTPResponse, target: str, seen: Iterable[str]) -> str | None:
    """Return what the page behind *response* is asked for with; None behind the last one, and for one that was seen."""
    from .._response import ApiResponse
    from ..operations._pages import next_cursor

    path, _, query = target.partition("?")
    answer: ApiResponse[Any] = ApiResponse(response)
    cursor = next_cursor(answer, f"{link.flat.configuration.host.rstrip('/')}{path}")
    if cursor is None:
        return None
    pairs = [(key, value) for key, value in parse_qsl(query, keep_blank_values=True) if key not in ("next", "previous")]
    found = f"{path}?{urlencode([*pairs, ('next', cursor)], quote_via=quote)}"
    return None if found in seen else found
