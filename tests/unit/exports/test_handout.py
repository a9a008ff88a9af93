"""Handouts: a page a stage, vector, with no answer where the students write them."""

import html
import re

import pytest

from cascade.exports.handout import KINDS, PAPERS, write
from cascade.layout.visibility import views
from cascade.notation.palette import THEMES


@pytest.fixture(scope="module")
def handouts(flagship):
    return {kind: write(flagship, kind).decode("utf-8") for kind in KINDS}


def pages(text):
    return re.findall(r'<section class="page">(.*?)</section>', text, re.DOTALL)


def seen(markup):
    """What a reader can see or hover over, a blank between the pieces."""
    kept = re.sub(r"<(style|symbol|defs)\b.*?</\1>", " ", markup, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", kept)).split())


def listed(page):
    entries = re.findall(r"<li><b>(\d+)</b> <span>(.*?)</span></li>", page)
    return {int(number): html.unescape(words) for number, words in entries}


def test_a_page_for_each_stage(flagship, handouts):
    for text in handouts.values():
        heads = re.findall(r"<h1>(.*?)</h1>", text)
        stages = enumerate(flagship.stages, start=1)
        assert heads == [f"{number}. {stage.name}" for number, stage in stages]
        assert len(pages(text)) == 4


def test_the_pictures_are_vector_and_nothing_is_fetched(handouts):
    for text in handouts.values():
        assert text.count("<svg ") >= 4
        assert not re.search(r"<(?:img|image|canvas|script|link)\b", text)
        assert not re.findall(r'url\((?!#|"?data:font)', text)
        assert len(re.findall(r"\bid=\"([^\"]+)\"", text)) == len(
            set(re.findall(r"\bid=\"([^\"]+)\"", text))
        )


def test_all_names_stand_in_the_full_one_and_on_the_key(drawing, handouts):
    stages = [view for view in views(drawing) if view.kind == "stage"]
    for view, full, key in zip(
        stages, pages(handouts["full"]), pages(handouts["key"]), strict=True
    ):
        names = {
            drawing.pathway.nodes[node].cell.short
            for line in view.lines
            for node in (line.source, line.target)
        }
        signals = {
            drawing.texts[line.id]
            for line in view.lines
            if view.level not in drawing.mutes.get(line.id, "")  # those have no room
        } - {"", "?"}
        assert names | signals <= set(listed(key).values())
        shown = seen(full).replace(" ", "")
        assert not [name for name in names | signals if name.replace(" ", "") not in shown]
        assert not listed(full)


def test_blanks_hold_no_answer(handouts):
    for blank, key in zip(pages(handouts["blanks"]), pages(handouts["key"]), strict=True):
        words = seen(blank)
        answers = listed(key)
        assert len(answers) >= 20
        found = [a for a in answers.values() if re.search(rf"(?<!\w){re.escape(a)}(?!\w)", words)]
        assert not found
        assert set(listed(blank).values()) == {""}


def test_each_number_stands_in_a_box_of_the_picture(handouts):
    for page in pages(handouts["blanks"]):
        picture = page[page.index("<svg ") : page.rindex("</svg>")]
        picture = re.sub(r'<g [^>]*aria-hidden="true">.*?</g>', "", picture)  # the names' halos
        drawn = {int(t) for t in re.findall(r"<text[^>]*>(\d+)</text>", picture)}
        assert drawn == set(listed(page)) == set(range(1, len(drawn) + 1))
        boxes = re.search(r'<g fill="none" stroke="#000000" stroke-width="1.6">(.*?)</g>', picture)
        numbers = len(re.findall(r"<text[^>]*>\d+</text>", picture))
        assert boxes[1].count("<rect ") == numbers


def test_a_word_bank_lists_the_words_by_the_alphabet(flagship, handouts):
    text = write(flagship, "blanks", word_bank=True).decode("utf-8")
    for page, key in zip(pages(text), pages(handouts["key"]), strict=True):
        words = html.unescape(
            re.search(r"</b><span> (.*?)</span></p>", page[page.index('"bank"') :])[1]
        )
        bank = words.split(" · ")
        assert bank == sorted(set(bank), key=str.casefold)
        # One molecule an entry, and each that is asked for.
        assert not [word for word in bank if ", " in word or re.search(r" \+\d", word)]
        assert all(any(word in name for name in listed(key).values()) for word in bank)
        asked = re.sub(r" \+\d+\b", "", ", ".join(listed(key).values()))
        assert set(asked.split(", ")) == set(bank)
    assert '"bank"' not in handouts["blanks"] + handouts["key"]


def test_every_page_names_its_papers_and_the_license(flagship, drawing, handouts):
    stages = [view for view in views(drawing) if view.kind == "stage"]
    for text in handouts.values():
        for view, page in zip(stages, pages(text), strict=True):
            foot = seen(page[page.index("<footer>") :])
            assert "CC BY 4.0" in foot
            for line in view.lines:
                for id in line.arrows[0].interaction.references:
                    paper = flagship.references[id]
                    assert f"{paper.first_author} {paper.year}" in foot


def test_papers_against_the_arrows_stand_apart(flagship, handouts):
    page = pages(handouts["full"])[0]
    foot = seen(page[page.index("<footer>") :])
    support, _, against = foot.partition("Against.")
    assert "Franklin RA 2014" in against and "Franklin RA 2014" not in support
    assert "Lin EY 2001" in support and "Lin EY 2001" not in against
    assert "Goswami S 2005 (corrected)" in support


def test_a_gray_print_keeps_every_line(handouts):
    """Heads and dashes tell lines apart; each is dark enough without its color."""

    def light(color):
        parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    for outcome in ("pro-metastatic", "anti-metastatic", "context-dependent"):
        color = THEMES["projector"][outcome][0]
        assert 1.05 / (light(color) + 0.05) >= 4.5
        assert color in handouts["full"]


def test_a_gray_print_tells_who_restrains(drawing, handouts):
    stages = [view for view in views(drawing) if view.kind == "stage"]
    for text in handouts.values():
        for view, page in zip(stages, pages(text), strict=True):
            for outcome, sign in (("anti-metastatic", "−"), ("context-dependent", "±")):
                needed = sum(line.outcome == outcome for line in view.lines)
                assert len(re.findall(rf"<text[^>]*>{sign}</text>", page)) == needed
            assert "− restrains metastasis, ± depends on context" in seen(page)


@pytest.mark.parametrize("paper", PAPERS)
def test_the_paper(flagship, paper):
    width, height = PAPERS[paper]
    text = write(flagship, paper=paper).decode("utf-8")
    assert f"@page {{ size: {height} {width}; margin: 10mm; }}" in text


@pytest.mark.parametrize("paper", [(297, 210), (279.4, 215.9)], ids=PAPERS)
def test_the_figure_with_its_key_has_most_of_the_page(flagship, handouts, paper):
    """As the styles of a page lay it out: what words leave, kept in proportion."""
    wide, high = paper[0] - 20, paper[1] - 20.5
    bank = write(flagship, "blanks", word_bank=True).decode("utf-8")
    for page in (*pages(handouts["full"]), *pages(bank)):
        w, h = map(float, re.search(r'<svg [^>]*viewBox="0 0 (\S+) (\S+)"', page).groups())
        inner, tall = map(float, re.findall(r'<svg [^>]*width="(\S+)" height="(\S+)"', page)[1])
        told = len(listed(page))
        rows = -(-told // (9 if told > 32 else 8))
        foot = 2 * (len(seen(page[page.index("<footer>") :])) / (wide * 0.95) + 3)  # mm, of 6 pt
        words = 7 + 5.4 * rows + (9 if '"bank"' in page else 0) + foot + 6
        scale = min(wide / w, (high - words) / h)
        assert scale * w * scale * h > 0.6 * wide * high, page[:60]
        assert inner * tall > 0.7 * w * h  # of that the drawing


def test_small_pathways_have_handouts_too(pathways):
    for pathway in pathways.values():
        for kind in KINDS:
            assert len(pages(write(pathway, kind).decode("utf-8"))) == len(pathway.stages)


def test_unknown_kinds_and_papers_are_refused(flagship):
    for wrong in ({"kind": "half"}, {"paper": "a3"}):
        with pytest.raises(KeyError):
            write(flagship, **wrong)


def test_the_browser_numbers_by_the_same_table(flagship, figure, handouts):
    """What the page's own handouts ask is what those of the command line ask, in the same order."""
    stages = figure["pathways"][flagship.id]["stages"]
    for stage, key in zip(stages, pages(handouts["key"]), strict=True):
        assert dict(enumerate(stage["blanks"], start=1)) == listed(key)
