"""What cards of arrows, molecules and papers say, before they are HTML."""

import pytest

from cascade.figure.card_records import molecules, pair_titles, records, references, where, wording
from cascade.model.vocabulary import BASES


@pytest.fixture(scope="module")
def said(flagship):
    return records(flagship)


def test_every_arrow_has_a_record_and_every_merged_line_a_head(said, flagship, drawing):
    assert list(said) == [arrow.id for arrow in flagship.arrows]
    assert (
        pair_titles(flagship).keys() == {line.id for line in drawing.lines if line.merged} != set()
    )


def test_a_record_says_what_the_file_says_and_nothing_empty(said, flagship):
    for arrow in flagship.arrows:
        record = said[arrow.id]
        assert all(record.values())
        for name in ("summary", "model", "note", "disputed", "from_state", "to_state"):
            assert record.get(name) == (getattr(arrow.interaction, name) or None), arrow.id
        for name in ("mediators", "receptors", "enzymes", "references", "opposing"):
            assert record.get(name, []) == list(getattr(arrow.interaction, name)), arrow.id


def test_a_basis_is_told_where_the_paper_does_not_name_the_molecule(said, flagship):
    for arrow in flagship.arrows:
        basis = arrow.interaction.receptor_basis
        wanted = None if basis in ("paper", "none") else basis
        assert said[arrow.id].get("receptor_basis") == wanted


def test_every_molecule_and_paper_that_an_arrow_names_is_there(flagship):
    known, cited = molecules(flagship), references(flagship)
    for one in flagship.arrows:
        step = one.interaction
        named = (*step.mediators, *step.receptors, *step.enzymes, *step.substrates, *step.targets)
        assert known.keys() >= set(named)
        assert cited.keys() >= {*step.references, *step.opposing}


def test_a_place_in_words(flagship):
    places = {arrow.id: where(arrow, flagship) for arrow in flagship.arrows}
    assert places["c-bone-pthrp"] == "Colonization, bone"
    assert places["pt-csf1-csf1r"] == "Primary tumor"
    assert not any("(" in text for text in places.values())


def test_the_wording_covers_every_arrow(pathways):
    said = wording(pathways.values())
    for pathway in pathways.values():
        for arrow in pathway.arrows:
            step = arrow.interaction
            assert "<svg" in said["keys"][f"{step.effect} {step.route}"]
            assert said["effects"][step.effect]
    assert said["bases"].items() <= BASES.items()
