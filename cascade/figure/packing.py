"""Graph elements as a frozen page carries them: without what the figure beside them says already.

Elements of a kind become one table by column, whatever stands between them. An id that the figure
lists is its place in that list; a column that equals what one of the figure's books says of all
elements of a kind is left out and named in `told`. `assets/js/frozen/elements.js` makes the
elements again.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

_LISTS = {"signal": "interactions", "pair": "pairs", "cell": "nodes"}
"""Where the figure lists the ids of a kind."""
_BOOKS: dict[str, Callable[[Mapping, str, str], object]] = {
    "id": lambda pathway, id_, name: id_,
    "nodes": lambda pathway, id_, name: pathway["nodes"].get(id_, {}).get(name),
    "interactions": lambda pathway, id_, name: pathway["interactions"].get(id_, {}).get(name),
    "facets": lambda pathway, id_, name: next(
        iter(pathway["interactions"].get(id_, {}).get("facets", {}).get(name, ())), None
    ),
    # A card leaves out a list that is empty.
    "cards": lambda pathway, id_, name: pathway["cards"].get(id_, {}).get(name, []),
    "pairs": lambda pathway, id_, name: pathway["pairs"].get(id_),
}


def pack(elements: Sequence[Mapping], pathway: Mapping) -> dict:
    """A table for each kind, the order of elements as [kind, how many], and by kind the fields
    that books tell."""
    kinds: dict[str, list[Mapping]] = {}
    runs = []
    for kind, run in groupby(elements, key=lambda one: one["data"]["kind"]):
        some = list(run)
        kinds.setdefault(kind, []).extend(some)
        runs.append([kind, len(some)])
    told = {kind: _told([one["data"] for one in some], pathway) for kind, some in kinds.items()}
    tables = {
        kind: _columns([_row(one, told[kind]) for one in some]) for kind, some in kinds.items()
    }
    for kind, name in _LISTS.items():
        if kind in tables:
            places = {id_: at for at, id_ in enumerate(pathway[name])}
            tables[kind]["id"] = [places[id_] for id_ in tables[kind]["id"]]
    return {"told": told, "tables": tables, "runs": runs}


def _told(rows: Sequence[Mapping], pathway: Mapping) -> dict[str, str]:
    """Which fields a book says, of all rows the same: field -> book."""
    names = [name for name in rows[0] if name not in ("id", "kind")]
    found = {}
    for name in names:
        for book, say in _BOOKS.items():
            if all(row.get(name, ...) == say(pathway, row["id"], name) for row in rows):
                found[name] = book
                break
    return found


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
