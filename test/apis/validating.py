"""A loopback server of the API that has its document from elsewhere, and believes nothing.

openapi-core, which knows nothing of this package, holds every request against the document; the answers are random
values for the document's schemas, each judged valid before it is sent.
"""

from __future__ import annotations

import copy
import json
import random
import threading
import typing
from collections.abc import Iterator
from contextlib import contextmanager

import openapi_core
from openapi_core.contrib.werkzeug import WerkzeugOpenAPIRequest
from openapi_schema_validator import OAS30ReadValidator, oas30_format_checker
from werkzeug.serving import WSGIRequestHandler, make_server
from werkzeug.wrappers import Request, Response

from ..codegen.payloads import Maker

Json = typing.Any
METHODS = ("get", "put", "post", "delete", "patch")


def cleaned(document: Json) -> Json:
    """*document* without what has no say here: security, and parameters that are declared twice."""
    document = copy.deepcopy(document)
    for item in document["paths"].values():
        for method in METHODS:
            if method in item:
                item[method].pop("security", None)
                item[method]["parameters"] = _once(
                    document, [*item.get("parameters", ()), *item[method].get("parameters", ())]
                )
        item.pop("parameters", None)
    return document


def _once(document: Json, parameters: list[Json]) -> list[Json]:
    found = [_resolved(document, parameter) for parameter in parameters]
    return list({(parameter["in"], parameter["name"]): parameter for parameter in found}.values())


def _resolved(document: Json, node: Json) -> Json:
    if "$ref" not in node:
        return node
    found = document
    for step in node["$ref"].removeprefix("#/").split("/"):
        found = found[step]
    return found


class Values:
    """Random values for the schemas of *document*, all of them valid; the same for the same *seed*."""

    def __init__(self, document: Json, seed: int) -> None:
        self._document = document
        self._random = random.Random(seed)

    def valid(self, schema: Json) -> Json:
        """A value that *schema* takes, in the eyes of openapi-schema-validator."""
        whole = {**schema, "components": self._document["components"]}
        validator = OAS30ReadValidator(whole, format_checker=oas30_format_checker)
        while True:
            maker = Maker(self._document, self._random.randrange(2**32), mistakes=0)
            value = maker.payload(schema)
            if validator.is_valid(value):
                return value


class Server:
    """What the server saw: the *refusals*, each with what it was about, and the *answers*: operation, status, body."""

    def __init__(self, document: Json) -> None:
        self.document = cleaned(document)
        self.refusals: list[str] = []
        self.answers: list[tuple[str, int, bytes]] = []
        self.url = ""
        self._values = Values(self.document, seed=5)
        self._by_path = {
            (path, method): item[method]
            for path, item in self.document["paths"].items()
            for method in METHODS
            if method in item
        }

    def be_at(self, url: str) -> None:
        """Serve the document at *url*."""
        self.url = url
        self._api = openapi_core.OpenAPI.from_dict({**self.document, "servers": [{"url": url}]})

    def __call__(self, environ: Json, start_response: Json) -> Json:
        request = Request(environ)
        try:
            self._api.unmarshal_request(WerkzeugOpenAPIRequest(request)).raise_for_errors()
            if request.headers.get("Authorization") != "Bearer token":
                raise ValueError("no token")
        except Exception as error:
            cause = error.__cause__ or ""
            self.refusals.append(f"{request.method} {request.full_path}: {error!r} {cause!r}")
            return Response(b'{"code":"BAD","message":"refused"}', 400, mimetype="application/json")(
                environ, start_response
            )
        return self._answer(request)(environ, start_response)

    def _answer(self, request: Request) -> Response:
        operation = self._by_path[self._template(request.path), request.method.lower()]
        successes = [entry for entry in operation["responses"].items() if entry[0].startswith("2")]
        status, response = successes[len(self.answers) % len(successes)]
        if "content" not in response:
            data, kind = b"", None
        else:
            kind = self._chosen(request, response["content"])
            schema = response["content"][kind]["schema"]
            data = b"\x00file" if schema.get("format") == "binary" else json.dumps(self._values.valid(schema)).encode()
        self.answers.append((operation["operationId"], int(status), data))
        return Response(data, int(status), content_type=kind)

    def _chosen(self, request: Request, content: Json) -> str:
        """The first of the media types asked for that there is."""
        return next((kind for kind, _ in request.accept_mimetypes if kind in content), next(iter(content)))

    def _template(self, path: str) -> str:
        """The path of the document that *path* is; fixed segments count more than parameters."""
        steps = path.removeprefix("/v2").split("/")
        fitting = [known for known, _ in self._by_path if _fits(known.split("/"), steps)]
        return min(fitting, key=lambda known: known.count("{"))


def _fits(known: list[str], steps: list[str]) -> bool:
    return len(known) == len(steps) and all(
        one in (other, "") or one.startswith("{") for one, other in zip(known, steps)
    )


class _Quiet(WSGIRequestHandler):
    protocol_version = "HTTP/1.1"

    def log(self, *arguments: object) -> None:
        """Say nothing."""


@contextmanager
def serving(document: Json) -> Iterator[Server]:
    """A server of *document*, running."""
    app = Server(document)
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=_Quiet)
    app.be_at(f"http://127.0.0.1:{server.server_port}/v2")
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield app
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
