"""The compiler's picture stands where the canvas will draw, before the graph is there; what the
reader does meanwhile is done."""

import io
import re
import threading

import pytest
from figure import rest
from PIL import Image, ImageChops, ImageFilter
from werkzeug.serving import make_server

from app import loaded, server
from cascade.page.variant import PageVariant
from cascade.publish.single_file import freeze

pytestmark = pytest.mark.browser

PICTURE = "#first-picture svg"
ALIKE = 0.004
"""Share of pixels that may be unlike."""
BUTTONS = 60
"""Pixels at the foot of the figure, where buttons and the count stand."""
ELEMENTS = "document.getElementById('graph')._cyreg.cy.elements().length"


class Gate:
    """A server of the figure that keeps Dash's own script back while it is shut."""

    def __init__(self):
        self.opened = threading.Event()

    def __call__(self, environ, start):
        environ.pop("HTTP_ACCEPT_ENCODING", None)
        if "dash_renderer" not in environ["PATH_INFO"]:
            return server(environ, start)
        self.opened.wait()

        def uncached(status, headers, *more):  # so that the next page asks for it, too
            kept = [(name, value) for name, value in headers if name.lower() != "cache-control"]
            return start(status, [*kept, ("Cache-Control", "no-store")], *more)

        return server(environ, uncached)


class Waiting:
    """The figure while Dash still loads, until `go`."""

    def __init__(self, page, base_url, gate):
        self.page, self.base_url, self.gate = page, base_url, gate

    def open(self, query: str = "") -> None:
        self.gate.opened.clear()
        self.page.goto(f"{self.base_url}/?{query}", wait_until="commit")
        self.page.wait_for_function(
            "() => window.cascadeKit && document.fonts.check('600 22px Inter')"
        )
        assert not self.page.evaluate("document.documentElement.matches('.drawn')")

    def go(self) -> None:
        self.gate.opened.set()
        self.page.wait_for_selector("html.drawn", state="attached")
        self.page.evaluate("cascade.view()")

    def look(self) -> Image.Image:
        """The figure, but for a shift of a pixel or a softer edge."""
        box = self.page.locator("#stage").bounding_box()
        box["height"] -= BUTTONS
        shot = Image.open(io.BytesIO(self.page.screenshot(clip=box))).convert("RGB")
        return shot.filter(ImageFilter.GaussianBlur(2))


@pytest.fixture(scope="module")
def gate():
    gate = Gate()
    running = make_server("127.0.0.1", 0, gate, threaded=True)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield gate, f"http://127.0.0.1:{running.port}"
    gate.opened.set()
    running.shutdown()
    running.server_close()


@pytest.fixture
def waiting(figure, gate, watch):
    held, address = gate
    watch.origins.add(address)
    yield Waiting(figure.page, address, held)
    held.opened.set()


def unlike(one: Image.Image, two: Image.Image) -> float:
    """The share of pixels that differ."""
    gray = ImageChops.difference(one, two).convert("L").point(lambda value: 255 * (value > 40))
    return gray.histogram()[255] / (one.width * one.height)


VIEWS = (
    ("", (1366, 768)),
    ("theme=dark", (1920, 1080)),
    ("stage=circulation", (1366, 768)),
    ("stage=colonization&theme=dark", (1366, 768)),
    ("stage=extravasation", (1920, 1080)),
    ("", (390, 844)),
    ("pathway=csf1-egf-loop", (1366, 768)),
)


def test_the_canvas_takes_its_place_without_a_jump(waiting):
    for query, size in VIEWS:
        waiting.page.set_viewport_size(dict(zip(("width", "height"), size, strict=True)))
        waiting.open(query)
        assert waiting.page.locator(f"{PICTURE} text").count() > 8, (query, size)
        before = waiting.look()
        waiting.go()
        rest(waiting.page)
        after = waiting.look()
        assert before.size == after.size, (query, size)
        assert unlike(before, after) < ALIKE, (query, size)
        # What differs would be seen: another stage, or the same one a few pixels aside.
        aside = unlike(before, ImageChops.offset(after, 8, 0))
        assert aside > 1.5 * ALIKE, (query, size)
        assert not waiting.page.locator("#first-picture").count(), (query, size)


def test_other_views_start_without(waiting):
    for query in ("stage=colonization&organ=bone", "focus=tam", "lecture=cascade", "stage=nowhere"):
        waiting.open(query)
        assert not waiting.page.locator(PICTURE).count(), query
    waiting.go()


def test_a_cell_that_is_clicked_meanwhile_is_chosen(waiting):
    waiting.open("stage=circulation")
    page = waiting.page
    name = page.locator(f"{PICTURE} text", has_text="Platelet").last.bounding_box()
    page.mouse.click(name["x"] + name["width"] / 2, name["y"] - 20)
    waiting.go()
    assert page.evaluate("cascade.view().focus") == "platelet"
    assert page.locator("#cards article:visible h2").text_content() == "Platelet"


def test_buttons_and_filters_that_are_used_meanwhile_act_in_their_order(waiting):
    page = waiting.page
    page.set_viewport_size({"width": 1600, "height": 900})  # with room for the panel
    waiting.open()
    page.locator(".stages:visible button", has_text="Circulation").click()
    page.locator(".legend:visible input[type=checkbox]").first.uncheck()
    page.locator("#stage .organs:visible button", has_text="Lung").click()
    waiting.go()
    view = page.evaluate("cascade.view()")
    assert (view["organ"], len(view["hide"])) == ("lung", 1)


def test_a_click_beside_everything_is_nothing(waiting):
    waiting.open()
    waiting.page.mouse.click(20, 90)
    waiting.go()
    assert waiting.page.evaluate("cascade.view().focus + cascade.view().edge") == ""


def test_what_no_first_view_shows_comes_when_the_browser_is_idle_or_it_is_asked_for(page, base_url):
    page.add_init_script("window.requestIdleCallback = (act) => { window.idle = act; };")
    page.goto(base_url)
    page.wait_for_selector("html.drawn", state="attached")
    first = page.evaluate(ELEMENTS)
    page.evaluate("idle()")
    whole = page.evaluate(ELEMENTS)
    assert 0 < first < whole - 100
    sent = page.evaluate("cascadeKit.state.data.pathways['metastatic-cascade'].elements.length")
    assert whole == sent
    page.reload()
    page.wait_for_selector("html.drawn", state="attached")
    page.evaluate("cascade.set({ detail: 'extended' })")
    view = page.evaluate("document.getElementById('graph')._cyreg.cy.edges(':visible').length")
    assert view > 80


def test_a_frozen_file_shows_the_picture_it_holds_for_readers_without_scripts(page, tmp_path):
    html = freeze(loaded.pathways[:1], PageVariant(frozen=True))
    file = tmp_path / "figure.html"
    file.write_text(html, encoding="utf-8")
    page.add_init_script(
        """new MutationObserver((changes, observer) => {
          const picture = document.querySelector('#first-picture svg');
          if (!picture?.isConnected) return;
          window.seen = [picture.querySelectorAll('text').length,
            document.documentElement.classList.contains('drawn')];
          observer.disconnect();
        }).observe(document, { subtree: true, childList: true });"""
    )
    page.goto(file.as_uri())
    page.wait_for_selector("html.drawn", state="attached")
    texts, drawn = page.evaluate("seen")
    assert texts > 80 and not drawn
    (symbol, *more) = re.findall(r'<symbol id="n-[a-z-]*-g-platelet[^>]*>.{200}', html)
    assert not more and html.count(symbol[-200:]) == 1
