"""Keys of keyboards that are not English ones, as their browsers report them."""

from figure import elapse


def typed(page, key: str, code: str, modifiers: int = 0) -> None:
    """A press as the browser gets it from such a keyboard; modifiers as in the DevTools protocol."""
    keyboard = page.context.new_cdp_session(page)
    event = {"key": key, "code": code, "modifiers": modifiers}
    for kind in "keyDown", "keyUp":
        keyboard.send("Input.dispatchKeyEvent", {"type": kind, **event})
    keyboard.detach()


ALT = 1


def test_the_figure_obeys_them(figure):
    page = figure.page
    figure.show("stage=circulation")
    typed(page, "'", "Digit4")  # AZERTY
    assert figure.settle()["stage"] == "colonization"
    typed(page, "е", "KeyT", ALT)  # a shortcut of somebody else's
    elapse(page, 200)
    assert page.locator("#listing").is_hidden()
    typed(page, "е", "KeyT")  # Cyrillic
    page.locator("#listing").wait_for(state="visible")
    # Along the arrows with Option and 6, as ] is typed on a German Mac.
    figure.show("stage=circulation&focus=platelet")
    page.locator("#overlay [data-cell=platelet]:visible").first.focus()
    typed(page, "]", "Digit6", ALT)
    page.wait_for_function("() => document.activeElement.dataset.line")


def test_a_lecture_obeys_them(figure):
    page = figure.page
    figure.show("lecture=cascade&step=3")
    typed(page, ":", "Period")  # the clicker's blank, on AZERTY
    page.locator("#blank").wait_for(state="visible")
    typed(page, "ю", "Period")  # on a Russian keyboard
    page.locator("#blank").wait_for(state="hidden")
    before = figure.settle()
    page.keyboard.press("ArrowDown")
    after = figure.settle()
    assert (after["step"], after["part"]) > (before["step"], before["part"])
    page.keyboard.press("ArrowUp")
    assert figure.settle() == before
