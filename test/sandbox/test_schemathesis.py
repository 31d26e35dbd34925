"""Schemathesis, which knows nothing of this package, holds the sandbox against the exported OpenAPI document."""

from __future__ import annotations

import warnings

import pytest
from hypothesis import HealthCheck, settings

from flat_api.reference import openapi_document
from flat_api.sandbox import Sandbox

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # what its dependencies have to say of each other
    import requests
    import schemathesis
    from schemathesis.specs.openapi.checks import positive_data_acceptance, response_schema_conformance

EXAMPLES = 4
"""Random requests for each operation, beside those that Schemathesis always sends: the edges of what is allowed."""

document = schemathesis.openapi.from_dict(openapi_document())

# That any request which fits the document succeeds is no promise of the API: a cursor has to be one out of a link, the
# data of a score has to be music.
NO_PROMISES = [positive_data_acceptance]

# A file is "a string, binary" to the document whatever its media type is. Schemathesis takes that for a JSON string
# where the file is of JSON.
FILES = [response_schema_conformance]


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox(task_seconds=0) as running:
        yield running


@pytest.fixture(scope="module")
def session():
    """One connection for thousands of requests."""
    with requests.Session() as opened:
        opened.trust_env = False
        yield opened


@document.hook
def map_path_parameters(context, path_parameters):
    """Ask for what is there, half of the time, or nearly all answers would be that there is no such thing."""
    there = {"score": "5c01e00000000000000000a1", "revision": "last", "user": "me", "collection": "root"}
    for name in there.keys() & (path_parameters or {}).keys():
        if len(str(path_parameters[name])) % 2:
            path_parameters[name] = there[name]
    return path_parameters


@document.parametrize()
@settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_answers_are_those_of_the_document(case, sandbox, session):
    """No server error, and no status, media type, header or body that the document doesn't have."""
    excluded = NO_PROMISES + (FILES if case.operation.definition.raw["operationId"] == "getScoreRevisionData" else [])
    case.call_and_validate(
        base_url=sandbox.url,
        session=session,
        headers={"Authorization": f"Bearer {sandbox.token}"},
        excluded_checks=excluded,
    )
