"""What the server sends: headers that let course pages embed, and nothing that tracks."""

import pytest

from cascade.page import build
from cascade.serving import ANCESTORS


@pytest.fixture(scope="module")
def client(flagship):
    return build([flagship]).server.test_client()


@pytest.mark.parametrize("path", ["/", "/embed/", "/embed/metastatic-cascade", "/health"])
def test_nothing_tracks_or_forbids_frames(client, path):
    response = client.get(path)
    assert response.status_code == 200
    assert "Set-Cookie" not in response.headers
    assert "X-Frame-Options" not in response.headers
    assert response.headers["Referrer-Policy"] == "no-referrer"


def test_the_embed_may_be_framed_and_fetched_by_anyone(client):
    headers = client.get("/embed/metastatic-cascade").headers
    assert headers["Content-Security-Policy"] == "frame-ancestors *"
    assert headers["Access-Control-Allow-Origin"] == "*"


def test_the_page_runs_only_its_own_scripts(client):
    policy = client.get("/").headers["Content-Security-Policy"]
    scripts = next(part for part in policy.split("; ") if part.startswith("script-src"))
    assert "unsafe" not in scripts
    assert scripts.count("'sha256-") == 2
    assert "frame-ancestors *" in policy


def test_a_host_may_say_who_frames(flagship, monkeypatch):
    monkeypatch.setenv(ANCESTORS, "https://lms.example.edu 'self'")
    client = build([flagship]).server.test_client()
    for path in ("/", "/embed/"):
        policy = client.get(path).headers["Content-Security-Policy"]
        assert policy.endswith("frame-ancestors https://lms.example.edu 'self'")


def test_who_frames_cannot_break_out_of_the_header(flagship, monkeypatch):
    monkeypatch.setenv(ANCESTORS, "*; script-src *")
    with pytest.raises(ValueError, match="is not a list of CSP sources"):
        build([flagship])


def test_an_unknown_pathway_has_no_embed(client):
    assert client.get("/embed/nope").status_code == 404


def test_the_server_is_well(client):
    assert client.get("/health").text == "ok"
