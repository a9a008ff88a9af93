"""A question of the self-test."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal

from ..layout.edge_bundling import pair_id
from ..model.pathway import Arrow

KINDS = {
    "cell": ("the name of a hidden cell, told by its arrows", "cells of the stage"),
    "end": ("the only sender, or the only receiver, of a signal", "every cell on the screen"),
    "molecule": ("the signal of the only arrow between two cells", "signals of the same class"),
    "effect": ("what an arrow does to its receiver", "two of the opposite sign, one near"),
    "order": ("the order of the stages, of the steps of a loop", "another order"),
    "measured": ("the readout behind an arrow", "other readouts"),
    "against": ("what others found against a disputed arrow", "what speaks against others"),
    "elsewhere": ("where a molecule does the opposite", "other places"),
    "authored": ("what an author or a lecture asks", "the author's own"),
}
"""What each kind of question asks, and where its wrong answers come from."""


OWN = "own"


@dataclass(frozen=True)
class Option:
    """An answer; `elsewhere` are arrows of which a wrong one is true. Where it is what disputes an
    arrow, that is named, and the browser takes the text from the arrow's card."""

    text: str
    right: bool = False
    elsewhere: tuple[str, ...] = ()
    disputed: str = ""

    def data(self) -> dict:
        return _filled(vars(self) | ({"text": ""} if self.disputed else {}))


@dataclass(frozen=True)
class Item:
    """`answer` is how the reader answers: choose an option, pick a cell on the figure, type a name,
    put options in order, or think of an answer and mark it himself. `hide` holds what the figure
    must not show meanwhile: ids of nodes without their names, of lines without their labels or
    heads, of lines and stages that are not shown at all."""

    id: str
    kind: str
    stage: str
    level: str
    ask: str
    answer: Literal["choice", "pick", "type", "order", "own"]
    arrows: tuple[str, ...] = ()
    cell: str = ""
    options: tuple[Option, ...] = ()
    pick: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
    hide: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    why: str = ""

    @property
    def right(self) -> tuple[str, ...]:
        """The right answer in words, several where they have an order."""
        return tuple(option.text for option in self.options if option.right)

    @property
    def choices(self) -> tuple[Option, ...]:
        """The options that the page shows: a cell is picked among all those on the screen."""
        return () if self.answer == "pick" else self.options

    def data(self) -> dict:
        """For the browser, without what is empty; `hide` holds OWN for all lines of its arrows."""
        options = [option.data() for option in self.choices]
        arrows = set(self.arrows)
        hide = {
            what: OWN if arrows and arrows <= set(ids) else ids for what, ids in self.hide.items()
        }
        return _filled(vars(self) | {"options": options, "hide": _filled(hide)})


def _filled(values: Mapping) -> dict:
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in values.items()
        if value
    }


def item_id(kind: str, about: str, *says) -> str:
    """'end:pt-csf1-csf1r:3fa2': the end changes with what is asked, and not with the language."""
    return f"{kind}:{about}:{sha256(repr(says).encode()).hexdigest()[:4]}"


def lines(arrows: Iterable[Arrow]) -> tuple[str, ...]:
    """The lines that may stand for arrows: their own, and that of a pair merged into one."""
    return tuple(dict.fromkeys(id for arrow in arrows for id in (arrow.id, pair_id(arrow))))


def level(arrows: Iterable[Arrow]) -> str:
    """'overview' where all arrows are in the overview, else 'core'."""
    return "core" if {arrow.interaction.tier for arrow in arrows} - {"overview"} else "overview"


def item_about(kind: str, arrows: Sequence[Arrow], says: Iterable, hides: str = "", **more) -> Item:
    """A question about arrows, asked in the stage of the first: `says` is what it asks of them, and
    `hides` names what the figure must not show of their lines."""
    first = arrows[0]
    return Item(
        id=item_id(kind, first.id, *says),
        kind=kind,
        stage=first.place.stage.id,
        level=level(arrows),
        arrows=tuple(arrow.id for arrow in arrows),
        **({"hide": {hides: lines(arrows)}} if hides else {}),
        **more,
    )
