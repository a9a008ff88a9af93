"""What a lecturer does beside going on: large words, a pen, full screen."""

import io

import pytest
from figure import elapse, rest
from PIL import Image
from unpainted import unpainted

PEN = (0, 0x5A, 0x24)  # the projector's, as palette.py


def test_full_screen(figure):
    figure.show("lecture=cascade")
    page = figure.page
    full = "() => Boolean(document.fullscreenElement)"
    page.keyboard.press("f")
    page.wait_for_function(full)
    page.keyboard.press("f")
    page.wait_for_function("() => !document.fullscreenElement")
    page.keyboard.press("s")
    page.locator("#steps [data-do=full]").click()
    page.wait_for_function(full)
    page.evaluate("document.exitFullscreen()")
    page.wait_for_function("() => !document.fullscreenElement")


def test_full_screen_is_not_offered_where_it_is_not_allowed(page, base_url):
    page.goto(f"{base_url}/health")
    frame = f'<iframe src="{base_url}/?lecture=cascade" allow="fullscreen &apos;none&apos;"'
    page.set_content(f"{frame} width='1200' height='700'></iframe>")
    inside = page.frame_locator("iframe")
    inside.locator("html.drawn").wait_for(state="attached")
    inside.locator("[data-do=lecture-steps]").click()
    assert inside.locator("#steps [data-do=spotlight]").is_visible()
    assert inside.locator("#steps [data-do=full]").is_hidden()


SIZES = """() => { const cy = document.getElementById('graph')._cyreg.cy;
  const fresh = cy.edges('.lit');
  return { name: fresh.source().numericStyle('font-size') * cy.zoom(),
    arrow: fresh.numericStyle('font-size') * cy.zoom(),
    caption: parseFloat(getComputedStyle(document.getElementById('caption')).fontSize),
    cropped: fresh.connectedNodes().union(fresh).filter((one) => {
      const b = one.renderedBoundingBox({ includeUnderlays: false, includeEdges: false });
      return b.x1 < -1 || b.y1 < -1 || b.x2 > cy.width() + 1 || b.y2 > cy.height() + 1;
    }).map((one) => one.id()) }; }"""


@pytest.mark.parametrize("width, height", [(1920, 1080), (1280, 720), (1024, 768), (390, 844)])
def test_words_grow_and_shrink_and_nothing_new_is_cropped(figure, width, height):
    page = figure.page
    page.set_viewport_size({"width": width, "height": height})
    figure.show("lecture=cascade&step=3")
    page.locator("body").focus()
    with unpainted(page):
        words_grow_and_shrink(page)


def words_grow_and_shrink(page) -> None:
    look = lambda: rest(page) and page.evaluate(SIZES)  # noqa: E731
    caption = "parseFloat(getComputedStyle(document.getElementById('caption')).fontSize)"
    normal = look()
    page.keyboard.press("+")
    page.wait_for_function(f"() => {caption} > 1.1 * {normal['caption']}")
    larger = look()
    assert all(larger[one] > 1.1 * normal[one] for one in ("name", "arrow", "caption"))
    page.keyboard.press("+")
    for step in (1, 3, 6, 9, 12, 14):
        page.evaluate(f"cascade.set({{step: {step}, part: 0}})")
        assert look()["cropped"] == [], step
    page.evaluate("cascade.set({step: 3, part: 0})")
    page.keyboard.press("0")
    page.wait_for_function(f"() => {caption} === {normal['caption']}")
    assert look() == normal
    # By finger, too: beside the other tools.
    page.locator("[data-do=lecture-steps]").click()
    page.locator("#steps [data-do=smaller]").click()
    assert look()["caption"] < normal["caption"]
    page.keyboard.press("0")
    page.wait_for_function(f"() => {caption} === {normal['caption']}")


def ink(page) -> int:
    """How many pixels of the drawing have the pen's color."""
    rest(page)
    shot = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    return sum(count for count, color in shot.getcolors(2**24) if color == PEN)


def scribble(page) -> None:
    page.mouse.move(200, 60)
    page.mouse.down()
    page.mouse.move(500, 200, steps=8)
    page.mouse.up()


