"""Run in an environment with the official client: calls what standard input says, one JSON line each.

Each line has the operation, its parameters and its body; each line of the output has the operation and what went wrong.
"""

import inspect
import json
import re
import sys

import flat_api

API = re.compile(r"[A-Z]\w*Api")


def snake(name):
    """The name that the official client has for *name*."""
    words = re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", re.sub(r"[^A-Za-z0-9]+", "_", name)).lower()
    return f"var_{words}" if words in ("class", "from", "format") and words != "format" else words


def method_of(client, operation):
    """The method for *operation*, an operationId."""
    for name in dir(flat_api):
        if API.fullmatch(name) and hasattr(getattr(flat_api, name), snake(operation)):
            return getattr(getattr(flat_api, name)(client), snake(operation))
    raise LookupError(f"the official client has no {operation}")


def arguments(method, parameters, body):
    """The arguments by name: parameters as they are, the body as an instance of its model."""
    given = {snake(name): value for name, value in parameters.items()}
    for name, parameter in inspect.signature(method).parameters.items():
        if body is not None and name not in given and not name.startswith("_"):
            model = re.search(r"flat_api\.models\.\w+\.(\w+)", str(parameter.annotation))
            if model:
                given[name] = instance(getattr(flat_api, model[1]), body)
                break
    return given


def instance(model, body):
    """An instance of *model*; of several models that the body could be one of, the first that accepts it."""
    several = sorted(getattr(model.model_fields.get("one_of_schemas"), "default", ()) or ())
    for name in several:
        try:
            return model(getattr(flat_api, name).from_dict(body))
        except ValueError:
            continue
    return model.from_dict(body)


def main():
    """Call everything, and tell of each call whether its answer was read."""
    host, token = sys.argv[1:]
    client = flat_api.ApiClient(flat_api.Configuration(host=host, access_token=token))
    for line in sys.stdin:
        operation, parameters, body = json.loads(line)
        try:
            method = method_of(client, operation)
            method(**arguments(method, parameters, body))
            problem = ""
        except Exception as error:
            problem = f"{type(error).__name__}: {error}"
        print(json.dumps([operation, problem]), flush=True)


if __name__ == "__main__":
    main()
