"""What the YAML files may say: one pydantic model per noun.

Every field has a description, because the JSON Schema made from these models is the authors'
documentation (and their editor's completion). The models are frozen: a pathway never changes
after it was loaded.
"""

from typing import Literal

from pydantic import Field

from . import vocabulary as words
from .base import Base, Box, Id, Many, Place, Point, Text
from .interaction import Interaction
from .questions import Question


class OntologyTerm(Base):
    """A Cell Ontology term."""

    id: str = Field(pattern=r"^CL:\d{7}$", description="Cell Ontology id, such as CL:0000235.")
    label: Text = Field(description="The term's label in the ontology.")
    match: Literal["exact", "broad"] = Field(
        description="exact: the same type; broad: the nearest wider term."
    )


class Cell(Base):
    """A cell type. It may stand in several stages; each place is a node of its own."""

    id: Id = Field(description="Short lasting id, used in URLs and by interactions.")
    name: Text = Field(description="Full name, sentence case.")
    short: Text = Field(description="Name for the drawing, at most about 14 characters.")
    synonyms: Many[str] = Field(default=(), description="Other names; the search finds them.")
    description: Text = Field(description="One sentence for a second-year student.")
    cell_ontology: OntologyTerm | None = Field(default=None, description="Cell Ontology term.")
    lineage: words.Lineage = Field(description="Decides the tint and the filter group.")
    parent: str | None = Field(default=None, description="Wider group, such as macrophage.")
    glyph: Id | None = Field(
        default=None,
        description="Drawing in assets/glyphs; default: the cell's id, then its lineage's.",
    )


class Molecule(Base):
    """A mediator, receptor, enzyme or other molecule."""

    symbol: Text = Field(description="HGNC symbol, or a plain word for what has none.")
    kind: Literal[
        "protein", "metabolite", "lipid", "family", "complex", "microRNA", "structure"
    ] = Field(description="What sort of thing it is.")
    name: Text = Field(description="The name used in a lecture.")
    synonyms: Many[str] = Field(default=(), description="Other names; the search finds them.")
    class_: Text = Field(alias="class", description="Group in the filter, such as chemokine.")
    hgnc: str | None = Field(default=None, description="HGNC approved symbol.")
    uniprot: str | None = Field(default=None, description="UniProt accession of the human protein.")
    note: str | None = Field(default=None, description="A remark for the reader.")


class Organ(Base):
    """An organ, with its UBERON term."""

    id: Id = Field(description="Short lasting id, used in URLs.")
    name: Text = Field(description="Name for the reader.")
    uberon: str | None = Field(
        default=None, pattern=r"^UBERON:\d{7}$", description="UBERON id, such as UBERON:0002048."
    )


class Notice(Base):
    """What a reader has to know before trusting a paper; shown wherever it is cited."""

    kind: words.Notice = Field(
        description="retraction or correction of the paper; concern: any other reason for doubt."
    )
    text: Text = Field(description="Who published it, when, and why.")


class Reference(Base):
    """A cited paper. Give only identifiers that were seen beside the title."""

    id: Id = Field(description="first author and year, such as lin-2001.")
    first_author: Text = Field(description="Family name and initials, as printed.")
    year: int = Field(ge=1800, le=2100, description="Year of publication.")
    title: Text = Field(description="Title as printed.")
    journal: str | None = Field(default=None, description="Journal, abbreviated.")
    volume_pages: str | None = Field(default=None, description="Such as 193(6):727-740.")
    doi: str | None = Field(default=None, pattern=r"^10\.\d{4,}/\S+$", description="DOI.")
    pmid: str | None = Field(default=None, pattern=r"^\d+$", description="PubMed id, quoted.")
    pmcid: str | None = Field(default=None, pattern=r"^PMC\d+$", description="PubMed Central id.")
    type: Literal["primary", "review"] = Field(
        default="primary", description="primary: own data; review: an overview."
    )
    verification: Literal["full", "partial"] = Field(
        default="partial", description="Whether every field was seen at the source."
    )
    unconfirmed: Many[str] = Field(
        default=(), description="Fields not seen at the source: shown as 'to be confirmed'."
    )
    notice: Notice | None = Field(
        default=None, description="A retraction, a correction or another reason for doubt."
    )


