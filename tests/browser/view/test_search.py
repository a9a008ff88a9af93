"""The search knows the other names, walks by arrows and flies to the hit."""

import pytest


def look_for(figure, text: str) -> None:
    figure.page.keyboard.press("/")
    figure.page.keyboard.type(text)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("SDF-1", "CXCL12 (SDF-1)"),
        ("M-CSF", "CSF-1 (M-CSF)"),
        ("CTL", "CD8+ T cell (CTL)"),
        ("TAM", "Tumor-associated macrophage (TAM)"),
        ("tgfb1", "TGF-β1"),
        ("liver", "Liver"),
    ],
)
def test_synonyms(figure, text, first):
    figure.open()
    look_for(figure, text)
    names = figure.page.locator("#hits li span").all_inner_texts()
    assert first in names[:2]


def test_tab_leaves_the_search_for_the_next_button_and_keeps_the_focus(figure):
    figure.open()
    look_for(figure, "cell")
    figure.page.keyboard.press("Tab")
    assert figure.page.evaluate("document.activeElement.closest('#hits')") is None
    figure.page.locator("#hits").wait_for(state="hidden")
    assert figure.page.evaluate("document.activeElement !== document.body")


def test_enter_flies_to_a_cell(figure):
    figure.open()
    before = figure.cy("cy.zoom()")
    look_for(figure, "osteoclast")
    figure.page.keyboard.press("Enter")
    figure.page.wait_for_timeout(500)
    assert figure.page.evaluate("cascade.view().focus") == "osteoclast"
    assert figure.cy("cy.zoom()") > before
    inside = figure.cy("""(() => {
      const box = cy.getElementById('bone/osteoclast').renderedBoundingBox({includeLabels: false});
      return box.x1 >= 0 && box.y1 >= 0 && box.x2 <= cy.width() && box.y2 <= cy.height(); })()""")
    assert inside


def test_arrows_walk_the_hits(figure):
    figure.open()
    look_for(figure, "macrophage")
    options = figure.page.locator("#hits li")
    assert options.nth(0).get_attribute("aria-selected") == "true"
    figure.page.keyboard.press("ArrowDown")
    assert options.nth(1).get_attribute("aria-selected") == "true"
    figure.page.keyboard.press("ArrowUp")
    figure.page.keyboard.press("ArrowUp")
    assert options.last.get_attribute("aria-selected") == "true"


def test_a_molecule_lights_its_arrows(figure):
    figure.open()
    look_for(figure, "SDF-1")
    figure.page.keyboard.press("Enter")
    assert figure.settle()["q"] == "CXCL12"
    card = figure.page.locator("[data-cards=metastatic-cascade] [data-mention=CXCL12]")
    assert card.is_visible()
    assert card.locator(".rows li").count() >= 5
    assert figure.cy("cy.edges('.lit').length") > 0


def test_a_paper_is_found(figure):
    figure.open()
    look_for(figure, "Labelle")
    assert figure.page.locator("#hits li small").first.inner_text() == "paper"
    figure.page.keyboard.press("Enter")
    assert "Labelle" in figure.page.locator("#cards article:visible h2").inner_text()


def test_nothing_found_says_so(figure):
    figure.open()
    look_for(figure, "xyzzy")
    assert "Nothing found" in figure.page.locator("#hits").inner_text()
    figure.page.keyboard.press("Escape")
    assert figure.page.locator("#hits").is_hidden()
