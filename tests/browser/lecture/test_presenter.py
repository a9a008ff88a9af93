"""The presenter's window: told and heard by messages, found again, and what stands in for it."""

import pytest

# The page has taken in every message sent to it before.
HEARD = """() => new Promise((done) => {
  addEventListener('message', ({ data }) => data === 'last' && done());
  postMessage('last', '*');
})"""

HOURS = "(n) => { Date.now = ((now) => () => now() + n * 3600e3)(Date.now); }"
LATER = "performance.now = ((now) => () => now() + 3000)(performance.now.bind(performance))"
ANSWERED = """() => new Promise((done) => {
  addEventListener('message', ({ data }) => data?.cascade === 'told' && done());
})"""


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
def lecture(request, page, base_url, frozen_file):
    """The fourth step of fourteen, from a server and from a disk, where a page has no origin."""
    home = base_url if request.param == "served" else frozen_file.as_uri()
    page.goto(f"{home}?lecture=cascade&step=4")
    drawn(page)
    return page


def test_the_presenters_window(lecture):
    """In one page for each kind, as that takes longer to open than all that is done in it."""
    other = presenter(lecture)
    it_shows_what_is_and_what_comes(other)
    it_is_heard(lecture, other)
    it_asks_and_only_the_other_counts(lecture, other)
    it_is_found_again(lecture, other)
    lecture.evaluate("cascade.set({step: 4, part: 0})")
    if lecture.url.startswith("file:"):
        other = another_takes_the_place_of_one_that_does_not_answer(lecture, other)
    else:
        other = loaded_anew_it_is_written_again(lecture, other)
    other.close()
    where_windows_are_blocked_the_notes_stand_over_the_lecture(lecture)


def it_shows_what_is_and_what_comes(other) -> None:
    assert "TMEM doorway" in other.locator("#notes").inner_text()
    assert other.locator("#place").inner_text() == "4 / 14 · arrow 1 of 2"
    assert other.locator("#title").inner_text() == "A way out into the blood"
    assert "VEGF-A" in other.locator("#next").inner_text()
    assert other.locator("#next").inner_text().endswith("\nStep 5: Another way out into the lymph")
    assert "Harney AS 2015" in other.locator("#papers").inner_text()
    # The present picture and the next, all of it in a small window.
    other.set_viewport_size({"width": 900, "height": 600})
    for picture in ("#here", "#coming"):
        other.locator(picture).wait_for()
        other.wait_for_function(f"document.querySelector('{picture}').naturalWidth > 1000")
    assert other.evaluate("here.src !== coming.src")
    assert other.evaluate("[document.body.scrollWidth, document.body.scrollHeight]") == [900, 600]
    before = other.locator("#timer").inner_text()
    other.wait_for_function(f"() => document.getElementById('timer').textContent !== '{before}'")


def it_is_heard(lecture, other) -> None:
    """Keys there do what they do here, and so do its buttons."""
    for key, at in (("PageDown", (4, 1)), (" ", (5, 0)), ("PageUp", (4, 1)), ("End", (15, 0))):
        other.keyboard.press(key)
        stands(lecture, *at)
    for key in ("4", "Enter"):
        other.keyboard.press(key)
    stands(lecture, 4, 0)
    other.keyboard.press("x")
    lecture.locator("#blank").wait_for()
    other.keyboard.press("x")
    lecture.locator("#blank").wait_for(state="hidden")
    assert place(lecture) == (4, 0)
    other.get_by_role("button", name="Next").click()
    stands(lecture, 4, 1)
    other.get_by_role("button", name="Back").click()
    stands(lecture, 4, 0)
    other.locator("#place").get_by_text("4 / 14 · arrow 1 of 2").wait_for()


def it_asks_and_only_the_other_counts(lecture, other) -> None:
    # The question with its options and, for these eyes, its answer.
    lecture.evaluate("cascade.set({step: 10, part: 0})")
    asked = other.locator("#asked")
    asked.get_by_text("What happens to bone loss").wait_for()
    assert "✓ A  Both fall\nB  Bone" in asked.text_content()
    lecture.evaluate("cascade.set({step: 4, part: 0})")
    # What belongs to the browser or moves between the buttons is left alone there.
    other.keyboard.press("Tab")
    assert other.evaluate("document.activeElement.dataset.name") == "on"
    # Only each other's messages count.
    lecture.evaluate("postMessage({ cascade: 'lectern', key: 'PageDown' }, '*')")
    other.evaluate("postMessage({ cascade: 'told', since: 0, words: { title: 'no' } }, '*')")
    for one in (lecture, other):  # messages come in the order in which they were sent
        one.evaluate(HEARD)
    assert place(lecture) == (4, 0)
    assert other.locator("#title").inner_text() == "A way out into the blood"


def it_is_found_again(lecture, other) -> None:
    """The timer begins an hour later, and goes on."""
    for one in (lecture, other):
        one.evaluate(HOURS, 1)
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
    other.locator("#place").get_by_text("5 / 14").wait_for()


def loaded_anew_it_is_written_again(lecture, other):
    other.reload()
    other.locator("#place").get_by_text("4 / 14").wait_for()
    # Closed and opened again the timer, which began an hour later, goes on.
    lecture.evaluate(HOURS, 2)
    other.close()
    lecture.wait_for_function("() => !window.name")
    other = presenter(lecture)
    other.locator("#place").get_by_text("4 / 14").wait_for()
    other.evaluate(HOURS, 2)
    other.wait_for_function("() => /^6.:/.test(document.getElementById('timer').textContent)")
    other.get_by_role("button", name="Restart timer").click()
    other.wait_for_function("() => /^0:/.test(document.getElementById('timer').textContent)")
    other.keyboard.press("PageDown")
    stands(lecture, 4, 1)
    return other


def another_takes_the_place_of_one_that_does_not_answer(lecture, old):
    """From a disk a page loaded anew may not write a window that was: a press opens another."""
    with old.expect_event("close"):
        old.reload()
    with lecture.expect_popup() as opened:
        lecture.keyboard.press("PageDown")
    other = opened.value
    other.locator("#place").get_by_text("arrow 2 of 2").wait_for()
    assert len(lecture.context.pages) == 2
    other.keyboard.press("PageUp")
    stands(lecture, 4, 0)
    return other


def where_windows_are_blocked_the_notes_stand_over_the_lecture(lecture) -> None:
    lecture.evaluate("cascade.set({step: 4, part: 0})")
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


@pytest.mark.noisy  # Chromium tells of each message that found another page
def test_it_says_when_the_figure_is_away(page, base_url):
    page.goto(f"{base_url}/?lecture=cascade&step=4")
    drawn(page)
    other = presenter(page)
    lost = other.get_by_text("The window with the figure is away.")
    page.keyboard.press("Shift+Escape")  # out of the lecture it is still there
    other.evaluate(LATER)
    other.evaluate(ANSWERED)
    assert lost.is_hidden()
    page.goto("about:blank")
    other.evaluate(LATER)
    lost.wait_for()
