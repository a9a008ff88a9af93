"""What both GPML versions draw: cells, arrows, panels and papers with ids, in positive numbers."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..layout.geometry import Rect, bounds
from ..layout.grid import grid_layout
from ..model.documents import Reference
from ..model.interaction_fields import TEXTS
from ..model.pathway import Pathway
from ..model.selection import Selection
from .about import about, lost
from .anchors import Ends, ends_of
from .graph import Edge, Link, Vertex, edges, links, vertices
from .notations import LINEAGE, WORDS, Words

COMMENTS = ("claim", *TEXTS, "opposing", "notices")
"""Remarks that are sentences: comments for a reader; the others are attributes."""
_MARGIN = 40.0


@dataclass(frozen=True)
class BoardLine:
    """An arrow or a lineage link, ready to be drawn."""

    id: str
    source: str
    target: str
    ends: Ends
    words: Words
    color: str
    width: float
    dashed: bool
    remarks: tuple[tuple[str, str], ...]
    papers: tuple[str, ...]


@dataclass(frozen=True)
class BoardPanel:
    """A place as a frame behind its cells."""

    id: str
    name: str
    box: Rect


@dataclass(frozen=True)
class Board:
    """Everything of a selection; `dx`, `dy` move its positions onto the board."""

    title: str
    remarks: tuple[str, str]
    panels: tuple[BoardPanel, ...]
    cells: tuple[Vertex, ...]
    lines: tuple[BoardLine, ...]
    papers: dict[str, Reference]
    width: float
    height: float
    dx: float
    dy: float


def board(selection: Selection, name: str, theme: str) -> Board:
    """Lays out a selection for the format `name`."""
    pathway, boxes = selection.pathway, grid_layout(selection.pathway).boxes
    cells = {vertex.id: vertex for vertex in vertices(selection)}
    panels = []
    for id in dict.fromkeys(vertex.node.place.id for vertex in cells.values()):
        place = pathway.places[id]
        title = place.card.name or place.panel.name or place.stage.name
        panels.append(BoardPanel(f"p_{id}", title, boxes[id]))
    whole = bounds(panel.box for panel in panels).grown(_MARGIN)
    interactions = [arrow.interaction for arrow in selection.arrows]
    papers = dict.fromkeys(id for interaction in interactions for id in interaction.references)
    return Board(
        pathway.title,
        (about(selection), lost(name)),
        tuple(panels),
        tuple(cells.values()),
        tuple(_lines(selection, cells, theme)),
        {id: pathway.references[id] for id in papers},
        round(whole.width, 1), round(whole.height, 1), -whole.x1, -whole.y1,
    )  # fmt: skip


def xml_id(node: str) -> str:
    """An XML id: 'n_<place>.<cell>'."""
    return "n_" + node.replace("/", ".")


def paper_id(paper: str) -> str:
    return f"r_{paper}"


def _lines(selection: Selection, cells: dict[str, Vertex], theme: str) -> Iterator[BoardLine]:
    pathway = selection.pathway
    signals, lineage = list(edges(selection, theme)), list(links(selection, theme))
    pairs = [(edge.arrow.source, edge.arrow.target) for edge in signals]
    pairs += [(link.source, link.target) for link in lineage]
    ways = iter(ends_of(pairs, cells))
    for edge in signals:
        yield _signal(edge, next(ways), pathway)
    for number, link in enumerate(lineage):
        yield _lineage(number, link, next(ways))


def _signal(edge: Edge, ends: Ends, pathway: Pathway) -> BoardLine:
    """An arrow. It cites the papers that support it; those that oppose it stand in a remark."""
    interaction = edge.arrow.interaction
    lists = edge.lists() | {"opposing": list(_named(interaction.opposing, edge.opposing, pathway))}
    remarks = [("interaction", edge.id), *edge.facts().items(), ("year", str(interaction.year))]
    remarks += [
        (name, ("; " if name in COMMENTS else ", ").join(entries))
        for name, entries in lists.items()
        if entries
    ]
    return BoardLine(
        f"a_{edge.id}", edge.arrow.source, edge.arrow.target, ends, WORDS[edge.effect],
        edge.color, edge.width, interaction.route != "secreted", tuple(dict(remarks).items()),
        interaction.references,
    )  # fmt: skip


def _named(ids, curies, pathway: Pathway) -> Iterator[str]:
    """'PMID:24812208 (Franklin RA 2014)'."""
    for id, identifier in zip(ids, curies, strict=True):
        paper = pathway.references[id]
        yield f"{identifier} ({paper.first_author} {paper.year})"


def _lineage(number: int, link: Link, ends: Ends) -> BoardLine:
    remarks = (("effect", LINEAGE), ("claim", link.label))
    return BoardLine(
        f"b_{number}", link.source, link.target, ends, WORDS[LINEAGE], link.color, 2.4, True,
        remarks, (),
    )  # fmt: skip
