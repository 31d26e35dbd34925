"""Sample values of schemas: valid, likely, and the same for the same seed."""

from ._values import NoSampleError, sample

__all__ = ["NoSampleError", "sample"]
