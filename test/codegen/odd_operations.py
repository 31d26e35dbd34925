"""A document with everything in it that makes operations hard."""

from __future__ import annotations

import typing

from .odd import STRING, ref

Json = typing.Any
ERROR = {"description": "Wrong", "content": {"application/json": {"schema": ref("Error")}}}
FILE = {"type": "string", "format": "binary"}
ORDER = {"type": "string", "enum": ["asc", "desc"]}


def answer(schema: Json = None, *media_types: str) -> Json:
    """A response with *schema* as its body; without one it has none."""
    content = {name: {"schema": schema} for name in media_types or ("application/json",)}
    return {"description": "", **({"content": content} if schema is not None else {})}


def parameter(name: str, kind: str, schema: Json = STRING, **words: Json) -> Json:
    """A parameter object."""
    return {"name": name, "in": kind, "schema": schema, **words}


PATHS: dict[str, Json] = {
    "/pets": {
        "parameters": [{"$ref": "#/components/parameters/locale"}, parameter("limit", "query")],
        "get": {
            "tags": ["Pet", "2nd tag!"],
            "operationId": "listPets",
            "summary": "List pets",
            "parameters": [
                parameter("limit", "query", {"type": "integer", "maximum": 9}, description="How many"),
                parameter("ids", "query", {"type": "array", "items": STRING}, style="pipeDelimited", explode=False),
                parameter("tags", "query", {"type": "array", "items": STRING}, explode=False, allowReserved=True),
                parameter("filter", "query", {"type": "object"}, style="deepObject", explode=True, required=True),
                parameter("order", "query", ORDER),
                parameter("class", "query", {"type": "string", "nullable": True, "enum": ["a", None]}),
                parameter("description", "query"),
                parameter("Accept", "header"),
                parameter("X-Été", "header", {"type": "array", "items": {"type": "integer"}}, explode=True),
                parameter("session id", "cookie", required=True),
                {"name": "where", "in": "query", "content": {"application/json": {"schema": ref("Pet")}}},
            ],
            "responses": {
                "200": {
                    **answer({"type": "array", "items": ref("Pet")}),
                    "headers": {"X-Total": {"schema": {"type": "integer"}, "required": True, "description": "All"}},
                },
                "default": ERROR,
            },
        },
        "post": {
            "tags": ["Pet"],
            "operationId": "list_pets",
            "requestBody": {
                "description": "What it is",
                "required": True,
                "content": {
                    "application/json": {"schema": ref("Pet")},
                    "multipart/form-data": {
                        "schema": {"type": "object", "properties": {"photo": FILE, "meta": ref("Pet")}},
                        "encoding": {"photo": {"contentType": "image/png"}, "meta": {"style": "form"}},
                    },
                },
            },
            "responses": {
                "201": answer(ref("Pet")),
                "202": answer(),
                "2XX": answer({"type": "string"}, "text/plain"),
                "400": ERROR,
                "404": answer(),
                "409": answer({"type": "object", "properties": {"held": {"type": "boolean"}}}),
                "5XX": answer(STRING, "text/plain"),
                "default": ERROR,
            },
            "security": [{"key": []}, {"oauth": ["write"]}],
        },
    },
    "/pets/{pet}/{größe}.{format}": {
        "$ref": "#/components/x-paths/one",
    },
    "/import": {
        "get": {"operationId": "import", "tags": ["Class"], "responses": {"default": ERROR}, "security": []},
        "put": {"operationId": "get", "tags": ["Class", "Pet"], "responses": {"204": answer(), "default": ERROR}},
        "patch": {"operationId": "💡", "tags": ["class"], "responses": {"204": answer()}},
        "delete": {"operationId": '2nd\n"op"', "responses": {"302": answer(), "default": ERROR}, "deprecated": True},
        "options": {"operationId": "api_client", "responses": {"200": answer({}), "default": ERROR}},
        "head": {"operationId": "optional", "responses": {"200": answer(), "default": ERROR}},
    },
    "/import/": {"get": {"responses": {"200": answer(ref("Error")), "default": answer(ref("Pet"))}}},
    "/IMPORT": {
        "get": {
            "tags": ["Pet", "Class"],
            "description": 'One.\n\nTwo, with \\ and """, and so many words that no line could hold all of them: '
            + "x " * 60,
            "requestBody": {"$ref": "#/components/requestBodies/form"},
            "responses": {"200": answer(FILE, "audio/wav", "audio/mp3"), "default": ERROR},
            "security": [{"oauth": ["read", "write"]}, {}],
        }
    },
}
DOCUMENT: dict[str, Json] = {
    "openapi": "3.0.3",
    "info": {"title": "Odd", "version": "1"},
    "servers": [{"url": "https://odd.example/v1"}, {"url": "https://odd.example/v2"}],
    "tags": [{"name": "Pet", "description": "All about *pets*."}, {"name": "unused", "description": "Nothing."}],
    "security": [{"oauth": ["read"]}],
    "paths": PATHS,
    "components": {
        "schemas": {
            "Pet": {"type": "object", "required": ["name"], "properties": {"name": STRING, "friend": ref("Pet")}},
            "Error": {"type": "object", "properties": {"code": STRING}},
        },
        "parameters": {"locale": parameter("X-Locale", "header", description="Which language")},
        "requestBodies": {"form": {"content": {"application/x-www-form-urlencoded": {"schema": {"type": "object"}}}}},
        "securitySchemes": {
            "oauth": {
                "type": "oauth2",
                "flows": {
                    "implicit": {"authorizationUrl": "https://odd.example/a", "scopes": {"read": "", "write": "w"}}
                },
            },
            "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
        },
        "x-paths": {
            "one": {
                "get": {
                    "operationId": "get.Pet-InSize",
                    "tags": ["2nd tag!", "Pet"],
                    "parameters": [
                        parameter("pet", "path", required=True),
                        parameter("größe", "path", {"type": "array", "items": STRING}, required=True, style="label"),
                        parameter("format", "path", {"type": "string", "enum": ["png", "svg"]}, required=True),
                    ],
                    "responses": {
                        "200": {
                            "description": "",
                            "content": {
                                "application/json": {"schema": ref("Pet")},
                                "image/*": {"schema": FILE},
                                "text/plain": {},
                            },
                        },
                        "default": ERROR,
                    },
                }
            }
        },
    },
}
