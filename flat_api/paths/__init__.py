"""The operations by path, where the earlier client had them.

There is a package for each path and a module in it for each method, which are computed from the classes in
`flat_api.apis.tags` when they are imported::

    from flat_api.paths.tasks_task import get

    get.GetTask(client).get_task(path_params={"task": "5b0f"})
    get.ApiForget(client).get(path_params={"task": "5b0f"})

`PathValues` lists the paths.
"""

import typing

from .._computed import search_path

if typing.TYPE_CHECKING:
    from ..apis._paths import PathValues as PathValues

__path__ += search_path(__name__)


def __getattr__(name: str) -> typing.Any:
    if name != "PathValues":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from ..apis._paths import PathValues

    globals()[name] = PathValues
    return PathValues


def __dir__() -> list[str]:
    return sorted({*globals(), "PathValues"})
