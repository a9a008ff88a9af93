"""What the tables of ligand-receptor tools have in common."""

import re

from ..exports.table import joined
from .sheet import Row, line, number


def pair(values: dict[str, str], used: tuple[str, ...], where: str, said: list[str]) -> Row | None:
    """The row of a sender, receiver, ligand and receptor (columns `used`); None, and a word in
    `said`, where a cell is missing."""
    sender, receiver, ligand, receptor = (line(values.get(name, "")) for name in used)
    if not (sender and receiver):
        said.append(f"{where} names no sender or no receiver; left out")
        return None
    cells = {"from": sender, "to": receiver}
    cells |= {"mediators": joined(parts(ligand)), "receptors": joined(parts(receptor))}
    return Row({key: text for key, text in cells.items() if text}, where=where)


def parts(name: str) -> list[str]:
    """The molecules of a complex such as TGFBR1_TGFBR2 or 'ITGA4_ITGB1 complex'."""
    words = re.split(r"[_+&]", name.removesuffix(" complex").removesuffix("_complex"))
    return [word.strip() for word in words if word.strip()]


def extras(values: dict[str, str], used: tuple[str, ...]) -> dict[str, str]:
    """All other columns that say something."""
    return {
        name: text.strip()
        for name, text in values.items()
        if name not in used and text.strip() and name
    }


def strength(values: dict[str, str], scores: tuple[tuple[str, int], ...]) -> float | None:
    """The first score that is there, turned so that more is stronger."""
    for name, sign in scores:
        value = number(values.get(name, ""))
        if value is not None:
            return sign * value
    return None
