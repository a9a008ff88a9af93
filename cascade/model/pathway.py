"""A loaded pathway: validated, resolved, immutable. Everything downstream starts here."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from .documents import (
    Becomes,
    Card,
    Cell,
    Interaction,
    Molecule,
    Organ,
    Panel,
    Reference,
    Stage,
    Step,
)
from .lecture import Lecture


@dataclass(frozen=True)
class Place:
    """A panel or card with cells on it. `panel` is the panel around a card, else itself."""

    id: str
    stage: Stage
    card: Card
    panel: Panel

    @property
    def in_panel(self) -> bool:
        """Whether it is a card inside a panel: such a place spreads out only in its own view."""
        return self.card is not self.panel

    @property
    def organ(self) -> str | None:
        return self.card.organ


@dataclass(frozen=True)
class Node:
    """A cell type at a place. Its id is `<place>/<cell>`, lasting and readable in a URL."""

    id: str
    cell: Cell
    place: Place
    at: tuple[float, float]
    turn: bool


@dataclass(frozen=True)
class Arrow:
    """An interaction between two nodes (ids `source`, `target`) of one place."""

    interaction: Interaction
    place: Place
    source: str
    target: str

    @property
    def id(self) -> str:
        return self.interaction.id


@dataclass(frozen=True)
class Pathway:
    """The whole figure. Mappings keep the order of the files."""

    id: str
    title: str
    subtitle: str | None
    description: str | None
    source: str | None
    order: int
    stages: tuple[Stage, ...]
    places: Mapping[str, Place]
    nodes: Mapping[str, Node]
    arrows: tuple[Arrow, ...]
    becomes: tuple[Becomes, ...]
    journey: tuple[Step, ...]
    cells: Mapping[str, Cell]
    molecules: Mapping[str, Molecule]
    organs: Mapping[str, Organ]
    references: Mapping[str, Reference]
    lectures: Mapping[str, Lecture] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    """Where each interaction, placement and reference was written: id -> 'file:line:column'."""
    folder: str = ""
    """Where its file or folder lies: beside it may be a `lang/` with translations."""
