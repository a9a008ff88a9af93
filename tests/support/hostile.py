"""A pathway whose ids and texts are as awkward as the format allows, as plain data."""

from pathlib import Path

import yaml

IDS = ("10", "constructor", "9", "tostring", "2", "valueof", "1", "0", "hasownproperty", "007")
"""For arrows, in an order that no object of JavaScript keeps by itself."""
CELLS = ("7", "constructor", "3", "1")
MOLECULES = ("10", "constructor", "__proto__", "toString", "2", "=", "=2", "1e3")
CLASSES = ("__proto__", "a:b", "a,b", "!not", "x|y", "=", "constructor", "7")
REFERENCES = ("constructor", "2020", "5")
ORGANS = ("none", "constructor", "1")
LECTURES = ("constructor", "2", "none")
ENDS = [(a, b) for a in CELLS for b in CELLS if a != b]


def awkward() -> dict:
    """The file of a pathway."""
    return {
        "title": "=title",
        "cells": [_cell(id_) for id_ in CELLS],
        "molecules": [_molecule(*one) for one in zip(MOLECULES, CLASSES, strict=True)],
        "references": [_paper(id_) for id_ in REFERENCES],
        "organs": [{"id": id_, "name": f"={id_}"} for id_ in ORGANS],
        "stages": [
            _stage("20", "5", 0),
            _stage("constructor", "tostring", 5),
            _stage("3", "1", 10),
        ],
    }


def write(path: Path) -> None:
    """The file, and its lectures beside it."""
    path.write_text(yaml.safe_dump(awkward(), sort_keys=False), "utf-8")
    folder = path.with_suffix(".lectures")
    folder.mkdir()
    for id_ in LECTURES:
        file = folder / f"{id_}.yaml"
        file.write_text(yaml.safe_dump(_lecture(id_), sort_keys=False), "utf-8")


def arrows(pathway: dict) -> list[dict]:
    """Its interactions in the order of the file."""
    return [one for stage in pathway["stages"] for one in stage["interactions"]]


def _cell(id_: str) -> dict:
    return {
        "id": id_,
        "name": f"={id_}",
        "short": f"c{id_}",
        "lineage": "myeloid",
        "description": "=",
    }


def _molecule(symbol: str, class_: str) -> dict:
    return {"symbol": symbol, "kind": "protein", "name": f"={symbol}", "class": class_}


def _paper(id_: str) -> dict:
    about = {"journal": "J", "doi": f"10.1234/{id_}", "type": "primary"}
    return {"id": id_, "first_author": "=", "year": 2001, "title": f"=={id_}", **about}


def _lecture(id_: str) -> dict:
    stages = [_stage("20", "5", 0), _stage("constructor", "tostring", 5)]
    steps = [
        {
            "id": stage["id"],
            "title": f"={stage['id']}",
            "show": [one["id"] for one in stage["interactions"][:2]],
            "focus": ["constructor"],
            "camera": {"stage": stage["id"]},
            "say": f"={id_} {number}",
        }
        for number, stage in enumerate(stages, start=1)
    ]
    return {"title": f"={id_}", "steps": steps}


def _stage(id_: str, panel: str, first: int) -> dict:
    spots = [(0, 0), (2, 0), (0, 1.5), (2, 1.5)]
    cells = [{"cell": cell, "at": list(spot)} for cell, spot in zip(CELLS, spots, strict=True)]
    return {
        "id": id_,
        "name": f"={id_}",
        "panels": [{"id": panel, "grid": [4, 3], "cells": cells}],
        "interactions": [
            _arrow(number, first) for number in range(first, min(first + 5, len(IDS)))
        ],
    }


def _arrow(number: int, first: int) -> dict:
    sender, receiver = ENDS[number]
    return {
        "id": IDS[number],
        "from": sender,
        "to": receiver,
        "mediators": [MOLECULES[number % len(MOLECULES)]],
        "mediator_basis": "paper",
        "effect": "activates",
        "route": "secreted",
        "outcome": "pro-metastatic",
        "readout": "metastasis",
        "tier": "overview",
        "summary": ("=", "==", f"={IDS[number]}")[number % 3],
        "year": 2001,
        "references": [REFERENCES[number % 3]],
        "confidence": "high",
        **({"organ": ORGANS[number % 4]} if number % 4 < 3 else {}),
    }
