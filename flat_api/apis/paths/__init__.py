"""The operations by path, in one class for each: ``flat_api.apis.paths.tasks_task.TasksTask(client).get(...)``.

The modules are computed from the classes in `flat_api.apis.tags` when they are imported; `flat_api.apis.path_to_api`
has the classes of all of them.
"""

import typing

from .. import _computed


def _modules() -> typing.Mapping[str, _computed.Computed]:
    from .. import _path_modules

    return _path_modules.class_modules()


__path__ += _computed.search_path(__name__, _modules)
