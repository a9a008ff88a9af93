"""`cascade import`: drafts that pass the check, nothing dropped silently, never a traceback."""

import csv
import io
import json
import random
import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from cascade.cli import main
from cascade.drawing import draw
from cascade.facts import library_files, read_library
from cascade.formats import writer
from cascade.formats.selection import select
from cascade.imports import FORMATS, reader
from cascade.imports.draft import draft
from cascade.imports.settle import settle
from cascade.imports.sheet import Refusal, Row, Sheet
from cascade.lint import lint
from cascade.loader import load
from cascade.resources import pathways_dir

DATA = Path(__file__).parents[1] / "data"
GPML = sorted((DATA / "gpml").glob("*.gpml"))


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


def fatal(pathway):
    return [str(finding) for finding in lint(draw(pathway)) if finding.fatal]


def steps(pathway):
    return [arrow.interaction for arrow in pathway.arrows]


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
    first = writer("csv").write(select(pathways[id]))
    pathway, said = made(first)
    same_table(first, writer("csv").write(select(pathway)))
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
    first = writer("csv").write(select(load("own.yaml").pathways[0]))
    pathway, said = made(first)
    same_table(first, writer("csv").write(select(pathway)))
    assert steps(pathway)[0].summary == hard
    assert any("molecules are new: NEW|1" in line for line in said)
    assert any("cells that differ from the library: tam" in line for line in said)


@pytest.mark.parametrize("name", ["cyjs", "gpml", "gpml2021", "sif"])
def test_our_own_graphs_come_back(pathways, made, name):
    whole = select(pathways["csf1-egf-loop"])
    file = f"f.{name.removesuffix('2021')}"
    pathway, _ = made(writer(name).write(whole), file)
    kept = ["from_", "to", "effect"]
    if name != "sif":
        kept += ["id", "mediators", "receptors", "route", "outcome", "readout", "summary", "tier",
                 "confidence", "year", "references", "note"]  # fmt: skip
    for one, two in zip(steps(whole), steps(pathway), strict=True):
        assert {k: getattr(one, k) for k in kept} == {k: getattr(two, k) for k in kept}


def test_the_lines_between_types_are_told(flagship, made):
    part = select(flagship, organ="bone")
    for name in ("cyjs", "gpml"):
        pathway, said = made(writer(name).write(part), f"f.{name}")
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


def test_cellphonedb(made):
    pathway, said = made(
        "id_cp_interaction\tinteracting_pair\tpartner_a\tpartner_b\tgene_a\tgene_b\tsecreted\t"
        "receptor_a\treceptor_b\trank\tTumor cell|TAM\tTAM|Tumor cell\n"
        "CPI-1\tCSF1_CSF1R\tsimple:P09603\tsimple:P07333\tCSF1\tCSF1R\tTrue\tFalse\tTrue\t0.1\t"
        "2.5\t\n"
        "CPI-2\tEGFR_EGF\tsimple:P00533\tsimple:P01133\tEGFR\tEGF\tTrue\tTrue\tFalse\t0.1\t1.5\t\n"
        "CPI-3\tX_Y\tcomplex:ITGA4_ITGB1 complex\tsimple:Q\t\tVCAM1\tFalse\tTrue\tFalse\t1\t\t0\n",
        "means.txt",
        "--format",
        "cellphonedb",
    )
    one, two = steps(pathway)
    assert (one.from_, one.to, one.mediators, one.receptors) == ("tumor-cell", "tam", ("CSF1",),
                                                                 ("CSF1R",))  # fmt: skip
    # Where partner a is the receptor, the second cell sends.
    assert (two.from_, two.to, two.mediators, two.receptors) == ("tam", "tumor-cell", ("EGF",),
                                                                 ("EGFR",))  # fmt: skip
    assert (one.effect, one.route, one.readout) == ("binds", "secreted", "expression")
    assert "mean: 2.5" in one.note
    assert not any("means.txt" in line and "no column" in line for line in said)


def test_cellchat(made):
    pathway, _ = made(
        '"","source","target","ligand","receptor","prob","pval","annotation","evidence"\n'
        '"1","TAM","Tumor cell","TGFB1","TGFBR1_TGFBR2",0.2,0,"Secreted Signaling",'
        '"PMID: 11257139; KEGG: hsa04350"\n'
        '"2","Inflam. FIB","T cells","COL1A1","CD44",0.4,0.01,"ECM-Receptor","x"\n',
        "net.csv",
        "--format",
        "cellchat",
    )
    one, two = steps(pathway)
    assert (one.receptors, one.route) == (("TGFBR1", "TGFBR2"), "secreted")
    assert pathway.references[one.references[0]].pmid == "11257139"
    assert (two.route, two.from_) == ("matrix", "inflam-fib")
    assert "prob: 0.4" in two.note and "pval: 0.01" in two.note


