"""Printing from the page: the view as vectors, and handouts that the dialog makes, as PDF."""

import re

import pytest
from pdf import Pdf

from app import loaded
from cascade.layout.drawing import draw
from cascade.layout.name_numbers import answers
from cascade.layout.visibility import views

PAPERS = {"A4": (210 / 25.4 * 72, 297 / 25.4 * 72), "Letter": (612, 792)}
# The print dialog of the system is not for tests: what it would print, `pdf` prints.
INTERCEPT = "window.print = () => { window.printed = (window.printed ?? 0) + 1; }"
STATE = """(() => {
  const cy = document.getElementById('graph')._cyreg.cy;
  const styled = ['opacity', 'font-size', 'width', 'line-color', 'z-index', 'label', 'display'];
  return JSON.stringify({
    view: cascade.view(), zoom: cy.zoom(), pan: cy.pan(), theme: document.documentElement.dataset.theme,
    root: document.documentElement.className, address: location.href,
    elements: cy.elements().map(e => [e.id(), e.classes().sort(), e.data(), e.isNode() && e.position(),
      styled.map(name => e.style(name))]),
  });
})()"""

# Notes what each frame shows: all drawing of handouts happens within one task.
LOOK = """() => {
  const cy = document.getElementById('graph')._cyreg.cy;
  window.seen = [];
  const look = () => { seen.push(cy.$id('circulation/platelet').data('label') + document.documentElement.dataset.theme);
    requestAnimationFrame(look); };
  look();
}"""
SPOTS = """[...document.querySelectorAll('#handout section')].map(page =>
  [...page.querySelectorAll('svg svg text')].map(t => [t.textContent.trim(), +t.getAttribute('x'), +t.getAttribute('y')]))"""


@pytest.fixture(scope="module")
def asked():
    """The answers of each stage, in the order of the numbers, as `cascade export` has them."""
    drawing = draw(loaded.pathways[0])
    return [answers(drawing, view) for view in views(drawing) if view.kind == "stage"]


@pytest.fixture
def live(figure):
    """The page of the served figure."""
    figure.show()
    figure.page.evaluate(INTERCEPT)
    figure.spoil()
    return figure.page


@pytest.fixture
def frozen(figure, frozen_file):
    """The page of the frozen file at a view."""
    page = figure.page
    figure.spoil()
    page.context.set_offline(True)
    page.goto(f"{frozen_file.as_uri()}?theme=dark&stage=circulation&focus=platelet")
    page.wait_for_selector("html.drawn", state="attached")
    page.evaluate(INTERCEPT)
    yield page
    page.context.set_offline(False)


def choose(page, what: str, paper: str = "A4", bank: bool = False) -> None:
    """Fills in the dialog and presses its button."""
    page.evaluate("document.querySelector('.menu [data-do=print]').click()")
    page.locator("#print").get_by_text(what, exact=True).click()
    page.locator("#print select").select_option(paper)
    if bank:
        page.locator("#print [data-part=bank]").check()
    before = page.evaluate("window.printed ?? 0")
    page.locator("#print [data-do=print-go]").click()
    page.wait_for_function(f"() => window.printed === {before + 1}")


def pdf(page) -> Pdf:
    """What comes out of the printer."""
    return Pdf(page.pdf(prefer_css_page_size=True))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def has(text: str, word: str) -> bool:
    """Whether a word stands in a text by itself; the printer may break it where it likes."""
    pattern = r"\s*".join(re.escape(sign) for sign in squeezed(word))
    return bool(re.search(rf"(?<![\w+]){pattern}(?![\w+])", text))


def test_the_page_prints_handouts_and_the_view_and_leaves_it_as_it_was(live, figure, asked):
    for part in (handouts, a_handout_in_a_lecture, the_view):
        part(live, figure, asked)


def handouts(page, figure, asked) -> None:
    """In the dark, with a cell chosen and the canvas moved."""
    figure.go("theme=dark&stage=circulation&focus=platelet")
    before = disturbed(figure)
    choose(page, "Handout")
    assert page.evaluate(STATE) == before
    names = page.evaluate(SPOTS)
    holds_all_names(pdf(page), asked, "A4")
    assert page.evaluate("document.getElementById('handout').childNodes.length") == 0
    assert page.evaluate(STATE) == before
    choose(page, "Handout with blanks", bank=True)
    assert page.evaluate(STATE) == before
    numbers_stand_where_their_names_do(page.evaluate(SPOTS), names, asked)
    lists_words_to_choose_from(pdf(page), asked)
    assert page.evaluate("document.getElementById('handout').childNodes.length") == 0
    assert page.evaluate(STATE) == before


def a_handout_in_a_lecture(page, figure, _) -> None:
    figure.go("lecture=cascade&step=3")
    before = disturbed(figure)
    choose(page, "Handout with blanks")
    assert page.evaluate("!!document.querySelector('#handout section')")
    assert page.evaluate(STATE) == before
    page.evaluate("['before', 'after'].forEach((when) => dispatchEvent(new Event(`${when}print`)))")
    assert page.evaluate("document.getElementById('handout').childNodes.length") == 0
    assert page.evaluate(STATE) == before


