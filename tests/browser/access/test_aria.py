"""What a screen reader finds: the whole tree of two views, as golden files.

`ARIA_UPDATE=1 pytest tests/browser/access/test_aria.py` writes the files anew; read the difference.
"""

import os
from itertools import pairwise
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parents[1] / "aria"


@pytest.mark.parametrize(
    ("name", "query"), [("overview", ""), ("circulation", "stage=circulation&focus=platelet")]
)
def test_the_tree_of_a_view(figure, name, query):
    figure.open(query)
    figure.page.wait_for_selector("#overlay [tabindex='0']", state="attached")
    found = figure.page.locator("body").aria_snapshot() + "\n"
    file = GOLDEN / f"{name}.yaml"
    if os.environ.get("ARIA_UPDATE"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(found, "utf-8")
    assert file.exists(), "no golden file: run once with ARIA_UPDATE=1"
    assert found == file.read_text("utf-8"), "changed: if it is meant, run once with ARIA_UPDATE=1"


def test_the_canvas_is_silent_and_the_summary_comes_first(figure):
    figure.show()
    assert figure.page.locator("#graph").get_attribute("aria-hidden") == "true"
    assert figure.page.locator("#graph :is(a, button, input, [tabindex])").count() == 0
    first = figure.page.evaluate("document.querySelector('main').firstElementChild.textContent")
    assert first.startswith("Interactive diagram: ") and "182 interactions" in first


def test_landmarks_headings_and_language(figure):
    figure.show()
    page = figure.page
    assert page.evaluate("document.documentElement.lang") == "en"
    for role in ("banner", "main", "complementary"):
        assert page.get_by_role(role).count() == 1, role
    assert page.get_by_role("navigation", name="Stages").count() == 1
    levels = page.evaluate(
        "[...document.querySelectorAll('h1, h2, h3, h4')].filter(h => h.checkVisibility()).map(h => Number(h.tagName[1]))"
    )
    assert levels.count(1) == 1 and levels[0] == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))


def test_skip_links_lead_past_the_header_and_past_the_diagram(figure):
    figure.open()
    figure.page.keyboard.press("Tab")
    skip = figure.page.locator(".skip").first
    assert skip.is_visible() and skip.bounding_box()["y"] >= 0
    figure.page.keyboard.press("Enter")
    figure.page.keyboard.press("Tab")
    assert figure.page.evaluate("document.activeElement.closest('#overlay') !== null")
    figure.page.locator(".skip").nth(1).focus()
    figure.page.keyboard.press("Enter")
    assert figure.page.evaluate("document.activeElement.closest('#panel') !== null")
