"""The figure's JSON: what Python promises to the browser, type by type.

A test holds the compiled figure to it, and tools/contract.py writes it for `tsc`, so that scripts
read nothing else. The figure travels packed (transport.py); a test there holds that the browser
unpacks the same. Keys of tables are ids of the YAML files.
"""

from typing import Annotated, Literal, NotRequired

from pydantic import ConfigDict, Field, with_config

# As in element_contract.py.
from typing_extensions import TypedDict

from ..model.vocabulary import Tier
from .element_contract import Element, closed

open_ = with_config(ConfigDict(extra="allow", strict=True))
Box = Annotated[list[float], Field(min_length=4, max_length=4)]
"""x1, y1, x2, y2 in drawing units."""
Styles = dict[str, str | float | list[float]]


@closed
class Stage(TypedDict):
    """`blanks` are the names that a handout asks for, in the order of their numbers."""

    id: str
    name: str
    description: str
    box: Box
    blanks: list[str]


@closed
class Place(TypedDict):
    stage: str
    organ: str
    card: bool
    name: str
    box: Box


@closed
class CellType(TypedDict):
    name: str
    short: str
    synonyms: list[str]


@closed
class CellNode(TypedDict):
    cell: str
    place: str
    stage: str
    rank: int


# As a call, because `from` is a keyword. `words` are what the search finds it by.
InteractionData = closed(
    TypedDict(
        "InteractionData",
        {
            "from": str,
            "to": str,
            "source": str,
            "target": str,
            "stage": str,
            "place": str,
            "organ": str,
            "tier": Tier,
            "year": int,
            "claim": str,
            "words": list[str],
            "facets": dict[str, list[str]],
        },
    )
)


@closed
class FacetData(TypedDict):
    """With `any` one hidden value hides an arrow; otherwise all its values have to be hidden."""

    label: str
    any: bool
    values: dict[str, str]


@closed
class Question(TypedDict):
    question: str
    options: list[str]
    answer: int
    why: str


@closed
class LectureStep(TypedDict):
    """`show` are the new arrows, `keep` those of earlier steps that stay; `pieces` are what a small
    screen looks at instead of the box, by the newest arrow."""

    id: str
    title: str
    stage: str
    organ: str
    box: Box
    pieces: NotRequired[dict[str, Box]]
    show: list[str]
    keep: list[str]
    focus: list[str]
    say: str
    predict: Question | None
    references: list[str]


@closed
class LectureData(TypedDict):
    title: str
    description: NotRequired[str]
    steps: list[LectureStep]


@open_
class Card(TypedDict):
    """What the card of an arrow says beside these stands in `Wording.rows`, by field."""

    seen: str
    where: str
    references: NotRequired[list[str]]
    opposing: NotRequired[list[str]]
    disputed: NotRequired[str]
    year_unsure: NotRequired[Literal[1]]


MoleculeData = closed(
    TypedDict(
        "MoleculeData",
        {
            "name": str,
            "class": str,
            "synonyms": NotRequired[list[str]],
            "hgnc": NotRequired[str],
            "uniprot": NotRequired[str],
            "note": NotRequired[str],
        },
    )
)


@closed
class Paper(TypedDict):
    """`notice` is its kind, the word for it and what it says; `unconfirmed` names fields."""

    first_author: str
    year: int
    title: str
    journal: NotRequired[str]
    volume_pages: NotRequired[str]
    doi: NotRequired[str]
    pmid: NotRequired[str]
    pmcid: NotRequired[str]
    notice: NotRequired[Annotated[list[str], Field(min_length=3, max_length=3)]]
    review: NotRequired[Literal[1]]
    unconfirmed: NotRequired[str]


@closed
class ShapeData(TypedDict):
    """What of a pathway is elsewhere in another shape of the figure."""

    elements: list[Element]
    box: Box
    stages: list[Stage]
    frames: dict[str, dict[str, Box]]
    places: dict[str, Place]
    lectures: dict[str, LectureData]


@closed
class PathwayData(TypedDict):
    title: str
    subtitle: str
    citation: str
    elements: list[Element]
    box: Box
    stages: list[Stage]
    tall: ShapeData
    organs: list[str]
    frames: dict[str, dict[str, Box]]
    places: dict[str, Place]
    cells: dict[str, CellType]
    nodes: dict[str, CellNode]
    interactions: dict[str, InteractionData]
    pairs: dict[str, list[str]]
    facets: dict[str, FacetData]
    years: Annotated[list[int], Field(min_length=2, max_length=2)]
    lectures: dict[str, LectureData]
    cards: dict[str, Card]
    heads: dict[str, Annotated[list[str], Field(min_length=2, max_length=2)]]
    molecules: dict[str, MoleculeData]
    references: dict[str, Paper]


@closed
class Rule(TypedDict):
    """A rule of a stylesheet of cytoscape.js."""

    selector: str
    style: Styles


@closed
class Row(TypedDict):
    """A row of a card: its field, how that is shown, its title, and the field of its basis."""

    field: str
    role: str
    term: str
    basis: str


@closed
class Wording(TypedDict):
    rows: list[Row]
    named: list[str]
    effects: dict[str, str]
    bases: dict[str, str]
    keys: dict[str, str]


@closed
class FigureData(TypedDict):
    """All that the browser plays; `sheets` by theme, `order` and `langs` as the page shows them."""

    order: list[str]
    pathways: dict[str, PathwayData]
    sheets: dict[str, list[Rule]]
    drawings: list[Rule]
    wording: Wording
    langs: list[str]
