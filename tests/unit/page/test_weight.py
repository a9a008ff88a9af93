"""What a first visit weighs: every response that the page asks for, as gzip -9 and on the wire."""

import gzip
import re
import time

import pytest

from cascade.server.connections import BROWSER
from cascade.server.kept_answers import SMALL, TEXT
from cascade.server.routes import create

LIMIT = 540_000
ON_THE_WIRE = 450_000


@pytest.fixture(scope="module")
def parts(app):
    client = app.server.test_client()
    html = client.get("/").get_data()
    found = re.findall(r'<(?:script src|link[^>]* href)="/?([^"#:]+)"', html.decode())
    addresses = [*found, "_dash-layout", "_dash-dependencies"]
    answers = {address: client.get(f"/{address}") for address in addresses}
    assert {answer.status_code for answer in answers.values()} == {200}
    return {"": html} | {address: answer.data for address, answer in answers.items()}


def test_a_first_visit_weighs_little(parts):
    weights = {name: len(gzip.compress(data, 9)) for name, data in parts.items()}
    assert sum(weights.values()) <= LIMIT, weights
    assert len(weights) >= 10
    assert not [name for name in weights if "plotly" in name]


@pytest.mark.slow
def test_a_first_visit_is_small_on_the_wire(pathways, parts):
    client = create(list(pathways.values())).server.test_client()
    sent = {address: packed(client, address) for address in parts}
    fonts = set(re.findall(r"assets/fonts/[-\w.]+", style_of(parts)))
    assert len(fonts) >= 2
    sent |= {address: client.get(f"/{address}", headers=BROWSER).data for address in fonts}
    weights = {name: len(data) for name, data in sent.items()}
    assert sum(weights.values()) <= ON_THE_WIRE, weights


def packed(client, address: str) -> bytes:
    """What is sent once it is packed, which is brotli's best level."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        answer = client.get(f"/{address}", headers=BROWSER)
        packs = answer.mimetype.startswith(TEXT) and len(answer.data) >= SMALL
        if answer.headers.get("Content-Encoding") == "br" or not packs:
            return answer.data
        time.sleep(0.1)
    raise AssertionError(f"{address} never came as brotli")


def style_of(parts: dict) -> str:
    (style,) = (name for name in parts if name.startswith("bundle/") and name.endswith(".css"))
    return parts[style].decode()
