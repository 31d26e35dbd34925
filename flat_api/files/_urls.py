"""Downloads from a URL that an answer of the API names, which may be of anybody."""

from __future__ import annotations

import typing
from pathlib import Path
from urllib.parse import urlsplit

from .._driving import BLOCKING, Driver, Sending, run
from .._response import ApiResponseWithoutDeserialization
from .._retry import RetryPolicy
from ..exceptions import ApiValueError, status_error
from ._download import download
from ._incoming import Progress

if typing.TYPE_CHECKING:
    import os
    from urllib.parse import SplitResult

    import urllib3

    from ..configuration import Configuration


class Client(Sending, typing.Protocol):
    """What a download needs of a client."""

    configuration: Configuration


def fetch(
    client: Client,
    url: str,
    path: str | os.PathLike[str],
    *,
    source: str | None = None,
    overwrite: bool = False,
    progress: Progress | None = None,
) -> Path:
    """Write what is at *url* to the file *path* as `download` does, and return where it is.

    The access token goes along only where *url* is of the API's own origin. Without a *source* it is that of *url*
    without its query, which may be a signature that is another one each time. Raises what `download` raises, and
    ApiValueError where *url* is not one of a file.
    """
    return run(fetching(BLOCKING, client, url, path, source=source, overwrite=overwrite, progress=progress))


async def fetching(
    driver: Driver,
    client: Client,
    url: str,
    path: str | os.PathLike[str],
    *,
    source: str | None = None,
    overwrite: bool = False,
    progress: Progress | None = None,
) -> Path:
    """Write what is at *url* to the file *path*; see `fetch`."""
    place = _place(url)

    async def request(headers: dict[str, str]) -> urllib3.BaseHTTPResponse:
        sent = {
            "resource_path": (place.path or "/") + (f"?{place.query}" if place.query else ""),
            "method": "GET",
            "headers": {"Accept": "*/*", **headers},
            "auth_settings": ["OAuth2"],
            "stream": True,
            "host": f"{place.scheme}://{place.netloc}",
        }
        response = await driver.send(client, sent)
        if 200 <= response.status <= 299:
            return response
        kept = await driver.whole(client, response)
        raise status_error(kept.status, kept.reason, ApiResponseWithoutDeserialization(kept))

    return await download(
        driver,
        request,
        path,
        source=f"{place.netloc}{place.path}" if source is None else source,
        retries=RetryPolicy.of(client.configuration.retries),
        overwrite=overwrite,
        progress=progress,
    )


def _place(url: str) -> SplitResult:
    try:
        url.encode()
        place = urlsplit(url)
    except ValueError:  # which quotes the URL, and that may hold a signature
        place = urlsplit("")
    if place.scheme not in ("http", "https") or not place.netloc:
        raise ApiValueError("The URL of the file can't be read, or isn't one of HTTP")
    return place
