"""What the page says about a pathway, before it is HTML."""

import pytest
from making import stage

from cascade.page.contents import contents, placed, summary


@pytest.fixture(scope="module")
def said(flagship):
    return contents(flagship)


def test_there_is_a_card_for_every_cell(said, flagship):
    assert {one["id"] for one in said["cells"]} == flagship.cells.keys()


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


def test_the_groups_of_filters_are_folded_but_for_the_first(said):
    assert [one["id"] for one in said["facets"] if not one["folded"]] == ["outcome", "effect"]


def test_every_organ_has_a_button(said, flagship):
    for organ in said["organs"]:
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
    assert [cell["id"] for cell in said["cells"]] == ["tam"]
    assert [cell.id for cell in placed(pathway)] == ["tam"]
