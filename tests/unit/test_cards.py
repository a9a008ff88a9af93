"""What the page says about a pathway, before it is HTML."""

import pytest
from making import arrow, stage

from cascade.cards import contents, placed, row_of, summary, where
from cascade.grammar import FIRM_READOUT


@pytest.fixture(scope="module")
def said(flagship):
    return contents(flagship)


def test_there_is_a_card_for_everything(said, flagship, drawing):
    arrows = [arrow.id for arrow in flagship.arrows]
    assert [one["id"] for one in said["arrows"]] == [one["id"] for one in said["rows"]] == arrows
    assert {one["id"] for one in said["cells"]} == flagship.cells.keys()
    assert [one["id"] for one in said["pairs"]] != []
    assert {one["id"] for one in said["pairs"]} == {li.id for li in drawing.lines if li.merged}
    cited = {ref for a in flagship.arrows for ref in a.interaction.references}
    cited |= {ref for a in flagship.arrows for ref in a.interaction.opposing}
    assert {one["id"] for one in said["references"]} == cited


def test_a_cell_lists_what_it_sends_and_receives_by_stage(said, flagship):
    for card in said["cells"]:
        for key, end in (("sends", "from_"), ("receives", "to")):
            listed = [id for group in card[key] for id in group["rows"]]
            own = [a.id for a in flagship.arrows if getattr(a.interaction, end) == card["id"]]
            assert sorted(listed) == sorted(own)
            assert all(group["n"] == len(group["rows"]) for group in card[key])
            names = [group["stage"] for group in card[key]]
            order = [stage.name for stage in flagship.stages]
            assert names == sorted(names, key=order.index)


def test_every_row_of_a_pair_is_an_arrow(said, flagship):
    arrows = {arrow.id for arrow in flagship.arrows}
    for card in said["pairs"]:
        assert len(set(card["rows"])) == len(card["rows"]) > 1
        assert set(card["rows"]) <= arrows


def test_every_molecule_that_an_arrow_names_has_a_card(said, flagship):
    cards = {card["symbol"] for card in said["molecules"]}
    for one in flagship.arrows:
        step = one.interaction
        named = (*step.mediators, *step.receptors, *step.enzymes, *step.substrates, *step.targets)
        assert cards >= set(named)


def test_every_cited_paper_has_a_card(said, flagship):
    cards = {card["id"] for card in said["references"]}
    for one in flagship.arrows:
        assert cards >= {*one.interaction.references, *one.interaction.opposing}


def test_a_row_is_soft_where_the_readout_is_not_metastasis(said, flagship):
    for row, one in zip(said["rows"], flagship.arrows, strict=True):
        assert row["firm"] == (one.interaction.readout == FIRM_READOUT)
        assert row["summary"] == one.interaction.summary


def test_numbers_beside_filters_are_counts(said, flagship):
    for facet in said["facets"]:
        assert all(choice["count"] > 0 for choice in facet["choices"])
    tiers = next(facet for facet in said["facets"] if facet["id"] == "tier")
    assert sum(choice["count"] for choice in tiers["choices"]) == len(flagship.arrows) == 182


def test_years_span_the_evidence(said, flagship):
    years = [arrow.interaction.year for arrow in flagship.arrows]
    assert tuple(said["years"]) == (min(years), max(years))


def test_the_summary_says_how_much_there_is(flagship):
    text = summary(flagship)
    assert "48 cell types" in text and "182 interactions" in text and "4 stages" in text
    assert "primary tumor" in text and len(text) < 400


def test_a_place_in_words(flagship):
    places = {arrow.id: where(arrow, flagship) for arrow in flagship.arrows}
    assert places["c-bone-pthrp"] == "Colonization, bone"
    assert places["pt-csf1-csf1r"] == "Primary tumor"
    assert not any("(" in text for text in places.values())


def test_an_organ_button_leads_to_the_stage_of_its_card(said, flagship):
    for organ in said["organs"]:
        assert organ["stage"] in (None, *(stage.id for stage in flagship.stages))
        assert "(" not in organ["name"]
    assert {"bone", "brain", "lung", "liver"} <= {organ["id"] for organ in said["organs"]}


def test_lineage_links_are_told_at_both_ends(said, flagship):
    cards = {card["id"]: card for card in said["cells"]}
    for link in flagship.becomes:
        for end in (link.from_, link.to):
            assert any(link.label in text for text in cards[end]["becomes"])


def test_a_pathway_without_arrows_has_cards(make):
    pathway = make(stage([{"id": "here", "cells": {"tam": (0, 0)}}]))
    said = contents(pathway)
    assert [cell["id"] for cell in said["cells"]] == ["tam"] and said["arrows"] == []
    assert [cell.id for cell in placed(pathway)] == ["tam"]


def test_a_row_has_the_picture_of_its_arrow(make):
    cells = {"tam": (0, 0), "tumor-cell": (1, 0)}
    pathway = make(
        stage([{"id": "here", "cells": cells}], [arrow("a", "tam > tumor-cell", route="contact")])
    )
    assert "stroke-dasharray" in row_of(pathway.arrows[0], pathway)["key"]
