"""The strings of a pathway that a language may translate, as trees of ids."""

from ..loading.library import Facts
from ..model.documents import Card
from ..model.pathway import Pathway

INTERACTION = ("summary", "model", "note", "disputed", "from_state", "to_state")


def strings(pathway: Pathway) -> dict:
    """What the files `<pathway>.yaml` and `<pathway>.<anything>.yaml` of a language hold."""
    return {
        "pathway": _said(pathway, "title", "subtitle", "description"),
        "stages": {one.id: _said(one, "name", "description") for one in pathway.stages},
        "panels": {one.id: {"name": one.name} for one in cards(pathway) if one.name},
        "becomes": {becomes_id(one): one.label for one in pathway.becomes},
        "interactions": {a.id: _said(a.interaction, *INTERACTION) for a in pathway.arrows},
        "lectures": {one.id: _lecture(one) for one in pathway.lectures.values()},
    }


def facts(pathway: Pathway | Facts) -> dict:
    """What the files `cells`, `molecules`, `organs` and `references` (.yaml) of a language hold."""
    return {
        "cells": {
            id_: {**_said(one, "name", "short", "description"), "synonyms": list(one.synonyms)}
            for id_, one in pathway.cells.items()
        },
        "molecules": {
            id_: {**_said(one, "name", "note"), "synonyms": list(one.synonyms)}
            for id_, one in pathway.molecules.items()
        },
        "organs": {id_: one.name for id_, one in pathway.organs.items()},
        "references": {
            id_: {"notice": one.notice.text}
            for id_, one in pathway.references.items()
            if one.notice
        },
    }


def becomes_id(one) -> str:
    """'tumor-cell>disseminated-tumor-cell'."""
    return f"{one.from_}>{one.to}"


def cards(pathway: Pathway) -> list[Card]:
    """All panels and the cards inside them."""
    panels = [panel for stage in pathway.stages for panel in stage.panels]
    return [card for panel in panels for card in (panel, *panel.cards)]


def _said(one, *names: str) -> dict[str, str]:
    return {name: value for name in names if (value := getattr(one, name))}


def _lecture(lecture) -> dict:
    steps = {}
    for step in lecture.steps:
        told = _said(step.told, "title", "say", "notes")
        if asked := step.told.predict:
            told["predict"] = {**_said(asked, "question", "why"), "options": list(asked.options)}
        steps[step.id] = told
    return {**_said(lecture, "title", "description"), "steps": steps}
