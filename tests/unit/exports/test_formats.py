"""Every export opened by a reader that we did not write."""

import io
import json

import networkx as nx
import pandas as pd
import pytest
from libsbgnpy import read_sbgn_from_string, validate, validate_schematron
from lxml import etree
from making import arrow as step_of
from making import stage
from ndex2.cx2 import RawCX2NetworkFactory, SIFToCX2NetworkFactory

from cascade.exports import FORMATS, writer
from cascade.exports.about import lost
from cascade.exports.notations import WORDS
from cascade.layout.grid import grid_layout
from cascade.model.selection import select
from cascade.model.vocabulary import RANK
from cascade.notation.grammar import HEADS
from cascade.notation.palette import THEMES, TINTS

NASTY = 'a "quoted", <b>bold</b> & | back\\slash\nline; =1+1 …β'
# The shapes that Cytoscape Web takes, of its EdgeArrowShapeType.
SHAPES = {"triangle", "circle", "diamond", "square", "tee", "arrow", "triangle-cross", "none",
          "open_circle", "open_diamond", "open_square", "open_delta",
          "cross_open_delta"}  # fmt: skip


@pytest.fixture(scope="module")
def whole(flagship):
    return select(flagship)


@pytest.fixture
def nasty(make):
    """Words that each format must escape, two arrows between one pair, and a loop."""
    cells = {"tam": (0, 0), "tumor-cell": (2, 0)}
    arrows = [
        step_of("a", "tam > tumor-cell", summary=NASTY, note="=1+1", mediators=["CSF1"]),
        step_of("b", "tumor-cell > tam", effect="kills", disputed="-3 of 4"),
        step_of("c", "tam > tumor-cell", effect="binds"),
        step_of("d", "tam > tam", effect="inhibits"),
    ]
    return select(make(stage([{"id": "a-place", "cells": cells}], arrows)))


def written(name, selection, theme="light"):
    return writer(name)(selection, theme)


def signals(selection):
    return {(a.source, a.target, a.id) for a in selection.arrows}


def table(content, **options):
    return pd.read_csv(io.BytesIO(content), keep_default_na=False, dtype=str, **options)


@pytest.mark.parametrize(("name", "options"), [("csv", {}), ("tsv", {"sep": "\t"})])
def test_pandas_reads_the_table(whole, name, options):
    rows = table(written(name, whole), **options)
    assert list(rows["id"]) == [a.id for a in whole.arrows]
    first, step = rows.iloc[0], whole.arrows[0].interaction
    assert (first["from"], first["to"], first["summary"]) == (step.from_, step.to, step.summary)
    assert (first["from_cl"], first["mediators"]) == ("CL:0001064", "CSF1")
    assert first["mediator_ids"] == "hgnc.symbol:CSF1"
    assert first["paper_pmids"].split("|")[0].startswith("PMID:")
    assert first["paper_dois"].split("|")[0].startswith("DOI:10.")
    assert lost(name) in first["about_this_file"]
    points = grid_layout(whole.pathway).points
    xy = [(float(x), float(y)) for x, y in zip(rows["from_x"], rows["from_y"], strict=True)]
    assert xy == [points[a.source] for a in whole.arrows]


@pytest.mark.parametrize(("name", "options"), [("csv", {}), ("tsv", {"sep": "\t"})])
def test_the_table_keeps_hard_words_and_runs_no_formula(nasty, name, options):
    rows = table(written(name, nasty), **options)
    assert rows["summary"][0] == NASTY
    assert rows["note"][0] == "'=1+1"
    assert rows["disputed"][1] == "'-3 of 4"


def test_json_holds_everything_of_the_arrows(whole):
    data = json.loads(written("json", whole))
    assert (data["format"], data["lost"]) == ("cascade", lost("json"))
    for found, arrow in zip(data["interactions"], whole.arrows, strict=True):
        kept = arrow.interaction.model_dump(mode="json", by_alias=True, exclude_none=True)
        assert kept.items() <= found.items()
    cells = {cell["id"] for cell in data["cells"]}
    assert {end for one in data["interactions"] for end in (one["from"], one["to"])} == cells
    papers = {paper["id"] for paper in data["references"]}
    assert {ref for one in data["interactions"] for ref in one["references"]} <= papers
    assert {node["id"] for node in data["nodes"]} == {node.id for node in whole.nodes}
    assert len(data["journey"]) == len(whole.pathway.journey)


