"""The model `FlatLocalesString`."""

from .flat_locales import FlatLocales


class FlatLocalesString(FlatLocales, extensible=True):
    """Language of the interface: one of `FlatLocales`, or a language that the API has learned since"""
