"""Any id and any text that the format allows reaches the browser as it stands in the file."""

import json
import re

import pytest
from hostile import IDS, LECTURES, ORGANS, arrows, awkward, write
from playing import played

from cascade.figure.figure import pathway_data
from cascade.loading.loader import load
from cascade.page.app import build
from cascade.page.variant import PageVariant
from cascade.publish.single_file import freeze

TABLES = ("interactions", "nodes", "cards", "molecules", "references", "cells", "places", "pairs")


@pytest.fixture(scope="module")
def pathway(tmp_path_factory, library):
    path = tmp_path_factory.mktemp("awkward") / "constructor.yaml"
    write(path)
    loaded = load(path, library)
    assert not [str(one) for one in loaded.problems if one.severity == "error"]
    return loaded.pathways[0]


@pytest.fixture(scope="module", params=["live", "frozen"])
def html(request, pathway):
    if request.param == "frozen":
        return freeze([pathway], PageVariant(frozen=True))
    return build([pathway]).server.test_client().get("/").get_data(as_text=True)


def test_senders_receivers_and_texts_are_those_of_the_file(html, pathway):
    figure = played(html)["figure"]
    (arrived,) = figure["pathways"].values()
    wanted = json.loads(json.dumps(pathway_data(pathway)))
    for name in (*TABLES, "heads", "facets", "frames", "lectures"):
        assert arrived[name] == wanted[name], name
    told = {one["id"]: one for one in arrows(awkward())}
    assert set(arrived["interactions"]) == set(IDS) == set(told)
    for id_, one in arrived["interactions"].items():
        assert (one["from"], one["to"]) == (told[id_]["from"], told[id_]["to"])
        assert arrived["cards"][id_]["summary"] == told[id_]["summary"]


def test_the_order_is_that_of_the_file(html):
    (arrived,) = played(html)["order"].values()
    assert arrived["interactions"] == list(IDS)
    assert arrived["cells"] == [one["id"] for one in awkward()["cells"]]


def test_lectures_and_organs_keep_their_ids(html, pathway):
    assert set(pathway.lectures) == set(LECTURES)
    (arrived,) = played(html)["figure"]["pathways"].values()
    assert set(arrived["lectures"]) == set(LECTURES)
    for id_, lecture in arrived["lectures"].items():
        assert lecture["title"] == f"={id_}"
    told = {one["id"]: one.get("organ", "") for one in arrows(awkward())}
    assert {id_: one["organ"] for id_, one in arrived["interactions"].items()} == told
    assert set(arrived["facets"]["organ"]["values"]) == {*ORGANS, "none-2"}


def test_cards_and_rows_name_the_right_cells(html):
    (cards,) = played(html)["cards"].values()
    for one in arrows(awkward()):
        card = re.search(rf'<article[^>]* data-edge="{one["id"]}".*?</article>', cards, re.S)[0]
        ends = re.findall(r'data-do="focus" data-id="([^"]*)"', card)
        assert ends == [one["from"], one["to"]]


def test_the_drawing_has_the_ends_of_the_file(html):
    ((_, arrived),) = played(html)["figure"]["pathways"].items()
    lines = [one["data"] for one in arrived["elements"] if one["data"]["kind"] == "signal"]
    drawn = {one["id"]: [one[end].split("/")[1] for end in ("source", "target")] for one in lines}
    assert drawn == {one["id"]: [one["from"], one["to"]] for one in arrows(awkward())}
