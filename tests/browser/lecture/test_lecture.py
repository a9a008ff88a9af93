"""A lecture, as a lecturer with a clicker, a student and a phone use it."""

import io
from pathlib import Path

import pytest
from unpainted import unpainted

WALK = (Path(__file__).parents[2] / "support" / "walk.js").read_text("utf-8")
SIZES = ((1920, 1080), (1280, 720), (1024, 768))
LECTURES = {"cascade": 14, "seed-and-soil": 7, "friend-or-foe": 5}
START = {"stage": "", "organ": "", "focus": "", "edge": "", "step": 1, "part": 0, "picks": []}
NEWEST = "cy.edges('.lit').map(e => e.id()).join()"


def at(figure) -> tuple[int, int]:
    view = figure.settle()
    return view["step"], view["part"]


def go(figure, lecture: str, step: int = 1, part: int = 0) -> None:
    view = {**START, "lecture": lecture, "step": step, "part": part}
    figure.page.evaluate("v => cascade.set(v)", view)


def test_every_step_can_be_read_from_the_last_row(figure):
    figure.show()
    for width, height in SIZES:
        figure.page.set_viewport_size({"width": width, "height": height})
        for lecture, steps in LECTURES.items():
            if lecture != "cascade" and width != 1024:
                continue  # the smallest screen is the hardest
            go(figure, lecture)
            with unpainted(figure.page):
                seen = figure.page.evaluate(WALK)
            assert seen["found"] == [], (width, height)
            assert at(figure)[0] == steps + 1  # its end
            assert seen["steps"] > steps


