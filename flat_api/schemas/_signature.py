"""The signature of a schema class, for `help`, editors and `inspect.signature`."""

from __future__ import annotations

import inspect
from keyword import iskeyword

from frozendict import frozendict

from ._declaration import Property, declaration_of
from ._unset import unset


def signature_of(cls: type) -> inspect.Signature:
    """Return the signature of ``cls(...)``: one value, or for objects the properties as keywords."""
    declaration = declaration_of(cls)
    if frozendict not in declaration.types:
        parameters = [inspect.Parameter("_arg", inspect.Parameter.POSITIONAL_OR_KEYWORD)]
        return inspect.Signature([*parameters, _configuration()], return_annotation=cls)
    names = [name for name in declaration.in_keyword_order if name.isidentifier() and not iskeyword(name)]
    parameters = [
        inspect.Parameter("_args", inspect.Parameter.VAR_POSITIONAL),
        *(_keyword(declaration.properties[name]) for name in names),
        _configuration(),
    ]
    if not declaration.is_closed:
        parameters.append(inspect.Parameter("kwargs", inspect.Parameter.VAR_KEYWORD))
    return inspect.Signature(parameters, return_annotation=cls)


def _keyword(entry: Property[object]) -> inspect.Parameter:
    default = inspect.Parameter.empty if entry.required else unset
    return inspect.Parameter(entry.name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=entry.schema)


def _configuration() -> inspect.Parameter:
    return inspect.Parameter("_configuration", inspect.Parameter.KEYWORD_ONLY, default=None)