def test_liana_and_the_strongest(made):
    lines = ["source,target,ligand_complex,receptor_complex,magnitude_rank"]
    lines += [f"TAM,Tumor cell,EGF,EGFR,{n / 100}" for n in range(40)]
    pathway, said = made("\n".join(lines), "l.csv", "--format", "liana", "--top", "30")
    assert len(pathway.arrows) == 30
    assert any("10 weaker interactions are left out" in line for line in said)
    tiers = [step.tier for step in steps(pathway)]
    assert tiers[0] == "overview" and tiers[-1] == "extended"
    assert "magnitude_rank: 0.0" in steps(pathway)[0].note


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
    assert "Group of NOS3 (endothelial), NOS1" in pathway.cells["nos-family"].description
    assert any("NOS Family" in line and "left out" in line for line in said)
    assert any("PMID:19915529" in line for line in said)
    # An arrow with two heads is two arrows.
    pathway, _ = made((DATA / "gpml" / "WP311.gpml").read_bytes(), "f.gpml")
    ends = {(s.from_, s.to) for s in steps(pathway)}
    assert {("acetoacetate", "3-hydroxy-butyrate"), ("3-hydroxy-butyrate", "acetoacetate")} <= ends


@pytest.fixture(scope="module")
def facts():
    return read_library(*library_files(pathways_dir() / "library"))


def settled(sheet, facts, name="new"):
    made = draft(sheet, facts, "file")
    _, pathway = settle(made, name, facts, "file")
    return pathway, made


@pytest.mark.parametrize(
    ("cells", "arrows", "long"),
    [(2, 1, True), (3, 6, True), (8, 20, False), (16, 30, True), (25, 20, False), (25, 40, True),
     (25, 80, False)],
)  # fmt: skip
def test_lint_accepts_the_automatic_placement(facts, cells, arrows, long):
    luck = random.Random(cells * 1000 + arrows)
    known = luck.sample(list(facts.cells), cells)
    names = [f"A rather long name of a cell {n}" for n in range(cells)] if long else known
    molecules = list(facts.molecules)
    effects = ["activates", "inhibits", "binds", "recruits", "kills"]
    made = [
        Row({"from": luck.choice(names), "to": luck.choice(names), "effect": luck.choice(effects),
             "mediators": luck.choice(molecules)}, score=luck.random())
        for _ in range(arrows)
    ]  # fmt: skip
    pathway, _ = settled(Sheet(made), facts)
    assert len(pathway.arrows) == arrows
    assert fatal(pathway) == []


def test_words_that_fit_nowhere_are_shortened_or_replaced(facts):
    cells = {"from": "tam", "from_name": "Else", "from_short": "E", "from_lineage": "x" * 99}
    row = Row({**cells, "to": "y" * 500, "mediators": "A molecule without any short name"})
    pathway, _ = settled(Sheet([row]), facts)
    assert "A molecule w…" in draw(pathway).texts.values()
    assert pathway.cells["tam"].lineage == "myeloid"
    assert all(len(cell.short) <= 15 and len(cell.id) <= 60 for cell in pathway.cells.values())


def test_contradictions_become_disputed(facts):
    pair = {"from": "tam", "to": "tumor-cell", "mediators": "EGF"}
    sheet = Sheet([Row({**pair, "effect": effect}) for effect in ("activates", "inhibits")])
    pathway, made = settled(sheet, facts)
    assert steps(pathway)[1].disputed.startswith("The same file says the opposite")
    assert any("contradict each other" in line for line in made.said)


def mutate(content, luck):
    """Bytes changed, cut, doubled; attributes and elements exchanged, dropped, emptied."""
    text = content.decode()
    for _ in range(luck.randint(1, 6)):
        kind = luck.randrange(8)
        words = re.findall(r'"[^"]*"|<[^>]+>', text) or [text or "x"]
        one, two = luck.choice(words), luck.choice(words)
        at = luck.randrange(max(1, len(text)))
        if kind == 0:
            text = (
                text[:at] + chr(luck.choice([0, 9, 60, 38, 34, 65, 233, 0x1F600])) + text[at + 1 :]
            )
        elif kind == 1:
            text = text[:at] + text[at + luck.randint(1, 400) :]
        elif kind == 2:
            text = text.replace(one, two, luck.randint(1, 5))
        elif kind == 3:
            text = text.replace(one, "", 1)
        elif kind == 4:
            text = text.replace(one, one * 2, 1)
        elif kind == 5:
            text = text.replace(one, '"' + "x" * luck.randint(0, 3000) + '"', 3)
        elif kind == 6:
            key = luck.choice(
                [
                    "GraphRef",
                    "GraphId",
                    "TextLabel",
                    "ArrowHead",
                    "Point",
                    "Anchor",
                    "Group",
                    "GroupId",
                    "GPML/2013a",
                    "Interaction",
                    "DataNode",
                ]
            )
            text = text.replace(key, luck.choice(["GraphRef", "Label", "Line", "x", ""]))
        else:
            text = text.replace(one, '"-1e999"', 2)
    return text.encode("utf-8", "surrogatepass")  # fmt: skip


