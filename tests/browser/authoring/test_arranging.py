"""Cells are arranged on the page and saved, by mouse and by keyboard, for everyone."""

import time

from author import LOOP
from axe import ready, violations_by_theme
from figure import LIVE


def test_axe_finds_nothing_on_an_author_s_page(author):
    page, found = author.page, {}
    author.open("stage=primary-tumor&theme=light")
    ready(page)
    bar = page.locator("#arrange")

    def ask(name):
        if wrong := violations_by_theme(page):
            found[name] = wrong

    ask("closed")
    bar.get_by_role("button", name="Arrange").click()
    bar.get_by_text("primary-tumor: clean").wait_for()
    ask("open")
    tam = '#overlay [data-node="primary-tumor/tam"]'
    page.locator(tam).focus()
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
    # On the way there it lay over names alone, which is told, too, but marks no cells.
    page.wait_for_function(f"() => {LIVE}.nodes('.marked').length >= 2")
    assert bar.get_by_text("to mend").is_visible()
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
