"""A document with everything in it that makes names, references or types hard."""

from __future__ import annotations

import typing

Json = typing.Any


def document(schemas: dict[str, Json]) -> dict[str, Json]:
    """An OpenAPI document with these component schemas and nothing else."""
    info = {"title": "Odd", "version": "1"}
    return {"openapi": "3.0.3", "info": info, "paths": {}, "components": {"schemas": schemas}}


def ref(name: str) -> dict[str, str]:
    """A reference to a component."""
    return {"$ref": f"#/components/schemas/{name}"}


def closed(**properties: Json) -> dict[str, Json]:
    """An object with no other properties than these."""
    return {"type": "object", "properties": properties, "additionalProperties": False}


STRING = {"type": "string"}
NAMES: dict[str, Json] = {
    "class": {"type": "object", "properties": {"from": STRING, "None": STRING, "value": {"type": "integer"}}},
    "FooBar": closed(a=STRING),
    "Foo_Bar": closed(b=STRING),
    "fooBar": closed(c=STRING),
    "foo-bar": closed(d=ref("FooBar"), e=ref("Foo_Bar"), f=ref("fooBar")),
    "1st.Prize": {"type": "object", "properties": {"1st": STRING, "2nd place": STRING, "": STRING, "💡": STRING}},
    "StrSchema": {"type": "object", "properties": {"StrSchema": STRING, "optional": STRING, "typing": STRING}},
    "Zoë": {"type": "object", "properties": {"größe": {"type": "number"}, "ﬁsh": STRING, "fish": STRING}},
    "Con": closed(aux=STRING),
    "none": closed(true={"type": "string", "enum": ["none"]}, false=closed(none=ref("none"))),
    "Members": {
        "type": "object",
        "required": ["items", "copy", "not-there", "__class__", "_id"],
        "properties": {
            **dict.fromkeys(["items", "keys", "copy", "update", "to_dict", "replace", "get", "value"], STRING),
            **dict.fromkeys(["_id", "_facts", "_format", "__typename", "__class__", "MetaOapg", "self"], STRING),
            **{name: {"type": "integer"} for name in ("a-b", "a_b", "a b", "A-B", "a-b_", "a_b_")},
        },
    },
    "Nested": {
        "type": "object",
        "properties": {
            "state": {"type": "string", "enum": ["on", "off"]},
            "State": {"type": "string", "enum": ["open", "shut"]},
            "STATE": closed(state={"type": "string", "enum": ["x"]}),
            "nested": closed(nested=closed(nested=ref("Nested"))),
            "FooBar": {"type": "array", "items": closed(fooBar=ref("FooBar"))},
        },
    },
}
ENUMS: dict[str, Json] = {
    "Numbers": {"type": "number", "enum": [1, -1, 2.5, 1e3, 0, 1]},
    "Integers": {"type": "integer", "format": "int32", "enum": [3, 1, 2]},
    "Booleans": {"type": "boolean", "enum": [True]},
    "Untyped": {"enum": [1, "1", None, "a", [1, "x", []], {"k": [1]}, False]},
    "Clash": {"enum": [1, True, 0, "true", "TRUE", "True"]},
    "OnlyNull": {"enum": [None]},
    "ImpliedString": {"enum": ["b", "a", None]},
    "Nothing": {"type": "string", "enum": [1, 2]},
    "NullInEnum": {"type": "string", "nullable": True, "enum": [None, "a", "b"]},
    "NoNullInEnum": {"type": "string", "nullable": True, "enum": ["a", "b"]},
    "Signs": {"type": "string", "enum": ["", " ", "<", "<=", "-", "--", "💡"]},
    "Letters": {"type": "string", "enum": ["a\nb", 'quo"te', "back\\slash", "été", "日本", "a", "A"]},
    "Dates": {"type": "string", "format": "date", "enum": ["2024-01-01", "2024-02-30"]},
    "Lists": {"type": "array", "items": {"type": "integer"}, "enum": [[1, 2], [], [[1]]]},
    "Objects": {"type": "object", "properties": {"a": {"type": "integer"}}, "enum": [{"a": 1}, {"a": "x"}, {}]},
    "Extensible": {"type": "string", "x-extensible-enum": ["a", "x1", "a"]},
    "ExtensibleOrNull": {"type": "string", "nullable": True, "x-extensible-enum": ["a", "b"]},
    "ExtensibleLimited": {"type": "string", "maxLength": 3, "x-extensible-enum": ["word", "a", 1]},
    "ExtensibleNumbers": {"type": "integer", "minimum": 0, "x-extensible-enum": [1, 2]},
    "ExtensibleNothing": {"type": "string", "x-extensible-enum": [1]},
    "ExtensibleUntyped": {"x-extensible-enum": ["a"]},
    "Inside": {
        "type": "object",
        "properties": {
            "one": {"type": "string", "nullable": True, "enum": ["x", None]},
            "two": {"type": "array", "items": {"type": "string", "enum": ["x", "y"]}},
            "three": {"type": "object", "additionalProperties": {"type": "string", "enum": ["x"]}},
            "four": {"enum": ["x", 1]},
            "five": {"type": "string", "x-extensible-enum": ["x"]},
            "six": {"type": "array", "items": {"type": "string", "nullable": True, "x-extensible-enum": ["x"]}},
        },
    },
}
RECURSION: dict[str, Json] = {
    "Node": closed(value=STRING, next=ref("Node"), children={"type": "array", "items": ref("Node")}),
    "Left": closed(right=ref("Right"), rights={"type": "array", "items": {"type": "array", "items": ref("Right")}}),
    "Right": closed(left=ref("Left"), any={"anyOf": [ref("Left"), {"type": "string"}]}),
    "Tree": {"type": "array", "items": ref("Tree")},
    "Forest": {"type": "object", "additionalProperties": ref("Forest")},
    "Alias": ref("Node"),
    "AliasOfAlias": {"allOf": [ref("Alias")], "description": "Another name of another name."},
    "Deep": closed(inner={"type": "array", "items": {"$ref": "#/components/schemas/Deep/properties/inner"}}),
    "Pointer": closed(
        a={"$ref": "#/components/schemas/Deep/properties/inner"},
        b={"$ref": "#/components/schemas/Members~1x/properties/odd%20key"},
        c={"$ref": "#/components/schemas/Pick/oneOf/1"},
    ),
    "Members/x": {"type": "object", "properties": {"odd key": {"type": "string", "maxLength": 3}}},
    "Pick": {"oneOf": [{"type": "string"}, closed(a={"type": "integer"})]},
    "NullableTree": {"type": "array", "nullable": True, "items": ref("NullableTree")},
    "Grid": {"type": "array", "items": {"type": "array", "minItems": 1, "items": {"type": "integer"}}},
    "Boxes": {"type": "array", "items": closed(size={"type": "integer"})},
}
COMPOSITIONS: dict[str, Json] = {
    "Pet": {
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": STRING, "name": STRING},
        "discriminator": {"propertyName": "kind", "mapping": {"cat": "#/components/schemas/Cat", "dog": "Dog"}},
    },
    "Cat": {"allOf": [ref("Pet"), {"type": "object", "properties": {"lives": {"type": "integer"}}}]},
    "Dog": {"allOf": [ref("Pet"), {"required": ["bark"], "properties": {"bark": {"type": "boolean"}}}]},
    "Shape": {
        "oneOf": [ref("Circle"), ref("Square")],
        "discriminator": {"propertyName": "shape"},
    },
    "Circle": {"type": "object", "required": ["shape", "r"], "properties": {"shape": STRING, "r": {"type": "number"}}},
    "Square": {"type": "object", "required": ["shape", "a"], "properties": {"shape": STRING, "a": {"type": "number"}}},
    "Text": {"type": "string", "anyOf": [{"maxLength": 3}, {"pattern": "^x"}], "not": {"enum": ["no"]}},
    "NotNumber": {"not": {"type": "number"}},
    "Everything": {
        "allOf": [{"required": ["a"]}, {"properties": {"b": {"type": "integer"}}}],
        "oneOf": [{"required": ["c"]}, {"required": ["d"]}],
        "anyOf": [{"type": "object"}, {"type": "string"}],
        "not": {"required": ["e"]},
    },
    "Untyped": {"maxLength": 2, "minimum": 5, "minItems": 1, "maxProperties": 1},
    "Anything": {},
    "Holder": closed(
        a={"allOf": [ref("Circle")], "description": "A circle, *spelled out*."},
        b={"oneOf": [closed(x=STRING), closed(y={"type": "string", "enum": ["u", "v"]})]},
        c={"allOf": [ref("Circle"), {"required": ["extra"]}]},
        d={"type": "object", "nullable": True, "properties": {"deep": {"type": "array", "items": {}}}},
        e={"nullable": True},
        f={"type": "object", "nullable": True, "allOf": [ref("Circle")]},
    ),
}
LIMITS: dict[str, Json] = {
    "Words": {"type": "string", "minLength": 2, "maxLength": 4, "pattern": "^\\w+\\.\\d\"[^\\\\]$"},
    "Open": {"type": "number", "minimum": 0, "exclusiveMinimum": True, "maximum": 10, "exclusiveMaximum": True},
    "Half": {"type": "integer", "maximum": 7, "exclusiveMaximum": False, "multipleOf": 3},
    "Formats": closed(
        a={"type": "string", "format": "date-time"},
        b={"type": "string", "format": "date"},
        c={"type": "string", "format": "uuid"},
        d={"type": "integer", "format": "int64"},
        e={"type": "number", "format": "float"},
        f={"type": "number", "format": "double"},
        g={"type": "string", "format": "number"},
        h={"type": "string", "format": "password"},
        i={"type": "string", "format": "binary", "nullable": True},
        j={"type": "string", "format": "date-time", "nullable": True, "maxLength": 20},
    ),
    "Bag": {"type": "array", "uniqueItems": True, "minItems": 1, "maxItems": 3, "items": {"type": "number"}},
    "Map": {"type": "object", "additionalProperties": {"type": "integer", "minimum": 1}, "maxProperties": 2},
    "ClosedNothing": {"type": "object", "additionalProperties": False},
    "Impossible": {"type": "object", "additionalProperties": False, "required": ["ghost"]},
    "Missing": {"type": "object", "required": ["ghost"], "additionalProperties": {"type": "integer"}},
    "NullableObject": {"type": "object", "nullable": True, "required": ["a"], "properties": {"a": STRING}},
    "NullableNumber": {"type": "number", "nullable": True, "minimum": 1},
    "NullableInteger": {"type": "integer", "format": "int32", "nullable": True},
    "NullableFlag": {"type": "boolean", "nullable": True},
    "NullableText": {"type": "string", "nullable": True, "format": "date", "maxLength": 10},
    "NullableList": {"type": "array", "nullable": True, "items": {"type": "string", "nullable": True}},
}
ALL = {"names": NAMES, "enums": ENUMS, "recursion": RECURSION, "compositions": COMPOSITIONS, "limits": LIMITS}