def test_networkx_reads_cyjs(whole):
    data = json.loads(written("cyjs", whole))
    graph = nx.cytoscape_graph(data)
    assert set(graph) == {node.id for node in whole.nodes}
    assert graph.is_directed() and graph.number_of_edges() == len(data["elements"]["edges"])
    ids = {key for _, _, key in graph.edges(keys=True)}
    assert {arrow.id for arrow in whole.arrows} <= ids
    assert graph.nodes[whole.nodes[0].id]["name"] == whole.nodes[0].cell.short
    assert data["data"]["lost"] == lost("cyjs")
    positions = {n["data"]["id"]: tuple(n["position"].values()) for n in data["elements"]["nodes"]}
    points = grid_layout(whole.pathway).points
    assert positions == {id: points[id] for id in positions}
    edges = {e["data"]["id"]: e["data"] for e in data["elements"]["edges"]}
    for arrow in whole.arrows:
        step = arrow.interaction
        edge = edges[arrow.id]
        assert (edge["interaction"], edge["year"]) == (step.effect, step.year)
        assert edge["color"] in THEMES["light"][step.outcome]
    assert sum(edge["interaction"] == "becomes" for edge in edges.values()) >= 4


def test_the_theme_decides_the_colors(whole):
    for name in ("cyjs", "cx2", "graphml", "sbgn", "gpml", "gpml2021"):
        light, dark = (written(name, whole, theme).decode() for theme in ("light", "dark"))
        color = THEMES["dark"]["pro-metastatic"][0].removeprefix("#")
        assert color in dark and color not in light, name


def test_networkx_and_ndex_read_sif(whole):
    content = written("sif", whole)
    rows = table(content, sep="\t", names=["source", "effect", "target"])
    graph = nx.from_pandas_edgelist(rows, edge_attr="effect", create_using=nx.MultiDiGraph)
    cells = whole.pathway.cells
    assert set(graph) == {cells[node.cell.id].name for node in whole.nodes}
    found = sorted((a, data["effect"], b) for a, b, data in graph.edges(data=True))
    steps = [a.interaction for a in whole.arrows]
    assert found == sorted((cells[s.from_].name, s.effect, cells[s.to].name) for s in steps)
    read = SIFToCX2NetworkFactory().get_cx2network(content.decode())
    assert len(read.get_nodes()) == len(graph)
    assert len(read.get_edges()) == len(steps)


def test_networkx_reads_graphml(whole):
    content = written("graphml", whole)
    graph = nx.read_graphml(io.BytesIO(content), force_multigraph=True)
    assert graph.is_directed()
    found = {(a, b, key) for a, b, key in graph.edges(keys=True) if not key.startswith("becomes")}
    assert found == signals(whole)
    assert graph.graph["lost"] == lost("graphml")
    points = grid_layout(whole.pathway).points
    for node in whole.nodes:
        facts = graph.nodes[node.id]
        assert (facts["x"], facts["y"]) == points[node.id]
        assert facts["color"] == TINTS[node.cell.lineage]["body"]
        if node.cell.cell_ontology:
            assert facts["curie"] == node.cell.cell_ontology.id
    for arrow in whole.arrows:
        facts = graph.edges[arrow.source, arrow.target, arrow.id]
        assert facts["effect"] == arrow.interaction.effect
        assert facts["summary"] == arrow.interaction.summary


def test_ndex_reads_cx2(whole):
    raw = json.loads(written("cx2", whole))
    network = RawCX2NetworkFactory().get_cx2network(raw)
    attributes = network.get_network_attributes()
    assert attributes["name"] == whole.pathway.title
    assert attributes["lost"] == lost("cx2")
    nodes = {id: node["v"] for id, node in network.get_nodes().items()}
    assert sorted(v["node_id"] for v in nodes.values()) == sorted(n.id for n in whole.nodes)
    points = grid_layout(whole.pathway).points
    for id, node in network.get_nodes().items():
        assert (node["x"], node["y"]) == points[nodes[id]["node_id"]]
    found = {
        (nodes[e["s"]]["node_id"], nodes[e["t"]]["node_id"], e["v"]["interaction_id"])
        for e in network.get_edges().values()
        if e["v"]["interaction"] != "becomes"
    }
    assert found == signals(whole)


