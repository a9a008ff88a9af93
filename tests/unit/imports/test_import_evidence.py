"""Papers for an arrow and papers against it stay apart on the way out and back in."""

from dataclasses import replace
from importlib import import_module

import pytest

from cascade.exports import writer
from cascade.imports.draft import draft
from cascade.loading.library import library_files, read_library
from cascade.model.selection import select
from cascade.resources import pathways_dir

FORMS = ["csv", "tsv", "cyjs", "gpml", "gpml2021"]
FACTS = read_library(*library_files(pathways_dir() / "library"))


def drafted(selection, form, facts=FACTS):
    reader = {"tsv": "csv", "gpml2021": "gpml"}.get(form, form)
    sheet = import_module(f"cascade.imports.{reader}").read(writer(form)(selection))
    return draft(sheet, facts, "file")


@pytest.mark.parametrize("form", FORMS)
def test_both_sides_come_back(flagship, form):
    made = {step["id"]: step for step in drafted(select(flagship), form).steps}
    compared = 0
    for arrow in flagship.arrows:
        step, back = arrow.interaction, made[arrow.id]
        assert back.get("opposing", []) == list(step.opposing), arrow.id
        assert back.get("systems", []) == list(step.systems), arrow.id
        papers = [flagship.references[id] for id in step.references]
        if "gpml" in form and not all(paper.pmid or paper.doi for paper in papers):
            continue  # BioPAX and Citations know papers by these
        assert back["references"] == list(step.references), arrow.id
        compared += 1
    assert compared > 150


@pytest.mark.parametrize("form", FORMS)
def test_a_notice_comes_back_with_its_paper(flagship, form):
    part = select(flagship, stage="extravasation", organ="lung")
    papers = drafted(part, form, replace(FACTS, references={})).papers.own
    (paper,) = (one for one in papers.values() if one.get("doi") == "10.1016/j.ccr.2008.11.012")
    assert paper["notice"]["kind"] == "concern"
    assert "were retracted" in paper["notice"]["text"]


@pytest.mark.parametrize(
    "form", ["csv", "json", "cyjs", "cx2", "graphml", "sbgn", "gpml", "gpml2021"]
)
def test_a_file_tells_in_whom_it_was_seen(flagship, form):
    text = writer(form)(select(flagship, organ="bone")).decode()
    assert "systems" in text
    for system in {
        one for a in select(flagship, organ="bone").arrows for one in a.interaction.systems
    }:
        assert system in text, system


@pytest.mark.parametrize("form", ["csv", "cyjs", "cx2", "graphml", "sbgn", "gpml", "gpml2021"])
def test_a_file_tells_who_opposes(flagship, form):
    text = writer(form)(select(flagship, organ="bone")).decode()
    assert "opposing" in text and "PMID:16489028" in text  # Henderson 2006
    if "gpml" in form:
        assert "PMID:16489028 (Henderson MA 2006)" in text


def test_a_word_for_a_system_that_is_not_known_stays_in_the_note():
    content = b"from,to,effect,systems\ntam,tumor-cell,activates,mouse|goat\n"
    (step,) = draft(import_module("cascade.imports.csv").read(content), FACTS, "file").steps
    assert step["systems"] == ["mouse"]
    assert "goat" in step["note"]