def the_view(page, figure, _) -> None:
    """As vectors in black on white, with its papers."""
    figure.go("stage=circulation&theme=dark")
    choose(page, "This view", "Letter")
    printed = pdf(page)
    assert printed.sizes[0][0] == pytest.approx(792, abs=1)
    for word in ("Platelet", "CXCL5, CXCL7", "Promotes metastasis", "CC BY 4.0"):
        assert word in printed.texts[0]
    assert not printed.images[0]
    assert any("References of this view" in text for text in printed.texts)
    assert any("Papers against arrows of this view" in text for text in printed.texts)
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    # Ctrl+P prints the view even after a handout that never came.
    page.evaluate(LOOK)
    choose(page, "Handout with blanks")  # intercepted: nothing was printed
    figure.rest()
    assert page.evaluate("[...new Set(seen)]") == ["Plateletdark"], "nor painted"
    page.keyboard.press("Control")
    for _ in range(2):
        texts = pdf(page).texts
        assert "Platelet" in texts[0]
        assert any("References of this view" in text for text in texts)
    # A printed list of references bears the notices.
    page.evaluate("cascade.set({ stage: 'extravasation', detail: 'extended' })")
    figure.settle()
    choose(page, "This view")
    texts = pdf(page).texts
    assert "two other papers of this group" in " ".join(" ".join(texts).split()).lower()


def test_handouts_of_a_file_print_no_answer_in_the_blanks_and_all_in_the_key(frozen, asked):
    choose(frozen, "Handout", "Letter")
    holds_all_names(pdf(frozen), asked, "Letter")
    choose(frozen, "Handout with blanks")
    markup = frozen.locator("#handout").inner_html()
    prints_no_answer(pdf(frozen), markup, asked)
    choose(frozen, "Key to the blanks")
    for text, names in zip(pdf(frozen).texts, asked, strict=True):
        words = squeezed(text)
        assert not [
            name for n, name in enumerate(names, start=1) if f"{n}{squeezed(name)}" not in words
        ]


def disturbed(figure) -> str:
    """The state after the canvas was moved and something on it looks unlike its data."""
    figure.cy("cy.viewport({zoom: 0.77, pan: {x: 31, y: -12}}) && 1")
    figure.cy(
        "cy.edges('[outcome]')[0].data('evidence', 0.5) && cy.nodes()[3].addClass('hover') && 1"
    )
    return figure.page.evaluate(STATE)


def holds_all_names(printed: Pdf, asked, paper: str) -> None:
    """A vector page a stage."""
    texts = printed.texts
    assert len(texts) == len(asked) == 4
    assert printed.sizes == [pytest.approx(PAPERS[paper][::-1], abs=1)] * 4  # landscape
    assert printed.is_vector
    stages = loaded.pathways[0].stages
    for number, (text, names, stage) in enumerate(zip(texts, asked, stages, strict=True), start=1):
        words = squeezed(text)
        assert squeezed(f"{number}. {stage.name}") in words
        # A reader of the file may meet another name between the two lines of one.
        assert not [word for name in names for word in name.split() if word not in words]
        assert "restrains metastasis" in text and "CC BY 4.0" in text
        assert "How the signal travels" in text
    first = " ".join(texts[0].split())
    assert "Lin EY 2001 J Exp Med" in first and "Promotes metastasis" in texts[0]
    support, _, against = first.partition("Against.")
    assert "Goswami S 2005 (corrected)" in support
    assert "Franklin RA 2014" in against and "Franklin RA 2014" not in support


def prints_no_answer(printed: Pdf, markup: str, asked) -> None:
    texts = printed.texts
    assert len(texts) == 4 and printed.is_vector
    sheets = markup.split("<section")[1:]
    for text, sheet, names in zip(texts, sheets, asked, strict=True):
        assert not [name for name in names if has(text, name) or has(sheet, name)]
        boxed = re.findall(r"<text[^>]*>(\d+)</text>", sheet)
        assert {int(n) for n in boxed} == set(range(1, len(names) + 1))
        assert len(re.findall(r'<path[^>]*fill="none" stroke="#000"', sheet)) >= len(boxed)
        assert sheet.count("<li>") == len(names)
        assert "Name ____" in text
    assert not re.search(r"<title|<desc|aria-label|alt=", markup)


def numbers_stand_where_their_names_do(numbers: list, names: list, asked) -> None:
    """Each number of the sheet lies where the full handout has the name."""
    for blank, full, words in zip(numbers, names, asked, strict=True):
        found = [(int(t), x, y) for t, x, y in blank if t.isdigit()]
        assert len(found) >= len(words)
        for number, x, y in found:
            label = words[number - 1]
            near = min(
                (abs(x - a) + abs(y - b) for t, a, b in full if label.startswith(t.split("\n")[0])),
                default=999,
            )
            assert near < 130, (number, label)


def lists_words_to_choose_from(printed: Pdf, asked) -> None:
    for text, names in zip(printed.texts, asked, strict=True):
        bank = squeezed(text[text.index("Words:") :])
        words = {word for name in names for word in re.sub(r" \+\d+$", "", name).split(", ")}
        assert {squeezed(word) for word in words} == {*bank.split("Onthearrows")[0][6:].split("·")}


def test_the_dialog_by_keyboard(figure):
    figure.show()
    page = figure.page
    page.locator(".menu summary").focus()
    page.keyboard.press("Enter")
    page.locator(".menu [data-do=print]").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "print-title"
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    assert page.locator("#print :checked[value=full]").count() == 1
    assert not page.locator("#print [data-part=bank]").is_visible()
    page.keyboard.press("ArrowRight")
    assert page.locator("#print [data-part=bank]").is_visible()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Escape")
    assert page.locator("#print").is_hidden()
    assert page.evaluate("document.activeElement.matches('.menu summary')")
    assert page.evaluate("cascade.view().stage") == ""
