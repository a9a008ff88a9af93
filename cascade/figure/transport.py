"""The figure as it travels: tables by column, without what the browser can tell by itself.

A table is {"id": [...], column: [...]}, 0 for what a row does not have and SAME for what is as its
id; a text that begins with SAME gets one more. Values of a kind beside each other compress to half
of what the same values take row by row, and a list keeps the order of its ids, which an object of
JavaScript does not: it puts numbers first.
`assets/js/app/load.js` makes the figure of it again; tests/unit/figure/test_transport.py holds the
two to each other.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from urllib.parse import unquote

_TOLD_BY_ENDS = ("from", "to", "stage", "place")
_TOLD_BY_ARROWS = ("source", "target", "interaction", "interactions", "mediators", "receptors")
"""Of a line, by what it stands for."""
_TOLD_BY_ID = ("cell", "place", "stage")
"""Of a node, whose id is 'place/cell'."""
_SHARED = ("molecules", "references")
SAME = "="
_SYMBOL = re.compile(r'<symbol id="([^"]+)"[^>]*>(.*?)</symbol>', re.DOTALL)
_ROOT = re.compile(r"(<svg[^>]*>)(.*)</svg>", re.DOTALL)
_ID = re.compile(r'(\bid="|href="#|url\(#)n-[a-z0-9-]*?-(?=[a-z]{2}-)')


def encode(figure: dict, picture: str = "") -> dict:
    """What `inflate` in the browser turns into the figure again, beside a picture of the page.

    Later pathways name only the molecules and papers that the first does not say the same of.
    """
    first = figure["pathways"][figure["order"][0]]
    return {
        **figure,
        "pathways": {id_: _one(p, first) for id_, p in figure["pathways"].items()},
        "drawings": lend_drawings(figure["drawings"], picture),
        "sheets": _sheets(figure["sheets"]),
    }


def _sheets(sheets: Mapping[str, Sequence[dict]]) -> dict[str, list]:
    """The first theme's stylesheet whole; of the others, rule by rule, what they say else."""
    first, *others = sheets
    whole = sheets[first]
    return {first: whole} | {theme: list(map(_other, whole, sheets[theme])) for theme in others}


def _other(rule: dict, other: dict) -> dict | int:
    style = rule["style"]
    return {name: value for name, value in other["style"].items() if style[name] != value} or 0


def _one(pathway: dict, first: dict) -> dict:
    order = {id_: number for number, id_ in enumerate(pathway["nodes"])}
    steps = {}
    for id_, step in pathway["interactions"].items():
        left_out = (*_TOLD_BY_ENDS, "words", "facets")
        kept = {name: value for name, value in step.items() if name not in left_out}
        ends = {name: order[step[name]] for name in ("source", "target")}
        steps[id_] = {**kept, **ends}
    facets = {
        id_: {
            name: v[0] if len(v) == 1 else v
            for name, v in step["facets"].items()
            if v != [step.get(name)]
        }
        for id_, step in pathway["interactions"].items()
    }
    nodes = {
        id_: {name: value for name, value in node.items() if name not in _TOLD_BY_ID}
        for id_, node in pathway["nodes"].items()
    }
    result = {
        # First, next to the picture and its table, which name the same papers.
        **dict.fromkeys(("references", "molecules", "cards")),
        **pathway,
        "elements": list(_elements(pathway)),
        "nodes": columns(nodes),
        "places": columns(pathway["places"]),
        "cells": columns(pathway["cells"]),
        "interactions": columns(steps),
        "values": _beside(facets, steps),
        "cards": _beside(pathway["cards"], steps),
        "tall": _otherwise(pathway["tall"], pathway),
    }
    for name in _SHARED:
        own = pathway[name]
        if pathway is not first:
            own = {id_: row for id_, row in own.items() if first[name].get(id_) != row}
        result[name] = columns({id_: _undated(id_, row) for id_, row in own.items()})
    lectures = pathway["lectures"].items()
    result["lectures"] = columns(
        {id_: {**row, "steps": list(_told(row["steps"], pathway))} for id_, row in lectures}
    )
    return result


def _elements(pathway: Mapping) -> Iterator[dict[str, list]]:
    """Elements as tables by column, one for each run of a kind; None is what a row does not have,
    as 0 is a bend. Cells come in the order of the nodes, and a line's id is its number among the
    interactions or, less than 0, among the pairs."""
    numbers = {id_: number for number, id_ in enumerate(pathway["interactions"])}
    numbers |= {id_: -1 - number for number, id_ in enumerate(pathway["pairs"])}
    for kind, run in groupby(pathway["elements"], _run):
        rows = [element["data"] | element.get("position", {}) for element in run]
        if kind == "signal":
            ids = [numbers[row["id"]] for row in rows]
            rows = [_line(row, pathway["interactions"].get(row["id"], {})) for row in rows]
        else:
            ids = [row["id"] for row in rows]
        if kind == "cell":
            rows = [_cell(row, pathway) for row in rows]
        names = dict.fromkeys(name for row in rows for name in row)
        table = {name: [_sent(row.get(name), row["id"]) for row in rows] for name in names}
        yield {**table, "id": 0 if ids == list(pathway["nodes"]) else ids}


