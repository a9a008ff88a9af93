"""Cards of stages, organs and disputes, filters of evidence and citations, by keys alone."""

import pytest

INSIDE = "document.activeElement !== document.body && document.activeElement.isConnected"
HEADING = "document.activeElement.textContent"


def reached(page, card: str, most: int = 60) -> list[str]:
    """What Tab reaches in a card from its heading on, by name, in order."""
    names = []
    for _ in range(most):
        page.keyboard.press("Tab")
        name = page.evaluate(
            """(card) => {
              const one = document.activeElement;
              return one.closest(card) ? one.getAttribute('aria-label') || one.textContent.trim() : '';
            }""",
            card,
        )
        if not name:
            break
        names.append(name)
    return names


def test_the_menu_leads_to_the_disputes_and_on_to_an_arrow(figure):
    figure.show()
    page = figure.page
    page.locator(".menu summary").focus()
    page.keyboard.press("Enter")
    page.locator(".menu [data-do=place]").focus()
    page.keyboard.press("Enter")
    assert figure.settle()["q"] == "disputed"
    assert page.evaluate(HEADING) == "Where experts disagree"
    page.keyboard.press("Tab")
    claim = page.evaluate("document.activeElement.textContent").strip()
    page.keyboard.press("Enter")
    edge = figure.settle()["edge"]
    assert page.locator(f"#card-metastatic-cascade-{edge} h2").inner_text() == claim
    assert page.evaluate(INSIDE)
    page.keyboard.press("Escape")
    assert figure.settle()["edge"] == "" and page.evaluate(INSIDE)


@pytest.mark.parametrize(
    ("query", "here", "turns"),
    [
        ("stage=circulation", "Circulation", ["Primary tumor", "Extravasation"]),
        ("stage=colonization&organ=bone", "Bone", []),
    ],
)
def test_a_place_s_card_is_walked_from_its_heading_to_its_end(figure, query, here, turns):
    figure.show(query)
    page = figure.page
    page.locator("#panel .here:visible").focus()
    page.keyboard.press("Enter")
    figure.settle()
    assert page.evaluate(INSIDE)
    page.keyboard.press("r")
    assert page.evaluate(HEADING) == here
    card = "#cards article:not([hidden])"
    wanted = page.locator(f"{card} :is(button, a)").count()
    names = reached(page, card, wanted + 1)
    assert len(names) == wanted and all(names)
    for turn in turns:
        assert any(turn in name for name in names), turn
    if turns:
        page.locator(f"{card} .turn button").last.focus()
        page.keyboard.press("Enter")
        assert figure.settle()["q"] == "extravasation"
        assert page.evaluate(INSIDE)


def test_a_claim_is_found_and_read_by_keys(figure):
    figure.show()
    page = figure.page
    page.keyboard.press("/")
    page.keyboard.type("where experts")
    page.keyboard.press("Enter")
    assert figure.settle()["q"] == "disputed"
    page.keyboard.type("EMT")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    assert figure.settle()["q"] == "emt"
    assert page.locator("#cards article:visible h2").inner_text() == "EMT"


def test_the_filter_of_systems_is_worked_by_keys(figure):
    figure.show()
    page = figure.page
    page.locator("details[data-facet=systems] summary:visible").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    token = page.evaluate("document.activeElement.dataset.token")
    assert token.startswith("systems:")
    page.keyboard.press("Space")
    assert figure.settle()["hide"] == [token]
