"""Every effect has a head that cytoscape draws, and no two meanings share all their marks."""

from cytoscape_file import style_words

from cascade.model.vocabulary import EFFECTS, READOUTS, ROUTES
from cascade.notation.grammar import (
    DASHES,
    FAMILY_HEADS,
    FIRM_READOUT,
    HEADS,
    TAILS,
    family,
    sign_of,
)


def test_every_effect_has_a_head():
    assert list(HEADS) == list(EFFECTS)


def test_every_head_is_an_arrow_shape_of_cytoscape():
    assert {head.shape for head in HEADS.values()} <= style_words()["arrowShape"] - {"none"}
    assert {head.fill for head in HEADS.values()} <= style_words()["arrowFill"]


def test_effects_of_two_families_never_look_the_same():
    looks = {}
    for head in HEADS.values():
        assert looks.setdefault((head.shape, head.fill), head.family) == head.family


def test_only_what_suppresses_counts_as_less_and_a_contact_as_neither():
    less = {"inhibits", "displaces", "kills"}
    neither = {"binds", "transfers"}
    for effect in EFFECTS:
        wanted = -1 if effect in less else 0 if effect in neither else 1
        assert sign_of(effect) == wanted, effect


def test_what_suppresses_ends_in_a_bar_or_a_block_and_nothing_else_does():
    for effect, head in HEADS.items():
        blunt = "tee" in head.shape or head.shape == "square"
        assert blunt == (family(effect) == "suppresses"), effect


def test_every_family_has_a_plain_head_of_its_own():
    assert FAMILY_HEADS.keys() == {head.family for head in HEADS.values()}
    for name, effect in FAMILY_HEADS.items():
        assert family(effect) == name


def test_every_route_has_a_line_style_of_its_own():
    assert list(DASHES) == list(ROUTES)
    assert len(set(DASHES.values())) == len(DASHES)


def test_dashes_come_with_gaps():
    for route, dashes in DASHES.items():
        assert len(dashes) % 2 == 0 and all(length > 0 for length in dashes), route


def test_the_firm_readout_is_one_of_the_list():
    assert FIRM_READOUT in READOUTS


def test_no_two_effects_and_no_two_readouts_look_alike():
    assert len({(head.shape, head.fill) for head in HEADS.values()}) == len(HEADS)
    assert TAILS.keys() == READOUTS.keys() - {FIRM_READOUT}
    assert len(set(TAILS.values())) == len(TAILS)
