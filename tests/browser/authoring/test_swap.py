"""A saved figure that comes into the running page is as a fresh one, and the reader keeps her place."""

from urllib.parse import parse_qsl

from author import LOOP
from figure import rest

PLAIN = {"stage": "", "focus": "", "edge": "", "hide": []}
CELL = "          - { cell: tumor-cell, at: [3, 1.6], tall: [2, 2.4] }\n"
STAGE = """
  - id: circulation
    name: In the blood
    panels:
      - { id: circulation, cells: [{ cell: platelet, at: [0, 0] }, { cell: tumor-cell, at: [2, 0] }] }
    interactions:
      - { id: shield, from: platelet, to: tumor-cell, mediators: [TGFB1], mediator_basis: paper,
          effect: activates, route: secreted, outcome: pro-metastatic, readout: metastasis, tier: overview,
          year: 2011, references: [labelle-2011], confidence: high, summary: Platelets help. }
"""
EDITS = {
    "a new cell": ("", LOOP.replace(CELL, CELL + "          - { cell: platelet, at: [2, 0.2] }\n")),
    "other words": ("edge=pt-egf-egfr", LOOP.replace("which makes carcinoma", "that makes carcinoma")),
    "another place and sign": (
        "focus=tam",
        LOOP.replace("at: [0.8, 1.6]", "at: [1.2, 1.2]").replace("effect: recruits", "effect: inhibits"),
    ),
    "a cell less": (
        "focus=tam",
        LOOP.replace("          - { cell: th2-cell, at: [0, 0.2] }\n", "").replace(
            LOOP[LOOP.index("      - id: pt-il4") : LOOP.index("      - id: pt-cath")], ""
        ),
    ),
    "a new stage": ("stage=primary-tumor&hide=outcome:pro-metastatic", LOOP + STAGE),
    "other names": (
        "stage=primary-tumor",
        LOOP.replace("name: Primary tumor", "name: The tumor").replace("title: The", "title: Our"),
    ),
}  # fmt: skip


def test_a_swapped_figure_is_as_a_fresh_one(author):
    """Each edit comes in and goes again, the latter as the next one comes."""
    author.open()
    for query, text in (*EDITS.values(), ("", LOOP)):
        author.page.evaluate("view => cascade.set(view)", {**PLAIN, **dict(parse_qsl(query))})
        author.shows(text)
        author.same_as_fresh()


def test_a_view_of_what_is_gone_says_so(author):
    page = author.page
    author.open("stage=primary-tumor&focus=th2-cell")
    author.shows(EDITS["a cell less"][1])
    page.locator("#toast", has_text="There is no focus “th2-cell” here").wait_for()
    assert page.evaluate("cascade.view().stage + location.search") == (
        "primary-tumor?stage=primary-tumor"
    )


def test_what_the_reader_does_stays_hers(author):
    """Keys, clicks and the wheel act once after many swaps, and the focus stays."""
    page = author.page
    author.open("stage=primary-tumor")
    page.locator("#overlay [data-node$=tam]").focus()  # it comes after the first picture
    for number in range(3):
        author.shows(LOOP.replace("title: The", f"title: {number}"))
    page.wait_for_function("() => document.activeElement.dataset.node === 'primary-tumor/tam'")
    page.keyboard.press("Enter")
    assert page.evaluate("cascade.view().focus") == "tam", "chosen once, not twice"
    page.keyboard.press("Escape")
    assert page.evaluate("cascade.view().focus") == ""
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    author.shows(LOOP)
    page.locator("#help").wait_for()
    page.keyboard.press("Escape")
    page.locator("#search").fill("EGF")
    author.shows(LOOP.replace("title: The", "title: Our"))
    page.wait_for_function("() => document.activeElement.id === 'search'")
    assert page.locator("#search").input_value() == "EGF"
    page.locator("#search").fill("")
    page.keyboard.press("Escape")
    box = page.locator("#graph").bounding_box()
    page.mouse.click(box["x"] + 5, box["y"] + 5)
    before = author.cy("cy.zoom()")
    page.mouse.move(box["x"] + 300, box["y"] + 200)
    page.mouse.wheel(0, -100)
    rest(page)
    assert 1 < author.cy("cy.zoom()") / before < 2
    page.keyboard.press("0")
    page.go_back()
    page.wait_for_function("() => cascade.view().stage === 'primary-tumor'")
