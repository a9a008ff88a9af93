"""Serving for authors: saved changes show in place, and mistakes stand over the last good figure."""

import re

from author import DRAWN, LOOP, OLD, served
from axe import ready
from figure import elapse


def test_what_is_saved_shows_in_place_and_mistakes_over_it(author):
    page = author.page
    author.open("stage=primary-tumor&focus=tam")
    author.cy("cy.viewport({ zoom: 1.3, pan: { x: 33, y: 44 } }) && 0")
    page.evaluate("document.getElementById('panel').scrollTop = 60")
    scrolled = page.evaluate("document.getElementById('panel').scrollTop")
    author.shows(LOOP.replace("title: The", "title: Our"))
    elapse(page, 150)  # the canvas is measured once more, 60 ms after it changed
    assert page.title().endswith("Our CSF1-EGF loop")
    assert (
        page.evaluate("cascade.view().focus + location.search")
        == "tam?stage=primary-tumor&focus=tam"
    )
    assert author.cy("[cy.zoom(), cy.pan().x, cy.pan().y]") == [1.3, 33, 44]
    assert page.evaluate("document.getElementById('panel').scrollTop") == scrolled

    author.save(LOOP.replace("to: tam\n", "to: tamm\n", 1))
    banner = page.locator("#problems")
    banner.wait_for()
    assert f"{author.path}:" in banner.inner_text() and "did you mean 'tam'?" in banner.inner_text()
    assert author.cy("cy.nodes('[kind=\"cell\"]').length") == 3
    banner.get_by_role("button", name="Dismiss").click()
    assert banner.count() == 0

    def rename():
        author.path.rename(author.path.with_suffix(".away"))

    for rude, words in (
        (lambda: author.save(LOOP[: LOOP.index("readout:") + 4]), "a key without ':'"),
        (rename, "no such file"),
        (lambda: author.save("title: ["), "is never closed"),
        (author.path.unlink, "no such file"),
    ):
        rude()
        page.locator("#problems", has_text=words).wait_for()
        assert author.cy("cy.nodes('[kind=\"cell\"]').length") == 3
    author.shows(LOOP.replace("title: The", "title: Last"))
    assert page.title().endswith("Last CSF1-EGF loop")
    assert page.locator("#problems").count() == 0


STARTS = {"empty": "", "a mistake": LOOP.replace("to: tam\n", "to: tamm\n", 1), "no file": None}


def test_a_page_without_a_figure_waits_for_one(page, watch, tmp_path):
    for number, (name, start) in enumerate(STARTS.items()):
        folder = tmp_path / str(number)
        folder.mkdir()
        path = folder / "mine.yaml"
        if start is not None:
            path.write_text(start, "utf-8")
        with served(folder if start is None else path) as address:
            watch.origins.add(address.rstrip("/"))
            page.goto(address)
            listed = page.locator("#list li").first.inner_text()
            assert re.match(rf"{re.escape(str(folder))}\S*:\d+:\d+: ", listed), name
            assert ("did you mean 'tam'?" in listed) == bool(start), name
            ready(page)
            assert page.evaluate("axe.run().then((found) => found.violations)") == [], name
            path.write_text("title: [", "utf-8")
            page.locator("#list li", has_text="is never closed").wait_for()
            path.write_text(LOOP, "utf-8")
            page.wait_for_selector(DRAWN, state="attached")
            assert page.title() == "The CSF1-EGF loop"
            page.goto("about:blank")  # before the server stops, so that nobody waits for an answer


def test_another_server_or_frame_loads_the_page_anew(author):
    author.open()
    author.page.evaluate(OLD)
    author.page.evaluate("window.name = 'cascade-lecturer'")
    author.save(LOOP.replace("title: The", "title: Our"))
    author.page.wait_for_selector("html.drawn:not([data-old])", state="attached")
    assert author.page.title() == "Our CSF1-EGF loop"