def _run(element: Mapping) -> str:
    kind = element["data"]["kind"]
    return "signal" if kind == "pair" else kind


def _cell(row: Mapping, pathway: Mapping) -> dict:
    """A cell's data without what its node and its type tell."""
    node = pathway["nodes"][row["id"]]
    known = {name: node[name] for name in _TOLD_BY_ID}
    known["label"] = pathway["cells"][node["cell"]]["short"]
    return {name: value for name, value in row.items() if known.get(name) != value}


def _line(row: Mapping, arrow: Mapping) -> dict:
    """A line's data without what its arrow tells."""
    known = {name: v[0] for name, v in arrow.get("facets", {}).items() if len(v) == 1} | arrow
    return {
        name: value
        for name, value in row.items()
        if name not in _TOLD_BY_ARROWS and (name == "id" or known.get(name, ...) != value)
    }


def _otherwise(tall: Mapping, wide: Mapping) -> dict:
    """What is elsewhere in the figure for tall windows; None for what is not."""
    rows = []
    for element, other in zip(tall["elements"], wide["elements"], strict=True):
        here, there = (e["data"] | e.get("position", {}) for e in (element, other))
        rows.append(
            {key: here.get(key, "") for key in (here | there) if here.get(key) != there.get(key)}
        )
    names = dict.fromkeys(name for row in rows for name in row)
    return {
        "elements": {name: [row.get(name) for row in rows] for name in names},
        "box": tall["box"],
        "stages": [stage["box"] for stage in tall["stages"]],
        "frames": tall["frames"],
        "places": [place["box"] for place in tall["places"].values()],
        "lectures": [list(_looks(element["steps"])) for element in tall["lectures"].values()],
    }


def _looks(steps: Sequence[Mapping]) -> Iterator[dict]:
    """What the camera looks at in the steps of a lecture."""
    for step in steps:
        yield {name: step[name] for name in ("box", "pieces") if name in step}


def _told(steps: Sequence[Mapping], pathway: Mapping) -> Iterator[dict]:
    """The steps of a lecture without what follows from their arrows: that all earlier ones are
    kept, that the first one's ends are looked at, that their papers are cited."""
    before: list[str] = []
    for step in steps:
        cited = [ref for id_ in step["show"] for ref in pathway["cards"][id_]["references"]]
        first = pathway["interactions"][step["show"][0]]
        follows = {
            "keep": before,
            "focus": [first["from"], first["to"]],
            "references": list(dict.fromkeys(cited)),
        }
        yield {name: value for name, value in step.items() if follows.get(name, ...) != value}
        before = [*step["keep"], *step["show"]]


def _undated(id_: str, row: Mapping) -> Mapping:
    """A paper without the year that its id ends with; the title, which the table beside it does
    not name, stands last."""
    year, title = row.get("year"), row.get("title", 0)
    row = {name: value for name, value in row.items() if name != "title"}
    return {**row, **({"year": 0} if year and id_.endswith(f"-{year}") else {}), "title": title}


def columns(rows: Mapping[str, Mapping]) -> dict[str, list]:
    """Rows by id as one table by column."""
    names = dict.fromkeys(name for row in rows.values() for name in row)
    table = {name: [_sent(row.get(name, 0), id_) for id_, row in rows.items()] for name in names}
    return {"id": list(rows), **table}


def _sent(value, id_: str):
    if value == id_:
        return SAME
    return SAME + value if isinstance(value, str) and value.startswith(SAME) else value


def _beside(rows: Mapping[str, Mapping], others: Mapping[str, Mapping]) -> dict[str, list]:
    """A table of the same rows as another, whose ids need not travel twice."""
    table = columns({id_: rows[id_] for id_ in others})
    del table["id"]
    return table


def lend_drawings(drawings: Iterable[dict], picture: str = "") -> list[list[str]]:
    """Rules that give nodes their drawings, as they travel beside a picture of the same drawings.

    The picture's ids carry a prefix of its own ('n-pathway-'), which makes no drawing another one.
    """
    symbols = {_ID.sub(r"\1", inner): id_ for id_, inner in _SYMBOL.findall(picture)}
    sent = []
    for rule in drawings:
        svg = unquote(rule["style"]["background-image"].partition(",")[2])
        root, inner = _ROOT.fullmatch(svg).groups()
        known = symbols.get(inner)
        sent.append([rule["selector"], root, known] if known else [rule["selector"], svg])
    return sent