def test_keys_and_clickers(figure):
    figure.page.emulate_media(reduced_motion="no-preference")
    figure.show("stage=circulation")
    page = figure.page
    press = page.keyboard.press
    page.locator("[data-do=lectures]").click()
    page.locator("#lectures li button").first.press("Enter")
    assert figure.settle()["lecture"] == "cascade" and at(figure) == (0, 0)
    assert "A cell leaves home" in page.locator("#lecture-title").inner_text()
    # The focus is on the caption's title, but no frame stands around it all hour.
    assert page.evaluate("document.activeElement.id") == "lecture-title"
    look = "getComputedStyle(document.activeElement)"
    assert page.evaluate(f"[{look}.outlineStyle, {look}.boxShadow]") == ["none", "none"]
    # A message stands beside the buttons, off caption and picture.
    press("PageUp")
    page.locator("#toast", has_text="The lecture begins here.").wait_for()
    boxes = [page.locator(one).bounding_box() for one in ("#toast", "#lecture .bar", "#caption")]
    toast, bar, caption = boxes
    assert toast["y"] >= bar["y"] >= caption["y"] + caption["height"]
    assert toast["y"] + toast["height"] <= bar["y"] + bar["height"]
    go(figure, "cascade", 2)
    page.locator("body").focus()
    walked = []
    for key in ("PageDown", "ArrowRight", " ", "Enter", "PageUp", "ArrowLeft"):
        press(key)
        walked.append(at(figure))
    assert walked == [(2, 1), (2, 2), (2, 3), (2, 4), (2, 3), (2, 2)]
    assert figure.cy(NEWEST) == "pt-cxcl12-cxcr4"
    assert figure.cy("cy.edges('.kept').map(e => e.id()).includes('pt-il4-il4r')")
    widths = (
        "['pt-cxcl12-cxcr4', 'pt-il4-il4r'].map(id => cy.getElementById(id).numericStyle('width'))"
    )
    new, old = figure.cy(widths)
    assert new > 1.4 * old
    # F5, as the start button of a clicker sends it.
    address, classes = page.url, "cy.elements().map(e => e.id() + e.classes()).sort().join()"
    before = figure.cy(classes)
    page.reload()
    page.wait_for_selector("html.drawn", state="attached")
    page.wait_for_function(
        "() => !document.getElementById('graph')._cyreg.cy.edges('.coming').length"
    )
    assert (at(figure), page.url, figure.cy(classes)) == ((2, 2), address, before)
    # The other half of that button, and a blank screen.
    press("Escape")
    assert at(figure) == (2, 2)
    for key in (".", "x"):
        press(key)
        assert page.locator("#blank").is_visible()
        press("PageDown")
        assert page.locator("#blank").is_hidden() and at(figure) == (2, 2)
    # Jumps.
    for keys, place in (
        (("End",), (15, 0)),
        (("Home",), (0, 0)),
        (("1", "0", "Enter"), (10, 0)),
        (("4", "Enter"), (4, 0)),
    ):
        for key in keys:
            press(key)
        assert at(figure) == place
    # What lies on top closes with one Escape, and with a press of the clicker; neither moves.
    for key, dialog in (("?", "#help"), ("q", "#code"), ("s", "#steps")):
        for shut in ("Escape", "PageDown"):
            press(key)
            page.locator(dialog).wait_for()
            press(shut)
            assert page.locator(dialog).is_hidden() and at(figure) == (4, 0), (key, shut)
    press("?")
    assert "as clickers do" in page.locator("#help").inner_text()
    press("Escape")
    # The camera stands still, whatever the wheel does; larger words by key, and back.
    camera = "[cy.zoom(), cy.pan().x, cy.pan().y]"
    page.wait_for_function("() => !document.getElementById('graph')._cyreg.cy.animated()")
    stood = figure.cy(camera)
    page.mouse.move(600, 300)
    page.mouse.click(600, 60)
    page.mouse.wheel(0, -300)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -300)
    page.keyboard.up("Control")
    assert figure.cy(camera) == stood
    caption = "() => parseFloat(getComputedStyle(document.getElementById('caption')).fontSize)"
    plain = page.evaluate(caption)
    press("+")
    page.wait_for_function(f"() => ({caption})() > {plain * 1.1}")
    press("0")
    page.wait_for_function(f"() => ({caption})() === {plain}")
    page.wait_for_function(
        f"() => Math.abs(document.getElementById('graph')._cyreg.cy.zoom() - {stood[0]}) < 1e-6"
    )
    # Spotlight and theme.
    press("l")
    page.mouse.move(300, 200)
    assert page.locator("#veil").is_visible()
    assert "300px" in page.locator("#veil").get_attribute("style")
    press("l")
    assert page.locator("#veil").is_hidden()
    press("t")
    assert figure.settle()["theme"] != "auto"
    # An arrow is drawn on, and its sentence stands beside it.
    page.evaluate(
        """() => new MutationObserver((_, here) => {
          window.uncovered = Boolean(document.querySelector('#drawon .uncover'));
          if (uncovered) here.disconnect();
        }).observe(document.body, { childList: true, subtree: true })"""
    )
    press("PageDown")
    assert at(figure) == (4, 1)
    page.wait_for_function("() => window.uncovered && delete window.uncovered")
    page.wait_for_selector("#drawon", state="detached")
    claim = page.locator("#claim.beside").inner_text()
    assert "VEGF-A" in claim and claim.endswith("mice only")
    # Evidence in the middle of a lecture, and out of it again.
    page.evaluate("cascade.set({edge: 'pt-vegfa-doorway'})")
    figure.settle()
    assert page.locator("#card-metastatic-cascade-pt-vegfa-doorway").is_visible()
    press("Escape")
    assert at(figure) == (4, 1) and page.locator("#panel").is_hidden()
    press("Shift+Escape")
    view = figure.settle()
    assert (view["lecture"], view["stage"]) == ("", "primary-tumor")
    assert page.locator("#top").is_visible() and page.locator("#lecture").is_hidden()


