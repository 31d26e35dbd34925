"""The operations by path, where the earlier client had them.

There is a package for each path and a module in it for each method, which are computed from the classes in
`flat_api.apis.tags` when they are imported::

    from flat_api.paths.tasks_task import get

    get.GetTask(client).get_task(path_params={"task": "5b0f"})
    get.ApiForget(client).get(path_params={"task": "5b0f"})

`PathValues` lists the paths. Of the names in the module of a method, ``dir`` lists those that this method has:

- ``path``, and classes that derive from ``BaseApi``: the one named after the operation, and ``ApiForget`` and its kin;
- ``RequestPathParams``, with the keys of ``RequestRequiredPathParams`` and ``RequestOptionalPathParams``, and the same
  for ``Query``, ``Header`` and ``Cookie``: TypedDicts of what the parameters may be;
- ``request_path_task``, ``request_query_sharing_key``: the parameters, and ``TaskSchema``, ``SharingKeySchema``: the
  classes of their values. It is ``request_path__class`` and ``ModelClassSchema``, with what sets keywords apart;
- ``request_body_score_creation``, named after the model, or ``request_body_body``, and
  ``SchemaForRequestBodyApplicationJson``: what is sent;
- ``_response_for_200``, ``ApiResponseFor200`` and ``SchemaFor200ResponseBodyApplicationJson``: an answer, its class and
  that of its body; ``_response_for_default``, ``ApiResponseForDefault`` and ``SchemaFor0ResponseBodyApplicationJson``
  for whatever status is declared nowhere else; ``_status_code_to_response``: all answers;
- ``_all_accept_content_types``, and ``_auth``: the names of the security schemes;
- ``api_client``, ``exceptions`` and ``schemas``, and the models in bodies and answers.

Each value is made when it is first asked for.
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
