"""What a demanding user does with the page: menu, first hint, lines of cards."""

import pytest

pytestmark = pytest.mark.browser
HOVERED = "cy.edges('.hover').map((e) => e.id())"


@pytest.mark.parametrize("size", [(1366, 768), (390, 844)])
def test_the_main_action_keeps_its_word_and_icons_have_names(figure, size):
    page = figure.page
    page.set_viewport_size({"width": size[0], "height": size[1]})
    figure.open()
    word = page.locator(".present:visible span")
    assert word.inner_text() == "Present"
    box = word.bounding_box()
    assert box["x"] > 0 and box["x"] + box["width"] < size[0]
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    # The hint of a first visit goes with the first use and does not come back.
    hint = page.get_by_text("Click or tap a cell or an arrow")
    assert hint.is_visible()
    page.evaluate("cascade.next()")
    figure.settle()
    page.evaluate("cascade.prev()")
    figure.settle()
    assert hint.is_hidden()
    # An icon says its name where the keyboard finds it, and in the menu.
    page.locator("#search").focus()
    page.keyboard.press("Tab")
    told = page.evaluate(
        """() => [document.activeElement.getAttribute('aria-label'),
          getComputedStyle(document.activeElement, '::after').content.replaceAll('"', '')]"""
    )
    assert told[0] == told[1]
    menu = page.locator("details.menu")
    for icon in page.locator("#top .icon.wide").all():
        same = f".items [data-do={icon.get_attribute('data-do')}]"
        assert menu.locator(same).text_content() == icon.get_attribute("aria-label")
    # A dialog closes its menu, and gives the focus back to it.
    for name in ("Keys and help", "About this figure", "Print", "Embed in a course page"):
        menu.locator("summary").click()
        menu.get_by_role("button", name=name, exact=True).click()
        assert menu.get_attribute("open") is None
        page.locator("dialog[open]").wait_for()
        page.keyboard.press("Escape")
        assert page.locator("dialog[open]").count() == 0
        assert menu.locator("summary").evaluate("(e) => e === document.activeElement"), name
    menu.locator("summary").click()
    page.mouse.click(size[0] / 2, size[1] - 200)
    assert menu.get_attribute("open") is None


def test_escape_takes_back_a_dialog_that_still_comes(figure, page):
    figure.open()
    held = []
    page.route("**/bundle/sharing-*", lambda route: held.append(route))
    embed = page.locator(".menu [data-do=embed]")
    page.locator("details.menu summary").click()
    with page.expect_request("**/bundle/sharing-*"):
        embed.click()
    page.keyboard.press("Escape")
    with page.expect_response("**/bundle/sharing-*"):
        held[0].continue_()
    page.wait_for_function("document.querySelectorAll('#embed textarea').length > 0")
    figure.rest()
    assert page.locator("dialog[open]").count() == 0
    page.locator("details.menu summary").click()
    embed.click()
    page.locator("#embed[open]").wait_for()


def test_lines_of_a_card_lead_to_their_arrows(figure):
    figure.show("focus=neutrophil&stage=colonization")
    card = figure.page.locator("#cards article:visible")
    assert card.locator("h4").first.inner_text() == "Colonization", "the stage on screen first"
    figure.page.evaluate("cascade.set({ stage: 'circulation' })")
    figure.settle()
    assert card.locator("h4").first.inner_text() == "Circulation"
    drawn = card.locator("li:not(:has(.absent))").first
    row = drawn.get_attribute("data-row")
    drawn.hover()
    assert figure.cy(HOVERED)[0] in (row, figure.cy(f"cascade.view() && '{row}'"))
    figure.page.mouse.move(1, 1)  # off the canvas
    drawn.locator("button").focus()
    assert len(figure.cy(HOVERED)) == 1
    figure.page.evaluate("document.activeElement.blur()")
    assert figure.cy(HOVERED) == []
    # What the level leaves out says so, and its words are as good a target as its name.
    left = card.locator("li:has(.absent)").first
    assert left.locator(".absent").inner_text() == "not drawn at this level of detail"
    row = left.get_attribute("data-row")
    left.scroll_into_view_if_needed()
    spot = left.locator("p").bounding_box()
    figure.page.mouse.click(spot["x"] + spot["width"] - 4, spot["y"] + spot["height"] - 4)
    assert figure.settle()["edge"] == row


def test_a_field_of_the_matrix_its_card_and_the_picture_agree(figure):
    figure.show("edge=tam~tumor-cell")
    card = figure.page.locator("#cards article:visible")
    count = int(figure.page.locator("#count").inner_text().split()[0])
    assert card.locator("li:not(:has(.absent))").count() == count
    left = card.locator("li:has(.absent)").count()
    assert left > 0, "and says which it leaves out"
    assert figure.page.locator("#more").inner_text() == f"{left} more at All"
