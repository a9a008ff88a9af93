"""The cards as the browser makes them: what the files say, nothing more, nothing invented."""

import re

import pytest


@pytest.fixture(scope="module")
def cards(document):
    """The cards of the flagship."""
    return document.one("div", data_cards="metastatic-cascade")


@pytest.fixture(scope="module")
def arrow_cards(cards, flagship):
    arrows = {arrow.id for arrow in flagship.arrows}
    found = {card.attrs["data-edge"]: card for card in cards.all("article", data_edge=True)}
    return {id: card for id, card in found.items() if id in arrows}


def papers(tag):
    """Reference ids that a part of a card lists."""
    return [id for ul in tag.all("ul", data_refs=True) for id in ul.attrs["data-refs"].split()]


def test_all_182_interactions_have_a_card_and_a_row(arrow_cards, cards, flagship):
    assert arrow_cards.keys() == {arrow.id for arrow in flagship.arrows}
    assert len(arrow_cards) == 182
    rows = [li.attrs["data-row"] for li in cards.all("li", data_row=True)]
    assert sorted(rows) == sorted(arrow_cards)


def test_all_48_cells_have_a_card(cards, flagship):
    found = [card.attrs["data-cell"] for card in cards.all("article", data_cell=True)]
    assert sorted(found) == sorted(flagship.cells) and len(found) == 48


def test_every_arrow_names_at_least_one_paper_of_the_library(document, pathways, library):
    by_id = {tag.attrs["id"]: tag for tag in document if "id" in tag.attrs}
    for pathway in pathways.values():
        for arrow in pathway.arrows:
            shown = papers(by_id[f"card-{pathway.id}-{arrow.id}"])
            assert arrow.interaction.references
            assert set(arrow.interaction.references) <= set(shown) <= library.references.keys()
            assert all(f"card-{pathway.id}-ref-{id}" in by_id for id in shown)


def test_a_card_says_what_the_file_says(arrow_cards, flagship):
    for arrow in flagship.arrows:
        step, text = arrow.interaction, arrow_cards[arrow.id].text
        symbols = (*step.mediators, *step.receptors, *step.enzymes, *step.substrates, *step.targets)
        names = [flagship.molecules[symbol].name for symbol in symbols]
        parts = [flagship.cells[step.from_].name, flagship.cells[step.to].name, str(step.year)]
        parts += [part for part in (step.model, step.note, step.from_state, step.to_state) if part]
        for part in (*names, *parts):
            assert " ".join(part.split()) in text, (arrow.id, part)


def facts(card):
    """The list of facts on a card: term -> definition."""
    dl = card.one("dl")
    terms = [dt.text for dt in dl.all("dt")]
    return dict(zip(terms, dl.all("dd"), strict=True))


def test_a_receptor_from_a_database_is_marked_and_no_other(arrow_cards, flagship):
    marked = 0
    for arrow in flagship.arrows:
        step = arrow.interaction
        told = facts(arrow_cards[arrow.id])
        assert ("Receptor" in told) == bool(step.receptors)
        if step.receptors:
            note = "from a database, not from the cited paper"
            assert (note in told["Receptor"].text) == (step.receptor_basis == "database"), arrow.id
            marked += step.receptor_basis == "database"
    assert marked > 20


def test_a_signal_not_seen_in_the_paper_is_marked(arrow_cards, flagship):
    for arrow in flagship.arrows:
        step = arrow.interaction
        if step.mediators and step.mediator_basis in ("database", "inferred"):
            assert list(facts(arrow_cards[arrow.id])["Signal"].all("small", **{"class": "basis"}))


def test_a_readout_other_than_metastasis_is_said(arrow_cards, flagship):
    for arrow in flagship.arrows:
        text = facts(arrow_cards[arrow.id])["Measured"].text
        assert ("not metastasis itself" in text) == (arrow.interaction.readout != "metastasis")


def test_disputes_are_shown_with_the_opposing_papers(arrow_cards, flagship):
    disputed = 0
    for arrow in flagship.arrows:
        step = arrow.interaction
        sections = list(arrow_cards[arrow.id].all("section", **{"class": "dispute"}))
        assert len(sections) == bool(step.disputed), arrow.id
        for section in sections:
            disputed += 1
            assert " ".join(step.disputed.split()) in section.text
            assert papers(section) == list(step.opposing)
    assert disputed > 5


