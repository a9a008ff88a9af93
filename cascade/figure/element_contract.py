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
    """`size`, `near`, `close` and `far` are the font size of the title: overview, stage, organ and
    phone; `drop` is its foot there, `aside` how far its middle is from the panel's, and `mirrored`
    is said of the backdrop."""

    id: str
    kind: Literal["panel"]
    stage: str
    place: str
    label: str
    ground: str
    w: float
    h: float
    size: float
    near: float
    close: float
    far: float
    drop: float
    aside: float
    organ: NotRequired[str]
    scenery: NotRequired[str]
    mirrored: NotRequired[Literal[1]]


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
    mute: NotRequired[str]


@closed
class LineElement(TypedDict):
    """An arrow, or a pair: one line for several; `lx` and `ly` move the label from the middle,
    `leave` and `enter` are where it meets its cells, `turn` and `sweep` those of a loop. `mute`
    holds the letters of the levels at which its name has no room."""

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
    leave: NotRequired[str]
    enter: NotRequired[str]
    turn: NotRequired[str]
    sweep: NotRequired[str]
    mute: NotRequired[str]


@closed
class WayElement(TypedDict):
    """What a leg of the journey joins, or a cell that becomes another."""

    id: str
    kind: Literal["flow", "becomes"]
    source: str
    target: str
    label: NotRequired[str]


@closed
class RibbonElement(TypedDict):
    """A leg of the journey; `points` are its corners in parts of half its size."""

    id: str
    kind: Literal["ribbon"]
    w: float
    h: float
    points: str
    organ: NotRequired[str]


@closed
class MarkElement(TypedDict):
    """A stage's number on the journey."""

    id: str
    kind: Literal["mark"]
    stage: str
    label: str
    w: float


@closed
class SceneryElement(TypedDict):
    """The backdrop of the whole figure; `scene` names its picture."""

    id: str
    kind: Literal["scenery"]
    scene: str
    w: float
    h: float


@closed
class IconElement(TypedDict):
    """The small drawing of a card's organ."""

    id: str
    kind: Literal["icon"]
    stage: str
    organ: str
    icon: str
    w: float
    h: float


@closed
class NoteElement(TypedDict):
    """Words beside the journey, and how they are turned."""

    id: str
    kind: Literal["note"]
    label: str
    turn: str


@closed
class Element(TypedDict):
    data: Annotated[
        PanelElement
        | CellElement
        | LineElement
        | WayElement
        | RibbonElement
        | MarkElement
        | NoteElement
        | SceneryElement
        | IconElement,
        Field(discriminator="kind"),
    ]
    position: NotRequired[Position]
