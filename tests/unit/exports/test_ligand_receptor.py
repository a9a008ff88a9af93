"""The databases for CellPhoneDB, LIANA and CellChat: the pairs that the figure states, and the
columns that each program looks for.

CellPhoneDB 5.0.1 loaded the file and ran its analysis when this was written; as it brings scanpy
and numba along, it is not installed for the tests, nor are LIANA and CellChat (R).
"""

import io
import zipfile

import pandas as pd
import pytest
from making import arrow as step_of
from making import stage

from cascade.exports import writer
from cascade.exports.about import lost
from cascade.exports.ligand_receptor import pairs
from cascade.model.selection import select


@pytest.fixture(scope="module")
def whole(flagship):
    return select(flagship)


@pytest.fixture
def few(make):
    cells = {"tam": (0, 0), "tumor-cell": (2, 0)}
    arrows = [
        step_of("a", "tam > tumor-cell", mediators=["EGF"], receptors=["EGFR"]),
        step_of("b", "tumor-cell > tam", mediators=["CCL5", "XCL1"], receptors=["CCR5", "XCR1"]),
        step_of("c", "tumor-cell > tam", mediators=["VCAM1"], receptors=["ITGA4"],
                route="contact"),
        step_of("d", "tam > tumor-cell", mediators=["ITGA4"], receptors=["VCAM1"],
                route="contact"),
        step_of("e", "tam > tam", mediators=["PDGF-family"], receptors=["PDGFRB"]),
    ]  # fmt: skip
    return select(make(stage([{"id": "a-place", "cells": cells}], arrows)))


def table(content):
    return pd.read_csv(io.BytesIO(content), keep_default_na=False)


def tables(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert lost("cellphonedb") in archive.comment.decode()
        return {
            name.removesuffix(".csv"): pd.read_csv(archive.open(name))
            for name in archive.namelist()
        }


def test_a_pair_is_one_ligand_and_one_receptor_of_an_arrow(few):
    found = [pair.symbols for pair in pairs(few)]
    # Which of several binds which, and what a family is, the figure does not say.
    assert found == [("EGF", "EGFR"), ("VCAM1", "ITGA4"), ("ITGA4", "VCAM1")]


def test_each_pair_is_stated_by_its_arrows(whole):
    steps = {arrow.id: arrow.interaction for arrow in whole.arrows}
    papers = whole.pathway.references  # by its id stands a paper that has no other
    rows = table(writer("liana")(whole))
    assert len(rows) > 60 and not rows.duplicated(["ligand", "receptor"]).any()
    for row in rows.itertuples():
        for id in row.interactions.split(";"):
            assert row.ligand in steps[id].mediators and row.receptor in steps[id].receptors
        for one in row.references.split(";"):
            assert one.startswith(("PMID:", "DOI:", "PMCID:")) or one in papers
    assert lost("liana") in rows["about_this_file"][0]


def test_cellchat_finds_its_columns(few):
    rows = table(writer("cellchat")(few))
    assert {"ligand", "receptor", "pathway_name", "annotation", "interaction_name"} <= set(rows)
    assert list(rows["interaction_name"]) == ["EGF_EGFR", "VCAM1_ITGA4", "ITGA4_VCAM1"]
    assert list(rows["annotation"]) == ["Secreted Signaling"] + 2 * ["Cell-Cell Contact"]


def test_cellphonedb_finds_its_tables_and_joins_them(few):
    found = tables(writer("cellphonedb")(few))
    assert set(found) == {
        "protein_table", "gene_table", "complex_table", "complex_composition_table",
        "multidata_table", "interaction_table",
    }  # fmt: skip
    # As its reader joins them: a gene by its protein, an interaction by both of its partners.
    genes = (
        found["gene_table"]
        .merge(found["protein_table"], left_on="protein_id", right_on="id_protein")
        .merge(found["multidata_table"], left_on="protein_multidata_id", right_on="id_multidata")
    )
    names = dict(zip(genes["id_multidata"], genes["hgnc_symbol"], strict=True))
    ends = found["interaction_table"][["multidata_1_id", "multidata_2_id"]].values
    assert [tuple(names[id] for id in pair) for pair in ends] == [
        ("EGF", "EGFR"), ("VCAM1", "ITGA4"),
    ]  # fmt: skip
    assert dict(zip(genes["hgnc_symbol"], genes["secreted"], strict=True))["EGF"]
    assert set(genes["name"]) == {"P01133", "P00533", "P19320", "P13612"}
