"""A result table of LIANA: one row a sender, receiver, ligand and receptor."""

from .ligand_receptor import demand, table
from .pairs import extras, pair, strength
from .sheet import Row, Sheet

# The first that is there orders the rows; ranks are better the smaller they are.
SCORES = (("magnitude_rank", -1), ("specificity_rank", -1), ("aggregate_rank", -1),
          ("lr_means", 1), ("lrscore", 1), ("expr_prod", 1), ("lr_logfc", 1))  # fmt: skip


def read(content: bytes) -> Sheet:
    said: list[str] = []
    header, lines = table(content, said)
    ligand, receptor = (
        next((name for name in (f"{kind}_complex", f"{kind}.complex", kind) if name in header),
             f"{kind}_complex")
        for kind in ("ligand", "receptor")
    )  # fmt: skip
    used = ("source", "target", ligand, receptor)
    demand(header, used, "LIANA")
    rows = []
    for where, cells in lines:
        values = dict(zip(header, cells, strict=False))
        row: Row | None = pair(values, used, where, said)
        if row:
            row.extras = extras(values, used)
            row.score = strength(values, SCORES)
            rows.append(row)
    return Sheet(rows, title="Cell-cell communication found by LIANA", said=said)
