"""`cascade import`: drafts that pass the check, nothing dropped silently."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from importing import DATA, GPML, fatal, steps

from cascade.cli import main
from cascade.exports import writer
from cascade.loading.loader import load
from cascade.model.selection import select


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Runs a command in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda *args: CliRunner().invoke(main, [str(arg) for arg in args])


@pytest.fixture
def made(run):
    """Imports text as new.yaml; returns the pathway and the lines on standard error."""

    def made(content, name="file.csv", *options):
        text = content if isinstance(content, bytes) else content.encode()
        Path(name).write_bytes(text)
        result = run("import", name, "-o", "new.yaml", "--force", *options)
        assert result.exit_code == 0, result.output
        assert result.stdout.startswith("Wrote new.yaml: ")
        check = run("check", "new.yaml")
        assert check.exit_code == 0, check.stderr
        return load("new.yaml").pathways[0], result.stderr.splitlines()

    return made


def rows(content):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def same_table(one, two):
    """Whether two exports differ in nothing but the file's own name."""
    one, two = rows(one), rows(two)
    assert len(one) == len(two)
    for left, right in zip(one, two, strict=True):
        differing = {key for key in left if left[key] != right[key]}
        assert differing <= {"pathway", "about_this_file"}, differing


@pytest.mark.parametrize("id", ["metastatic-cascade", "csf1-egf-loop", "vicious-cycle"])
def test_a_table_comes_back_whole(pathways, made, id):
    first = writer("csv")(select(pathways[id]))
    pathway, said = made(first)
    same_table(first, writer("csv")(select(pathway)))
    assert not said


def test_a_table_comes_back_whole_from_a_german_spreadsheet(pathways, made):
    """Semicolons, decimal commas in places and bends, WAHR for true, no mark of UTF-8."""
    first = writer("csv")(select(pathways["vicious-cycle"]))
    table = rows(first)
    shape = re.compile(r"-?\d+\.\d+")
    for row in table:
        for key in row:
            if shape.fullmatch(row[key]):
                row[key] = row[key].replace(".", ",")
        row["fits_2011_legend"] = "WAHR" if row["fits_2011_legend"] else ""
    file = io.StringIO()
    writing = csv.DictWriter(file, table[0], delimiter=";")
    writing.writeheader()
    writing.writerows(table)
    pathway, said = made(file.getvalue())
    same_table(first, writer("csv")(select(pathway)))
    assert "WAHR" in file.getvalue() and re.search(r"\d,\d", file.getvalue())
    assert not said


def test_a_table_of_unknown_things_comes_back_whole(run, made):
    """Cells, molecules, organs and papers that no library knows, and words that hurt."""
    hard = '=1+1, "quoted" | back\\slash; line\nbreak … β'
    own = {
        "title": "Own: everything",
        "cells": [
            {"id": "my-cell", "name": "My cell", "short": "Mine", "lineage": "stromal",
             "description": "Own.", "cell_ontology": {"id": "CL:0000057", "label": "f",
                                                      "match": "broad"}},
            {"id": "tam", "name": "TAM, renamed", "short": "TAM!", "lineage": "lymphoid",
             "description": "Overrides the library."},
        ],
        "molecules": [{"symbol": "NEW|1", "kind": "protein", "name": "New", "class": "other",
                       "hgnc": "NEW1"}],
        "organs": [{"id": "spleen", "name": "Spleen"}],
        "references": [
            {"id": "doe-1999", "first_author": "Doe J|K", "year": 1999, "title": hard,
             "pmid": "123"},
            {"id": "roe-2001", "first_author": "Roe R", "year": 2001, "title": "No ids at all"},
        ],
        "stages": [
            {"id": f"s{n}", "name": f"Stage {n}", "panels": [
                {"id": f"p{n}", "name": "Ward: 1", "organ": "spleen", "cells": [
                    {"cell": "my-cell", "at": [0, 0.3]}, {"cell": "tam", "at": [1.7, 1]}]}],
             "interactions": [
                {"id": f"x{n}", "from": "my-cell", "to": "tam", "from_state": "- fine -",
                 "mediators": ["NEW|1", "CSF1"], "receptors": ["CSF1R"], "effect": "recruits",
                 "mediator_basis": "paper", "receptor_basis": "database", "route": "vesicle",
                 "outcome": "anti-metastatic", "readout": "growth", "summary": hard,
                 "model": "'=x'", "tier": "extended", "fits_2011_legend": True, "year": 1999,
                 "references": ["doe-1999", "lin-2001"], "confidence": "medium",
                 "disputed": "yes", "opposing": ["roe-2001"], "note": "12:30", "bend": -12.5},
                {"id": f"y{n}", "from": "tam", "to": "tam", "effect": "kills", "route": "contact",
                 "outcome": "pro-metastatic", "readout": "metastasis", "summary": "s",
                 "tier": "core", "year": 2001, "references": ["roe-2001"], "confidence": "low"},
             ]} for n in (1, 2)],
    }  # fmt: skip
    Path("own.yaml").write_text(yaml.safe_dump(own), "utf-8")
    assert run("check", "own.yaml").exit_code == 0
    first = writer("csv")(select(load("own.yaml").pathways[0]))
    pathway, said = made(first)
    same_table(first, writer("csv")(select(pathway)))
    assert steps(pathway)[0].summary == hard
    assert any("molecules are new: NEW|1" in line for line in said)
    assert any("cells that differ from the library: tam" in line for line in said)


