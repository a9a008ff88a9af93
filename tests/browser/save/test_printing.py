"""Printing from the page: the view as vectors, and handouts that the dialog makes, as PDF."""

import re

import pytest
from pdf import Pdf

from app import loaded
from cascade.layout.drawing import draw
from cascade.layout.name_numbers import answers
from cascade.layout.visibility import views

PAPERS = {"A4": (210 / 25.4 * 72, 297 / 25.4 * 72), "Letter": (612, 792)}
PRINTED = [("live", "A4"), ("frozen", "Letter")]
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


@pytest.fixture(scope="module")
def asked():
    """The answers of each stage, in the order of the numbers, as `cascade export` has them."""
    drawing = draw(loaded.pathways[0])
    return [answers(drawing, view) for view in views(drawing) if view.kind == "stage"]


@pytest.fixture
def live(figure):
    """Opens the served figure at a query; gives its page."""

    def open_(query: str = ""):
        figure.open(query)
        figure.page.evaluate(INTERCEPT)
        figure.spoil()
        return figure.page

    return open_


@pytest.fixture
def frozen(page, frozen_file):
    """Opens the frozen file at a query; gives its page."""

    def open_(query: str = ""):
        page.context.set_offline(True)
        page.goto(f"{frozen_file.as_uri()}?{query}")
        page.wait_for_selector("html.drawn", state="attached")
        page.evaluate(INTERCEPT)
        return page

    return open_


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


@pytest.mark.parametrize(("where", "paper"), PRINTED)
def test_a_handout_has_a_vector_page_a_stage_with_all_names(request, asked, where, paper):
    page = request.getfixturevalue(where)("theme=dark&stage=circulation&focus=platelet")
    choose(page, "Handout", paper)
    printed = pdf(page)
    texts = printed.texts
    assert len(texts) == len(asked) == 4
    assert printed.sizes == [pytest.approx(PAPERS[paper][::-1], abs=1)] * 4  # landscape
    assert printed.is_vector
    stages = loaded.pathways[0].stages
    for number, (text, names, stage) in enumerate(zip(texts, asked, stages, strict=True), start=1):
        assert squeezed(f"{number}. {stage.name}") in squeezed(text)
        # A reader of the file may meet another name between the two lines of one.
        assert not [word for name in names for word in name.split() if word not in squeezed(text)]
        assert "restrains metastasis" in text and "CC BY 4.0" in text
        assert "How the signal travels" in text
    assert (
        "Lin EY 2001 J Exp Med" in " ".join(texts[0].split()) and "Promotes metastasis" in texts[0]
    )
    support, _, against = " ".join(texts[0].split()).partition("Against.")
    assert "Goswami S 2005 (corrected)" in support
    assert "Franklin RA 2014" in against and "Franklin RA 2014" not in support


def test_blanks_print_no_answer_and_the_key_prints_all(frozen, asked):
    page = frozen()
    choose(page, "Handout with blanks")
    markup = page.locator("#handout").inner_html()
    printed = pdf(page)
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
    choose(page, "Key to the blanks")
    for text, names in zip(pdf(page).texts, asked, strict=True):
        words = squeezed(text)
        assert not [
            name for n, name in enumerate(names, start=1) if f"{n}{squeezed(name)}" not in words
        ]


def test_numbers_stand_where_their_names_do_and_words_to_choose_from_when_asked_for(
    live, figure, asked
):
    """Each number of the sheet lies where the full handout has the name."""
    live()
    spots = """[...document.querySelectorAll('#handout section')].map(page =>
      [...page.querySelectorAll('svg svg text')].map(t => [t.textContent.trim(), +t.getAttribute('x'), +t.getAttribute('y')]))"""
    choose(figure.page, "Handout with blanks")
    numbers = figure.page.evaluate(spots)
    choose(figure.page, "Handout")
    names = figure.page.evaluate(spots)
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
    choose(figure.page, "Handout with blanks", bank=True)
    for text, names in zip(pdf(figure.page).texts, asked, strict=True):
        bank = squeezed(text[text.index("Words:") :])
        words = {word for name in names for word in re.sub(r" \+\d+$", "", name).split(", ")}
        assert {squeezed(word) for word in words} == {*bank.split("Onthearrows")[0][6:].split("·")}


@pytest.mark.parametrize(
    "query", ["stage=circulation&focus=platelet&theme=dark", "lecture=cascade&step=3"]
)
def test_the_reader_finds_the_view_as_it_was(live, figure, query):
    live(query)
    page = figure.page
    figure.settle()
    figure.cy("cy.viewport({zoom: 0.77, pan: {x: 31, y: -12}}) && 1")
    figure.cy(
        "cy.edges('[outcome]')[0].data('evidence', 0.5) && cy.nodes()[3].addClass('hover') && 1"
    )
    before = page.evaluate(STATE)
    for what in ("Handout with blanks", "Handout"):
        page.evaluate("document.querySelector('.menu [data-do=print]').click()")
        page.locator("#print").get_by_text(what, exact=True).click()
        page.locator("#print [data-do=print-go]").click()
        page.wait_for_function("() => document.querySelector('#handout section')")
        assert page.evaluate(STATE) == before
        page.pdf()
        assert page.evaluate("document.getElementById('handout').childNodes.length") == 0
        assert page.evaluate(STATE) == before


def test_nothing_of_it_is_painted_on_the_screen(live, figure):
    """All drawing happens within one task: no frame shows another view, no render is told."""
    live("stage=circulation")
    figure.settle()
    figure.page.evaluate("""() => {
      const cy = document.getElementById('graph')._cyreg.cy;
      window.seen = [];
      const look = () => { seen.push(cy.$id('circulation/platelet').data('label') + document.documentElement.dataset.theme);
        requestAnimationFrame(look); };
      look();
    }""")
    choose(figure.page, "Handout with blanks")
    figure.rest()
    assert figure.page.evaluate("[...new Set(seen)]") == ["Plateletlight"]


def test_the_view_prints_as_vectors_in_black_on_white_with_its_papers(live, figure):
    live("stage=circulation&theme=dark")
    figure.settle()
    choose(figure.page, "This view", "Letter")
    printed = pdf(figure.page)
    assert printed.sizes[0][0] == pytest.approx(792, abs=1)
    for word in ("Platelet", "CXCL5, CXCL7", "Promotes metastasis", "CC BY 4.0"):
        assert word in printed.texts[0]
    assert not printed.images[0]
    assert any("References of this view" in text for text in printed.texts)
    assert any("Papers against arrows of this view" in text for text in printed.texts)
    assert figure.page.evaluate("document.documentElement.dataset.theme") == "dark"
    # Ctrl+P prints the view even after a handout that never came.
    choose(figure.page, "Handout with blanks")  # intercepted: nothing was printed
    figure.page.keyboard.press("Control")
    for _ in range(2):
        texts = pdf(figure.page).texts
        assert "Platelet" in texts[0]
        assert any("References of this view" in text for text in texts)
    # A printed list of references bears the notices.
    figure.page.evaluate("cascade.set({ stage: 'extravasation', detail: 'extended' })")
    figure.settle()
    choose(figure.page, "This view")
    texts = pdf(figure.page).texts
    assert "two other papers of this group" in " ".join(" ".join(texts).split()).lower()


def test_the_dialog_by_keyboard(live, figure):
    live()
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
    page.keyboard.press("Escape")
    assert page.locator("#print").is_hidden()
    assert page.evaluate("document.activeElement.matches('.menu summary')")
    assert page.evaluate("cascade.view().stage") == ""
