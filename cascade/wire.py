"""The figure as it travels: tables by column, without what the browser can tell by itself.

A table is {"id": [...], column: [...]}, 0 for what a row does not have. Values of a kind beside
each other compress to half of what the same values take row by row. `assets/inflate.js` makes the
figure of it again; tests/unit/test_wire.py holds the two together.
"""

from collections.abc import Mapping

from .lending import lend

_TOLD_BY_ENDS = ("from", "to", "stage", "place")
_SHARED = ("molecules", "references")


def wire(figure: dict, picture: str = "") -> dict:
    """What `inflate` in the browser turns into the figure again, beside a picture of the page.

    Dash carries the elements of the first pathway; later pathways name only the molecules and
    papers that the first does not say the same of.
    """
    first = figure["pathways"][figure["order"][0]]
    return {
        **figure,
        "pathways": {id_: _one(p, first) for id_, p in figure["pathways"].items()},
        "drawings": lend(figure["drawings"], picture),
    }


def _one(pathway: dict, first: dict) -> dict:
    nodes = list(pathway["nodes"])
    steps = {}
    for id_, step in pathway["interactions"].items():
        left_out = (*_TOLD_BY_ENDS, "words", "facets")
        kept = {name: value for name, value in step.items() if name not in left_out}
        ends = {name: nodes.index(step[name]) for name in ("source", "target")}
        steps[id_] = {**kept, **ends}
    facets = {
        id_: {name: v[0] if len(v) == 1 else v for name, v in step["facets"].items()}
        for id_, step in pathway["interactions"].items()
    }
    result = {
        **pathway,
        "nodes": columns(pathway["nodes"]),
        "interactions": columns(steps),
        "values": columns(facets),
        "cards": columns(pathway["cards"]),
    }
    for name in _SHARED:
        own = pathway[name]
        if pathway is not first:
            own = {id_: one for id_, one in own.items() if first[name].get(id_) != one}
        result[name] = columns(own)
    if pathway is first:
        del result["elements"]
    return result


def columns(rows: Mapping[str, Mapping]) -> dict[str, list]:
    """Rows by id as one table by column."""
    names = dict.fromkeys(name for row in rows.values() for name in row)
    table = {name: [row.get(name, 0) for row in rows.values()] for name in names}
    return {"id": list(rows), **table}
