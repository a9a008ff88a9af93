"""The key: a compact one under the figure at all times, the whole one in the panel."""

import pytest

from app import loaded
from cascade.figure.abbreviations import abbreviations
from cascade.page.contents import contents, placed

pytestmark = pytest.mark.browser
WIDE = (1920, 1080)
SIZES = [(1366, 768), (768, 1024), (390, 844)]
SHOWN = """() => {
  const box = (e) => { const b = e.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]; };
  const keys = document.querySelector('.keys:not([hidden])');
  const [x1, y1, end] = box(keys);
  const x2 = end - parseFloat(getComputedStyle(keys).paddingRight); // beside the count
  const y2 = y1 + keys.clientHeight; // its border is the ground of the row below
  return {
    box: [x1, y1, x2, y2],
    words: [...keys.querySelectorAll('span')].filter((e) => { const [a, b, c, d] = box(e);
      return a >= x1 && b >= y1 && c <= x2 && d <= y2 + 1; }).map((e) => e.textContent),
    others: ['.organs:not([hidden])', '.zoom', '.told'].map((s) => box(document.querySelector(s))),
    panel: !document.documentElement.classList.contains('panel-closed'),
  };
}"""


def meet(a, b) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def test_a_compact_key_stands_under_the_figure_and_opens_the_whole_one(figure):
    figure.page.set_viewport_size({"width": WIDE[0], "height": WIDE[1]})
    figure.show()  # with the panel open, as it is in a wide window
    a_compact_key_stands_under_the_figure(figure, WIDE)
    for index, size in enumerate(SIZES):
        figure.page.set_viewport_size({"width": size[0], "height": size[1]})
        figure.go("") if index else figure.open()
        a_compact_key_stands_under_the_figure(figure, size)
    the_whole_key_opens_from_it_and_a_card_comes_and_goes(figure)


def a_compact_key_stands_under_the_figure(figure, size) -> None:
    seen = figure.page.evaluate(SHOWN)
    key = [one["label"] for one in contents(loaded.pathways[0])["key"]]
    assert seen["words"] and seen["words"] == key[: len(seen["words"])], size
    assert len(seen["words"]) >= {1366: 8, 1920: 8, 768: 3, 390: 1}[size[0]], size
    assert not [other for other in seen["others"] if meet(seen["box"], other)], size
    figure.page.evaluate("cascade.set({organ: 'bone'})")  # with more at another level
    figure.settle()
    seen = figure.page.evaluate(SHOWN)
    assert seen["words"] and not [one for one in seen["others"] if meet(seen["box"], one)], size
    assert seen["panel"] == (size[0] >= 1500), "the figure takes the room of the panel"


def the_whole_key_opens_from_it_and_a_card_comes_and_goes(figure) -> None:
    page = figure.page
    page.set_viewport_size({"width": 1366, "height": 768})
    figure.go("")
    panel = page.locator("#panel")
    assert not panel.is_visible()
    page.evaluate("cascade.set({focus: 'tam'})")
    figure.settle()
    assert panel.is_visible()
    page.evaluate("cascade.set({focus: ''})")
    figure.settle()
    assert not panel.is_visible()
    page.locator(".keys:not([hidden]) button").click()
    legend = page.locator(".legend:not([hidden])")
    for words in ("Experts disagree", "Journey of the tumor cell", "Sender not identified"):
        assert legend.locator(".marks").get_by_text(words).is_visible()
    legend.locator(".short summary").click()
    flagship = loaded.pathways[0]
    names = legend.locator(".short dd").all_text_contents()
    assert names == list(abbreviations(placed(flagship)).values())
    assert "Circulating tumor cell" in names
    # Opened by hand, it stays when a card closes.
    page.evaluate("cascade.set({focus: 'tam'})")
    figure.settle()
    page.evaluate("cascade.set({focus: ''})")
    figure.settle()
    assert panel.is_visible()


def test_the_key_is_that_of_the_pathway(figure):
    page = figure.page
    page.set_viewport_size({"width": 1600, "height": 900})
    figure.show()
    for pathway in loaded.pathways[::-1]:
        page.evaluate("id => cascade.set({pathway: id})", pathway.id)
        figure.settle()
        legend = page.locator(".legend:not([hidden])")
        assert legend.locator(".lead").text_content() == (pathway.description or "")
        keys = page.locator(".keys:not([hidden])")
        assert keys.count() == 1
        assert keys.locator("span").count() == len(contents(pathway)["key"])


def test_stages_of_several_panels_and_organs_are_marked(figure):
    figure.show()
    nav = figure.page.locator("nav.stages:not([hidden]) button")
    assert [text.split()[0] for text in nav.all_text_contents()[1:]] == ["1", "2", "3A·3B", "4"]
    buttons = figure.page.locator(".organs:not([hidden]) button")
    assert buttons.count() == buttons.locator("svg").count() == 6
