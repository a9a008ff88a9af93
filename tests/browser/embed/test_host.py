"""The figure as a guest in somebody else's page: what it says, hears, and leaves alone."""

import pytest
from course import COURSE, FIGURE, Site, course_page
from excerpt import frozen_excerpt
from figure import elapse, rest

# What Canvas and WordPress do with a frame's wishes, in a course page below an outer page.
HOST = course_page("""<input id="own" autofocus><p style="height:300px">Text above</p>
<iframe id="figure" src="{src}" width="960" height="300" style="border:0"></iframe>
<p style="height:3000px">Text below</p>
<script>
addEventListener('message', function (event) {
  var frame = document.getElementById('figure');
  if (event.source !== frame.contentWindow) return;
  if (event.data.subject === 'lti.frameResize') frame.height = event.data.height;
});
</script>""")
OUTER = """<!doctype html><title>Outer</title><script>
var heard = []; addEventListener('message', function (event) { heard.push(event.data); });
</script><iframe src="https://course.test/page" width="1000" height="700" style="border:0"></iframe>"""
HOSTILE = """() => {
  const loop = {type: 'cascade:set'}; loop.view = loop; loop.stage = loop;
  const deep = JSON.parse('{"__proto__": {"stage": "circulation", "hide": 1}}');
  for (const message of [
    null, 0, 'cascade:next', '{"type":"cascade:next"}', [], loop, new Map([['type', 'cascade:next']]),
    {type: 'cascade:set'}, {type: 'cascade:set', view: 7}, {type: 'cascade:set', view: deep},
    {type: 'cascade:set', view: {stage: {}}}, {type: 'cascade:set', view: {stage: 'x'.repeat(5e6)}},
    {type: 'cascade:set', view: {hide: Array(1e4).fill('a:b')}}, {type: 'cascade:set', view: {step: '<img>'}},
    {type: 'cascade:set', view: new Date()}, {type: '__proto__', view: {}}, {type: 'cascade:eval', code: 'alert(1)'},
  ]) say(message);
}"""

# Whatever was said before has been answered: the figure answers each wish in turn.
ANSWERED = """() => new Promise((done) => {
  const before = told('cascade:state').length;
  say({ type: 'cascade:set', view: {} });
  const look = () => (told('cascade:state').length > before ? done() : setTimeout(look, 5));
  look();
})"""


@pytest.fixture
def course(context, watch) -> Site:
    """A course's site; the figure lies on another one."""
    Site(context, FIGURE, watch).put("/figure.html", frozen_excerpt())
    return Site(context, COURSE, watch)


def guest(page):
    """The frame with the figure, drawn."""
    page.frame_locator("#figure").locator("html.drawn").wait_for(state="attached", timeout=20000)
    return next(frame for frame in page.frames if frame.url.startswith(FIGURE))