def test_a_pen(figure, tmp_path):
    page = figure.page
    page.set_viewport_size({"width": 1024, "height": 640})  # the fewer pixels to count
    figure.show("lecture=cascade&step=3&theme=projector")
    scribble(page)
    assert ink(page) == 0  # without the pen a drag does nothing
    view, camera = figure.settle(), figure.cy("[cy.zoom(), cy.pan()]")
    page.keyboard.press("m")
    scribble(page)
    drawn = ink(page)
    assert drawn > 800
    # Nothing reaches the figure below: neither a click on a cell nor the wheel.
    spot = figure.cy("cy.nodes('.lit')[0].renderedPosition()")
    page.mouse.click(spot["x"], spot["y"])
    page.keyboard.down("Control")
    page.mouse.wheel(0, -300)
    page.keyboard.up("Control")
    assert figure.settle() == view and figure.cy("[cy.zoom(), cy.pan()]") == camera
    # The strokes stand where they were drawn, whatever the words do, and are in the picture.
    page.keyboard.press("+")
    page.keyboard.press("0")
    assert abs(ink(page) - drawn) < 0.2 * drawn
    page.keyboard.press("s")
    with page.expect_download() as saved:
        page.locator("#steps [data-do=png]").click()
    saved.value.save_as(tmp_path / "step.png")
    colors = Image.open(tmp_path / "step.png").convert("RGB").getcolors(2**24)
    assert sum(count for count, color in colors if color == PEN) > 2 * drawn  # at twice the size
    page.keyboard.press("s")
    with page.expect_download() as saved:
        page.locator("#steps [data-do=svg]").click()
    saved.value.save_as(tmp_path / "step.svg")
    assert 'stroke="#005a24"' in (tmp_path / "step.svg").read_text("utf-8")
    # Arrows come and go under it, the next step and E take it away, Escape puts it down.
    page.keyboard.press("PageDown")
    page.keyboard.press("PageUp")
    assert figure.settle() == view and ink(page) > 800
    page.keyboard.press("e")
    assert ink(page) == 0
    scribble(page)
    assert ink(page) > 800
    page.evaluate("cascade.set({step: 4, part: 0})")
    assert ink(page) == 0 and figure.settle()["step"] == 4
    page.keyboard.press("Escape")
    scribble(page)
    assert ink(page) == 0 and figure.settle()["step"] == 4
    # Where the strokes stood is no trace that anybody sees.
    page.evaluate("document.querySelector('#ink > g').removeAttribute('transform')")


def test_a_caption_is_announced_once_a_step(figure):
    page = figure.page
    page.set_viewport_size({"width": 390, "height": 844})
    figure.open("lecture=friend-or-foe&ui=min&step=1")
    page.evaluate("""() => {
      window.said = [];
      const live = [...document.querySelectorAll('[aria-live]:not([aria-live=off]), [role=status], [role=alert]')];
      for (const box of live) new MutationObserver(() => said.push([cascade.view().step, box.textContent.trim()]))
        .observe(box, { childList: true, characterData: true, subtree: true });
    }""")
    steps = page.evaluate(
        "cascadeKit.state.data.pathways['metastatic-cascade'].lectures['friend-or-foe'].steps"
    )
    elapse(page, 400)  # the first step is read with the page, so nothing is announced
    assert page.evaluate("said") == []
    page.locator("#lecture .on").focus()
    for _ in range(10):
        before = page.evaluate("said.length")
        page.keyboard.press("Enter")
        page.wait_for_function("n => said.length > n", arg=before)
    said = [(step, text) for step, text in page.evaluate("said") if text]
    view = figure.settle()
    assert (view["step"], view["part"]) == (5, 0)
    assert page.evaluate("document.activeElement.matches('#lecture .on')")
    for number, step in enumerate(steps[:4], start=1):
        told = [text for at, text in said if at == number and step["say"][:40] in text]
        assert len(told) == (number > 1), (number, told)
    assert len([text for _, text in said if text.startswith("Step ")]) == 4
    assert len(said) == len({text for _, text in said})
