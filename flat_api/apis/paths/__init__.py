"""The operations by path, in one class for each: ``flat_api.apis.paths.tasks_task.TasksTask(client).get(...)``.

The modules are computed from the classes in `flat_api.apis.tags` when they are imported; `flat_api.apis.path_to_api`
has the classes of all of them.
"""

from ..._computed import search_path

__path__ += search_path(__name__)
