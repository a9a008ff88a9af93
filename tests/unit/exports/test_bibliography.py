"""The papers of a pathway in the files of reference managers, read by other people's readers."""

import json
import re

import bibtexparser
import pytest
import rispy
from click.testing import CliRunner

from cascade.cli import main
from cascade.exports import writer
from cascade.model.selection import select


@pytest.fixture(scope="module")
def papers(flagship):
    steps = [arrow.interaction for arrow in flagship.arrows]
    ids = {id for step in steps for id in (*step.references, *step.opposing)}
    return {id: flagship.references[id] for id in sorted(ids)}


@pytest.fixture(scope="module")
def bibtex(flagship):
    library = bibtexparser.parse_string(writer("bibtex")(select(flagship)).decode())
    assert not library.failed_blocks
    return {
        entry.key: {field.key: _plain(field.value) for field in entry.fields}
        for entry in library.entries
    }


@pytest.fixture(scope="module")
def ris(flagship):
    return {one["id"]: one for one in rispy.loads(writer("ris")(select(flagship)).decode())}


@pytest.fixture(scope="module")
def csl(flagship):
    return {one["id"]: one for one in json.loads(writer("csl-json")(select(flagship)))}


def _plain(text: str) -> str:
    return re.sub(r"\\([$&#%_])", r"\1", text.removeprefix("{").removesuffix("}"))


def test_every_paper_is_there_once_with_its_identifiers(papers, bibtex, ris, csl):
    assert list(bibtex) == list(ris) == list(csl) == list(papers)
    for id, paper in papers.items():
        told = (paper.doi, paper.pmid, paper.pmcid)
        assert tuple(bibtex[id].get(key) for key in ("doi", "pmid", "pmcid")) == told
        assert tuple(ris[id].get(key) for key in ("doi", "accession_number", "custom2")) == told
        assert tuple(csl[id].get(key) for key in ("DOI", "PMID", "PMCID")) == told


def test_titles_journals_and_years_are_those_of_the_library(papers, bibtex, ris, csl):
    for id, paper in papers.items():
        told = (paper.title, paper.journal, str(paper.year))
        assert tuple(bibtex[id].get(key) for key in ("title", "journal", "year")) == told
        assert tuple(ris[id].get(key) for key in ("title", "secondary_title", "year")) == told
        assert (csl[id]["title"], csl[id].get("container-title")) == told[:2]
        assert csl[id]["issued"] == {"date-parts": [[paper.year]]}


def test_authors_volumes_and_pages(bibtex, ris, csl):
    one = bibtex["lin-2001"]
    assert one["author"] == "Lin, E. Y. and others"
    assert (one["volume"], one["number"], one["pages"]) == ("193", "6", "727--740")
    assert bibtex["depalma-2005"]["author"] == "De Palma, M. and others"
    assert ris["lin-2001"]["authors"] == ["Lin, E.Y."]
    assert (ris["lin-2001"]["start_page"], ris["lin-2001"]["end_page"]) == ("727", "740")
    assert csl["lin-2001"]["author"][0] == {"family": "Lin", "given": "E. Y."}


def test_a_note_tells_support_opposition_and_notice(flagship, bibtex, ris, csl):
    for notes in (
        {id: one["note"] for id, one in bibtex.items()},
        {id: " ".join(one["notes"]) for id, one in ris.items()},
        {id: one["note"] for id, one in csl.items()},
    ):
        assert "Supports: pt-il4-il4r." in notes["denardo-2009"]
        assert "Opposes: pt-il4-il4r." in notes["franklin-2014"]
        assert "Supports" not in notes["franklin-2014"]
        assert "Concern: Two other papers" in notes["erler-2009"]
        assert "To be confirmed: first author, year and journal." in notes["ghirelli-2016"]


def test_a_part_has_the_papers_of_its_arrows(flagship):
    part = select(flagship, organ="bone")
    wanted = {
        id
        for arrow in part.arrows
        for id in (*arrow.interaction.references, *arrow.interaction.opposing)
    }
    assert {one["id"] for one in json.loads(writer("csl-json")(part))} == wanted


@pytest.mark.parametrize(
    ("options", "name"),
    [
        (["--format", "bibtex"], "csf1-egf-loop.bib"),
        (["-o", "mine.bib"], "mine.bib"),
        (["--format", "ris"], "csf1-egf-loop.ris"),
        (["--format", "csl-json"], "csf1-egf-loop.csl.json"),
    ],
)
def test_the_command_writes_it(tmp_path, monkeypatch, options, name):
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["export", "csf1-egf-loop", *options])
    assert result.exit_code == 0, result.output
    assert "goswami-2005" in (tmp_path / name).read_text("utf-8")
