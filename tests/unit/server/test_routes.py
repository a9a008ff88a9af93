"""What the server sends: headers that let course pages embed, and nothing that tracks."""

import os
import re
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import pytest

from cascade.resources import pathways_dir
from cascade.server.routes import ANCESTORS, create

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def client(flagship):
    return create([flagship]).server.test_client()


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
    # Those of theme and first picture, Dash's own, and that of the presenter's window, which
    # inherits the policy.
    assert scripts.count("'sha256-") == 4
    assert "frame-ancestors *" in policy


def test_a_host_may_say_who_frames(flagship, monkeypatch):
    monkeypatch.setenv(ANCESTORS, "https://lms.example.edu 'self'")
    client = create([flagship]).server.test_client()
    for path in ("/", "/embed/"):
        policy = client.get(path).headers["Content-Security-Policy"]
        assert policy.endswith("frame-ancestors https://lms.example.edu 'self'")


def test_who_frames_cannot_break_out_of_the_header(flagship, monkeypatch):
    monkeypatch.setenv(ANCESTORS, "*; script-src *")
    with pytest.raises(ValueError, match="is not a list of CSP sources"):
        create([flagship])


def test_an_unknown_pathway_has_no_embed(client):
    assert client.get("/embed/nope").status_code == 404


@pytest.mark.parametrize("path", ["/nope", "/nope/", "/a/b/c", "/embed/a/b", "/index.html"])
def test_an_unknown_address_is_a_short_page_that_leads_home(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert len(answer.data) < 2000
    assert 'href="/"' in answer.text and answer.mimetype == "text/html"


@pytest.mark.parametrize("query", ["lang=de", "lang=de-AT", "lang=DE_ch"])
def test_a_tag_of_a_language_gives_the_nearest_page(client, query):
    for path in ("/", "/embed/metastatic-cascade"):
        html = client.get(f"{path}?{query}").text
        assert '<html lang="de"' in html and 'id="graph-options"' in html
        for address in re.findall(r'<(?:script src|link [^>]*href)="([^"#:]+)"', html):
            assert client.get(f"/{address}").status_code == 200, address


@pytest.mark.parametrize(
    "query", ["lang=en-US", "lang=xx", "lang=", "lang=../de", "lang=%ED%A0%80"]
)
def test_any_other_gives_the_page_itself(client, query):
    for path in ("/", "/embed/metastatic-cascade"):
        answer = client.get(f"{path}?{query}")
        assert answer.status_code == 200 and '<html lang="en"' in answer.text


def test_the_server_is_well(client):
    assert client.get("/health").text == "ok"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to be asked with")
def test_the_server_stops_when_it_is_asked():
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "cascade", "serve", "csf1-egf-loop.yaml", "--port", str(port)]
    running = subprocess.Popen(
        command, cwd=pathways_dir(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    try:
        assert f"http://127.0.0.1:{port}" in running.stdout.readline()
        until = time.monotonic() + 30
        while time.monotonic() < until:
            try:
                with urlopen(f"http://127.0.0.1:{port}/health", timeout=5) as answer:
                    assert answer.read() == b"ok"
                break
            except OSError:
                time.sleep(0.1)
        running.terminate()
        assert running.wait(20) == 0
    finally:
        running.kill()
