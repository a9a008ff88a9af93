"""All that the self-test of a pathway can ask, in the language being spoken."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from .. import __version__
from ..model.pathway import Pathway
from .authored import authored
from .ends import ends, hidden
from .item import Item
from .orders import orders
from .papers import against, measured
from .signals import effects, elsewhere, molecules
from .truth import Truth

SOURCES = (hidden, ends, molecules, effects, orders, measured, against, elsewhere, authored)


def items(pathway: Pathway) -> list[Item]:
    """Every question, kind by kind; the same data give the same list."""
    return list(_made(pathway))


def asks(pathway: Pathway) -> bool:
    """Whether there is any question."""
    return next(_made(pathway), None) is not None


def _made(pathway: Pathway) -> Iterator[Item]:
    truth = Truth(pathway)
    why = {
        arrow.id: arrow.interaction.quiz.why
        for arrow in pathway.arrows
        if arrow.interaction.quiz and arrow.interaction.quiz.why
    }
    for item in (item for source in SOURCES for item in source(truth)):
        if not tells(item):
            own = next((why[id] for id in item.arrows if id in why), "")
            yield replace(item, why=item.why or own)


def tells(item: Item) -> bool:
    """Whether a question made from the data holds its own answer: one of bone-resorbing cells may
    name the precursor of the very cell that it asks for."""
    if item.kind in ("authored", "order"):
        return False
    words = " ".join(re.findall(r"\w+", item.ask.casefold()))
    answers = (*item.right, *item.accept)
    plain = (" ".join(re.findall(r"\w+", answer.casefold())) for answer in answers)
    return any(f" {answer} " in f" {words} " for answer in plain if answer)


def rebuild(pathway: Pathway) -> dict[str, list[str]]:
    """For each stage, the overview arrows that may be taken out and set again."""
    ids: dict[str, list[str]] = {stage.id: [] for stage in pathway.stages}
    for arrow in Truth(pathway).sure:
        ends = arrow.interaction.from_ != arrow.interaction.to
        if arrow.interaction.tier == "overview" and ends:
            ids[arrow.place.stage.id].append(arrow.id)
    return ids


def version(items: list[Item]) -> str:
    """The version of the program, and a mark that changes with any question."""
    ids = " ".join(item.id for item in items)
    return f"{__version__}+{sha256(ids.encode()).hexdigest()[:8]}"


def quiz_json(pathway: Pathway) -> bytes:
    """The questions of a pathway as the browser wants them."""
    questions = items(pathway)
    data = {
        "version": version(questions),
        "items": [item.data() for item in questions],
        "rebuild": rebuild(pathway),
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
