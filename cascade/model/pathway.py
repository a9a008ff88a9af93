"""A loaded pathway: validated, resolved, immutable. Everything downstream starts here."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from .documents import (
    Becomes,
    Card,
    Cell,
    Interaction,
    JourneyLeg,
    Molecule,
    Organ,
    Panel,
    Reference,
    Stage,
)
from .lecture_documents import LectureStep


@dataclass(frozen=True)
class Step:
    """A step. `keep` are the interactions of earlier steps that are still shown, oldest first;
    `focus` and `references` are never empty; `where` is the step's 'file:line:column'."""

    told: LectureStep
    keep: tuple[str, ...]
    focus: tuple[str, ...]
    references: tuple[str, ...]
    where: str

    @property
    def id(self) -> str:
        return self.told.id

    @property
    def show(self) -> tuple[str, ...]:
        return self.told.show


@dataclass(frozen=True)
class Lecture:
    """An ordered story about one pathway."""

    id: str
    title: str
    description: str | None
    order: int
    steps: tuple[Step, ...]


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
    tall: tuple[float, float] | None = None
    """Where it stands in the mirrored figure, if not at the mirrored place."""


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
    journey: tuple[JourneyLeg, ...]
    cells: Mapping[str, Cell]
    molecules: Mapping[str, Molecule]
    organs: Mapping[str, Organ]
    references: Mapping[str, Reference]
    scenery: str | None = None
    lectures: Mapping[str, Lecture] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    """Where each interaction, placement and reference was written: id -> 'file:line:column'."""
    marks: Mapping[str, str] = field(default_factory=dict)
    """For each question that authors wrote, by its id or that of its arrow, a mark of its English
    words: the same in every language."""
    folder: str = ""
    """Where its file or folder lies: beside it may be a `lang/` with translations."""

    def __hash__(self) -> int:
        return hash((self.folder, self.id, self.title))
