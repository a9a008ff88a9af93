"""The elements of the graph in the figure's JSON; see contract.py."""

from typing import Annotated, Literal, NotRequired

from pydantic import ConfigDict, Field, with_config

# Workaround: pydantic cannot read the one of `typing` before Python 3.12.
# https://docs.pydantic.dev/latest/errors/usage_errors/#typed-dict-version
from typing_extensions import TypedDict

from ..model.vocabulary import Effect, Lineage, Outcome, Readout, Route, Tier

closed = with_config(ConfigDict(extra="forbid", strict=True))


@closed
class Position(TypedDict):
    x: float
    y: float


@closed
class PanelElement(TypedDict):
    """`size`, `far` and `drop` are the title's font size, that on a phone, and its foot there."""

    id: str
    kind: Literal["panel"]
    stage: str
    place: str
    label: str
    ground: str
    w: float
    h: float
    size: float
    far: float
    drop: float
    organ: NotRequired[str]
    scenery: NotRequired[str]


@closed
class CellElement(TypedDict):
    """A cell type in a place; `vague` where no study named the sender."""

    id: str
    kind: Literal["cell"]
    cell: str
    label: str
    lineage: Lineage
    stage: str
    place: str
    ground: str
    side: Literal["bottom", "top", "left", "right"]
    glyph: str
    shape: str
    w: float
    h: float
    organ: NotRequired[str]
    vague: NotRequired[Literal[1]]


@closed
class LineElement(TypedDict):
    """An arrow, or a pair: one line for several; `lx` and `ly` move the label from the middle."""

    id: str
    kind: Literal["signal", "pair"]
    source: str
    target: str
    effect: Effect
    outcome: Outcome
    route: Route
    readout: Readout
    firm: Literal[0, 1]
    tier: Tier
    stage: str
    ground: str
    label: str
    bend: float
    lx: float
    ly: float
    interaction: NotRequired[str]
    mediators: NotRequired[list[str]]
    receptors: NotRequired[list[str]]
    interactions: NotRequired[list[str]]
    disputed: NotRequired[Literal[1]]


@closed
class WayElement(TypedDict):
    """A leg of the journey, or a cell that becomes another."""

    id: str
    kind: Literal["flow", "becomes"]
    source: str
    target: str
    weights: list[float]
    distances: list[float]
    label: NotRequired[str]


@closed
class Element(TypedDict):
    data: Annotated[
        PanelElement | CellElement | LineElement | WayElement, Field(discriminator="kind")
    ]
    position: NotRequired[Position]
