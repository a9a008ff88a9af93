"""The figure travels in tables and arrives as it was."""

import json
import re
from urllib.parse import unquote

import pytest
from playing import played

from cascade.figure.transport import columns, encode
from cascade.page.app import build
from cascade.page.variant import PageVariant
from cascade.publish.single_file import freeze


@pytest.fixture(scope="module")
def arrived(html):
    return played(html)["figure"]


def test_the_browser_plays_the_figure_that_python_compiled(arrived, figure):
    plain = json.loads(json.dumps(figure))
    for id, pathway in plain["pathways"].items():
        here = arrived["pathways"][id]
        tables = ("interactions", "nodes", "cards", "heads", "pairs", "cells", "facets")
        for name in (*tables, "lectures", "stages"):
            assert here[name] == pathway[name], (id, name)
            if name in tables:
                assert list(here[name]) == list(pathway[name]), (id, name)
        for name in ("molecules", "references"):
            # The first pathway's stand by: only those that an arrow names are shown.
            assert here[name].items() >= pathway[name].items(), (id, name)
        assert here.keys() == pathway.keys()
        # An element that has no such thing in a tall window is sent an empty word for it.
        for element in here["tall"]["elements"]:
            element["data"] = {k: v for k, v in element["data"].items() if v != "" or k == "label"}
        assert here["tall"] == pathway["tall"]
    # A served page knows its languages, which are no part of the figure.
    apart = ("pathways", "start", "home", "drawings", "mirrored", "langs")
    assert {k: v for k, v in arrived.items() if k not in apart} == {
        k: v for k, v in plain.items() if k not in apart
    }
    assert pictures(arrived) == pictures(plain)


def test_backdrops_of_tall_windows_are_mirrored(arrived):
    first = pictures(arrived)['node[scenery="bone"]']
    rules = {rule["selector"]: rule["style"] for rule in arrived["mirrored"]}
    turned = unquote(rules['node[scenery="bone"][mirrored]']["background-image"])
    wide = re.search(r'viewBox="0 0 (\S+) (\S+)"', first).groups()
    assert re.search(r'viewBox="0 0 (\S+) (\S+)"', turned).groups() == wide[::-1]
    assert re.search(r"matrix\(0 0\.9\d+ 1\.1\d+ 0 -\S+ 34\)", turned), "below the title"
    assert len(rules) == sum("scenery=" in selector for selector in pictures(arrived))


def pictures(figure):
    """Every drawing as plain SVG, by its selector."""
    return {
        rule["selector"]: unquote(rule["style"]["background-image"]).partition(",")[2]
        for rule in figure["drawings"]
    }


def test_a_page_with_a_picture_borrows_its_drawings(flagship, figure):
    frozen = freeze([flagship], PageVariant(frozen=True))
    sent = json.loads(re.search(r'id="figure-data">(.*?)</script>', frozen, re.S)[1])["drawings"]
    assert sum(len(one) == 3 for one in sent) > 25, "hardly anything is borrowed"
    own = re.compile(r'(\bid="|href="#|url\(#)n-metastatic-cascade-')
    arrived = pictures(played(frozen)["figure"])
    whole = {selector: own.sub(r"\1", svg) for selector, svg in arrived.items()}
    wanted = pictures(figure)
    assert whole == {selector: wanted[selector] for selector in whole}


def test_a_table_has_a_row_for_each_and_zero_for_nothing():
    rows = {"a": {"x": 1}, "b": {"y": ["z"]}}
    assert columns(rows) == {"id": ["a", "b"], "x": [1, 0], "y": [0, ["z"]]}
    assert columns({}) == {"id": []}


def test_later_pathways_carry_only_what_the_first_does_not_say(figure):
    first, *rest = figure["order"]
    sent = encode(figure)["pathways"]
    assert len(sent[first]["molecules"]["id"]) > 100
    for id in rest:
        for name in ("molecules", "references"):
            known = figure["pathways"][first][name]
            new = [one for one, v in figure["pathways"][id][name].items() if known.get(one) != v]
            assert sent[id][name]["id"] == new


def test_a_pathway_without_arrows_arrives(make):
    from making import stage

    app = build([make(stage([{"id": "here", "cells": {"tam": (0, 0)}}]))])
    html = app.server.test_client().get("/").get_data(as_text=True)
    (one,) = played(html)["figure"]["pathways"].values()
    assert one["interactions"] == {} and list(one["nodes"]) == ["here/tam"]


def test_the_graph_is_filled_by_the_figure_alone(app, figure):
    assert app.layout.elements == []
    assert all(one["elements"] for one in encode(figure)["pathways"].values())
