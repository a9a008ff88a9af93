"""What a lecturer does beside going on: notes on another screen, large words, a pen, full screen."""

import io
from pathlib import Path

import pytest
from PIL import Image

from cascade.edition import Edition
from cascade.freeze import freeze
from cascade.loader import load_path
from cascade.resources import pathways_dir

PEN = (0, 0x5A, 0x24)  # the projector's, as palette.py


@pytest.fixture(scope="session")
def frozen(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("lecture") / "figure.html"
    loaded = load_path(pathways_dir() / "metastatic-cascade")
    path.write_text(freeze(loaded.pathways, Edition(frozen=True)), "utf-8")
    return path


def drawn(page) -> None:
    page.wait_for_selector("html.drawn", state="attached")


def presenter(page):
    with page.expect_popup() as opened:
        page.keyboard.press("p")
    other = opened.value
    other.locator("#timer").wait_for()
    return other


def place(page) -> tuple[int, int]:
    return tuple(page.evaluate("(({ step, part }) => [step, part])(cascade.view())"))


def stands(page, step: int, part: int) -> None:
    """What the presenter's window asks for comes as a message."""
    at = "([step, part]) => cascade.view().step === step && cascade.view().part === part"
    page.wait_for_function(at, arg=[step, part], timeout=5000)


@pytest.fixture(params=["served", "from disk"])
def lecture(request, page, base_url, frozen):
    """The fourth step of twelve, from a server and from a disk, where a page has no origin."""
    home = base_url if request.param == "served" else frozen.as_uri()
    page.goto(f"{home}?lecture=cascade&step=4")
    drawn(page)
    return page


def test_the_presenters_window(lecture):
    other = presenter(lecture)
    assert "TMEM doorway" in other.locator("#notes").inner_text()
    assert other.locator("#place").inner_text() == "4 / 12 · arrow 1 of 2"
    assert other.locator("#title").inner_text() == "A way out into the blood"
    assert "VEGF-A" in other.locator("#next").inner_text()
    assert other.locator("#next").inner_text().endswith("\nStep 5: Another way out into the lymph")
    before = other.locator("#timer").inner_text()
    other.wait_for_function(f"() => document.getElementById('timer').textContent !== '{before}'")
    # Keys there do what they do here, and so do its buttons.
    for key, at in (("PageDown", (4, 1)), (" ", (5, 0)), ("PageUp", (4, 1)), ("End", (12, 0))):
        other.keyboard.press(key)
        stands(lecture, *at)
    for key in ("4", "Enter"):
        other.keyboard.press(key)
    stands(lecture, 4, 0)
    other.keyboard.press("b")
    lecture.locator("#blank").wait_for()
    other.keyboard.press("b")
    lecture.locator("#blank").wait_for(state="hidden")
    assert place(lecture) == (4, 0)
    other.get_by_role("button", name="Next").click()
    stands(lecture, 4, 1)
    other.get_by_role("button", name="Back").click()
    stands(lecture, 4, 0)
    other.locator("#place").get_by_text("4 / 12 · arrow 1 of 2").wait_for()
    # What belongs to the browser or moves between the buttons is left alone there.
    other.keyboard.press("Tab")
    assert other.evaluate("document.activeElement.dataset.name") == "on"
    # Only each other's messages count.
    lecture.evaluate("postMessage({ cascade: 'lectern', key: 'PageDown' }, '*')")
    other.evaluate("postMessage({ cascade: 'told', since: 0, words: { title: 'no' } }, '*')")
    lecture.wait_for_timeout(300)
    assert place(lecture) == (4, 0)
    assert other.locator("#title").inner_text() == "A way out into the blood"


def test_the_presenters_window_is_found_again(lecture):
    other = presenter(lecture)
    later = "Date.now = (now => () => now() + 3600e3)(Date.now)"
    for one in (lecture, other):
        one.evaluate(later)
    other.get_by_role("button", name="Restart timer").click()
    other.evaluate("Date.now = (now => () => now() + 120e3)(Date.now)")
    other.wait_for_function("() => /^2:/.test(document.getElementById('timer').textContent)")
    # The lecture is loaded anew: the same window goes on, and so does its timer.
    lecture.reload()
    drawn(lecture)
    lecture.keyboard.press("PageDown")
    other.locator("#place").get_by_text("arrow 2 of 2").wait_for()
    assert len(lecture.context.pages) == 2
    assert other.locator("#timer").inner_text().startswith("2:")
    other.keyboard.press("PageDown")
    stands(lecture, 5, 0)
    other.locator("#place").get_by_text("5 / 12").wait_for()


def test_its_window_loaded_anew_is_written_again(figure, page):
    figure.open("lecture=cascade&step=4")
    lecture = page
    other = presenter(lecture)
    other.reload()
    other.locator("#place").get_by_text("4 / 12").wait_for()
    # Closed and opened again the timer goes on.
    lecture.evaluate("Date.now = (now => () => now() + 3600e3)(Date.now)")
    other.close()
    lecture.wait_for_function("() => !window.name")
    other = presenter(page)
    other.locator("#place").get_by_text("4 / 12").wait_for()
    other.evaluate("Date.now = (now => () => now() + 3600e3)(Date.now)")
    other.wait_for_function("() => /^60:/.test(document.getElementById('timer').textContent)")
    other.get_by_role("button", name="Restart timer").click()
    other.wait_for_function("() => /^0:/.test(document.getElementById('timer').textContent)")
    other.keyboard.press("PageDown")
    stands(lecture, 4, 1)


@pytest.mark.noisy  # Chromium tells of each message that found another page
def test_it_says_when_the_figure_is_away(page, base_url):
    page.goto(f"{base_url}/?lecture=cascade&step=4")
    drawn(page)
    other = presenter(page)
    lost = other.get_by_text("The window with the figure is away.")
    page.keyboard.press("Shift+Escape")  # out of the lecture it is still there
    other.wait_for_timeout(3500)
    assert lost.is_hidden()
    page.goto("about:blank")
    lost.wait_for()


def test_from_disk_another_window_takes_the_place_of_one_that_does_not_answer(page, frozen):
    """From a disk a page loaded anew may not write a window that was: a press opens another."""
    page.goto(f"{frozen.as_uri()}?lecture=cascade&step=4")
    drawn(page)
    old = presenter(page)
    page.reload()
    drawn(page)
    with old.expect_event("close"):
        old.reload()
    with page.expect_popup() as opened:
        page.keyboard.press("PageDown")
    other = opened.value
    other.locator("#place").get_by_text("arrow 2 of 2").wait_for()
    assert len(page.context.pages) == 2
    other.keyboard.press("PageUp")
    stands(page, 4, 0)


def test_where_windows_are_blocked_the_notes_stand_over_the_lecture(lecture):
    lecture.evaluate("window.open = () => null")
    notes = lecture.locator("#notes")
    lecture.keyboard.press("p")
    assert "TMEM doorway" in notes.inner_text()
    lecture.keyboard.press("4")
    lecture.keyboard.press("p")
    assert notes.is_hidden()
    lecture.keyboard.press("p")
    lecture.keyboard.press("Escape")
    assert notes.is_hidden() and place(lecture) == (4, 0)


def test_full_screen(figure):
    figure.open("lecture=cascade")
    page = figure.page
    full = "() => Boolean(document.fullscreenElement)"
    page.keyboard.press("f")
    page.wait_for_function(full)
    page.keyboard.press("f")
    page.wait_for_function("() => !document.fullscreenElement")
    page.keyboard.press("s")
    page.locator("#steps [data-do=full]").click()
    page.wait_for_function(full)


def test_full_screen_is_not_offered_where_it_is_not_allowed(page, base_url):
    page.goto(f"{base_url}/health")
    frame = f'<iframe src="{base_url}/?lecture=cascade" allow="fullscreen &apos;none&apos;"'
    page.set_content(f"{frame} width='1200' height='700'></iframe>")
    inside = page.frame_locator("iframe")
    inside.locator("html.drawn").wait_for(state="attached")
    inside.locator("[data-do=lecture-steps]").click()
    assert inside.locator("#steps [data-do=spotlight]").is_visible()
    assert inside.locator("#steps [data-do=full]").is_hidden()


SIZES = """async () => { const cy = document.getElementById('graph')._cyreg.cy;
  await new Promise((done) => setTimeout(done, 250));
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
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": height})
    figure.open("lecture=cascade&step=3")
    page.locator("body").focus()
    look = lambda: page.evaluate(SIZES)  # noqa: E731
    normal = look()
    page.keyboard.press("+")
    larger = look()
    assert all(larger[one] > 1.1 * normal[one] for one in ("name", "arrow", "caption"))
    page.keyboard.press("+")
    for step in (1, 3, 6, 9, 12):
        page.evaluate(f"cascade.set({{step: {step}, part: 0}})")
        assert look()["cropped"] == [], step
    page.evaluate("cascade.set({step: 3, part: 0})")
    page.keyboard.press("0")
    assert look() == normal
    page.keyboard.press("-")
    assert look()["caption"] < normal["caption"]


def ink(page) -> int:
    """How many pixels of the drawing have the pen's color."""
    page.wait_for_timeout(250)
    shot = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    return sum(count for count, color in shot.getcolors(2**24) if color == PEN)


def scribble(page) -> None:
    page.mouse.move(200, 60)
    page.mouse.down()
    page.mouse.move(500, 200, steps=8)
    page.mouse.up()


def test_a_pen(figure, tmp_path):
    page = figure.page
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": 1366, "height": 768})
    figure.open("lecture=cascade&step=3&theme=projector")
    scribble(page)
    assert ink(page) == 0  # without the pen a drag does nothing
    view, camera = figure.settle(), figure.cy("[cy.zoom(), cy.pan()]")
    page.keyboard.press("d")
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
    # Arrows come and go under it, the next step and C take it away, Escape puts it down.
    page.keyboard.press("PageDown")
    page.keyboard.press("PageUp")
    assert figure.settle() == view and ink(page) > 800
    page.keyboard.press("c")
    assert ink(page) == 0
    scribble(page)
    assert ink(page) > 800
    page.evaluate("cascade.set({step: 4, part: 0})")
    assert ink(page) == 0 and figure.settle()["step"] == 4
    page.keyboard.press("Escape")
    scribble(page)
    assert ink(page) == 0 and figure.settle()["step"] == 4


def test_a_caption_is_announced_once_a_step(figure):
    page = figure.page
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": 390, "height": 844})
    figure.open("lecture=friend-or-foe&ui=min")
    page.evaluate("""() => {
      window.said = [];
      const live = [...document.querySelectorAll('[aria-live]:not([aria-live=off]), [role=status], [role=alert]')];
      for (const box of live) new MutationObserver(() => said.push([cascade.view().step, box.textContent.trim()]))
        .observe(box, { childList: true, characterData: true, subtree: true });
    }""")
    steps = page.evaluate(
        "cascadeKit.data.pathways['metastatic-cascade'].lectures['friend-or-foe'].steps"
    )
    page.locator("#lecture .on").focus()
    for _ in range(10):
        page.keyboard.press("Enter")
        page.wait_for_timeout(400)
    said = [(step, text) for step, text in page.evaluate("said") if text]
    assert place(page) == (5, 0) and page.evaluate("document.activeElement.matches('#lecture .on')")
    for number, step in enumerate(steps[:4], start=1):
        told = [text for at, text in said if at == number and step["say"][:40] in text]
        assert len(told) == (number > 1), (number, told)  # the first was read with the page
    assert len([text for _, text in said if text.startswith("Step ")]) == 4
    assert len(said) == len({text for _, text in said})