class Placement(Base):
    """A cell type standing at a grid place of a panel."""

    cell: Id = Field(description="Cell id.")
    at: Place = Field(description="[column, row] on the panel's grid, from 0; halves are fine.")
    tall: Place | None = Field(
        default=None,
        description="[column, row] in tall windows, whose grid is mirrored: [5, 3] is then [3, 5]. "
        "Default: `at` mirrored.",
    )
    turn: bool = Field(default=False, description="Drawn turned by a quarter, as in a wall.")


class Card(Base):
    """A place with cells: an organ card, or a part of a panel."""

    id: Id = Field(description="Short lasting id, unique in the pathway.")
    name: Text | None = Field(default=None, description="Title above the card.")
    organ: Id | None = Field(default=None, description="Organ that the card shows.")
    box: Box | None = Field(
        default=None, description="[x, y, width, height] in drawing units; default: side by side."
    )
    grid: Place | None = Field(
        default=None, description="[columns, rows]; default: as many as the cells need."
    )
    scenery: Id | None = Field(default=None, description="Backdrop in assets/scenery.")
    cells: Many[Placement] = Field(default=(), description="Who stands where.")


class Panel(Card):
    """A panel of a stage; it holds cells itself or cards that do."""

    cards: Many[Card] = Field(default=(), description="Cards inside the panel.")


class Stage(Base):
    """A stage of the story, with its panels and its arrows."""

    id: Id = Field(description="Short lasting id, used in URLs.")
    name: Text = Field(description="Name in the navigation.")
    description: str | None = Field(default=None, description="One or two sentences.")
    panels: Many[Panel] = Field(min_length=1, description="The drawing areas of the stage.")
    interactions: Many[Interaction] = Field(default=(), description="The stage's arrows.")
    questions: Many[Question] = Field(
        default=(), description="The stage's own questions for the self-test."
    )


class Becomes(Base):
    """One cell type turns into another: a dashed lineage link, not a signal."""

    from_: Id = Field(alias="from", description="Cell id before.")
    to: Id = Field(description="Cell id after.")
    label: Text = Field(description="Words on the link.")
    stage: Id = Field(description="Stage in which it happens.")


class Note(Base):
    """Words beside the journey."""

    text: Text = Field(description="One line, with its source where it tells a finding.")
    at: Point = Field(description="Its middle, in drawing units.")


class JourneyLeg(Base):
    """One leg of the tumor cell's journey, drawn as a pale band behind everything."""

    from_: str = Field(alias="from", description="Node where it starts, as place/cell.")
    to: str = Field(description="Node where it ends, as place/cell.")
    via: Many[Point] = Field(default=(), description="Points it passes, in drawing units.")
    note: Note | None = Field(default=None, description="Words beside it.")


class Library(Base):
    """A library file: shared facts, or facts that a pathway adds or overrides."""

    cells: Many[Cell] = Field(default=(), description="Cell types.")
    molecules: Many[Molecule] = Field(default=(), description="Molecules.")
    organs: Many[Organ] = Field(default=(), description="Organs.")
    references: Many[Reference] = Field(default=(), description="Cited papers.")


class PathwayFile(Library):
    """A pathway: one file, or `pathway.yaml` in a folder with one file per stage."""

    title: Text = Field(description="Title of the figure.")
    subtitle: str | None = Field(default=None, description="Words beside the title.")
    description: str | None = Field(default=None, description="What the figure shows.")
    source: Id | None = Field(default=None, description="Reference id of the reviewed figure.")
    order: int = Field(default=100, description="Place in the list of pathways, small first.")
    stages: Many[Stage | Id] = Field(
        min_length=1, description="Stages in order; a plain id means the file <id>.yaml beside."
    )
    becomes: Many[Becomes] = Field(default=(), description="Lineage links.")
    journey: Many[JourneyLeg] = Field(default=(), description="The tumor cell's way.")
    scenery: Id | None = Field(
        default=None, description="Backdrop of the whole figure in assets/scenery."
    )
