"""An interaction of a YAML file, and what its fields hold."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field

from . import vocabulary as words
from .base import Base, Id, Many, Text
from .questions import ArrowQuiz


@dataclass(frozen=True)
class Shown:
    """What a field of an interaction holds and how the figure shows it; see interaction_fields.py.

    text: a sentence for the reader; phrase: a few words; word: one of a closed list; words: several
    of one; basis: how the molecules of another field are known; molecules, papers: ids of them;
    year: of the earliest paper.
    """

    role: Literal["text", "phrase", "word", "words", "basis", "molecules", "papers", "year"]
    term: str = ""
    """Its name in the list on the card; without one it has no row of its own there."""
    translated: Literal["here", "interface"] = "here"
    """Whether each text is translated by itself, or as a word of the interface."""
    basis: str = ""
    """Of molecules: the field that tells how they are known."""
    choices: Mapping[str, str] = field(default_factory=dict)
    """The closed list, by value the words for the reader."""


class Interaction(Base):
    """One arrow: a sender does something to a receiver, shown by at least one paper."""

    id: Id = Field(description="Short lasting id, used in URLs and lectures.")
    panel: Id | None = Field(
        default=None, description="Panel or card; needed where the stage leaves a choice."
    )
    organ: Id | None = Field(default=None, description="Organ where the finding belongs to one.")
    substage: Annotated[str | None, Shown("phrase", "Step", translated="interface")] = Field(
        default=None, description="Step within the stage, such as invasion."
    )
    from_: Id = Field(alias="from", description="Cell id of the sender.")
    to: Id = Field(description="Cell id of the receiver.")
    from_state: Annotated[str | None, Shown("phrase")] = Field(
        default=None, description="Short qualifier of the sender."
    )
    to_state: Annotated[str | None, Shown("phrase")] = Field(
        default=None, description="Short qualifier of the receiver."
    )
    mediators: Annotated[Many[str], Shown("molecules", "Signal", basis="mediator_basis")] = Field(
        default=(), description="What the sender shows or releases."
    )
    mediator_basis: Annotated[words.Basis, Shown("basis", choices=words.BASES)] = Field(
        default="none", description="How the mediator is known."
    )
    receptors: Annotated[Many[str], Shown("molecules", "Receptor", basis="receptor_basis")] = Field(
        default=(), description="Receptors on the receiving cell."
    )
    receptor_basis: Annotated[words.Basis, Shown("basis", choices=words.BASES)] = Field(
        default="none", description="How the receptor is known."
    )
    enzymes: Annotated[Many[str], Shown("molecules", "Enzymes")] = Field(
        default=(), description="Enzymes at work."
    )
    substrates: Annotated[Many[str], Shown("molecules", "Substrates")] = Field(
        default=(), description="What the enzymes act on."
    )
    targets: Annotated[Many[str], Shown("molecules", "Targets")] = Field(
        default=(), description="Molecules affected that are no receptor."
    )
    effect: Annotated[words.Effect, Shown("word", "Effect", choices=words.EFFECTS)] = Field(
        description="What it does to the receiving cell."
    )
    route: Annotated[words.Route, Shown("word", "Travels", choices=words.ROUTES)] = Field(
        description="How the signal travels."
    )
    outcome: Annotated[words.Outcome, Shown("word", "Outcome", choices=words.OUTCOMES)] = Field(
        description="What it means for metastasis."
    )
    readout: Annotated[words.Readout, Shown("word", "Measured", choices=words.READOUTS)] = Field(
        description="What the cited papers really measured."
    )
    summary: Annotated[Text, Shown("text")] = Field(
        description="One sentence for a second-year student."
    )
    model: Annotated[str | None, Shown("phrase", "Model")] = Field(
        default=None, description="Animal, culture or patients."
    )
    systems: Annotated[Many[words.System], Shown("words", "Seen in", choices=words.SYSTEMS)] = (
        Field(
            default=(),
            description="In what it was seen: patients, cells of people, an animal, culture.",
        )
    )
    tier: Annotated[words.Tier, Shown("word", choices=words.TIERS)] = Field(
        description="The level of detail at which the arrow appears."
    )
    fits_2011_legend: bool = Field(
        default=False, description="Fits a statement of the 2011 review and was known by then."
    )
    year: Annotated[int, Shown("year", "Earliest cited paper")] = Field(
        ge=1800, le=2100, description="Year of the earliest cited paper."
    )
    references: Annotated[Many[Id], Shown("papers")] = Field(
        min_length=1, description="Reference ids, at least one."
    )
    confidence: Annotated[
        words.Confidence, Shown("word", "Confidence", choices=words.CONFIDENCES)
    ] = Field(description="How sure the curators are.")
    disputed: Annotated[str | None, Shown("text")] = Field(
        default=None, description="What others found instead."
    )
    opposing: Annotated[Many[Id], Shown("papers")] = Field(
        default=(), description="Reference ids of the opposing papers."
    )
    note: Annotated[str | None, Shown("text")] = Field(
        default=None, description="A caveat for the reader."
    )
    quiz: ArrowQuiz | None = Field(
        default=None, description="What the self-test asks about it; default: made from its data."
    )
    bend: float | None = Field(
        default=None,
        ge=-10_000,
        le=10_000,
        description="Sideways bend of the arrow in drawing units; right of its way is positive.",
    )