@pytest.mark.parametrize("name", ["cyjs", "gpml", "gpml2021", "sif"])
def test_our_own_graphs_come_back(pathways, made, name):
    whole = select(pathways["csf1-egf-loop"])
    file = f"f.{name.removesuffix('2021')}"
    pathway, _ = made(writer(name)(whole), file)
    kept = ["from_", "to", "effect"]
    if name != "sif":
        kept += ["id", "mediators", "receptors", "route", "outcome", "readout", "summary", "tier",
                 "confidence", "year", "references", "opposing", "note", "systems"]  # fmt: skip
    for one, two in zip(steps(whole), steps(pathway), strict=True):
        assert {k: getattr(one, k) for k in kept} == {k: getattr(two, k) for k in kept}


def test_the_lines_between_types_are_told(flagship, made):
    part = select(flagship, organ="bone")
    for name in ("cyjs", "gpml"):
        pathway, said = made(writer(name)(part), f"f.{name}")
        assert len(pathway.arrows) == len(part.arrows)
        assert any("lineage link" in line and "becomes:" in line for line in said)


def test_a_plain_table_of_anyone(made):
    pathway, said = made(
        "Source;Target;Interaction;Ligand;Score;Comment\n"
        "Macrophages;Tumor cell;activates;SDF-1, EGF;2,5;seen twice\n"
        "Zebra cell;Tumour-associated macrophage;frobs;;1;\n"
        "NK cell;;kills;;;\n"
        "\n"
        "Th2 cell;TAM;suppresses;NOVEL1;3;=1+1;too;many\n"
    )
    first, second, third = steps(pathway)
    assert (first.to, first.effect, first.mediators) == ("tumor-cell", "activates",
                                                         ("CXCL12", "EGF"))  # fmt: skip
    assert (second.effect, third.effect, third.to) == ("binds", "inhibits", "tam")
    assert "effect: frobs" in second.note
    assert "Comment: seen twice" in first.note and "column 7: too" in third.note
    assert (first.outcome, first.readout, first.confidence) == ("context-dependent", "expression",
                                                                "low")  # fmt: skip
    text = "\n".join(said)
    for word in ("columns without a field, kept in the notes: Score, Comment", "'SDF-1' is CXCL12",
                 "line 4 names no receiver; left out: NK cell", "unknown effect 'frobs' (1)",
                 "zebra-cell resident", "molecules are new: NOVEL1", "name no paper"):  # fmt: skip
        assert word in text, word


