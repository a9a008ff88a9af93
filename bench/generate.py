"""Writes a pathway of any size: 20 cells and 40 interactions a place, places in a square."""

from math import ceil, sqrt
from pathlib import Path

import yaml

from cascade.loading.library import library_files, read_library
from cascade.resources import pathways_dir

CELLS = 20
INTERACTIONS = 40
STAGES = 4
PANELS = 8
"""At most so many panels a stage: they are marked with letters."""
COLUMNS = 5
BOX = (600, 480)
GAP = 30
EFFECTS = ("activates", "recruits", "binds", "inhibits", "kills")
ROUTES = ("secreted", "contact", "small-molecule", "vesicle")
OUTCOMES = ("pro-metastatic", "pro-metastatic", "context-dependent", "anti-metastatic")
READOUTS = ("metastasis", "growth", "in-vitro")
TIERS = ("overview", "core", "extended")


def write(folder: Path, interactions: int) -> Path:
    """The pathway's folder, `generated-<interactions>`, with one file a stage."""
    facts = read_library(*library_files(pathways_dir() / "library"))
    cells = list(facts.cells)[:CELLS]
    molecules = list(facts.molecules)
    papers = [(paper.id, paper.year) for paper in facts.references.values()]
    places = ceil(interactions / INTERACTIONS)
    across = ceil(sqrt(places))
    stages = min(max(STAGES, ceil(places / PANELS)), places)
    share = ceil(places / stages)
    path = folder / f"generated-{interactions}"
    path.mkdir(parents=True)
    names = []
    for first in range(0, places, share):
        here = range(first, min(first + share, places))
        stage = {
            "id": f"stage-{len(names)}",
            "name": f"Stage {len(names)}",
            "panels": [_panel(place, across, cells) for place in here],
            "interactions": [
                _interaction(place, n, cells, molecules, papers)
                for place in here
                for n in range(min(INTERACTIONS, interactions - place * INTERACTIONS))
            ],
        }
        names.append(stage["id"])
        _dump(path / f"{stage['id']}.yaml", stage)
    _dump(path / "pathway.yaml", {"title": f"{interactions} interactions", "stages": names})
    return path


def _panel(place: int, across: int, cells: list[str]) -> dict:
    row, column = divmod(place, across)
    width, height = BOX
    return {
        "id": f"place-{place}",
        "name": f"Place {place}",
        "box": [column * (width + GAP), row * (height + GAP), width, height],
        "grid": [COLUMNS, CELLS // COLUMNS],
        "cells": [
            {"cell": cell, "at": [n % COLUMNS, n // COLUMNS]} for n, cell in enumerate(cells)
        ],
    }


def _interaction(place: int, n: int, cells: list, molecules: list, papers: list) -> dict:
    """Every fourth runs parallel to the one before; each names a molecule of its own."""
    way = n - 1 if n % 4 == 3 else n
    sender = (way * 7 + place) % CELLS
    receiver = (sender + 1 + way * 3 % (CELLS - 1)) % CELLS
    number = place * INTERACTIONS + n
    paper, year = papers[number % len(papers)]

    def turn(words):
        return words[number % len(words)]

    return {
        "id": f"i-{number}",
        "panel": f"place-{place}",
        "from": cells[sender],
        "to": cells[receiver],
        "mediators": [molecules[number % len(molecules)]],
        "mediator_basis": "paper",
        "receptors": [molecules[(number * 3 + 1) % len(molecules)]],
        "receptor_basis": "database",
        "effect": turn(EFFECTS),
        "route": turn(ROUTES),
        "outcome": turn(OUTCOMES),
        "readout": turn(READOUTS),
        "summary": f"Interaction {number} stands here to be measured, with a sentence as long as"
        " one that a curator would write for a student.",
        "tier": turn(TIERS),
        "year": year,
        "references": [paper],
        "confidence": "medium",
    }


def _dump(path: Path, data: dict) -> None:
    with path.open("w", encoding="utf-8") as file:
        yaml.dump(data, file, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True)
