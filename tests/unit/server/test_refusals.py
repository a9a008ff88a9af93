"""What the server does not do: it reads no body, runs no callback, and knows its addresses."""

import socket
import threading
from dataclasses import replace

import pytest
import waitress

from cascade.loading.loader import load_path
from cascade.page.variant import LIVE
from cascade.resources import pathways_dir
from cascade.server.connections import settings
from cascade.server.refusals import LARGEST_BODY
from cascade.server.routes import create

CALLBACK = "/_dash-update-component"
DEEP = "[" * 50_000
ADDRESSES = ["/", "/embed/csf1-egf-loop", "/health", "/_dash-layout", CALLBACK, "/nowhere"]


@pytest.fixture(scope="module")
def server():
    return create(load_path(pathways_dir() / "csf1-egf-loop.yaml").pathways).server


@pytest.fixture(scope="module")
def client(server):
    return server.test_client()


@pytest.fixture(scope="module")
def port(server):
    """The same behind waitress, as `cascade serve` runs it."""
    running = waitress.create_server(server, host="127.0.0.1", port=0, **settings(reload=False))
    threading.Thread(target=running.run, daemon=True).start()
    yield running.effective_port
    running.close()


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE"])
def test_no_address_takes_a_body(client, method, address):
    assert client.open(address, method=method, data="{}").status_code == 405


@pytest.mark.parametrize("text", ["", "{", DEEP, "null", '{"output": 1}', "\ud800\0"])
def test_broken_json_is_refused_in_short(client, caplog, text):
    data = text.encode("utf-8", "surrogatepass")
    answer = client.post(CALLBACK, data=data, content_type="application/json")
    assert answer.status_code == 405
    assert len(answer.data) < 1_000 and b"Traceback" not in answer.data
    assert not caplog.records


def test_the_page_is_built_without_a_callback_of_the_server(client):
    assert client.get(CALLBACK).status_code == 404
    for one in client.get("/_dash-dependencies").json:
        assert one["clientside_function"], one


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_large_body_is_refused_by_its_length(client, address):
    for method in ("GET", "POST"):
        answer = client.open(address, method=method, data=b"x" * LARGEST_BODY)
        assert answer.status_code == 413


def heard(port, *sent: bytes) -> bytes:
    """What comes back until the server closes."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        for part in sent:
            connection.sendall(part)
        return b"".join(iter(lambda: connection.recv(65536), b""))


@pytest.mark.parametrize("length", [LARGEST_BODY + 1, 10**10, 10**30])
def test_a_large_body_is_not_waited_for(port, length):
    head = f"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: {length}\r\n\r\n".encode()
    assert heard(port, head).startswith(b"HTTP/1.1 413 ")


def test_a_large_body_in_pieces_is_refused(port):
    head = b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
    # No more than it takes: closing on bytes that nobody read would reset the connection.
    piece = b"%x\r\n%s\r\n" % (LARGEST_BODY + 1, b"x" * (LARGEST_BODY + 1))
    assert heard(port, head + piece).startswith(b"HTTP/1.1 413 ")


@pytest.mark.parametrize(
    "request_", [b"GET / HTTP/1.1\r\nContent-Length: x\r\n\r\n", b"\0\xff\r\n\r\n", b"GET\r\n\r\n"]
)
def test_what_is_no_request_is_refused(port, request_):
    assert heard(port, request_).startswith((b"HTTP/1.1 400 ", b"HTTP/1.0 400 "))


@pytest.mark.parametrize(
    "address",
    ["/nowhere", "/nowhere/below", "/embed/nowhere", "/bundle/no.js", "/assets/no", "/plots/no",
     "/%00", "/..%2f..%2fetc%2fpasswd", "/ä", "/" + "a" * 5_000],
)  # fmt: skip
def test_an_unknown_address_is_told_in_a_short_page(client, address):
    answer = client.get(address)
    assert answer.status_code == 404
    assert len(answer.data) < 1_000
    assert "There is nothing at this address." in answer.text
    assert '<a href="/">To the figure</a>' in answer.text
    assert address not in answer.text


def test_the_short_page_leads_back_below_any_path(client):
    answer = client.get("/a/b", environ_overrides={"SCRIPT_NAME": "/figure"})
    assert '<a href="/figure/">' in answer.text


def test_the_short_page_speaks_the_language_of_the_server():
    pathways = load_path(pathways_dir() / "csf1-egf-loop.yaml").pathways
    client = create(pathways, (), replace(LIVE, lang="de")).server.test_client()
    answer = client.get("/nowhere")
    assert answer.status_code == 404
    assert '<html lang="de">' in answer.text and "Zur Abbildung" in answer.text


@pytest.mark.parametrize(
    "address", ["nope/x.js", "dash/nope.js", "dash/..%2f..%2fsetup.py", "dash/%00", "flask/app.py"]
)
def test_unknown_component_files_are_not_there(client, caplog, address):
    answer = client.get(f"/_dash-component-suites/{address}")
    assert answer.status_code == 404
    assert len(answer.data) < 1_000 and b"Traceback" not in answer.data
    assert not [record for record in caplog.records if record.exc_info]
