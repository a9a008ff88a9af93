"""Where the focus goes and what is said: it is never lost, and one action gives one sentence."""

from figure import elapse
from focus import address, at, enter, settled


def test_single_characters_rest_where_they_do_not_belong(figure):
    figure.show()
    before = address(figure)
    for selector in ("#search", "[data-do=theme]", "#panel .detail button", "#panel input"):
        figure.page.locator(selector).first.focus()
        for key in "2t?rf/":
            figure.page.keyboard.press(key)
        assert address(figure) == before, selector
        assert figure.page.locator("dialog[open], #listing:not([hidden])").count() == 0
    figure.page.locator("#search").fill("")


def test_help_returns_the_focus(figure):
    figure.open()
    enter(figure)
    figure.page.keyboard.press("?")
    assert figure.page.locator("#help").is_visible()
    assert figure.page.locator("#help kbd").count() > 12
    figure.page.keyboard.press("Escape")
    assert at(figure) == "primary-tumor/tumor-cell"


def test_a_search_leads_to_the_cell(figure):
    figure.show()
    figure.page.keyboard.press("/")
    figure.page.keyboard.type("platelet")
    figure.page.keyboard.press("Enter")
    assert figure.page.evaluate("cascade.view().focus") == "platelet"
    assert at(figure).endswith("/platelet")


def test_the_menu_closes_with_escape(figure):
    figure.show("focus=platelet")
    menu = figure.page.locator("details.menu summary")
    menu.focus()
    figure.page.keyboard.press("Enter")
    figure.page.keyboard.press("Tab")
    figure.page.keyboard.press("Escape")
    assert figure.page.locator("details.menu[open]").count() == 0
    assert menu.evaluate("e => e === document.activeElement")
    assert figure.page.evaluate("cascade.view().focus") == "platelet"


def test_a_view_from_elsewhere_takes_no_focus_away(figure):
    figure.show()
    for action in (
        "{stage: 'circulation'}",
        "{hide: ['lineage:neoplastic']}",
        "{focus: 'platelet'}",
        "{pathway: 'vicious-cycle'}",
    ):
        figure.page.evaluate("cascade.set({stage: '', hide: [], focus: ''})")
        settled(figure)
        enter(figure)
        figure.page.keyboard.press("]")
        figure.page.evaluate(f"cascade.set({action})")
        settled(figure)
        assert at(figure) != "", action


def test_closing_a_card_keeps_the_focus(figure):
    figure.show("focus=platelet")
    figure.page.locator("#cards .back").focus()
    figure.page.keyboard.press("Enter")
    settled(figure)
    assert figure.page.evaluate("document.activeElement !== document.body")


def test_one_sentence_an_action(figure):
    figure.open()
    say = figure.page.locator("#say")
    for action, wanted in (
        ("{stage: 'circulation'}", "Circulation: "),
        ("{focus: 'platelet'}", "Platelet: sends "),
        (
            "{focus: '', hide: ['outcome:pro-metastatic']}",
            "Circulation: 2 of 182 interactions shown.",
        ),
    ):
        figure.page.evaluate(f"cascade.set({action})")
        figure.page.wait_for_function(
            "w => document.getElementById('say').textContent.includes(w)", arg=wanted
        )
        assert len(say.inner_text()) <= 250
    told = say.inner_text()
    figure.cy("cy.panBy({ x: 50, y: 0 }) && 0")
    elapse(figure.page, 350)
    assert say.inner_text() == told


def test_no_motion_for_those_who_asked(figure):
    figure.page.emulate_media(reduced_motion="reduce")
    figure.show()
    figure.page.evaluate("cascade.set({stage: 'colonization'})")
    assert figure.cy("cy.animated()") is False
    slow = figure.page.evaluate(
        "[...document.querySelectorAll('*')].filter(e => parseFloat(getComputedStyle(e).transitionDuration) > 0.01).length"
    )
    assert slow == 0