def test_it_talks_with_the_page_around_it(page, course):
    src = f"{FIGURE}/figure.html?stage=circulation&utm_source=x#?secret=aB3dE5"
    course.put("/page", HOST.replace("{src}", src))
    page.goto(course.put("/outer", OUTER))
    inner = page.frame_locator("iframe")
    inner.frame_locator("#figure").locator("html.drawn").wait_for(state="attached", timeout=20000)
    host = page.frames[1]
    figure = page.frames[2]

    def views():
        host.evaluate(ANSWERED)
        return rest(figure)

    # It asks for the height that suits its width, in three dialects, once.
    host.wait_for_function("told('cascade:resize').length && told('cascade:ready').length")
    elapse(host, 500)
    heard = host.evaluate("heard")
    wanted = round(960 * 0.62)
    assert [m["height"] for m in heard if m.get("subject") == "lti.frameResize"] == [wanted]
    assert [m for m in heard if m.get("message")] == [
        {"message": "height", "value": wanted, "secret": "aB3dE5"}
    ]
    assert [m["height"] for m in heard if m.get("type") == "cascade:resize"] == [wanted]
    assert figure.evaluate("innerHeight") == wanted
    host.evaluate("""async () => {
      for (const width of [900, 880, 860, 840, 820, 800]) {
        document.getElementById('figure').width = width;
        await new Promise(requestAnimationFrame);
      }
    }""")
    elapse(host, 500)
    assert host.evaluate("told('cascade:resize').length") <= 3
    assert figure.evaluate("innerHeight") == round(800 * 0.62)

    # It says that it is ready and where it stands.
    state = host.evaluate("told('cascade:state')[0]")
    assert state["view"]["stage"] == "circulation" and state["query"] == "?stage=circulation"

    # It does what it is asked, and says so.
    host.evaluate("heard = []; say({type: 'cascade:next'})")
    host.wait_for_function("told('cascade:step').length")
    assert host.evaluate("told('cascade:step')[0].stage") == "extravasation"
    host.evaluate("say({type: 'cascade:prev'})")
    host.evaluate("say({type: 'cascade:set', view: {focus: 'platelet', theme: 'dark'}})")
    host.wait_for_function("told('cascade:select').length")
    assert host.evaluate("told('cascade:select')[0]") == {
        "type": "cascade:select",
        "focus": "platelet",
        "edge": "",
    }
    now = views()
    assert (now["stage"], now["focus"], now["theme"]) == ("circulation", "platelet", "dark")
    assert host.evaluate("told('cascade:state').at(-1).view") == now
    host.evaluate("heard = []; say({type: 'cascade:set', view: {stage: 'nowhere'}})")
    host.wait_for_function("told('cascade:error').length")
    assert "nowhere" in host.evaluate("told('cascade:error')[0].text")

    # Hostile messages change nothing.
    before = views()
    host.evaluate(HOSTILE)
    assert views() == before
    assert figure.evaluate("({}).stage") is None
    assert host.evaluate("told('cascade:error').every((m) => m.text.length < 200)")

    # Only the page around it was spoken to.
    assert page.evaluate("heard") == []


def test_it_takes_neither_focus_nor_wheel(page, course):
    page.goto(course.put("/page", HOST.replace("{src}", f"{FIGURE}/figure.html")))
    figure = guest(page)
    assert page.evaluate("document.activeElement.id") == "own"
    assert page.evaluate("scrollY") == 0
    figure.wait_for_function("() => innerHeight > 500")
    page.mouse.move(480, 500)
    page.mouse.wheel(0, 240)
    page.wait_for_function("() => scrollY > 100")
    assert figure.locator("#toast").inner_text().startswith("To zoom with the wheel")
    zoom = "document.getElementById('graph')._cyreg.cy.zoom()"
    before = figure.evaluate(zoom)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -200)
    page.keyboard.up("Control")
    figure.wait_for_function(f"() => {zoom} > {before} * 1.05")
    # The page around it sets the figure while the reader types: her focus stays.
    page.locator("#own").focus()
    page.evaluate("say({type: 'cascade:set', view: {focus: 'tam', stage: 'primary-tumor'}})")
    page.wait_for_function("() => told('cascade:select').length")
    assert page.evaluate("document.activeElement.id") == "own"


def test_one_finger_scrolls_the_page_around_it(new_context, watch, frozen_file):
    context = new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    Site(context, FIGURE, watch).put("/figure.html", frozen_file.read_text("utf-8"))
    html = HOST.replace("{src}", f"{FIGURE}/figure.html").replace('width="960"', 'width="390"')
    head = '<meta name="viewport" content="width=device-width">'
    page = context.new_page()
    page.goto(Site(context, COURSE, watch).put("/page", head + html))
    guest(page)
    cdp = context.new_cdp_session(page)

    def swipe():
        def touch(kind, y=None):
            points = [] if y is None else [{"x": 200, "y": y}]
            cdp.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

        touch("touchStart", 620)
        for y in range(600, 440, -20):
            touch("touchMove", y)
            rest(figure)
        touch("touchEnd")

    # Where a cell lies, so that a swipe could be taken for a tap on it.
    figure = guest(page)
    figure.evaluate("cascade.set({stage: 'primary-tumor'})")
    rest(figure)
    swipe()
    page.wait_for_function("() => scrollY > 60")
    rest(figure)
    assert figure.evaluate("cascade.view().focus + cascade.view().edge") == ""
    assert not figure.evaluate("document.getElementById('graph').classList.contains('active')")


