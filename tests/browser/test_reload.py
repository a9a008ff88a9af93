"""Serving for authors: saved changes show in place, mistakes stand over the last good figure, and
cells can be arranged."""

import shutil
import threading
import time

import pytest
from werkzeug.serving import make_server

from cascade.loader import load_path
from cascade.page import build
from cascade.resources import pathways_dir
from cascade.tables import with_tables
from cascade.workshop import Workshop

LOOP = (pathways_dir() / "csf1-egf-loop.yaml").read_text("utf-8")
OLD = "document.documentElement.dataset.old = 1"
FRESH = "html.drawn:not([data-old])"


class Author:
    """A page at a live pathway, and the pathway's file."""

    def __init__(self, page, path, address):
        self.page, self.path, self.address = page, path, address

    def save(self, text):
        self.path.write_text(text, "utf-8")

    def shows(self, text):
        """Saves, and waits until the page has drawn the new figure."""
        self.page.evaluate(OLD)
        self.save(text)
        self.page.wait_for_selector(FRESH, state="attached")

    def cy(self, expression):
        live = "document.getElementById('graph')._cyreg.cy"
        return self.page.evaluate(f"(() => {{ const cy = {live}; return ({expression}); }})()")

    def point(self, node):
        x, y = self.cy(f"Object.values(cy.getElementById('{node}').renderedPosition())")
        box = self.page.locator("#graph").bounding_box()
        return x + box["x"], y + box["y"]

    def drag(self, node, by):
        x, y = self.point(node)
        mouse = self.page.mouse
        mouse.move(x, y)
        mouse.down()
        mouse.move(x + by[0] / 2, y + by[1] / 2)
        mouse.move(x + by[0], y + by[1], steps=3)
        mouse.up()

    def places(self, text=None):
        return [
            line for line in (text or self.path.read_text("utf-8")).splitlines() if "at: [" in line
        ]


@pytest.fixture
def author(page, tmp_path, watch):
    shutil.copytree(pathways_dir() / "library", tmp_path / "library")
    path = tmp_path / "loop.yaml"
    path.write_text(LOOP, "utf-8")
    workshop = Workshop(path, load_path(path), with_tables(build, ())).follow()
    running = make_server("127.0.0.1", 0, workshop, threaded=True)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{running.port}/"
    watch.origins.add(address.rstrip("/"))
    yield Author(page, path, address)
    page.close()  # first, so that nobody waits for an answer
    workshop.stop.set()
    running.shutdown()
    running.server_close()


def test_what_is_saved_shows_in_place_and_mistakes_over_it(author):
    page = author.page
    page.goto(f"{author.address}?stage=primary-tumor&focus=tam")
    page.wait_for_selector(FRESH, state="attached")
    author.cy("cy.viewport({ zoom: 0.9, pan: { x: 33, y: 44 } }) && 0")
    page.evaluate("document.getElementById('panel').scrollTop = 60")
    scrolled = page.evaluate("document.getElementById('panel').scrollTop")
    author.shows(LOOP.replace("title: The", "title: Our"))
    page.wait_for_timeout(300)  # the canvas has been measured once more
    assert page.title().endswith("Our CSF1-EGF loop")
    assert (
        page.evaluate("cascade.view().focus + location.search")
        == "tam?stage=primary-tumor&focus=tam"
    )
    assert author.cy("[cy.zoom(), cy.pan().x, cy.pan().y]") == [0.9, 33, 44]
    assert page.evaluate("document.getElementById('panel').scrollTop") == scrolled
    assert page.locator("#curtain").count() == 0

    page.evaluate(OLD)
    author.save(LOOP.replace("to: tam\n", "to: tamm\n", 1))
    banner = page.locator("#problems")
    banner.wait_for()
    assert f"{author.path}:" in banner.inner_text() and "did you mean 'tam'?" in banner.inner_text()
    assert author.cy("cy.nodes('[kind=\"cell\"]').length") == 3
    banner.get_by_role("button", name="Dismiss").click()
    assert banner.count() == 0

    def rename():
        author.path.rename(author.path.with_suffix(".away"))

    for rude, words in (
        (lambda: author.save(LOOP[: LOOP.index("readout:") + 4]), "a key without ':'"),
        (rename, "no such file"),
        (lambda: author.save("title: ["), "not valid YAML"),
        (author.path.unlink, "no such file"),
    ):
        rude()
        page.locator("#problems", has_text=words).wait_for()
        assert author.cy("cy.nodes('[kind=\"cell\"]').length") == 3
    assert page.evaluate("'old' in document.documentElement.dataset"), (
        "the page was not loaded anew"
    )
    author.save(LOOP.replace("title: The", "title: Last"))
    page.wait_for_selector(FRESH, state="attached")
    assert page.title().endswith("Last CSF1-EGF loop")
    assert page.locator("#problems").count() == 0


def test_cells_are_arranged_and_saved(author):
    page, tam = author.page, "primary-tumor/tam"
    page.goto(f"{author.address}?stage=primary-tumor")
    page.wait_for_selector(FRESH, state="attached")
    bar = page.locator("#arrange")
    author.drag(tam, (60, 0))
    assert author.places() == author.places(LOOP)
    bar.get_by_role("button", name="Arrange").click()
    bar.get_by_text("primary-tumor: clean").wait_for()
    author.cy("cy.fit() && 0")
    start = author.cy(f"cy.getElementById('{tam}').position()")

    mine, other = author.point(tam), author.point("primary-tumor/tumor-cell")
    author.drag(tam, (other[0] - mine[0] - 50, other[1] - mine[1]))
    bar.get_by_text("to mend").wait_for()
    assert author.cy("cy.nodes('.marked').length") >= 2
    bar.locator("summary").click()
    listed = bar.locator("li.fatal").first.inner_text()
    assert "overlap" in listed and "loop.yaml:" in listed
    page.keyboard.press("Control+z")
    bar.get_by_text("primary-tumor: clean").wait_for()
    assert author.cy(f"cy.getElementById('{tam}').position()") == start
    assert author.cy("cy.elements('.marked').length") == 0

    button = page.locator(f'#overlay [data-node="{tam}"]')
    button.evaluate("(one) => one.focus()")
    page.keyboard.press("Alt+ArrowDown")
    page.keyboard.press("Alt+ArrowLeft")
    bar.get_by_role("button", name="Save 1 position").wait_for()
    page.evaluate(OLD)
    bar.get_by_role("button", name="Save 1 position").click()
    page.wait_for_selector(FRESH, state="attached")
    changed = [
        new for old, new in zip(author.places(LOOP), author.places(), strict=True) if old != new
    ]
    assert len(changed) == 1 and "cell: tam" in changed[0]
    saved = author.path.read_text("utf-8")
    assert len(saved.splitlines()) == len(LOOP.splitlines())

    # Arranging goes on after the save, and the saved moves can be taken back.
    bar.get_by_role("button", name="Undo").click()
    bar.get_by_role("button", name="Save 1 position").wait_for()
    author.save(saved + "\n# mine\n")
    time.sleep(0.4)
    bar.get_by_role("button", name="Save 1 position").click()
    bar.get_by_text("has changed since you began to move cells; nothing was saved").wait_for()
    assert author.path.read_text("utf-8") == saved + "\n# mine\n"
    author.save(saved.replace("title: The", "title: Our"))
    bar.get_by_text("The files have changed meanwhile").wait_for()
    page.evaluate(OLD)
    bar.get_by_role("button", name="Drop my moves").click()
    page.wait_for_selector(FRESH, state="attached")
    assert page.title().endswith("Our CSF1-EGF loop")
