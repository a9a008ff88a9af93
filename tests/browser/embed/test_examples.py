"""The course pages of examples/embedding, each opened as its system would show it."""

import re
import subprocess
from pathlib import Path

import pytest
from course import Site
from excerpt import excerpt, frozen_excerpt

from tools.programs import find

ROOT = Path(__file__).parents[3]
EXAMPLES = ROOT / "examples/embedding"
MODULES = ROOT / "tests/node/node_modules"
HOME = "https://example.org"
SHELL = '<!doctype html><meta charset="utf-8"><title>Course</title><body>'
LINK = "Open the diagram in a new tab"


@pytest.fixture
def site(context, watch) -> Site:
    """A site with the figure where the examples look for it, beside them and at their address."""
    one = Site(context, HOME, watch)
    one.put("/cascade/embed/metastatic-cascade", frozen_excerpt())
    one.put("/course/metastatic-cascade.html", frozen_excerpt())
    return one


def quarto(text: str) -> str:
    """The HTML that Quarto makes: raw blocks as they are, links as links (it is not on npm)."""
    body = text.split("---\n", 2)[2]
    raw = re.sub(r"^```\{=html\}\n(.*?)^```$", r"\1", body, flags=re.DOTALL | re.MULTILINE)
    return re.sub(r"\[([^]]*)\]\(<([^>]*)>\)", r'<a href="\2">\1</a>', raw)


def myst(path: Path) -> str:
    script = ROOT / "tests/node/myst.mjs"
    command = [find("node"), script, path]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def shown(name: str) -> str:
    """An example as the reader's browser gets it."""
    path = EXAMPLES / name
    text = path.read_text("utf-8")
    if name == "page.html":
        return text
    if path.suffix == ".qmd":
        return SHELL + quarto(text)
    return SHELL + (myst(path) if path.suffix == ".md" else text)


STAGES = {
    "page.html": "circulation",
    "moodle.html": "primary-tumor",
    "canvas.html": "extravasation",
    "wordpress.html": "colonization",
    "quarto.qmd": "circulation",
    "myst.md": "circulation",
}


def test_every_example_is_opened():
    names = {path.name for path in EXAMPLES.iterdir()}
    assert names - {"metastatic-cascade.html"} == {*STAGES, "reveal.html", "README.md"}
    assert set(STAGES.values()) == {stage.id for stage in excerpt().stages}, "all are looked at"


def test_each_example_shows_the_figure(page, site):
    for name, stage in STAGES.items():
        page.goto(site.put(f"/course/{name}.html", shown(name)))
        frame = page.frame_locator("iframe")
        frame.locator("html.drawn").wait_for(state="attached", timeout=20000)
        assert page.frames[1].evaluate("cascade.view()")["stage"] == stage, name
        assert page.locator("iframe").get_attribute("title").startswith("Interactive diagram: ")
        assert page.locator("iframe").bounding_box()["height"] >= 640, name
        link = page.locator("a", has_text=LINK)
        assert link.is_visible() and f"stage={stage}" in link.get_attribute("href"), name


def test_the_clicker_turns_the_slides_of_a_deck(page, site):
    dist = "/course/node_modules/reveal.js/dist/"
    for name in ("reveal.css", "reveal.js", "theme/white.css"):
        site.put(dist + name, (MODULES / "reveal.js/dist" / name).read_text("utf-8"))
    page.goto(site.put("/course/deck", (EXAMPLES / "reveal.html").read_text("utf-8")))
    page.wait_for_function("() => window.Reveal && Reveal.isReady()")
    page.keyboard.press("PageDown")
    where = "Reveal.getIndices().h"
    page.wait_for_function(f"() => {where} === 1")
    slide = page.frame_locator("section.present iframe")
    slide.locator("html.drawn").wait_for(state="attached", timeout=20000)
    # In the figure's toolbar the keys would end, were they not sent on.
    slide.locator(".zoom [data-do=fit]").click()
    page.keyboard.press("PageDown")
    page.wait_for_function(f"() => {where} === 2")
    slide.locator("html.drawn").wait_for(state="attached", timeout=20000)
    slide.locator(".zoom [data-do=fit]").click()
    page.keyboard.press("PageUp")
    page.wait_for_function(f"() => {where} === 1")
    assert page.locator("section.present a", has_text=LINK).is_visible()


@pytest.mark.noisy  # TinyMCE asks for its skin, and the empty sandbox reports that it blocks.
def test_the_editor_of_moodle_keeps_the_snippet(page, site, watch):
    moodle_site = Site(page.context, "https://moodle.test", watch)
    tinymce = MODULES / "tinymce"
    for path in tinymce.rglob("*.min.*"):
        if path.suffix in (".js", ".css"):
            moodle_site.put(f"/tinymce/{path.relative_to(tinymce)}", path.read_text("utf-8"))
    page.goto(
        moodle_site.put(
            "/edit",
            SHELL + '<textarea id="e"></textarea><script src="/tinymce/tinymce.min.js"></script>',
        )
    )
    snippet = (EXAMPLES / "moodle.html").read_text("utf-8")
    edit = """async ([text, options]) => {
      const [editor] = await tinymce.init({selector: '#e', license_key: 'gpl', promotion: false, ...options});
      editor.setContent(text);
      const left = editor.getContent();
      editor.remove();
      return left;
    }"""
    strict = page.evaluate(edit, [snippet, {}])
    moodle = page.evaluate(edit, [snippet, {"sandbox_iframes": False, "xss_sanitization": False}])
    for left in (strict, moodle):
        assert (
            'src="https://example.org/cascade/embed/metastatic-cascade?stage=primary-tumor"' in left
        )
        assert LINK in left and 'title="Interactive diagram' in left
    assert "sandbox" not in moodle and 'allow="fullscreen; clipboard-write"' in moodle
    assert 'sandbox=""' in strict
    page.goto(moodle_site.put("/moodle", SHELL + moodle))
    page.frame_locator("iframe").locator("html.drawn").wait_for(state="attached", timeout=20000)
    # The strict one shows what needs no script, and the link.
    page.goto(moodle_site.put("/strict", SHELL + strict))
    assert page.locator("a", has_text=LINK).is_visible()
    assert page.frame_locator("iframe").locator("h1").inner_text() == "The metastatic cascade"
