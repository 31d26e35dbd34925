"""Schemathesis follows what answers refer to: what was created is used, changed and deleted in any order."""

from __future__ import annotations

import warnings

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from flat_api.reference import openapi_document
from flat_api.sandbox import Sandbox
from flat_api.sandbox._seeds import seed

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # what its dependencies have to say of each other
    import schemathesis
    from schemathesis.specs.openapi.checks import positive_data_acceptance, response_schema_conformance

RUNS = 12
STEPS = 10


def test_sequences_of_calls_are_answered_as_the_document_says():
    """No sequence ends in a server error, an answer of another form, or a thing that is there after its deletion."""
    document = schemathesis.openapi.from_dict(openapi_document())
    with Sandbox(task_seconds=0) as sandbox:
        document.config.update(base_url=sandbox.url)

        class Sequence(document.as_state_machine()):
            def setup(self):
                seed(sandbox.app.world.store, scores=True)  # each run begins with the same things

            def get_call_kwargs(self, case):
                return {"headers": {"Authorization": f"Bearer {sandbox.token}"}}

            def validate_response(self, response, case, **kwargs):
                is_file = case.operation.definition.raw["operationId"] == "getScoreRevisionData"
                excluded = [positive_data_acceptance, *([response_schema_conformance] if is_file else [])]
                case.validate_response(response, excluded_checks=excluded)

        run_state_machine_as_test(
            Sequence,
            settings=settings(
                max_examples=RUNS,
                stateful_step_count=STEPS,
                deadline=None,
                derandomize=True,
                suppress_health_check=list(HealthCheck),
            ),
        )
        used = {received.operation for received in sandbox.requests}
    assert len(sandbox.requests) >= RUNS
    assert len(used) >= 5
