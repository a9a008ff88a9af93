"""What a first visit weighs: every response that the page asks for, as gzip -9."""

import gzip
import re

import pytest

LIMIT = 540_000


@pytest.fixture(scope="module")
def parts(app):
    client = app.server.test_client()
    html = client.get("/").get_data()
    found = re.findall(r'<(?:script src|link[^>]* href)="/?([^"#:]+)"', html.decode())
    addresses = [*found, "_dash-layout", "_dash-dependencies"]
    answers = {address: client.get(f"/{address}") for address in addresses}
    assert {answer.status_code for answer in answers.values()} == {200}
    return {"/": html} | {address: answer.data for address, answer in answers.items()}


def test_a_first_visit_weighs_little(parts):
    weights = {name: len(gzip.compress(data, 9)) for name, data in parts.items()}
    assert sum(weights.values()) <= LIMIT, weights
    assert len(weights) >= 10
    assert not [name for name in weights if "plotly" in name]
