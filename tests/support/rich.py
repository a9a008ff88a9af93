"""A small pathway and its lecture that use every field there is, as plain data; a walk over every
text in it that may hold anything."""

from collections.abc import Iterator
from typing import get_args

from pydantic import BaseModel

from cascade.model.documents import PathwayFile
from cascade.model.lecture_documents import LectureFile

NAMES = {("JourneyLeg", "from"), ("JourneyLeg", "to"), ("Reference", "unconfirmed")}
"""Strings that name what stands elsewhere under an id."""


def rich() -> dict:
    """The pathway: two stages, a panel with cards, an arrow with every field."""
    return {
        "title": "Title", "subtitle": "Subtitle", "description": "About it", "source": "own-2001",
        "order": 3,
        "cells": [_cell("alpha", "neoplastic"), _cell("beta", "myeloid"), _cell("gamma", "stromal")],
        "molecules": [_molecule("M1"), _molecule("M2"), _molecule("M3"), _molecule("M4")],
        "organs": [{"id": "lung", "name": "Lung", "uberon": "UBERON:0002048"}],
        "references": [_paper("own-2001"), _paper("other-2002")],
        "stages": [
            {
                "id": "here", "name": "Here", "description": "A stage",
                "panels": [{
                    "id": "field", "name": "Field", "box": [0, 0, 900, 700], "grid": [4, 3],
                    "scenery": "primary-tumor", "cells": [
                        {"cell": "alpha", "at": [0, 0.5]}, {"cell": "beta", "at": [3, 0.5]},
                        {"cell": "gamma", "at": [1.5, 2], "turn": True},
                    ],
                }],
                "interactions": [
                    _arrow("one", "alpha", "beta", panel="field"),
                    _arrow("two", "beta", "alpha", effect="inhibits", tier="core"),
                    _arrow("three", "gamma", "gamma", tier="extended", effect="binds"),
                ],
                "questions": [{"id": "which", **_question(), "about": ["one", "two"]}],
            },
            {
                "id": "there", "name": "There",
                "panels": [{"id": "outer", "name": "Outer", "organ": "lung", "cards": [
                    {"id": "card", "name": "Card", "organ": "lung", "cells": [
                        {"cell": "alpha", "at": [0, 0]}, {"cell": "beta", "at": [2, 1]}]},
                ]}],
                "interactions": [_arrow("four", "alpha", "beta", panel="card", organ="lung")],
            },
        ],
        "becomes": [{"from": "alpha", "to": "gamma", "label": "Changes", "stage": "here"}],
        "journey": [{"from": "field/alpha", "to": "card/alpha", "via": [[500, 300]],
                     "note": {"text": "Few arrive", "at": [500, 320]}}],
    }  # fmt: skip


def lecture() -> dict:
    """A lecture about it."""
    asked = {"question": "Why?", "options": ["Because", "Else"], "answer": "A", "why": "So"}
    return {
        "title": "Talk", "description": "About the talk", "order": 1,
        "steps": [
            {"id": "first", "title": "First", "show": ["one", "two"], "focus": ["alpha"],
             "camera": {"stage": "here"}, "say": "Said", "notes": "Noted", "predict": asked,
             "references": ["own-2001"]},
            {"id": "second", "title": "Second", "show": ["four"], "hide": ["two"],
             "camera": {"stage": "there", "organ": "lung"}, "say": "Said again"},
            {"id": "last", "title": "Last", "show": ["three"], "camera": "overview", "say": "End"},
        ],
    }  # fmt: skip


def texts(part, model: type[BaseModel]) -> Iterator[tuple[dict | list, object, tuple[str, str]]]:
    """Each free text below a mapping of a document: what holds it, its key there, and the name of
    its model and field. Of several texts in a list, each."""
    for name, field in model.model_fields.items():
        key = field.alias or name
        if key not in part:
            continue
        where, inner = (model.__name__, key), _models(field.annotation)
        entries = part[key] if isinstance(part[key], list) else [part[key]]
        if inner:
            for entry in (one for one in entries if isinstance(one, dict)):
                yield from texts(entry, inner[0])
        elif _free(field):
            holder, keys = (
                (part[key], range(len(entries))) if entries is part[key] else (part, [key])
            )
            yield from ((holder, one, where) for one in keys)


def fields(model: type[BaseModel] = PathwayFile) -> set[tuple[str, str]]:
    """Every free text that a document may hold, by model and field."""
    found = set()
    for name, field in model.model_fields.items():
        for inner in _models(field.annotation):
            found |= fields(inner)
        if not _models(field.annotation) and _free(field):
            found.add((model.__name__, field.alias or name))
    return found


ALL = (PathwayFile, LectureFile)


def _models(annotation) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [one for part in get_args(annotation) for one in _models(part)]


def _free(field) -> bool:
    """Whether a field takes any text: a string, or a list of these, that no pattern holds."""

    def plain(annotation) -> bool:
        return annotation is str or any(map(plain, get_args(annotation)))

    return plain(field.annotation) and "pattern=" not in repr((field.annotation, field.metadata))


def _cell(id_: str, lineage: str) -> dict:
    term = {"id": "CL:0000235", "label": "macrophage", "match": "broad"}
    return {
        "id": id_, "name": f"The {id_}", "short": id_, "synonyms": [f"{id_} cell"],
        "description": f"It is {id_}.", "cell_ontology": term, "lineage": lineage,
        "parent": "group", "glyph": "tam",
    }  # fmt: skip


def _molecule(symbol: str) -> dict:
    return {
        "symbol": symbol, "kind": "protein", "name": f"Name of {symbol}",
        "synonyms": [f"{symbol} factor"], "class": f"class of {symbol}", "hgnc": symbol,
        "uniprot": "P01133", "note": "A remark",
    }  # fmt: skip


def _paper(id_: str) -> dict:
    return {
        "id": id_, "first_author": "Own A", "year": int(id_[-4:]), "title": f"Paper {id_}",
        "journal": "J", "volume_pages": "1(2):3-4", "doi": f"10.1234/{id_}", "pmid": "12345",
        "pmcid": "PMC123", "type": "primary", "verification": "partial", "unconfirmed": ["journal"],
        "notice": {"kind": "correction", "text": "Corrected"},
    }  # fmt: skip


def _question() -> dict:
    return {"question": "Who?", "answer": "Alpha", "wrong": ["Beta", "Gamma"], "why": "So it is"}


def _arrow(id_: str, sender: str, receiver: str, **more) -> dict:
    return {
        "id": id_, "substage": "invasion", "from": sender, "to": receiver,
        "from_state": "resting", "to_state": "moving", "mediators": ["M1"],
        "mediator_basis": "paper", "receptors": ["M2"], "receptor_basis": "database",
        "enzymes": ["M3"], "substrates": ["M4"], "targets": ["M1"], "effect": "activates",
        "route": "secreted", "outcome": "pro-metastatic", "readout": "metastasis",
        "summary": f"It is {id_}.", "model": "Mice", "systems": ["mouse"], "tier": "overview",
        "fits_2011_legend": True, "year": 2001, "references": ["own-2001"], "confidence": "high",
        "disputed": "Others saw none", "opposing": ["other-2002"], "note": "A caveat", "bend": 30,
        "quiz": {"skip": False, **_question()},
        **more,
    }  # fmt: skip
