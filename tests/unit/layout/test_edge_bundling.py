"""What merges, what stays apart, and how parallel lines share the room between two cells."""

from collections import defaultdict
from itertools import permutations

import pytest
from making import arrow, stage

from cascade.layout.edge_bundling import (
    DrawnEdge,
    assign_lanes,
    label,
    merge_parallel,
    molecule_label,
    pair_id,
)
from cascade.model.vocabulary import RANK
from cascade.notation.grammar import family

PANEL = {"id": "here", "cells": {"tam": (0, 0), "tumor-cell": (2, 0)}}
TO = "tam > tumor-cell"
BACK = "tumor-cell > tam"


@pytest.fixture
def merged(make):
    """The one merged line of some arrows between two cells."""

    def merged(*arrows):
        (line,) = (
            line for line in merge_parallel(make(stage([PANEL], arrows)).arrows) if line.merged
        )
        return line

    return merged


def test_every_arrow_is_a_line_of_its_own(pathways):
    for pathway in pathways.values():
        singles = [line.id for line in merge_parallel(pathway.arrows) if not line.merged]
        assert sorted(singles) == sorted(arrow.id for arrow in pathway.arrows)


def test_only_arrows_of_one_family_and_direction_merge(pathways):
    for pathway in pathways.values():
        for line in merge_parallel(pathway.arrows):
            assert len({family(arrow.interaction.effect) for arrow in line.arrows}) == 1
            assert len({(arrow.source, arrow.target) for arrow in line.arrows}) == 1


def test_no_two_lines_of_a_kind_are_left_unmerged(pathways):
    for pathway in pathways.values():
        groups = defaultdict(set)
        for one in pathway.arrows:
            groups[one.source, one.target, family(one.interaction.effect)].add(one.id)
        expected = [group for group in groups.values() if len(group) > 1]
        found = [
            {a.id for a in line.arrows} for line in merge_parallel(pathway.arrows) if line.merged
        ]
        assert sorted(map(sorted, found)) == sorted(map(sorted, expected))


def test_an_osteoblast_feeds_and_starves_an_osteoclast_precursor_with_two_arrows(flagship):
    together = [
        {arrow.id for arrow in line.arrows}
        for line in merge_parallel(flagship.arrows)
        if {"c-bone-rankl", "c-bone-opg"} & {arrow.id for arrow in line.arrows}
    ]
    assert {"c-bone-rankl"} in together and {"c-bone-opg"} in together
    assert not any({"c-bone-rankl", "c-bone-opg"} <= ids for ids in together)


def test_there_and_back_stay_two_arrows(make):
    pathway = make(stage([PANEL], [arrow("a", TO), arrow("b", BACK)]))
    assert not any(line.merged for line in merge_parallel(pathway.arrows))


def test_a_merged_line_keeps_what_its_arrows_share(merged):
    same = {"effect": "recruits", "route": "contact", "outcome": "anti-metastatic"}
    line = merged(arrow("a", TO, **same), arrow("b", TO, **same))
    assert (line.effect, line.route, line.outcome) == ("recruits", "contact", "anti-metastatic")


def test_a_merged_line_of_different_effects_takes_the_plainest_of_the_family(merged):
    line = merged(arrow("a", TO, "permeabilizes"), arrow("b", TO, "differentiates"))
    assert line.effect == "activates"


def test_a_merged_line_of_different_outcomes_depends_on_context(merged):
    line = merged(arrow("a", TO), arrow("b", TO, outcome="anti-metastatic"))
    assert line.outcome == "context-dependent"


def test_a_merged_line_is_firm_where_any_of_its_arrows_is(merged):
    assert merged(arrow("a", TO, readout="growth"), arrow("b", TO)).readout == "metastasis"


def test_a_merged_line_of_soft_arrows_is_soft(merged):
    readouts = ("growth", "in-vitro")
    line = merged(*(arrow(f"a-{r}", TO, readout=r) for r in readouts))
    assert line.readout in readouts


def test_a_merged_line_has_the_best_tier_of_its_arrows(merged):
    tiers = ("extended", "overview", "core")
    line = merged(*(arrow(f"a-{tier}", TO, tier=tier) for tier in tiers))
    assert line.tier == "overview"
    assert [one.interaction.tier for one in line.arrows] == ["overview", "core", "extended"]