def test_unconfirmed_fields_stand_beside_the_words_to_be_confirmed(cards, flagship):
    unconfirmed = 0
    for card in cards.all("article", data_kind="reference"):
        ref, div = flagship.references[card.attrs["data-mention"]], card.one(**{"class": "paper"})
        assert ("to be confirmed" in div.text) == bool(ref.unconfirmed), ref.id
        for field in ref.unconfirmed:
            unconfirmed += 1
            assert field.replace("_", " ") in div.text.split("to be confirmed:")[1]
    assert unconfirmed > 10


def test_a_field_is_missing_rather_than_invented(cards, flagship):
    for card in cards.all("article", data_kind="reference"):
        ref, div = flagship.references[card.attrs["data-mention"]], card.one(**{"class": "paper"})
        assert "None" not in div.text
        names = [a.text for a in div.all("a")]
        wanted = {"DOI": ref.doi, "PubMed": ref.pmid, "Full text": ref.pmcid}
        assert names == [name for name, id in wanted.items() if id]


def test_buttons_on_cards_name_what_exists(document, pathways):
    for pathway in pathways.values():
        part = document.one("div", data_cards=pathway.id)
        edges = {arrow.id for arrow in pathway.arrows}
        mentions = {card.attrs["data-mention"] for card in part.all(data_mention=True)}
        for button in part.all("button", data_do=True):
            known = {"focus": pathway.cells, "edge": edges, "mention": mentions}
            do = button.attrs["data-do"]
            if do in known:
                assert button.attrs["data-id"] in known[do]


def test_names_for_the_search_stand_on_the_cards(cards, flagship):
    by_cell = {card.attrs["data-cell"]: card for card in cards.all("article", data_cell=True)}
    for id, cell in flagship.cells.items():
        text = by_cell[id].text
        assert cell.name in text and all(s in text for s in cell.synonyms)
    for card in cards.all("article", data_kind="molecule"):
        molecule = flagship.molecules[card.attrs["data-mention"]]
        assert molecule.name in card.text and all(s in card.text for s in molecule.synonyms)


@pytest.mark.parametrize(
    ("word", "mark", "id"),
    [
        ("SDF-1", "data-mention", "CXCL12"), ("M-CSF", "data-mention", "CSF1"),
        ("CTL", "data-cell", "cd8-t-cell"), ("TAM", "data-cell", "tam"),
    ],
)  # fmt: skip
def test_the_synonyms_of_a_lecture_can_be_found(cards, word, mark, id):
    card = cards.one("article", **{mark.replace("-", "_"): id})
    assert re.search(rf"\b{word}", card.text) or card.attrs.get("data-short") == word


def test_a_paper_s_card_lists_apart_what_it_supports_and_what_it_speaks_against(cards, flagship):
    found = {card.attrs["data-mention"]: card for card in cards.all("article", data_mention=True)}
    against = 0
    for id in flagship.references.keys() & found.keys():
        lists = [ul.attrs["data-rows"].split() for ul in found[id].all("ul", data_rows=True)]
        sides = [
            [a.id for a in flagship.arrows if id in getattr(a.interaction, side)]
            for side in ("references", "opposing")
        ]
        assert lists == [side for side in sides if side], id
        n = len(sides[1])
        told = "Speaks against 1 arrow" if n == 1 else f"Speaks against {n} arrows"
        assert (told in found[id].text) == bool(n), id
        against += n
    assert against > 20


def test_a_notice_stands_wherever_the_paper_does(cards, flagship):
    noticed = {id: ref.notice for id, ref in flagship.references.items() if ref.notice}
    found = {card.attrs["data-mention"]: card for card in cards.all("article", data_mention=True)}
    shown = noticed.keys() & found.keys()
    assert shown
    for id in shown:
        assert " ".join(noticed[id].text.split()) in found[id].text


def test_a_card_says_in_whom_an_arrow_was_seen_and_whose_year_it_tells(arrow_cards, flagship):
    badges = {"seen in patients": 0, "mice only": 0}
    for arrow in flagship.arrows:
        chips = [chip.text for chip in arrow_cards[arrow.id].all("span", **{"class": "chip seen"})]
        assert len(chips) == 1, arrow.id
        if chips[0] in badges:
            badges[chips[0]] += 1
        assert ("patients" in arrow.interaction.systems) == (chips[0] == "seen in patients")
        assert (
            str(arrow.interaction.year) in facts(arrow_cards[arrow.id])["Earliest cited paper"].text
        )
    assert min(badges.values()) > 10