def test_predict_then_reveal(figure):
    figure.show("lecture=cascade&step=1")
    # The picture stands still while it is told, asked and answered.
    camera = "[cy.zoom(), cy.pan()]"
    stood = figure.cy(camera)
    figure.page.keyboard.press("PageDown")
    page = figure.page
    question = page.locator(".question")
    arrow = "cy.getElementById('pt-egf-egfr').visible()"
    figure.settle()
    assert "What happens to invasion" in question.inner_text()
    assert figure.cy(arrow) is False
    assert page.locator("#caption").is_hidden() and page.locator("#claim").is_hidden()
    page.locator("button.option").first.click()
    assert figure.settle()["picks"] == ["1a"]
    assert figure.cy(arrow) is True
    wrong, right = page.locator(".option.wrong"), page.locator(".option.right")
    assert "✗ Wrong" in wrong.inner_text() and "✓ Right" in right.inner_text()
    assert "CSF-1-stimulated macrophages" in page.locator(".why").inner_text()
    assert page.locator(".refs a").first.get_attribute("href").startswith("https://")
    assert "part=2&picks=1a" in page.url
    page.keyboard.press("PageUp")
    assert at(figure) == (1, 1) and figure.cy(arrow) is False
    page.locator("button.option").last.click()
    figure.settle()
    assert "your answer" in page.locator(".option.right").inner_text()
    assert page.locator(".option.wrong").count() == 0
    page.keyboard.press("PageUp")
    figure.settle()
    page.locator("body").focus()
    page.keyboard.press("r")
    assert at(figure) == (1, 2) and figure.cy(arrow) is True
    assert figure.cy(camera) == stood
    page.keyboard.press("PageDown")
    figure.settle()
    assert figure.cy(camera) == stood
    assert page.locator("#caption").is_visible() and question.is_hidden()


def test_code_leads_students_to_the_same_view_without_answers(figure):
    zxingcpp = pytest.importorskip("zxingcpp")
    from PIL import Image

    figure.show("lecture=cascade&step=6&part=5&picks=6a&theme=dark")
    page = figure.page
    # This computer alone reaches the address: no code leads there.
    page.keyboard.press("q")
    page.locator("#code", has_text="Only this computer reaches this address").wait_for()
    assert page.locator("#code svg").count() == 0
    page.keyboard.press("q")
    page.evaluate("cascadeKit.state.data.reach = 'https://figure.example/'")
    page.keyboard.press("q")
    page.locator("#code .address").wait_for()
    picture = Image.open(io.BytesIO(page.screenshot()))
    (code,) = zxingcpp.read_barcodes(picture)
    assert code.text == "https://figure.example/?lecture=cascade&step=6&part=4&ui=min"
    assert page.locator("#code .address").inner_text() == code.text
    # The student's phone: the question, no answer, no notes; one sentence aloud a press.
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(code.text.replace("https://figure.example", figure.base_url))
    page.wait_for_selector("html.drawn", state="attached")
    assert page.locator(".option.right").count() == 0
    page.keyboard.press("p")
    assert page.locator("#notes").is_hidden()
    page.locator("#steps-list").wait_for(state="hidden")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.evaluate("""() => { window.said = []; new MutationObserver(() => said.push(document.getElementById('say').textContent))
      .observe(document.getElementById('say'), { childList: true, characterData: true, subtree: true }); }""")
    on = page.locator("#lecture .on")
    assert on.bounding_box()["height"] >= 44
    for _ in range(4):
        before = page.evaluate("said.length")
        on.click()
        page.wait_for_function("n => said.length > n", arg=before)
    said = [text for text in page.evaluate("said") if text]
    assert len(said) == 4 and said[0].startswith("Answer: ") and said[2].startswith("Step 7 of 14")
    caption = page.locator("#caption").inner_text()
    assert sum(caption[:40] in text for text in said) == 1
    assert page.evaluate("document.getElementById('progress').value") == 7
    on.focus()
    page.keyboard.press("Enter")
    assert at(figure) == (7, 2)


def test_from_disk_without_network(page, frozen_file):
    page.context.set_offline(True)
    page.goto(f"{frozen_file.as_uri()}?lecture=cascade&step=2")
    page.wait_for_selector("html.drawn", state="attached")
    page.keyboard.press("PageDown")
    assert page.evaluate("cascade.view().part") == 1
    page.keyboard.press("q")
    page.locator("#code", has_text="lies on a disk").wait_for()
    page.keyboard.press("s")
    page.locator("#code").wait_for(state="hidden")
    with page.expect_popup() as opened:
        page.keyboard.press("p")
    opened.value.get_by_text("The T cell acts only through the macrophage").wait_for()
    opened.value.close()
    page.keyboard.press("s")
    with page.expect_download() as download:
        page.locator("#steps [data-do=png]").click()
    assert download.value.suggested_filename == "metastatic-cascade-cascade-2-2x.png"
    page.reload()
    page.wait_for_selector("html.drawn", state="attached")
    assert page.evaluate("cascade.view().part") == 1