def test_the_download_of_the_figure_is_a_table_too(made):
    pathway, _ = made(
        "\ufeffSender,Receiver,Signal,Effect,Outcome,Measured,Stage,Year,PubMed,DOI,Id\r\n"
        'Platelet,NK cell,"TGF-β1, PDGF",inhibits,Promotes metastasis,Cell culture,'
        "Circulation,2009,11257139; 14871808,10.9999/other; 10.1084/jem.193.6.727,ci-a\r\n"
    )
    (step,) = steps(pathway)
    assert (step.id, step.from_, step.to) == ("ci-a", "platelet", "nk-cell")
    assert (step.outcome, step.readout) == ("pro-metastatic", "in-vitro")
    assert "TGFB1" in step.mediators
    # The second DOI is of the first PMID's paper, which the library knows.
    assert step.references[0] == "lin-2001"
    assert len(step.references) == 3
    assert pathway.stages[0].name == "Circulation"


def test_sif(made):
    pathway, said = made("# a\nA b c\nA inhibits D E\nlonely\ntwo words\n", "f.sif")
    assert [(s.from_, s.effect, s.to) for s in steps(pathway)] == [
        ("a", "binds", "c"), ("a", "inhibits", "d"), ("a", "inhibits", "e")]  # fmt: skip
    assert any("names without an interaction, left out: lonely" in line for line in said)
    assert any("line 5 has two words" in line for line in said)
    assert any("unknown effect 'b'" in line for line in said)


def test_cyjs_of_another_program(made):
    graph = {"elements": {
        "nodes": [{"data": {"id": n, "name": n.upper()}} for n in ("x", "y", "z")],
        "edges": [{"data": {"source": "x", "target": "y", "interaction": "activation",
                            "score": 3, "odd": [1, 2]}},
                  {"data": {"source": "x", "target": "nowhere"}}]}}  # fmt: skip
    pathway, said = made(json.dumps(graph), "f.cyjs")
    (step,) = steps(pathway)
    assert (step.from_, step.to, step.effect) == ("x", "y", "activates")
    assert "odd: 1, 2" in step.note
    assert any("nodes without an edge, left out: Z" in line for line in said)
    assert any("leads to no node" in line for line in said)


def test_the_strongest_interactions_of_a_foreign_table_come_first(made):
    lines = ["from,to,score", *(f"TAM,Tumor cell,{n / 100}" for n in range(40))]
    pathway, _ = made("\n".join(lines), "l.csv")
    tiers = [step.tier for step in steps(pathway)]
    assert len(tiers) == 40
    assert tiers[-1] == "overview" and tiers[0] == "extended"
    assert "score: 0.39" in steps(pathway)[-1].note


@pytest.mark.parametrize("path", GPML, ids=lambda path: path.stem)
def test_real_gpml(made, path):
    pathway, said = made(path.read_bytes(), path.name)
    title = re.search(r'Name="([^"]+)"', path.read_text("utf-8"))[1]
    assert pathway.title == title
    assert fatal(pathway) == []
    assert any("arrowheads read as effects" in line for line in said)


def test_gpml_is_read_right(made):
    pathway, said = made((DATA / "gpml" / "WP1995.gpml").read_bytes(), "f.gpml")
    told = {(s.from_, s.effect, s.to) for s in steps(pathway)}
    assert ("nitric-oxide", "inhibits", "xdh") in told
    # On an anchor: it acts on what the other arrow leads to.
    assert ("aox1", "activates", "nitrite") in told
    # A group is one node, named by the label in it.
    assert ("nos-family", "activates", "nitric-oxide") in told
    assert (
        "Group of NOS3 (endothelial) (Entrez Gene 4846), NOS1"
        in pathway.cells["nos-family"].description
    )
    assert any("NOS Family" in line and "left out" in line for line in said)
    assert any("PMID:19915529" in line for line in said)
    # An arrow with two heads is two arrows.
    pathway, _ = made((DATA / "gpml" / "WP311.gpml").read_bytes(), "f.gpml")
    ends = {(s.from_, s.to) for s in steps(pathway)}
    assert {("acetoacetate", "3-hydroxy-butyrate"), ("3-hydroxy-butyrate", "acetoacetate")} <= ends
