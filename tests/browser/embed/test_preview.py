"""The author's preview of a lecture: what is not readable on this screen, as a list."""

import threading

import pytest
from werkzeug.serving import make_server

from cascade.authoring.author_server import AuthorServer
from cascade.loading.loader import load_path
from cascade.page.app import build
from cascade.resources import pathways_dir
from cascade.server.overlay_tables import with_tables

LECTURES = ("cascade", "seed-and-soil", "friend-or-foe")


@pytest.fixture(scope="module")
def workshop():
    """The address of the flagship, served for its author."""
    path = pathways_dir() / "metastatic-cascade"
    workshop = AuthorServer(path, load_path(path), with_tables(build, ()))
    running = make_server("127.0.0.1", 0, workshop, threaded=True)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.port}/"
    workshop.stop.set()
    running.shutdown()
    running.server_close()


@pytest.fixture
def preview(page, watch, workshop):
    """Opens the preview of a lecture on a screen, gives its rows."""
    watch.origins.add(workshop.rstrip("/"))

    def preview(query, width, height):
        page.set_viewport_size({"width": width, "height": height})
        page.goto(f"{workshop}?{query}")
        page.locator("#check").wait_for(timeout=60_000)
        return page.locator("#check li").all_inner_texts()

    yield preview
    page.close()  # first, so that nobody waits for an answer


def test_nothing_is_to_mend_in_what_is_shipped(preview, page):
    for lecture in LECTURES:
        assert preview(f"lecture={lecture}&check=1", 1920, 1080) == [], lecture
        assert "Nothing to mend" in page.locator("#check").inner_text()
        view = page.evaluate("cascade.view()")
        assert (view["lecture"], view["step"], view["part"]) == (lecture, 0, 0)


def test_what_a_small_screen_cannot_show_is_named_and_found(preview, page):
    rows = preview("lecture=friend-or-foe&check=1", 390, 844)
    assert "anchor: the caption has more than two lines" in rows
    page.locator("#check button").last.click()
    assert page.evaluate("cascade.view().step") == 5
