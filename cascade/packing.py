"""Graph elements as a frozen page carries them: without what the figure beside them says already.

Elements of a kind become one table by column; a column of signals that equals the interactions' or
the cards' own is left out and named in `told`. `assets/frozen/elements.js` makes the elements
again.
"""

from collections.abc import Mapping, Sequence
from itertools import groupby

_BOOKS = {
    "id": lambda pathway, id_, name: id_,
    "interactions": lambda pathway, id_, name: pathway["interactions"][id_].get(name),
    "facets": lambda pathway, id_, name: next(
        iter(pathway["interactions"][id_]["facets"].get(name, ())), None
    ),
    # A card leaves out a list that is empty.
    "cards": lambda pathway, id_, name: pathway["cards"][id_].get(name, []),
}


def pack(elements: Sequence[Mapping], pathway: Mapping) -> dict:
    """Elements in their order: runs of one kind, each a table, and the fields that books tell."""
    told = _told([one["data"] for one in elements if one["data"]["kind"] == "signal"], pathway)
    runs = []
    for kind, run in groupby(elements, key=lambda one: one["data"]["kind"]):
        rows = [_row(one, told if kind == "signal" else {}) for one in run]
        runs.append([kind, _columns(rows)])
    return {"told": told, "runs": runs}


def _told(signals: Sequence[Mapping], pathway: Mapping) -> dict[str, str]:
    """Which fields of signals a book says, all of them and the same: field -> book."""
    found = {}
    for name in signals[0] if signals else ():
        for book, say in _BOOKS.items():
            if all(one.get(name) == say(pathway, one["id"], name) for one in signals):
                found[name] = book
                break
    return {name: book for name, book in found.items() if name not in ("id", "kind")}


def _row(element: Mapping, told: Mapping[str, str]) -> dict:
    """One element flat: its data without its kind, x and y, and the rest under its own name."""
    data = {k: v for k, v in element["data"].items() if k != "kind" and k not in told}
    more = {f"_{k}": v for k, v in element.items() if k not in ("data", "position")}
    place = element.get("position")
    return data | ({"_x": place["x"], "_y": place["y"]} if place else {}) | more


def _columns(rows: Sequence[Mapping]) -> dict[str, list]:
    """Rows as a table by column, None for what a row does not have."""
    names = dict.fromkeys(name for row in rows for name in row)
    return {name: [row.get(name) for row in rows] for name in names}
