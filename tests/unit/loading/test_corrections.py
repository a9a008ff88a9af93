"""Every correction that the audit of the arrows gave stands in the YAML as it was given."""

import re
from pathlib import Path

import pytest
import yaml

from cascade.resources import pathways_dir


def _read(path: Path):
    return yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)


GIVEN = _read(Path(__file__).parents[2] / "data" / "corrections.yaml")
STAGES = [
    path
    for path in sorted(pathways_dir().rglob("*.yaml"))
    if not {"lang", "lectures", "library"} & set(path.parts)
]


def _entries(node, name: str):
    """Each entry of the lists called `name`, at any depth."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key == name and isinstance(value, list):
                yield from value
            else:
                yield from _entries(value, name)
    elif isinstance(node, list):
        for value in node:
            yield from _entries(value, name)


def _library(name: str, key: str) -> dict[str, dict]:
    entries = _read(pathways_dir() / "library" / f"{name}.yaml")[name]
    return {entry[key]: entry for entry in entries}


ARROWS = [
    pytest.param(arrow, id=f"{path.stem}-{arrow['id']}")
    for path in STAGES
    for arrow in _entries(_read(path), "interactions")
]


@pytest.mark.parametrize("arrow", ARROWS)
def test_an_arrow_says_what_the_audit_gave(arrow):
    given = GIVEN["interactions"].get(arrow["id"], {})
    assert {field: arrow.get(field) for field in given} == given
    assert set(arrow["systems"]) == set(GIVEN["systems"][arrow["id"]])


def test_a_retraction_is_a_mark_of_its_paper_and_stands_in_no_note():
    for (arrow,) in (one.values for one in ARROWS):
        text = f"{arrow.get('note')} {arrow.get('disputed')}".casefold()
        assert not re.search("retract|erratum|corrigendum", text), arrow["id"]


def test_no_corrected_arrow_is_missing():
    ids = {arrow.values[0]["id"] for arrow in ARROWS}
    assert GIVEN["interactions"].keys() <= ids
    assert GIVEN["systems"].keys() == ids


def test_papers_have_the_identifiers_that_were_given_and_no_others():
    papers = _library("references", "id")
    for id, given in GIVEN["references_added"].items():
        assert {key: text for key, text in papers[id].items() if key != "notice"} == given
    for id, given in GIVEN["references_fixed"].items():
        assert {field: papers[id].get(field) for field in given} == given


def test_papers_have_the_notices_that_were_given_and_no_others():
    papers = _library("references", "id")
    assert {id: one["notice"] for id, one in papers.items() if "notice" in one} == GIVEN["notices"]


def test_molecules_are_those_given():
    molecules = _library("molecules", "symbol")
    for symbol, given in GIVEN["molecules_added"].items():
        assert molecules[symbol] == given