def test_the_id_of_a_pair_does_not_hang_on_the_order_of_the_file(make):
    arrows = [arrow(f"a-{n}", TO, tier=tier) for n, tier in enumerate(RANK)]
    ids = set()
    for number, order in enumerate(permutations(arrows)):
        pathway = make(stage([PANEL], order), id=f"made-{number}")
        ids |= {line.id for line in merge_parallel(pathway.arrows) if line.merged}
    assert ids == {"here--tam--tumor-cell--promotes"}


def test_ids_of_lines_are_unique(pathways):
    for pathway in pathways.values():
        ids = [line.id for line in merge_parallel(pathway.arrows)]
        assert len(set(ids)) == len(ids)


def between(drawn):
    """Lines by the two cells that they join, without loops."""
    groups = defaultdict(list)
    for line in drawn:
        if line.source != line.target:
            groups[frozenset((line.source, line.target))].append(line)
    return groups


def test_core_lines_share_the_middle_evenly(pathways):
    for pathway in pathways.values():
        drawn = merge_parallel(pathway.arrows)
        lane = assign_lanes(drawn)
        for group in between(drawn).values():
            inner = [li for li in group if not li.merged and li.tier != "extended"]
            count = len(inner)
            expected = [index - (count - 1) / 2 for index in range(count)]
            assert sorted(lane[line.id] for line in inner) == expected


def at_every_detail(group):
    """Lines of one pair of cells that are on screen together: core apart, or all merged."""
    yield [line for line in group if not line.merged and line.tier != "extended"]
    for rank in (0, 2):
        inside = set()
        pairs = []
        for line in group:
            drawn = [a.id for a in line.arrows if RANK[a.interaction.tier] <= rank]
            if line.merged and len(drawn) > 1:
                pairs.append(line)
                inside |= set(drawn)
        singles = [li for li in group if not li.merged and RANK[li.tier] <= rank]
        yield pairs + [line for line in singles if line.id not in inside]


def test_lines_on_screen_together_have_lanes_of_their_own(pathways):
    for pathway in pathways.values():
        drawn = merge_parallel(pathway.arrows)
        lane = assign_lanes(drawn)
        for group in between(drawn).values():
            for seen in at_every_detail(group):
                taken = [lane[line.id] for line in seen]
                assert len(set(taken)) == len(taken), [line.id for line in seen]


def test_a_lone_line_runs_straight(make):
    for number, tier in enumerate(RANK):
        pathway = make(stage([PANEL], [arrow("a", TO, tier=tier)]), id=f"made-{number}")
        assert assign_lanes(merge_parallel(pathway.arrows)) == {"a": 0}


def test_lanes_do_not_hang_on_the_order_of_the_lines(flagship):
    drawn = merge_parallel(flagship.arrows)
    assert assign_lanes(drawn) == assign_lanes(reversed(drawn))


def test_a_merged_line_runs_where_its_first_arrow_runs(flagship):
    drawn = merge_parallel(flagship.arrows)
    lane = assign_lanes(drawn)
    for line in drawn:
        if line.merged and line.source != line.target:
            assert lane[line.id] == lane[line.arrows[0].id]


def test_every_name_on_a_line_is_a_name_of_the_molecule(flagship):
    for molecule in flagship.molecules.values():
        assert molecule_label(molecule) in (molecule.name, molecule.symbol, *molecule.synonyms)


def test_a_label_names_one_signal_at_least_and_counts_the_rest(pathways):
    for pathway in pathways.values():
        for line in merge_parallel(pathway.arrows):
            names = []
            for one in line.arrows:
                step = one.interaction
                for symbol in step.mediators or step.enzymes:
                    names.append(molecule_label(pathway.molecules[symbol]))
            names = list(dict.fromkeys(names))
            text = label(line, pathway.molecules)
            if not names:
                # What is disputed says so even then.
                assert text == ("?" if any(one.interaction.disputed for one in line.arrows) else "")
                continue
            shown, _, rest = text.partition(" +")
            assert shown == ", ".join(names[: len(names) - int(rest or 0)])
            assert shown


def test_a_line_without_a_known_signal_has_no_label(make):
    pathway = make(stage([PANEL], [arrow("a", TO)]))
    assert label(DrawnEdge("a", pathway.arrows), pathway.molecules) == ""
    assert pair_id(pathway.arrows[0]) == "here--tam--tumor-cell--promotes"