@pytest.mark.parametrize("path", GPML, ids=lambda path: path.stem)
def test_broken_gpml_gives_a_draft_or_a_refusal(facts, path):
    luck, content = random.Random(path.stem), path.read_bytes()
    outcomes = set()
    for number in range(150):
        changed = mutate(content, luck)
        try:
            sheet = reader("gpml").read(changed)
            if number % 10 == 0:
                pathway, _ = settled(sheet, facts)
                assert pathway.arrows
            outcomes.add("draft")
        except Refusal as refusal:
            assert "\n" not in str(refusal)
            outcomes.add("refusal")
    assert outcomes == {"draft", "refusal"}


@pytest.mark.parametrize("name", FORMATS)
def test_rubbish_is_refused(name, facts):
    luck = random.Random(name)
    for content in (b"", b"\0" * 50, b"\xff\xfe\x00", b"[1,2", b"{}", b"[]", b"a,b\n1,2\n",
                    b"<a/>", b'<!DOCTYPE x [<!ENTITY y "z">]><x>&y;</x>', b"[" * 20000,
                    bytes(luck.randrange(256) for _ in range(2000))):  # fmt: skip
        try:
            settled(reader(name).read(content), facts)
        except Refusal as refusal:
            assert "\n" not in str(refusal)


@pytest.mark.parametrize(
    ("content", "name", "options", "words"),
    [
        ("a,b\n1,2\n", "f.csv", [], "no column names the sender ('from'); it has a, b"),
        ("from,x\n1,2\n", "f.csv", [], "no column names the receiver"),
        ("alone\n", "f.sif", [], "no line has a sender, a verb and a receiver"),
        ("{", "f.cyjs", [], "this is not JSON"),
        ('{"elements": []}', "f.cyjs", [], "the file has no nodes"),
        ("<svg/>", "f.gpml", [], "this is not GPML: its first element is 'svg'"),
        ("<Pathway", "f.gpml", [], "this is not XML"),
        (
            '<Pathway xmlns="http://pathvisio.org/GPML/2013a"/>', "f.gpml", [],
            "no interaction of this GPML file joins two nodes",
        ),
        ("<!DOCTYPE x><x/>", "f.gpml", [], "the file has a DOCTYPE"),
        ("a,b\n1,2\n", "f.csv", ["--format", "liana"], "no LIANA table: it has no column source"),
        ("a,b\n1,2\n", "f.csv", ["--format", "cellchat"], "no CellChat table"),
        ("a,b\n1,2\n", "f.csv", ["--format", "cellphonedb"], "no CellPhoneDB table"),
    ],
)  # fmt: skip
def test_what_is_no_such_file_is_told_in_one_line(run, content, name, options, words):
    Path(name).write_text(content)
    result = run("import", name, "-o", "new.yaml", *options)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{name}: ") and words in result.stderr
    assert result.stderr.count("\n") == 1
    assert [path.name for path in Path().iterdir()] == [name]


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["f.csv"], "-o"),
        (["no.csv", "-o", "new.yaml"], "no file no.csv"),
        ([".", "-o", "new.yaml"], ". is no file"),
        (["f.csv", "-o", "new.txt"], "its name must end in .yaml"),
        (["f.csv", "-o", "Bad_Name.yaml"], "'Bad_Name' cannot be a pathway's id"),
        (["f.csv", "-o", "old.yaml"], "old.yaml exists; --force overwrites it"),
        (["f.dat", "-o", "new.yaml"], "say the format with --format: csv, sif"),
        (["f.csv", "-o", "no/new.yaml"], "no/new.yaml cannot be written"),
    ],
)
def test_a_wrong_call_is_told(run, args, words):
    for name in ("f.csv", "f.dat"):
        Path(name).write_text("from,to\ntam,tumor-cell\n")
    Path("old.yaml").write_text("mine")
    result = run("import", *args)
    assert result.exit_code == 2
    assert words in result.stderr
    assert sorted(path.name for path in Path().iterdir()) == ["f.csv", "f.dat", "old.yaml"]
    assert Path("old.yaml").read_text() == "mine"


def test_the_draft_may_go_to_standard_output(run):
    Path("f.csv").write_text("from,to\ntam,tumor-cell\n")
    result = run("import", "f.csv", "-o", "-")
    assert yaml.safe_load(result.stdout)["stages"][0]["interactions"][0]["from"] == "tam"
