"""Random keys: no exception, no lost focus, and Esc Esc is always the way out."""

import os
import random

import pytest

COUNT = int(os.environ.get("FUZZ_KEYS", "300"))
SEEDS = os.environ.get("FUZZ_SEEDS", "2011 2012").split()
KEYS = (
    *["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"] * 4,
    *["]", "[", "Enter", " ", "Backspace"] * 3,
    "Shift+ArrowUp", "Shift+ArrowDown", "PageUp", "PageDown", "Home", "End", "Escape",
    "0", "1", "2", "3", "4", "9", "+", "-", "f", "r", "t", "x", "F2", "Delete",
    "Tab", "Shift+Tab", "?", "/",
)  # fmt: skip
# Where the focus is (Tab at the end of a dialog goes to the browser itself, as it should): '' on the page's body, which is lost; the figure's parts by name.
# Then whether that is outside of the figure, and whether it is a link that leaves the page.
WHERE = """(({ activeElement: e, body }) => [
  e === body && !document.querySelector('dialog[open]') ? '' :
    `${e.closest('[id]')?.id} ${e.dataset.node ?? e.dataset.line ?? e.dataset.do ?? e.tagName}`,
  e.closest('#top, #panel') !== null, e.matches('a[target]'),
])(document)"""
HOME = f"(document.querySelector('#overlay [tabindex=\"0\"]').focus(), {WHERE})"


@pytest.mark.parametrize("seed", SEEDS)
def test_random_keys(figure, seed):
    page = figure.page
    if seed != SEEDS[0]:  # once with a camera that glides, which is drawn many times a key
        page.emulate_media(reduced_motion="no-preference")
    figure.open()
    page.wait_for_selector("#overlay [tabindex='0']", state="attached")
    _, outside, link = page.evaluate(HOME)
    rng = random.Random(int(seed))
    pressed: list[str] = []
    walked: list[str] = []
    while len(pressed) < COUNT:
        key = rng.choice(KEYS)
        if outside and key in ("Enter", " ") and rng.random() < 0.8:
            continue  # mostly play in the figure, not with downloads and printing
        if key == "Enter" and link:
            continue  # no leaving for the papers
        pressed.append(key)
        page.keyboard.press(key)
        where, outside, link = page.evaluate(WHERE)
        walked.append(f"{key} > {where}")
        lost = where == ""
        # Tab may leave the document, and only Tab may.
        assert not lost or "Tab" in key or key == "Escape", " | ".join(walked[-15:])
        if lost:
            _, outside, link = page.evaluate(HOME)
        if len(pressed) % 60 == 0:
            clear(page, pressed)
            _, outside, link = page.evaluate(HOME)
    clear(page, pressed)


def clear(page, pressed: list[str]) -> None:
    """Esc Esc leads to a view in which nothing is chosen, with every panel of the reader as it was."""
    page.keyboard.press("Escape")  # closes what lies on top, such as a dialog, or leaves a field
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    view = page.evaluate("cascade.view()")
    assert (view["focus"], view["edge"], view["q"]) == ("", "", ""), pressed[-12:]
    assert page.locator("dialog[open]").count() == 0, pressed[-12:]