def test_cx2_is_whole(whole):
    """The structure that the CX2 specification demands: order, counts, declarations, ids."""
    raw = json.loads(written("cx2", whole))
    assert raw[0] == {"CXVersion": "2.0", "hasFragments": False}
    assert raw[-1] == {"status": [{"error": "", "success": True}]}
    aspects = {name: content for part in raw[2:-1] for name, content in part.items()}
    counts = {one["name"]: one["elementCount"] for one in raw[1]["metaData"]}
    assert counts == {name: len(content) for name, content in aspects.items()}
    (declared,) = aspects["attributeDeclarations"]
    values = {"networkAttributes": aspects["networkAttributes"]}
    values |= {name: [one["v"] for one in aspects[name]] for name in ("nodes", "edges")}
    kinds = {"string": str, "double": int | float, "integer": int, "long": int, "boolean": bool}
    for name, entries in values.items():
        for entry in entries:
            for key, value in entry.items():
                kind = declared[name][key].get("d", "string")
                if kind.startswith("list_of_"):
                    assert all(isinstance(v, kinds[kind[8:]]) for v in value)
                else:
                    assert isinstance(value, kinds[kind]), (name, key, value)
    ids = {node["id"] for node in aspects["nodes"]}
    assert len(ids) == len(aspects["nodes"])
    assert all({edge["s"], edge["t"]} <= ids for edge in aspects["edges"])
    (looks,) = aspects["visualProperties"]
    heads = looks["edgeMapping"]["EDGE_TARGET_ARROW_SHAPE"]["definition"]
    assert {pair["v"] for pair in heads["map"]} == {*HEADS, "becomes"}
    assert {pair["vp"] for pair in heads["map"]} <= SHAPES
    for group, table in (("nodeMapping", "nodes"), ("edgeMapping", "edges")):
        for mapping in looks[group].values():
            assert mapping["definition"]["attribute"] in declared[table]


@pytest.mark.parametrize("part", [{}, {"organ": "bone"}])
def test_sbgn_is_valid_by_schema_and_schematron(flagship, part, tmp_path):
    path = tmp_path / "map.sbgn"
    path.write_bytes(written("sbgn", select(flagship, **part)))
    assert validate(path) == []
    assert validate_schematron(path) == []


def test_sbgn_says_what_the_figure_says(whole):
    text = written("sbgn", whole).decode()
    (drawn,) = read_sbgn_from_string(text).map
    assert drawn.language.value == "activity flow"
    assert lost("sbgn") in text
    arcs = {arc.id: arc for arc in drawn.arc}
    for arrow in whole.arrows:
        arc = arcs[f"a_{arrow.id}"]
        assert arc.class_value.value == WORDS[arrow.interaction.effect].sbgn
        assert arc.source == "n_" + arrow.source.replace("/", ".")
    # What the sign does not say stands in the notes.
    assert text.count("effect: kills") == sum(a.interaction.effect == "kills" for a in whole.arrows)
    boxes = {g.id: g.bbox for g in drawn.glyph if g.class_value.value == "biological activity"}
    for id, (x, y) in grid_layout(whole.pathway).points.items():
        if box := boxes.get("n_" + id.replace("/", ".")):
            assert (box.x + box.w / 2, box.y + box.h / 2) == pytest.approx((x, y), abs=0.06)


@pytest.mark.parametrize("name", ["cyjs", "graphml", "cx2", "sbgn", "gpml", "gpml2021", "json"])
def test_hard_words_survive(nasty, name):
    content = written(name, nasty)
    if name in ("cyjs", "cx2", "json"):
        assert NASTY in _strings(json.loads(content))
    else:
        texts = [text for e in etree.fromstring(content).iter() for text in (e.text, *e.values())]
        assert any(_plain(NASTY) in _plain(text or "") for text in texts)


def _plain(text):
    return " ".join(text.split())


def _strings(data):
    if isinstance(data, dict):
        return [s for value in data.values() for s in _strings(value)]
    if isinstance(data, list):
        return [s for value in data for s in _strings(value)]
    return [data] if isinstance(data, str) else []


def test_every_effect_has_words_in_every_notation():
    for effect in HEADS:
        words = WORDS[effect]
        assert words.cx2 in SHAPES
        suppresses = HEADS[effect].family == "suppresses"
        assert (words.sbgn == "negative influence") == suppresses
        assert (words.gpml == "mim-inhibition") == suppresses
        assert (words.gpml2021 == "Inhibition") == suppresses


def test_a_selection_has_all_ends_of_its_arrows(flagship):
    for tier in RANK:
        selection = select(flagship, tier=tier)
        ids = {node.id for node in selection.nodes}
        assert {end for a in selection.arrows for end in (a.source, a.target)} == ids
    assert set(FORMATS) >= {"csv", "gpml"}
