"""The API under requests drawn from its own description: no answer is a 500, each is as described."""

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import response_schema_conformance

from bulian.steps.serving import site_app
from tests.serve.place import NOW, district

HEADERS = {"host": "127.0.0.1:8620"}


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> schemathesis.BaseSchema:
    app = site_app(district(tmp_path_factory.mktemp("schema")), lambda: NOW)
    return schemathesis.openapi.from_asgi("/api/openapi.json", app, headers=HEADERS)


def test_no_request_breaks_the_api(described: schemathesis.BaseSchema) -> None:
    operations: list[schemathesis.APIOperation[Any, Any, Any, Any]] = [
        found.ok()  # type: ignore[union-attr]  # a description that cannot be read fails here
        for found in described.get_all_operations()
    ]
    assert len(operations) > 2
    for operation in operations:

        @settings(max_examples=25, suppress_health_check=list(HealthCheck))
        @given(case=operation.as_strategy())
        def holds(case: schemathesis.Case[Any]) -> None:
            answer = case.call(headers=HEADERS)
            case.validate_response(answer, checks=[not_a_server_error, response_schema_conformance])

        holds()
