"""GPML has the structure that its schemas demand, and WikiPathways' own reader finds all of it.

gpml2pvjson (Apache-2.0) turns GPML2013a into what the site draws.
"""

import json
import subprocess
from pathlib import Path

import pytest
from gpml import problems
from lxml import etree
from making import arrow as step_of
from making import stage

from cascade.exports import gpml, writer
from cascade.exports.about import lost
from cascade.exports.notations import LINEAGE, WORDS
from cascade.model.selection import select

# package.json puts a small package in the place of kaavio, which draws and which the reader never
# loads: half of all that npm would install comes with it.
READER = Path(__file__).parents[2] / "node/node_modules/gpml2pvjson/bin/gpml2pvjson"
PARTS = {"whole": {}, "one stage": {"stage": "circulation"}, "one cell": {"focus": "neutrophil"}}


@pytest.fixture(scope="module")
def whole(flagship):
    return select(flagship)


def written(name, selection):
    return writer(name)(selection)


@pytest.mark.parametrize("name", ["gpml", "gpml2021"])
@pytest.mark.parametrize("part", [{}, {"stage": "circulation"}, {"organ": "bone"}])
def test_gpml_has_the_structure_of_its_schema(flagship, name, part):
    assert problems(written(name, select(flagship, **part))) == []


def test_the_structure_is_really_checked(whole):
    good = written("gpml", whole).decode()
    for old, new, said in (
        ("<InfoBox ", "<Unknown ", "unknown element Pathway/Unknown"),
        (' GraphId="n_circulation.platelet"', "", "refers to n_circulation.platelet"),
        ('ArrowHead="mim-inhibition"', 'ArrowHead="stop"', "Point ArrowHead='stop'"),
        (' ID=""/>', "/>", "Xref lacks ID"),
        ('LineStyle="Broken"', 'LineStyle="Dotted"', "LineStyle='Dotted'"),
    ):
        assert old in good
        assert any(said in one for one in problems(good.replace(old, new).encode())), said


@pytest.mark.parametrize("name", ["gpml", "gpml2021"])
def test_gpml_says_what_the_figure_says(whole, name):
    content = written(name, whole)
    root = etree.fromstring(content)
    assert lost(name) in {e.text for e in root.iter("{*}Comment")}
    key = "GraphId" if name == "gpml" else "elementId"
    lines = {line.get(key): line for line in root.iter("{*}Interaction")}
    for arrow in whole.arrows:
        line = lines[f"a_{arrow.id}"]
        points = [{k.lower(): v for k, v in p.items()} for p in line.iter("{*}Point")]
        ends = [p.get("graphref") or p.get("elementref") for p in points]
        assert ends == ["n_" + id.replace("/", ".") for id in (arrow.source, arrow.target)]
        words = WORDS[arrow.interaction.effect]
        assert points[-1]["arrowhead"] == (words.gpml if name == "gpml" else words.gpml2021)
    cells = {node.get(key): node for node in root.iter("{*}DataNode")}
    for node in whole.nodes:
        made = cells["n_" + node.id.replace("/", ".")]
        xref = made.find("{*}Xref")
        found = "" if xref is None else xref.get("ID") or xref.get("identifier")
        term = node.cell.cell_ontology
        assert found == (term.id if term else "")
    assert b"PubMed" in content


def test_gpml_has_only_positive_places(whole):
    for name in ("gpml", "gpml2021"):
        for element in etree.fromstring(written(name, whole)).iter("{*}Graphics"):
            for key, value in element.items():
                if key.lower() in ("centerx", "centery"):
                    assert float(value) > 0


def test_parallel_arrows_do_not_lie_on_each_other(make):
    cells = {"tam": (0, 0), "tumor-cell": (2, 0)}
    arrows = [
        step_of("a", "tam > tumor-cell"),
        step_of("b", "tumor-cell > tam", effect="kills"),
        step_of("c", "tam > tumor-cell", effect="binds"),
        step_of("d", "tam > tam", effect="inhibits"),
    ]
    many = select(make(stage([{"id": "a-place", "cells": cells}], arrows)))
    root = etree.fromstring(written("gpml", many))
    lines = [
        frozenset((p.get("X"), p.get("Y")) for p in line.iter("{*}Point"))
        for line in root.iter("{*}Interaction")
    ]
    assert len(set(lines)) == 4
    assert problems(written("gpml", many)) == problems(written("gpml2021", many)) == []


def read(content: bytes) -> dict[str, list[dict]]:
    """The entities that the reader finds, by the name of their element."""
    if not READER.is_file():
        pytest.fail("gpml2pvjson is missing: make unit takes it from npm")
    command = ["node", str(READER), "--id", "urn:test", "--pathway-version", "1"]
    run = subprocess.run(command, input=content, capture_output=True, check=False)
    assert run.returncode == 0, run.stderr.decode()
    found: dict[str, list[dict]] = {}
    for entity in json.loads(run.stdout)["entitiesById"].values():
        found.setdefault(entity["gpmlElementName"], []).append(entity)
    return found


@pytest.mark.parametrize("part", PARTS)
def test_the_reader_of_wikipathways_finds_all(flagship, part):
    selection = select(flagship, **PARTS[part])
    found = read(gpml.write(selection))
    ends = {f"n_{end.replace('/', '.')}" for a in selection.arrows for end in (a.source, a.target)}
    cells = {one["id"]: one for one in found["DataNode"]}
    assert cells.keys() >= ends
    assert all(one["cascadeCurie"] or one["textContent"] for one in cells.values())
    lines = {one["id"]: one for one in found["Interaction"]}
    for arrow in selection.arrows:
        step, line = arrow.interaction, lines[f"a_{arrow.id}"]
        assert line["isAttachedTo"] == [
            f"n_{end.replace('/', '.')}" for end in (arrow.source, arrow.target)
        ]
        # The reader's names are those of the format in CamelCase.
        marker = line.get("markerEnd", "").replace("Mim", "mim-")
        assert marker.lower() == WORDS[step.effect].gpml.lower()
        assert len(line["citations"]) == len(step.references)
    rest = [one for id_, one in lines.items() if id_.startswith("b_")]
    assert len(lines) == len(selection.arrows) + len(rest)
    assert {one["markerEnd"] for one in rest} <= {"MimConversion"}
    assert WORDS[LINEAGE].gpml == "mim-conversion"
    papers = {id_ for a in selection.arrows for id_ in a.interaction.references}
    assert {one["id"] for one in found["PublicationXref"]} >= {
        f"publicationXrefr_{id_}" for id_ in papers
    }
