"""The legend is drawn from the tables of the figure itself."""

from xml.etree import ElementTree

import pytest

from cascade.figure.facets import facets
from cascade.figure.key import MARKS, marks
from cascade.model.vocabulary import READOUTS
from cascade.notation.grammar import DASHES, HEADS
from cascade.notation.legend_keys import arrow_key, line_key, mark_key, readout_key, value_key


@pytest.mark.parametrize("effect", HEADS)
def test_every_effect_has_a_well_formed_picture(effect):
    root = ElementTree.fromstring(arrow_key(effect))
    _, head = root
    assert root.get("aria-hidden") == "true"
    hollow = HEADS[effect].fill == "hollow"
    assert head.get("fill") == (
        "none" if hollow or HEADS[effect].shape == "tee" else "currentColor"
    )


def test_the_pictures_of_two_heads_differ():
    pictures = {}
    for effect, head in HEADS.items():
        pictures.setdefault(str(arrow_key(effect)), set()).add((head.shape, head.fill))
    assert all(len(looks) == 1 for looks in pictures.values())


def test_the_pictures_of_all_routes_differ():
    assert len({str(line_key(route)) for route in DASHES}) == len(DASHES)


@pytest.mark.parametrize("route", DASHES)
def test_a_route_is_dashed_as_in_the_figure(route):
    (line,) = ElementTree.fromstring(line_key(route))
    dashes = (line.get("stroke-dasharray") or "").split()
    assert len(dashes) == len(DASHES[route])
    for one, other in zip(map(float, dashes), DASHES[route], strict=True):
        assert one == pytest.approx(max(other / 2.2, 0.1), abs=0.06)


def test_what_the_figure_draws_has_a_picture_and_what_it_does_not_has_none(flagship):
    drawn = {"outcome", "effect", "route", "readout", "lineage"}
    for facet in facets(flagship):
        for value in facet.values:
            picture = value_key(facet.id, value)
            assert bool(picture) == (facet.id in drawn), (facet.id, value)
            if picture:
                ElementTree.fromstring(picture)


def test_a_soft_readout_has_a_soft_line():
    assert "soft" not in value_key("readout", "metastasis")
    assert "soft" in value_key("readout", "growth")


def test_every_effect_readout_and_mark_has_a_picture_of_its_own():
    pictures = [arrow_key(effect) for effect in HEADS]
    pictures += [readout_key(readout) for readout in READOUTS]
    pictures += [mark_key(mark) for mark in MARKS]
    for picture in pictures:
        ElementTree.fromstring(picture)
    assert len(set(map(str, pictures))) == len(pictures)


def test_the_key_names_what_is_drawn_and_nothing_else(pathways):
    for pathway in pathways.values():
        found = marks(pathway, pathway.arrows)
        assert ("journey" in found) == bool(pathway.journey)
        assert ("disputed" in found) == any(a.interaction.disputed for a in pathway.arrows)
    flagship = pathways["metastatic-cascade"]
    assert marks(flagship, flagship.arrows).keys() == MARKS.keys()
    assert marks(flagship, []).keys() == {"becomes", "journey"}
