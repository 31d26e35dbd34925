"""Patterns of strings: regular expressions of ECMA 262, as JSON Schema has them, and of Python.

What is declared is checked at once and translated when it is first searched for. This package knows no schema.
"""

from ._patterns import Pattern, Search, ecma_pattern, printed_pattern, python_pattern, searcher

__all__ = ["Pattern", "Search", "ecma_pattern", "printed_pattern", "python_pattern", "searcher"]
