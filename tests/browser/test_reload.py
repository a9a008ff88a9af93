"""Serving for authors: saved changes show in place, mistakes stand over the last good figure, and
cells can be arranged."""

import re
import shutil
import threading
import time
from contextlib import contextmanager
from urllib.parse import parse_qsl

import pytest
from test_axe import AXE, RUN, TAGS
from werkzeug.serving import make_server

from cascade.loader import load_path
from cascade.page import build
from cascade.resources import pathways_dir
from cascade.tables import with_tables
from cascade.workshop import Workshop

LOOP = (pathways_dir() / "csf1-egf-loop.yaml").read_text("utf-8")
DRAWN = "html.drawn"
NUMBER = "document.querySelector('meta[name=cascade-figure]').content"
OLD = "document.documentElement.dataset.old = 1"

# All that a reader meets: elements as drawn, the page around them, the data behind both.
WHOLE = """async () => {
  cascade.view();
  await new Promise((done) => requestIdleCallback(done, { timeout: 400 }));
  const cy = document.getElementById('graph')._cyreg.cy;
  const body = document.body.cloneNode(true);
  const beside = 'script, noscript, #arrange, #react-entry-point, #say, #toast, #problems';
  body.querySelectorAll(beside).forEach((one) => one.remove());
  const root = Object.fromEntries([...document.documentElement.attributes].map(({ name, value }) => [name, value]));
  delete root['data-old'];
  return {
    elements: cy.elements().map((one) => [one.data(), one.position(), [...one.classes()].sort(), one.style('label'), one.style('opacity')]),
    camera: [cy.zoom(), cy.pan()],
    data: JSON.stringify(cascadeKit.data),
    page: body.innerHTML.replace(/\\s+/g, ' ').replace(/></g, '>\\n<').split('\\n'),
    root,
    title: document.title,
    address: location.search,
  };
}"""

PLAIN = {"stage": "", "focus": "", "edge": "", "hide": []}


class Author:
    """A page at a live pathway, and the pathway's file."""

    def __init__(self, page, path, address, watch):
        self.page, self.path, self.address, self.watch = page, path, address, watch

    def save(self, text):
        self.path.write_text(text, "utf-8")

    def shows(self, text):
        """Saves, and waits until the page has drawn the new figure."""
        with self.renewed():
            self.save(text)

    @contextmanager
    def renewed(self):
        """Waits for a new figure, and that it came without the page being left."""
        number = self.page.evaluate(f"{OLD}; {NUMBER}")
        yield
        self.page.wait_for_function(f"number => {NUMBER} !== number", arg=number)
        assert self.page.evaluate("'old' in document.documentElement.dataset"), "it was loaded anew"

    def open(self, query=""):
        self.page.goto(f"{self.address}?{query}")
        self.page.wait_for_selector(DRAWN, state="attached")

    def whole(self, page=None):
        return (page or self.page).evaluate(WHOLE)

    def same_as_fresh(self):
        """The page is as one that was opened just now."""
        with self.page.context.new_page() as fresh:
            fresh.goto(self.page.url)
            fresh.wait_for_selector(DRAWN, state="attached")
            new = self.whole(fresh)
        old = self.whole()
        for part in new:
            assert old[part] == new[part], part

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


@contextmanager
def served(path):
    """The address of a live pathway."""
    workshop = Workshop(path, load_path(path), with_tables(build, ())).follow()
    running = make_server("127.0.0.1", 0, workshop, threaded=True)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.port}/"
    workshop.stop.set()
    running.shutdown()
    running.server_close()


@pytest.fixture
def author(page, tmp_path, watch):
    shutil.copytree(pathways_dir() / "library", tmp_path / "library")
    path = tmp_path / "loop.yaml"
    path.write_text(LOOP, "utf-8")
    with served(path) as address:
        watch.origins.add(address.rstrip("/"))
        yield Author(page, path, address, watch)
        page.close()  # first, so that nobody waits for an answer


def test_what_is_saved_shows_in_place_and_mistakes_over_it(author):
    page = author.page
    author.open("stage=primary-tumor&focus=tam")
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
    author.shows(LOOP.replace("title: The", "title: Last"))
    assert page.title().endswith("Last CSF1-EGF loop")
    assert page.locator("#problems").count() == 0


CELL = "          - { cell: tumor-cell, at: [3, 1.6] }\n"
STAGE = """
  - id: circulation
    name: In the blood
    panels:
      - { id: circulation, cells: [{ cell: platelet, at: [0, 0] }, { cell: tumor-cell, at: [2, 0] }] }
    interactions:
      - { id: shield, from: platelet, to: tumor-cell, mediators: [TGFB1], mediator_basis: paper,
          effect: activates, route: secreted, outcome: pro-metastatic, readout: metastasis, tier: overview,
          year: 2011, references: [labelle-2011], confidence: high, summary: Platelets help. }
"""
EDITS = {
    "a new cell": ("", LOOP.replace(CELL, CELL + "          - { cell: platelet, at: [2, 0.2] }\n")),
    "other words": ("edge=pt-egf-egfr", LOOP.replace("which makes carcinoma", "that makes carcinoma")),
    "another place and sign": (
        "focus=tam",
        LOOP.replace("at: [0.8, 1.6]", "at: [1.2, 1.2]").replace("effect: recruits", "effect: inhibits"),
    ),
    "a cell less": (
        "focus=tam",
        LOOP.replace("          - { cell: th2-cell, at: [0, 0.2] }\n", "").replace(
            LOOP[LOOP.index("      - id: pt-il4") : LOOP.index("      - id: pt-cath")], ""
        ),
    ),
    "a new stage": ("stage=primary-tumor&hide=outcome:pro-metastatic", LOOP + STAGE),
    "other names": (
        "stage=primary-tumor",
        LOOP.replace("name: Primary tumor", "name: The tumor").replace("title: The", "title: Our"),
    ),
}  # fmt: skip


