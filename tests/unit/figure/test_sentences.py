"""Arrows in words: a claim is one sentence that a card, a tooltip and a screen reader say."""

import re

import pytest
from making import arrow, stage

from cascade.figure.sentences import claim, listed, mid_sentence, names
from cascade.i18n import english

CELLS = {"tam": (0, 0), "tumor-cell": (2, 0), "nk-cell": (1, 1), "osteoclast-precursor": (0, 2)}


@pytest.fixture
def said(make):
    """The claim of one arrow."""

    def said(ends, effect="activates", **more):
        pathway = make(stage([{"id": "here", "cells": CELLS}], [arrow("a", ends, effect, **more)]))
        return claim(pathway.arrows[0], pathway)

    return said


def test_names_and_signal(said):
    text = said("tam > tumor-cell", mediators=["EGF"])
    assert text == "A tumor-associated macrophage activates the tumor cell through EGF"


def test_without_a_known_signal(said):
    assert said("tam > tumor-cell") == "A tumor-associated macrophage activates the tumor cell"


def test_two_signals_are_joined_by_and(said):
    assert said("tam > tumor-cell", mediators=["EGF", "CSF1"]).endswith("through EGF and CSF-1")


def test_a_signal_to_its_own_kind(said):
    assert said("tumor-cell > tumor-cell") == "A tumor cell activates its own kind"


def test_making_a_cell_mature(said):
    text = said("tumor-cell > osteoclast-precursor", "differentiates")
    assert text == "A tumor cell drives the differentiation of the osteoclast precursor"


@pytest.mark.parametrize(
    ("name", "sending", "receiving"),
    [
        ("CD8+ T cell", "A CD8+ T cell", "the CD8+ T cell"),
        ("NK cell", "An NK cell", "the NK cell"),
        ("M2 macrophage", "An M2 macrophage", "the M2 macrophage"),
        ("Inflammatory monocyte", "An inflammatory monocyte", "the inflammatory monocyte"),
        ("γδ T cell", "A γδ T cell", "the γδ T cell"),
        ("Th2 cell", "A Th2 cell", "the Th2 cell"),
        ("Kupffer cell", "A Kupffer cell", "the Kupffer cell"),
        ("Unicellular parasite", "A unicellular parasite", "the unicellular parasite"),
        ("Microglia", "Microglia", "the microglia"),
        ("Platelets", "Platelets", "the platelets"),
        ("Endothelium", "Endothelium", "the endothelium"),
        ("血小板", "血小板", "血小板"),
    ],
)
def test_names_have_articles(name, sending, receiving):
    assert (english.sending(name), english.receiving(name)) == (sending, receiving)


def test_a_list_of_words():
    assert [listed(list(letters)) for letters in ("", "A", "AB", "ABC")] == [
        "", "A", "A and B", "A, B and C"
    ]  # fmt: skip


@pytest.mark.parametrize(
    "name", ["NK cell", "CD8+ T cell", "B cell", "TIE2+ monocyte", "γδ T cell", "Th2 cell"]
)
def test_abbreviations_keep_their_capitals(name):
    assert mid_sentence(name) == name


@pytest.mark.parametrize("name", ["Neutrophil", "Tumor cell", "Cancer-associated fibroblast"])
def test_plain_names_are_small_inside_a_sentence(name):
    assert mid_sentence(name) == name[0].lower() + name[1:]


def test_molecules_are_named_once(flagship):
    assert names(["EGF", "EGF"], flagship.molecules) == ["EGF"]


def test_every_claim_is_one_plain_sentence(pathways):
    for pathway in pathways.values():
        for one in pathway.arrows:
            text = claim(one, pathway)
            assert len(text) < 250, "the live region cuts longer sentences"
            assert text == " ".join(text.split()) and not text.endswith(".")
            assert text.startswith(english.sending(pathway.cells[one.interaction.from_].name))
            assert not re.search(r"[{}<>_]|None|\band and\b|, and", text)


def test_different_arrows_of_one_pair_have_different_claims_where_their_signals_differ(flagship):
    seen = {}
    for one in flagship.arrows:
        step = one.interaction
        key = (claim(one, flagship), one.place.id)
        other = seen.setdefault(key, step)
        assert other.id == step.id or set(other.mediators) == set(step.mediators), key