@pytest.mark.noisy  # Chromium reports each thing that the sandbox blocked.
def test_in_a_sandbox_it_offers_only_what_works(page, course):
    html = HOST.replace("{src}", f"{FIGURE}/figure.html?focus=platelet")
    html = html.replace("<iframe", '<iframe sandbox="allow-scripts"').replace("300", "600")
    page.goto(course.put("/page", html))
    figure = guest(page)
    assert page.evaluate("told('cascade:ready').length") == 1
    figure.locator(".menu summary").click()
    offered = figure.locator(".menu .items button:visible").all_inner_texts()
    assert "Embed in a course page" in offered and "About this figure" in offered
    assert not [text for text in offered if text.startswith(("Picture", "Print"))]
    figure.locator(".menu summary").click()
    # A paper cannot be opened; its address can be taken along.
    link = figure.locator("#cards article:not([hidden]) a[target=_blank]").first
    link.click()
    field = figure.locator("#address input")
    field.wait_for()
    assert field.input_value() == link.get_attribute("href")
    assert figure.evaluate("getSelection().toString() || document.activeElement.value")
    figure.locator("[data-do=close-address]").click()
    # A link to the view is copied, or shown for copying.
    figure.locator(".menu summary").click()
    figure.locator(".menu [data-do=copy]").click()
    figure.locator("#toast:has-text('copied'), #address[open] input").wait_for()


@pytest.mark.noisy  # Chromium warns of a sandbox with these two rights.
def test_with_rights_the_sandbox_is_seen_through(page, course):
    src = course.put("/figure.html", frozen_excerpt())
    html = HOST.replace("{src}", src).replace("300", "600")
    rights = 'sandbox="allow-scripts allow-same-origin allow-modals"'
    page.goto(course.put("/page", html.replace("<iframe", f"<iframe {rights}")))
    page.frame_locator("#figure").locator("html.drawn").wait_for(state="attached", timeout=20000)
    figure = page.frames[1]
    assert figure.evaluate("document.documentElement.dataset.cannot") == "download"


SIZES = [(320, 400), (640, 480), (960, 600)]


def test_with_minimal_chrome_it_fits_small_frames(page, course):
    host = HOST.replace("{src}", f"{FIGURE}/figure.html?ui=min")
    page.goto(course.put("/page", host.replace("'lti.frameResize'", "'nothing'")))
    figure = guest(page)
    resize = "(to) => { Object.assign(document.getElementById('figure'), to); }"
    for w, h in SIZES:
        page.evaluate(resize, {"width": w, "height": h})
        figure.evaluate("cascade.set({stage: '', focus: ''})")
        figure.wait_for_function(f"() => innerWidth === {w} && innerHeight === {h}")
        assert figure.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
        assert figure.evaluate("document.scrollingElement.scrollHeight <= innerHeight")
        mini, zoom = (figure.locator(part).bounding_box() for part in ("#mini", ".zoom"))
        apart = mini["x"] + mini["width"] <= zoom["x"] or zoom["y"] + zoom["height"] <= mini["y"]
        assert apart, w
        figure.locator("[data-do=on]").click()
        assert figure.evaluate("cascade.view().stage") == "primary-tumor"
        assert figure.locator("#mini .name").inner_text() == "1 Primary tumor"
        figure.evaluate("cascade.set({focus: 'tam'})")
        assert figure.evaluate("cascade.view().ui") == "min"
        assert figure.locator("#panel").is_hidden()
        figure.locator("#mini .read").click()
        card = figure.locator("#cards article:not([hidden]) h2")
        assert card.is_visible() and "macrophage" in card.inner_text()
        box = figure.locator("#panel").bounding_box()
        frame = figure.frame_element().bounding_box()
        assert box["x"] >= frame["x"] and box["width"] <= w
        figure.locator("#cards .back").click()
        figure.evaluate("cascade.view()")
        assert figure.locator("#panel").is_hidden()
        full = figure.locator("#mini .full").get_attribute("href")
        assert full == f"{FIGURE}/figure.html?stage=primary-tumor"
