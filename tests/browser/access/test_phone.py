"""Phone and tablet: nothing cropped, the card is a sheet, and one finger belongs to the page."""

import pytest
from figure import Figure

SIZES = {"phone": (390, 844), "tablet": (768, 1024)}
# px that the buttons below the figure are higher than its edge or, on a phone, the count above
STRIP = {False: 44, True: 28}


@pytest.fixture(scope="module", params=SIZES, ids=list(SIZES))
def screen(request, browser, browser_context_args):
    """A touch screen, one for all tests: in it the figure opens in half the time."""
    width, height = SIZES[request.param]
    size = {"width": width, "height": height}
    context = browser.new_context(
        **{**browser_context_args, "viewport": size, "has_touch": True, "is_mobile": True}
    )
    yield context.new_page(), size
    context.close()


@pytest.fixture
def hand(screen, watch, base_url):
    """The figure there, which stays open for the next test."""
    page, size = screen
    page.set_viewport_size(size)
    watch.follow(page.context)
    yield Figure(page, base_url)
    watch.leave(page.context)


def show(hand, query: str = "") -> None:
    """A view as it is before anybody has touched the figure."""
    if hand.page.url == "about:blank":
        return hand.open(query)
    hand.page.evaluate(
        "document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))"
    )
    hand.go(query)


def test_the_figure_stands_in_the_middle_of_what_is_free(hand):
    """Also of a screen smaller than all phones, where the panel would cover most of it."""
    sizes = [hand.page.viewport_size]
    if sizes[0]["width"] <= 640:
        sizes.insert(0, {"width": 320, "height": 568})
    for size in sizes:
        hand.page.set_viewport_size(size)
        hand.open()
        box = hand.cy("cy.nodes('[kind=\"panel\"]').renderedBoundingBox({includeLabels: false})")
        above, below = box["y1"], hand.cy("cy.height()") - box["y2"]
        assert below - above == pytest.approx(STRIP[size["width"] <= 640], abs=6)
        left, right = box["x1"], hand.cy("cy.width()") - box["x2"]
        assert left == pytest.approx(right, abs=3) and left > 0
        assert left < 0.1 * size["width"] or above < 0.05 * size["height"]


def test_nothing_is_cropped_and_nothing_scrolls_sideways(hand):
    show(hand)
    for stage, organ in (("", ""), ("primary-tumor", ""), ("colonization", "bone")):
        hand.page.evaluate("view => cascade.set(view)", {"stage": stage, "organ": organ})
        hand.rest()
        assert hand.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        where = f'[place="{organ}"]' if organ else f'[stage="{stage}"]' if stage else ""
        box = hand.cy(
            f"cy.nodes('[kind=\"panel\"]{where}').renderedBoundingBox({{includeLabels: false}})"
        )
        assert box["x1"] >= -1 and box["x2"] <= hand.cy("cy.width()") + 1
        assert box["y1"] >= -1 and box["y2"] <= hand.cy("cy.height()") + 1
    # A pathway without a lecture has its stages in a row of their own, too.
    hand.page.evaluate("cascade.set({pathway: 'csf1-egf-loop'})")
    hand.settle()
    current = hand.page.locator("#top .stages [aria-current]:visible")
    box = current.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= hand.page.viewport_size["width"]
    assert current.evaluate(
        "(e) => { const b = e.getBoundingClientRect(); return document.elementFromPoint(b.right - 6, b.y + 9) === e; }"
    )


def test_a_tap_opens_the_card_as_a_sheet(hand):
    show(hand, "stage=primary-tumor")
    assert hand.page.locator("#panel").is_hidden()
    box = hand.page.locator("#graph").bounding_box()
    at = hand.cy("cy.getElementById('primary-tumor/tam').renderedPosition()")
    hand.page.touchscreen.tap(box["x"] + at["x"], box["y"] + at["y"])
    hand.page.wait_for_function("() => cascade.view().focus === 'tam'")
    sheet = hand.page.locator("#panel").bounding_box()
    size = hand.page.viewport_size
    assert sheet["y"] + sheet["height"] == pytest.approx(size["height"], abs=2)
    assert sheet["x"] >= 0 and sheet["x"] + sheet["width"] <= size["width"] + 1
    hand.page.locator("#cards .back").tap()
    hand.settle()
    assert hand.page.locator("#panel").is_hidden()


def test_one_finger_scrolls_the_page_until_the_figure_is_activated(hand):
    show(hand)
    touch = "getComputedStyle(document.getElementById('graph')).touchAction"
    assert "pan-y" in hand.page.evaluate(touch)
    box = hand.page.locator("#graph").bounding_box()
    hand.page.touchscreen.tap(box["x"] + 4, box["y"] + box["height"] * 0.8)
    hand.page.wait_for_function(
        "() => document.getElementById('graph').classList.contains('active')"
    )
    assert hand.page.evaluate(touch) == "none"


def test_two_fingers_zoom(hand):
    show(hand)
    before = hand.cy("cy.zoom()")
    box = hand.page.locator("#graph").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    cdp = hand.page.context.new_cdp_session(hand.page)

    def fingers(kind: str, apart: float) -> None:
        points = [{"x": x - apart, "y": y, "id": 0}, {"x": x + apart, "y": y, "id": 1}]
        cdp.send(
            "Input.dispatchTouchEvent",
            {"type": kind, "touchPoints": points if kind != "touchEnd" else []},
        )

    fingers("touchStart", 30)
    for apart in (40, 55, 70, 90):
        fingers("touchMove", apart)
        hand.rest()
    fingers("touchEnd", 0)
    hand.rest()
    assert hand.cy("cy.zoom()") > before * 1.3
