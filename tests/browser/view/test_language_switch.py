"""Another language on the served page, and whether the layout bears words twice as long."""

import re

from click.testing import CliRunner

from cascade.cli import main

OVERLAPS = """() => {
  const box = (q) => document.querySelector(q).getBoundingClientRect();
  const shown = (q) => [...document.querySelectorAll(q)].filter((e) => e.offsetParent !== null);
  const meets = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 &&
    a.top < b.bottom - 1 && b.top < a.bottom - 1;
  const parts = shown('#top .brand, #top .stages, #top .tools');
  const found = [];
  parts.forEach((a, i) => parts.slice(i + 1).forEach((b) => {
    if (meets(a.getBoundingClientRect(), b.getBoundingClientRect())) found.push(`${a.className} ${b.className}`);
  }));
  for (const q of ['.organs', '.count', '.zoom']) {
    for (const other of ['.organs', '.count', '.zoom']) {
      const [a, b] = [shown(q)[0], shown(other)[0]];
      if (q < other && a && b && meets(a.getBoundingClientRect(), b.getBoundingClientRect())) found.push(q + other);
    }
  }
  if (meets(box('#top'), box('#main'))) found.push('header main');
  const panel = document.getElementById('panel');
  if (panel.offsetParent && meets(box('#top'), box('#panel'))) found.push('header panel');
  if (panel.scrollWidth > panel.clientWidth) found.push('panel scrolls sideways');
  if (document.documentElement.scrollWidth > innerWidth) found.push('page scrolls sideways');
  return found;
}"""


def test_german_all_over(figure, watch):
    """In one page, as each language is a page of its own."""
    figure.page.set_viewport_size({"width": 1600, "height": 900})  # from 1500 on the panel is open
    figure.open("lang=de&stage=primary-tumor")
    german_is_read_and_read_out(figure, watch)
    figure.go("lang=de")
    words_stay_in_their_places(figure, "de")
    german_words_have_room_in_table_card_plot_and_caption(figure)
    figure.go("lang=de")
    claims_are_found_in_german(figure)
    figure.go("lang=de&stage=primary-tumor&edge=pt-csf1-csf1r")
    the_menu_goes_on_in_english(figure)


def german_is_read_and_read_out(figure, watch) -> None:
    page = figure.page
    assert page.get_attribute("html", "lang") == "de"
    assert page.locator(".stages button[aria-current]:visible").inner_text().endswith("Primärtumor")
    assert page.locator(".legend:visible h2").first.inner_text() == "Legende und Filter"
    assert "Interaktionen gezeigt" in page.locator("#count").inner_text()
    assert figure.cy("cy.getElementById('primary-tumor/tumor-cell').data('label')") == "Tumorzelle"
    page.set_viewport_size({"width": 1366, "height": 768})
    figure.settle()
    assert page.evaluate(OVERLAPS) == []
    asked = len(watch.requests)
    page.evaluate("cascade.set({ edge: 'pt-csf1-csf1r' })")
    figure.settle()
    card = page.locator("#card-metastatic-cascade-pt-csf1-csf1r")
    sentence = "Eine Tumorzelle lockt den tumorassoziierten Makrophagen über CSF-1 an"
    assert card.locator("h2").inner_text() == sentence
    assert "Rezeptor" in card.inner_text()
    page.wait_for_function(
        "text => document.getElementById('say').textContent === text", arg=f"{sentence}."
    )
    page.keyboard.press("t")
    assert page.locator("#listing th button").first.inner_text() == "Sender"
    page.locator("#listing .bar [data-do=listing]").click()
    page.keyboard.press("?")
    assert page.locator("#help h2").inner_text() == "Tasten und Hilfe"
    page.keyboard.press("Escape")
    assert len(watch.requests) == asked
    page.evaluate("document.querySelector('[data-do=embed]').click()")
    page.locator("#embed[open]").wait_for()
    lines = page.locator("#embed textarea").input_value()
    assert "/embed/metastatic-cascade?" in lines
    assert "lang=de" in lines
    assert "Diagramm in einem neuen Tab öffnen" in lines
    page.keyboard.press("Escape")
    assert "lang=de" in page.url


def claims_are_found_in_german(figure) -> None:
    for text, group, first in (
        ("Makrophagen", "Zellen", "Tumorassoziierter Makrophage"),
        ("Neutorphiler", "Zellen", "Neutrophiler"),
        ("Knochen", "Stadien und Organe", "Knochen"),
        ("granot", "Arbeiten", "Granot Z 2011"),
    ):
        figure.page.locator("#search").fill(text)
        best = figure.page.locator("#hits [role=group]").first
        assert best.get_attribute("aria-label") == group, text
        assert best.locator("[role=option] span").first.inner_text().startswith(first), text
    figure.page.locator("#search").fill("")
    figure.page.keyboard.press("Escape")


def the_menu_goes_on_in_english(figure) -> None:
    page = figure.page
    page.locator(".menu summary").click()
    page.locator('.menu [data-do="lang"][lang="en"]').click()
    page.wait_for_selector('html[lang="en"].drawn', state="attached")
    assert page.url.endswith("?stage=primary-tumor&edge=pt-csf1-csf1r")
    assert "recruits" in page.locator("#card-metastatic-cascade-pt-csf1-csf1r h2").inner_text()


