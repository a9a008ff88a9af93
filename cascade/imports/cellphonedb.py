"""CellPhoneDB's `significant_means.txt` (or `means.txt`): a column a pair of cell types.

A value stands for the pair 'A|B': A shows partner a, B partner b. Where only partner a is a
receptor, B is the sender.
"""

from ..exports.table import joined
from .ligand_receptor import demand, table
from .pairs import parts
from .sheet import Refusal, Row, Sheet, line, number

NEEDED = ("interacting_pair", "partner_a", "partner_b")
KEPT = ("id_cp_interaction", "interacting_pair", "annotation_strategy", "classification")


def read(content: bytes) -> Sheet:
    said: list[str] = []
    header, lines = table(content, said)
    demand(header, NEEDED, "CellPhoneDB")
    pairs = [(index, name) for index, name in enumerate(header) if name.count("|") == 1]
    if not pairs:
        raise Refusal("no CellPhoneDB table: it has no column such as 'cell A|cell B'")
    if "rank" not in header:
        said.append(
            "no column 'rank': read as means.txt, whose values are not tested; "
            "significant_means.txt holds those that are"
        )
    rows = []
    for where, cells in lines:
        values = dict(zip(header, cells, strict=False))
        partners = [_partner(values, side) for side in "ab"]
        turned = _true(values, "receptor_a") and not _true(values, "receptor_b")
        for index, name in pairs:
            score = number(cells[index]) if index < len(cells) and cells[index].strip() else None
            if not score or score <= 0:
                continue
            ends = [line(end) for end in name.split("|")]
            if turned:
                (sender, receiver), (ligand, receptor) = ends[::-1], partners[::-1]
            else:
                (sender, receiver), (ligand, receptor) = ends, partners
            found = {"from": sender, "to": receiver, "route": _route(values)}
            found |= {"mediators": joined(ligand), "receptors": joined(receptor)}
            kept = {key: values[key] for key in KEPT if values.get(key, "").strip()}
            kept["mean"] = cells[index].strip()
            if not (sender and receiver):
                said.append(f"{where}: the column '{name}' names no two cells; left out")
                continue
            rows.append(Row({k: v for k, v in found.items() if v}, kept, score, where))
    if not rows:
        raise Refusal("no pair of cells has a value above 0")
    return Sheet(rows, title="Cell-cell communication found by CellPhoneDB", said=said)


def _partner(values: dict[str, str], side: str) -> list[str]:
    """The molecules of a partner: its gene, or the parts of its complex."""
    if gene := values.get(f"gene_{side}", "").strip():
        return [gene]
    return parts(values.get(f"partner_{side}", "").removeprefix("complex:").removeprefix("simple:"))


def _true(values: dict[str, str], key: str) -> bool:
    return values.get(key, "").strip().casefold() == "true"


def _route(values: dict[str, str]) -> str:
    if "secreted" not in values:
        return ""
    return "secreted" if _true(values, "secreted") else "contact"
