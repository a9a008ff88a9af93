"""Filters: every arrow has a value in each, and the numbers add up."""

import pytest
from making import arrow, stage

from cascade.figure.facets import NO_MOLECULE, NO_ORGAN, counts, facets, word_ids
from cascade.loading.loader import is_id

WANTED = {
    "substage",
    "outcome", "effect", "route", "readout", "systems", "lineage", "stage", "organ", "class",
    "tier", "confidence", "disputed", "review",
}  # fmt: skip
SEVERAL = {"systems", "lineage", "class"}


@pytest.fixture(scope="module")
def every(pathways):
    return [(pathway, facets(pathway)) for pathway in pathways.values()]


def test_the_promised_filters_are_there(every):
    for _, found in every:
        assert {facet.id for facet in found} == WANTED


def test_every_arrow_has_a_value_in_each_filter(every):
    for pathway, found in every:
        for facet in found:
            for one in pathway.arrows:
                values = facet.of(one)
                assert values and set(values) <= facet.values.keys(), (facet.id, one.id)
                assert len(set(values)) == len(values)


def test_the_counts_of_a_filter_sum_to_all_arrows(every):
    for pathway, found in every:
        for facet in found:
            total = counts(facet, pathway).total()
            if facet.id in SEVERAL:
                assert total >= len(pathway.arrows)
            else:
                assert total == len(pathway.arrows), facet.id


def test_a_value_that_nothing_has_is_not_offered(every):
    for pathway, found in every:
        for facet in found:
            assert counts(facet, pathway).keys() == facet.values.keys()


def test_values_have_words_and_ids_for_the_address(every):
    for _, found in every:
        for facet in found:
            assert facet.label and is_id(facet.id)
            for id, label in facet.values.items():
                assert label.strip() == label != ""
                assert not set(id) & set(":,&=?# "), id
            assert len(set(facet.values.values())) == len(facet.values)


def test_a_lineage_takes_arrows_of_both_ends(make):
    cells = {"tam": (0, 0), "tumor-cell": (1, 0)}
    pathway = make(stage([{"id": "here", "cells": cells}], [arrow("a", "tam > tumor-cell")]))
    found = {facet.id: facet for facet in facets(pathway)}
    assert found["lineage"].of(pathway.arrows[0]) == ["myeloid", "neoplastic"]
    assert found["lineage"].any
    assert found["class"].of(pathway.arrows[0]) == [NO_MOLECULE]
    assert found["organ"].of(pathway.arrows[0]) == [NO_ORGAN]


def test_an_organ_may_be_called_as_the_filter_of_none_is(make):
    panel = {"id": "here", "cells": {"tam": (0, 0), "tumor-cell": (1, 0)}}
    arrows = [arrow("a", "tam > tumor-cell", organ=NO_ORGAN), arrow("b", "tumor-cell > tam")]
    organs = [{"id": NO_ORGAN, "name": "Nothing"}]
    pathway = make(stage([panel], arrows), organs=organs)
    (found,) = (facet for facet in facets(pathway) if facet.id == "organ")
    assert [found.of(one) for one in pathway.arrows] == [["none"], ["none-2"]]
    assert found.values == {"none": "Nothing", "none-2": "No organ named"}


def test_only_lineage_hides_with_one_value(every):
    for _, found in every:
        assert [facet.id for facet in found if facet.any] == ["lineage"]


def test_the_flagship_counts_its_arrows(flagship):
    found = {facet.id: counts(facet, flagship) for facet in facets(flagship)}
    assert set(found["stage"]) == {
        "primary-tumor", "circulation", "extravasation", "colonization"
    }  # fmt: skip
    assert found["tier"].total() == 182
    assert found["disputed"]["yes"] == sum(bool(a.interaction.disputed) for a in flagship.arrows)


def test_a_class_of_any_text_has_an_id_of_its_own():
    ids = word_ids(
        ["NK ligand or receptor", "a:b", "a, b", "!", "|", "Not identified", "__proto__"],
        NO_MOLECULE,
    )
    assert ids == {
        "NK ligand or receptor": "nk-ligand-or-receptor",
        "a, b": "a-b",
        "a:b": "a-b-2",
        "!": "class",
        "|": "class-2",
        "Not identified": "not-identified-2",
        "__proto__": "proto",
    }
