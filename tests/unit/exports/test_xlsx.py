"""The workbook: what openpyxl and pandas read is what the pathway says, and nothing runs."""

import io

import pandas as pd
import pytest
from making import arrow as step_of
from making import stage
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from cascade.exports import writer
from cascade.exports.xlsx import write
from cascade.model.selection import select

NASTY = "_x000D_ =1+1 <b> | back\\slash"


@pytest.fixture(scope="module")
def whole(flagship):
    return select(flagship)


@pytest.fixture
def nasty(make):
    arrows = [
        step_of("a", "tam > tumor-cell", summary=NASTY, note="=1+1", mediators=["CSF1"]),
        step_of("b", "tumor-cell > tam", effect="kills", disputed="-3 of 4", note="#N/A"),
    ]
    cells = {"tam": (0, 0), "tumor-cell": (2, 0)}
    return select(make(stage([{"id": "a-place", "cells": cells}], arrows)))


def test_a_spreadsheet_reads_the_workbook(whole):
    book = load_workbook(io.BytesIO(write(whole)))
    assert book.sheetnames == ["interactions", "cells", "molecules", "papers"]
    sheets = {sheet.title: pd.DataFrame(list(sheet.values)[1:], columns=next(sheet.values),
                                        dtype=object) for sheet in book}  # fmt: skip
    plain = pd.read_csv(io.BytesIO(writer("csv")(whole)), dtype=str, keep_default_na=False)
    assert list(sheets["interactions"]) == list(plain)
    assert list(sheets["interactions"]["summary"]) == list(plain["summary"])
    assert list(sheets["interactions"]["year"]) == [int(year) for year in plain["year"]]
    assert set(sheets["cells"]["id"]) == {node.cell.id for node in whole.nodes}
    steps = {arrow.id: arrow.interaction for arrow in whole.arrows}
    for row in sheets["papers"].itertuples():
        paper = whole.pathway.references[row.id]
        assert (row.pmid, row.doi, row.pmcid) == (paper.pmid, paper.doi, paper.pmcid)
        told = (row.supports or "").split("; ")
        assert told == [id for id, step in steps.items() if row.id in step.references] or [""]
    for row in sheets["molecules"].itertuples():
        one = whole.pathway.molecules[row.symbol]
        assert (row.hgnc, row.uniprot) == (one.hgnc, one.uniprot)
    assert write(whole) == write(whole)


def test_a_workbook_runs_no_formula(nasty):
    sheet = load_workbook(io.BytesIO(write(nasty)))["interactions"]
    heads = [cell.value for cell in sheet[1]]
    note, disputed = (
        sheet.cell(2, heads.index("note") + 1),
        sheet.cell(3, heads.index("disputed") + 1),
    )
    assert (note.value, note.data_type) == ("=1+1", "s")
    assert (disputed.value, disputed.data_type) == ("-3 of 4", "s")
    assert unescape(sheet.cell(2, heads.index("summary") + 1).value) == NASTY
