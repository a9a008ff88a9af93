"""What a review once found wrong, held right: colors, escapes, words."""

from itertools import combinations

import pytest
from colors import difference, seen
from making import arrow, stage

from cascade.figure.sentences import mid_sentence
from cascade.notation.palette import THEMES
from cascade.notation.stylesheet import stylesheet
from cascade.page.app import build
from cascade.page.index import _json


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("vision", ["protanopia", "deuteranopia"])
@pytest.mark.parametrize("look", [0, 1])
def test_restraining_and_context_can_be_told_apart(theme, vision, look):
    t = THEMES[theme]
    one, two = (seen(t[n][look], vision) for n in ("anti-metastatic", "context-dependent"))
    assert difference(one, two) >= 10


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("look", [0, 1])
def test_outcomes_differ_in_lightness(theme, look):
    t = THEMES[theme]
    names = ("pro-metastatic", "anti-metastatic", "context-dependent")
    for one, two in combinations(names, 2):
        assert abs(seen(t[one][look])[0] - seen(t[two][look])[0]) >= 8, (one, two)


def test_a_text_is_no_dash_placeholder(make):
    cells = {"tam": (0, 0), "tumor-cell": (1, 0)}
    step = arrow("a", "tam > tumor-cell", note="{%app_entry%}")
    pathway = make(stage([{"id": "here", "cells": cells}], [step]))
    html = build([pathway]).server.test_client().get("/").get_data(as_text=True)
    assert html.count('id="react-entry-point"') == 1


def test_data_cannot_open_a_script_inside_its_script():
    assert "<" not in _json({"title": "<!-- <script>"})


def test_names_of_people_keep_their_capital():
    assert mid_sentence("Kupffer cell") == "Kupffer cell"


def test_an_unknown_sender_is_drawn_dashed():
    assert any("[vague" in one["selector"] for one in stylesheet("light"))


def test_an_unconfirmed_year_is_not_told_as_fact(document, flagship):
    for a in flagship.arrows:
        refs = [flagship.references[r] for r in a.interaction.references]
        first = [r for r in refs if r.year == a.interaction.year]
        if first and all("year" in r.unconfirmed for r in first):
            card = document.one("article", id=f"card-metastatic-cascade-{a.id}")
            terms, facts = ([one.text for one in card.all(tag)] for tag in ("dt", "dd"))
            since = dict(zip(terms, facts, strict=True))["Earliest cited paper"]
            assert "to be confirmed" in since, a.id


def test_the_effect_reads_well(flagship):
    from cascade.figure.card_records import wording

    said = set(wording([flagship])["effects"].values())
    assert (
        "makes mature the receiving cell" not in said
        and "hands over to the receiving cell" not in said
    )
