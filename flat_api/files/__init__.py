"""Files: bodies that are written to one, whole or not at all, and continued where they broke off.

`download` writes what a request leads to, `save` a response that is there, `spool` to a file for the time being.
"""

from ._download import Request, download, save, spool
from ._incoming import Head, IncomingFile, Progress
from ._names import file_name, safe_name
from ._targets import check_target
from ._urls import fetch, fetching

__all__ = [
    "Head",
    "IncomingFile",
    "Progress",
    "Request",
    "check_target",
    "download",
    "fetch",
    "fetching",
    "file_name",
    "safe_name",
    "save",
    "spool",
]
