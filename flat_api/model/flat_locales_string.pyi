"""Printed by ``python -m flat_api.reference`` from the module beside it; don't edit it."""

from .flat_locales import FlatLocales

class FlatLocalesString(FlatLocales):
    """Language of the interface: one of `FlatLocales`, or a language that the API has learned since"""