def test_an_unknown_language_is_named(figure):
    figure.open("lang=xx")
    assert figure.page.get_attribute("html", "lang") == "en"
    toast = figure.page.locator("#toast")
    assert toast.inner_text() == "There is no lang “xx” here, so it was left out."


TITLES = """() => {
  const cy = document.getElementById('graph')._cyreg.cy;
  const only = { includeNodes: false, includeEdges: false, includeLabels: true,
    includeOverlays: false, includeUnderlays: false };
  return cy.nodes('[kind="panel"]').filter((n) => n.data('label') && n.visible()).map((n) => {
    const p = n.position(), t = n.boundingBox(only), air = 3; // that cytoscape adds around words
    return { name: n.data('label'), far: n.hasClass('far'), box: [t.x1 + air, t.y1 + air, t.x2 - air, t.y2 - air],
      panel: [p.x - n.width() / 2, p.y - n.height() / 2, p.x + n.width() / 2, p.y + n.height() / 2] };
  });
}"""


def test_words_stay_in_their_places(figure):
    """Those twice as long as English ones do so below, and German ones above."""
    figure.page.set_viewport_size({"width": 390, "height": 844})
    figure.show()
    words_stay_in_their_places(figure, "en")


def words_stay_in_their_places(figure, lang: str) -> None:
    """Also on a phone, where titles are set large, for there they are the only words of the
    drawing."""
    page = figure.page
    for size in ((390, 844), (1366, 768)):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        figure.rest()
        if lang == "xx-long":
            assert page.locator(".stages button").first.inner_text() == "Overview Overview"
        assert page.evaluate(OVERLAPS) == [], size
        titles = page.evaluate(TITLES)
        assert len(titles) == 12  # a card whose cells the overview leaves out is not drawn
        assert all(one["far"] == (size[0] < 400) for one in titles), size
        titles_stay_in_their_panels(titles)


def titles_stay_in_their_panels(titles: list[dict]) -> None:
    cards = [one["panel"] for one in titles if "  " not in one["name"]]
    for one in titles:
        (x1, y1, x2, y2), (left, top, right, bottom) = one["box"], one["panel"]
        assert left <= x1 and x2 <= right and top <= y1 and y2 <= bottom, one
        for card in cards:  # which would cover it
            if card != one["panel"]:
                assert x1 >= card[2] or x2 <= card[0] or y1 >= card[3] or y2 <= card[1] + 2, one


def german_words_have_room_in_table_card_plot_and_caption(figure) -> None:
    page = figure.page
    page.keyboard.press("t")
    assert re.fullmatch(r"\d+ von 182 Interaktionen", page.locator("#listing caption").inner_text())
    page.locator("#listing .bar [data-do=listing]").click()
    page.evaluate("cascade.set({ edge: 'c-bone-pthrp' })")
    figure.settle()
    card = page.locator("#card-metastatic-cascade-c-bone-pthrp")
    # The longest word there is, as an author may write it.
    long = "Plattenepithelkarzinomzellenmetastasierungsversuche"
    card.locator("dd").first.evaluate("(one, text) => { one.textContent = text; }", long)
    inside = "one => one.scrollWidth <= one.clientWidth"
    assert card.locator("dl").evaluate(inside)
    assert page.locator("#panel").evaluate(inside)
    page.evaluate("document.querySelector('[data-do=plots]').click()")
    page.locator("#plots").get_by_role("button", name="Organe im Vergleich").click()
    words = page.locator("#plots .annotation-text", has_text="nur Lymphknoten")
    words.wait_for()
    text, whole = words.bounding_box(), page.locator("#plots svg.main-svg").first.bounding_box()
    assert text["x"] + text["width"] <= whole["x"] + whole["width"]
    page.locator("#plots [data-part=away]").click()
    # A caption keeps a molecule on one line.
    page.evaluate("cascade.set({ lecture: 'friend-or-foe', step: 1, part: 1 })")
    figure.settle()
    caption = page.locator("#caption")
    assert "greifen ICAM-1 und" in caption.inner_text().replace("\n", " ")
    heights = caption.locator("span").evaluate_all("all => all.map(e => e.getClientRects().length)")
    assert heights and set(heights) == {1}


def test_words_twice_as_long_stay_in_their_places_in_a_file(figure, tmp_path):
    page = figure.page
    figure.spoil()
    page.set_viewport_size({"width": 390, "height": 844})
    file = tmp_path / "long.html"
    result = CliRunner().invoke(main, ["freeze", "--lang", "xx-long", "-o", str(file)])
    assert result.exit_code == 0, result.output
    page.goto(file.as_uri())
    page.wait_for_selector("html.drawn", state="attached")
    # No language has that name, so what it says twice is read out as English.
    assert page.get_attribute("html", "lang") == "en"
    assert page.locator(".stages button").first.inner_text() == "Overview Overview"
    labels = (
        "document.getElementById('graph')._cyreg.cy.nodes(':visible').map(n => n.data('label'))"
    )
    assert "Tumor cell Tumor cell" in page.evaluate(labels)
    assert page.evaluate("document.getElementById('graph')._cyreg.cy.edges(':visible').length") > 20
    words_stay_in_their_places(figure, "xx-long")
