"""Answers that never change are made once and packed once, at the best level."""

import gzip
import time

import brotli
import pytest
from flask import Flask, Response, request

from cascade.server import kept_answers
from cascade.server.kept_answers import MOST, KeptAnswers

TEXT = "Tumor cells and macrophages feed each other. " * 400
BR = {"Accept-Encoding": "gzip, deflate, br, zstd"}


@pytest.fixture
def figure():
    """A server that counts what it is asked."""
    app = Flask("figure", static_folder=None)
    app.asked = []

    @app.before_request
    def count():
        app.asked.append(request.path)

    @app.get("/")
    def page():
        return Response(f"{request.args.get('lang', 'en')}: {TEXT}", mimetype="text/html")

    @app.get("/copy/<int:number>")
    def copy(number: int):
        return Response(TEXT, mimetype="text/css", headers={"Cache-Control": "max-age=9"})

    @app.get("/small")
    def small():
        return Response("ok", mimetype="text/plain")

    @app.get("/picture")
    def picture():
        return Response(TEXT, mimetype="image/png")

    @app.get("/now")
    def now():
        return Response("now", headers={"Cache-Control": "no-store"})

    app.wsgi_app = KeptAnswers(app.wsgi_app)
    return app


def packed(client, address):
    """The answer once it comes as brotli."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        answer = client.get(address, headers=BR)
        if answer.headers.get("Content-Encoding") == "br":
            return answer
        time.sleep(0.01)
    raise AssertionError(f"{address} never came as brotli")


def test_a_second_reader_gets_what_the_first_one_got(figure):
    client = figure.test_client()
    first, second = client.get("/copy/1"), client.get("/copy/1?anything=else")
    assert first.text == second.text == TEXT
    assert first.headers["Cache-Control"] == second.headers["Cache-Control"] == "max-age=9"
    assert figure.asked == ["/copy/1"]


def test_packed_once_at_the_best_level(figure, monkeypatch):
    best, calls = brotli.compress(TEXT.encode(), quality=11), []

    def compress(body, pack=brotli.compress):
        calls.append(body)
        return pack(body)

    monkeypatch.setattr(kept_answers.brotli, "compress", compress)
    client = figure.test_client()
    bodies = {packed(client, "/copy/1").data for _ in range(5)}
    # Another address of the same content, such as one with another fingerprint.
    bodies.add(packed(client, "/copy/2").data)
    assert bodies == {best}
    assert len(calls) == 1


def test_nobody_waits_for_the_best_level(figure):
    first = figure.test_client().get("/copy/1", headers=BR)
    assert first.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(first.data).decode() == TEXT


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [("gzip", "gzip"), ("br;q=0, gzip", "gzip"), ("", None), ("identity", None), ("zstd", None)],
)
def test_a_browser_gets_what_it_reads(figure, accepted, coding):
    client = figure.test_client()
    packed(client, "/copy/1")
    answer = client.get("/copy/1", headers={"Accept-Encoding": accepted})
    assert answer.headers.get("Content-Encoding") == coding
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert int(answer.headers["Content-Length"]) == len(answer.data)
    body = gzip.decompress(answer.data) if coding else answer.data
    assert body.decode() == TEXT


@pytest.mark.parametrize("address", ["/small", "/picture"])
def test_what_would_not_get_smaller_is_sent_as_it_is(figure, address):
    answer = figure.test_client().get(address, headers=BR)
    assert "Content-Encoding" not in answer.headers


def test_who_has_it_is_told_so(figure):
    client = figure.test_client()
    for headers in ({}, BR):
        tag = client.get("/copy/1", headers=headers).headers["ETag"]
        again = client.get("/copy/1", headers={**headers, "If-None-Match": tag})
        assert (again.status_code, again.data) == (304, b"")
        assert again.headers["ETag"] == tag
    changed = client.get("/copy/1", headers={"If-None-Match": '"another"'})
    assert changed.status_code == 200
    # A first reader who has it already must not decide what the others get.
    client.get("/copy/7", headers={"If-None-Match": tag})
    assert client.get("/copy/7").text == TEXT


def test_who_has_it_by_gzip_does_not_load_it_again_as_brotli(figure):
    client = figure.test_client()
    tag = client.get("/copy/1", headers=BR).headers["ETag"]
    assert packed(client, "/copy/1").headers["ETag"] != tag
    again = client.get("/copy/1", headers={**BR, "If-None-Match": tag})
    assert (again.status_code, again.headers["ETag"]) == (304, tag)


def test_head_has_no_body(figure):
    client = figure.test_client()
    head = client.head("/copy/1")
    assert head.data == b"" and head.headers["Content-Length"] == str(len(TEXT))
    assert client.get("/copy/1").text == TEXT


def test_each_language_is_kept_for_itself(figure):
    client = figure.test_client()
    for _ in range(2):
        assert client.get("/?lang=de&cell=tam").text.startswith("de")
        assert client.get("/?cell=tam").text.startswith("en")
    assert len(figure.asked) == 2


@pytest.mark.parametrize("address", ["/now", "/nowhere"])
def test_what_changes_or_fails_is_asked_anew(figure, address):
    client = figure.test_client()
    assert client.get(address).status_code == client.get(address).status_code
    assert len(figure.asked) == 2


def test_made_up_addresses_do_not_fill_the_memory(figure):
    client = figure.test_client()
    for number in range(MOST + 50):
        assert client.get(f"/copy/{number}").status_code == 200
    kept = figure.wsgi_app
    assert len(kept._by_address) == MOST and len(kept._by_content) == 1


def test_without_brotli_gzip_is_enough(figure, monkeypatch):
    monkeypatch.setattr(kept_answers, "brotli", None)
    client = figure.test_client()
    for _ in range(3):
        assert client.get("/copy/1", headers=BR).headers["Content-Encoding"] == "gzip"