def test_a_swapped_figure_is_as_a_fresh_one(author):
    author.open()
    for query, text in EDITS.values():
        author.page.evaluate("view => cascade.set(view)", {**PLAIN, **dict(parse_qsl(query))})
        author.shows(text)
        author.same_as_fresh()
        author.shows(LOOP)
        author.same_as_fresh()


def test_a_view_of_what_is_gone_says_so(author):
    page = author.page
    author.open("stage=primary-tumor&focus=th2-cell")
    author.shows(EDITS["a cell less"][1])
    page.locator("#toast", has_text="There is no focus “th2-cell” here").wait_for()
    assert page.evaluate("cascade.view().stage + location.search") == (
        "primary-tumor?stage=primary-tumor"
    )


def test_what_the_reader_does_stays_hers(author):
    """Keys, clicks and the wheel act once after many swaps, and the focus stays."""
    page = author.page
    author.open("stage=primary-tumor")
    page.evaluate("() => document.querySelector('#overlay [data-node$=tam]').focus()")
    for number in range(3):
        author.shows(LOOP.replace("title: The", f"title: {number}"))
    page.wait_for_function("() => document.activeElement.dataset.node === 'primary-tumor/tam'")
    page.keyboard.press("Enter")
    assert page.evaluate("cascade.view().focus") == "tam", "chosen once, not twice"
    page.keyboard.press("Escape")
    assert page.evaluate("cascade.view().focus") == ""
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    author.shows(LOOP)
    page.locator("#help").wait_for()
    page.keyboard.press("Escape")
    page.locator("#search").fill("EGF")
    author.shows(LOOP.replace("title: The", "title: Our"))
    page.wait_for_function("() => document.activeElement.id === 'search'")
    assert page.locator("#search").input_value() == "EGF"
    page.locator("#search").fill("")
    page.keyboard.press("Escape")
    box = page.locator("#graph").bounding_box()
    page.mouse.click(box["x"] + 5, box["y"] + 5)
    before = author.cy("cy.zoom()")
    page.mouse.move(box["x"] + 300, box["y"] + 200)
    page.mouse.wheel(0, -100)
    page.wait_for_timeout(200)
    assert 1 < author.cy("cy.zoom()") / before < 2
    page.keyboard.press("0")
    page.go_back()
    assert page.evaluate("cascade.view().stage") == "primary-tumor"


@pytest.mark.parametrize("start", ["", LOOP.replace("to: tam\n", "to: tamm\n", 1), None])
def test_a_page_without_a_figure_waits_for_one(author, start, tmp_path):
    page, folder = author.page, tmp_path / "new"
    folder.mkdir()
    path = folder / "mine.yaml"
    if start is not None:
        path.write_text(start, "utf-8")
    with served(folder if start is None else path) as address:
        author.watch.origins.add(address.rstrip("/"))
        page.goto(address)
        listed = page.locator("#list li").first.inner_text()
        assert re.match(rf"{re.escape(str(folder))}\S*:\d+:\d+: ", listed)
        assert ("did you mean 'tam'?" in listed) == bool(start)
        page.evaluate(AXE.read_text("utf-8"))
        assert page.evaluate("axe.run().then((found) => found.violations)") == []
        path.write_text("title: [", "utf-8")
        page.locator("#list li", has_text="not valid YAML").wait_for()
        path.write_text(LOOP, "utf-8")
        page.wait_for_selector(DRAWN, state="attached")
        assert page.title() == "The CSF1-EGF loop"
        page.goto("about:blank")


@pytest.mark.parametrize("theme", ["light", "dark", "projector"])
def test_axe_finds_nothing_on_an_author_s_page(author, theme):
    page, found = author.page, {}
    page.emulate_media(reduced_motion="reduce")
    author.open(f"stage=primary-tumor&theme={theme}")
    page.evaluate(AXE.read_text("utf-8"))
    bar = page.locator("#arrange")

    def ask(name):
        if violations := page.evaluate(RUN, TAGS):
            found[name] = violations

    ask("closed")
    bar.get_by_role("button", name="Arrange").click()
    bar.get_by_text("primary-tumor: clean").wait_for()
    ask("open")
    tam = '#overlay [data-node="primary-tumor/tam"]'
    page.evaluate(f"() => document.querySelector('{tam}').focus()")
    for _ in range(22):
        page.keyboard.press("Alt+ArrowRight")
    bar.get_by_role("button", name="Save 1 position").wait_for()
    bar.get_by_text("to mend").wait_for()
    bar.locator("summary").click()
    ask("moved, findings listed")
    author.save(LOOP.replace("title: The", "title: Our"))
    bar.get_by_text("The files have changed meanwhile").wait_for()
    ask("stale")
    author.save("title: [")
    page.locator("#problems.over").wait_for()
    ask("mistakes")
    assert found == {}


def test_another_server_or_frame_loads_the_page_anew(author):
    author.open()
    author.page.evaluate(OLD)
    author.page.evaluate("window.name = 'cascade-lecturer'")
    author.save(LOOP.replace("title: The", "title: Our"))
    author.page.wait_for_selector("html.drawn:not([data-old])", state="attached")
    assert author.page.title() == "Our CSF1-EGF loop"


def test_cells_are_arranged_and_saved(author):
    page, tam = author.page, "primary-tumor/tam"
    author.open("stage=primary-tumor")
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
    with author.renewed():
        bar.get_by_role("button", name="Save 1 position").click()
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
    with author.renewed():
        bar.get_by_role("button", name="Drop my moves").click()
    assert page.title().endswith("Our CSF1-EGF loop")
