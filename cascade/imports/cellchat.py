"""A table of CellChat's `subsetCommunication`: one row a sender, receiver, ligand and receptor."""

import re

from ..exports.table import joined
from .ligand_receptor import demand, table
from .pairs import extras, pair, strength
from .sheet import Sheet

USED = ("source", "target", "ligand", "receptor")
ROUTES = {"Secreted Signaling": "secreted", "Cell-Cell Contact": "contact",
          "ECM-Receptor": "matrix", "Non-protein Signaling": "small-molecule"}  # fmt: skip
_PMID = re.compile(r"(?:PMID|PubMed)\s*:?\s*(\d{4,9})", re.IGNORECASE)


def read(content: bytes) -> Sheet:
    said: list[str] = []
    header, lines = table(content, said)
    demand(header, USED, "CellChat")
    rows = []
    for where, cells in lines:
        values = dict(zip(header, cells, strict=False))
        row = pair(values, USED, where, said)
        if row is None:
            continue
        row.extras = extras(values, (*USED, "annotation", ""))
        if route := ROUTES.get(values.get("annotation", "")):
            row.cells["route"] = route
        elif values.get("annotation"):
            row.extras["annotation"] = values["annotation"]
        if found := list(dict.fromkeys(_PMID.findall(values.get("evidence", "")))):
            row.cells["paper_pmids"] = joined(found)
        row.score = strength(values, (("prob", 1),))
        rows.append(row)
    return Sheet(rows, title="Cell-cell communication found by CellChat", said=said)
