"""A pathway laid out: where every cell, name and arrow lies, in drawing units. No colors here."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from ..model.documents import Stage
from ..model.pathway import Node, Pathway
from ..model.vocabulary import RANK
from ..notation.glyphs import Glyph, glyph
from ..notation.sizes import NEAR, PLAIN, SIZES, size_of
from .edge_bundling import DrawnEdge, label, merge_parallel
from .edge_routing import Route
from .geometry import Rect, bounds
from .grid import Layout, grid_layout
from .label_placement import EdgeLabel, side_box
from .levels import ALL
from .loosening import loosen
from .place_layout import PlaceContents, frame, lay_out_place

_KEPT = 16
"""Drawings: of all shipped pathways in both shapes."""


@dataclass(frozen=True, eq=False)
class Drawing:
    """Everything geometric about a pathway, by node id, line id and panel id."""

    pathway: Pathway
    layout: Layout
    lines: tuple[DrawnEdge, ...]
    glyphs: Mapping[str, Glyph]
    routes: Mapping[str, Route]
    sides: Mapping[str, str]
    texts: Mapping[str, str]
    labels: Mapping[str, EdgeLabel]
    mutes: Mapping[str, str]
    """The codes of the levels at which a node's or a line's name has no room (see levels.py)."""
    ranks: Mapping[str, int]
    """Lowest tier rank (0 overview, 1 core, 2 extended) at which a node has an arrow."""

    @property
    def box(self) -> Rect:
        """The whole figure."""
        return bounds(self.layout.boxes.values())

    @cached_property
    def line_by_id(self) -> Mapping[str, DrawnEdge]:
        return {line.id: line for line in self.lines}

    @cached_property
    def frames(self) -> Mapping[str, Mapping[str, Rect]]:
        """By stage and organ, the boxes that organs' views look at."""
        return {stage.id: self._frames(stage) for stage in self.pathway.stages}

    def _frames(self, stage: Stage) -> dict[str, Rect]:
        """The cards of an organ, where they hold all its arrows of a stage."""
        result = {}
        arrows = [arrow for arrow in self.pathway.arrows if arrow.place.stage.id == stage.id]
        cards = [card for panel in stage.panels for card in panel.cards if card.organ]
        for organ in dict.fromkeys(card.organ for card in cards):
            ids = {card.id for card in cards if card.organ == organ}
            if all(arrow.place.id in ids for arrow in arrows if arrow.interaction.organ == organ):
                result[organ] = bounds(self.layout.boxes[id_] for id_ in ids)
        return result

    def node_box(self, node: str) -> Rect:
        """The glyph's box."""
        g = self.glyphs[node]
        return Rect.around(self.layout.points[node], g.width, g.height)

    def name_box(self, node: str, size: str = PLAIN) -> Rect:
        """The box of the node's label at a size."""
        cell = self.pathway.nodes[node].cell
        point, picture = self.layout.points[node], self.glyphs[node]
        return side_box(self.sides[node], point, picture, cell.short, size_of(size).node)

    def label_box(self, line: str, size: str = PLAIN) -> Rect:
        """The box of a line's label at a size."""
        return self.labels[line].box(size_of(size).edge)


def draw(pathway: Pathway, tall: bool = False) -> Drawing:
    """Lay out a pathway for a wide screen or a tall one; pure, the same on every machine."""
    return _draw(pathway, tall)


@lru_cache(maxsize=_KEPT)
def _draw(pathway: Pathway, tall: bool) -> Drawing:
    layout = grid_layout(pathway, tall)
    glyphs = {node.id: _glyph(node, tall) for node in pathway.nodes.values()}
    ranks = _ranks(pathway)
    members: dict[str, list[str]] = defaultdict(list)
    for node in pathway.nodes.values():
        members[node.place.id].append(node.id)
    by_place: dict[str, list[DrawnEdge]] = defaultdict(list)
    for line in merge_parallel(pathway.arrows):
        by_place[line.place.id].append(line)

    laid, bends = [], _bends(pathway, tall)
    for place, nodes in members.items():
        nodes.sort(key=lambda node: ranks[node])
        drawn = by_place[place]
        texts = {line.id: label(line, pathway.molecules) for line in drawn}
        names = {node: pathway.nodes[node].cell.short for node in nodes}
        card = pathway.places[place].in_panel
        box = layout.boxes[place]
        if tall:
            fonts = {node: SIZES[NEAR if ranks[node] == ALL else PLAIN].node for node in nodes}
            inside = frame(box, card)
            still = {node for node in nodes if pathway.nodes[node].tall}
            layout.points.update(loosen(layout.points, glyphs, names, fonts, inside, still))
        here = PlaceContents(
            drawn, texts, nodes, names, layout.points, glyphs, ranks, box, card, bends
        )
        laid.append(lay_out_place(here))
    routes, sides, texts, labels, mutes = (
        {id_: value for placed in laid for id_, value in getattr(placed, part).items()}
        for part in ("routes", "sides", "texts", "labels", "mutes")
    )
    return Drawing(
        pathway, layout, tuple(li for group in by_place.values() for li in group),
        glyphs, routes, sides, texts, labels, mutes, ranks,
    )  # fmt: skip


def _glyph(node: Node, tall: bool) -> Glyph:
    """The drawing of a node; what lies along the wall of a vessel is mirrored with it."""
    along = node.cell.lineage == "vascular" and tall
    return glyph(node.cell, node.turn != along)


def _bends(pathway: Pathway, tall: bool) -> dict[str, float]:
    """The bends of authors; mirrored they fit as long as both cells stand at mirrored places."""
    bent = [arrow for arrow in pathway.arrows if arrow.interaction.bend is not None]
    if not tall:
        return {arrow.id: arrow.interaction.bend for arrow in bent}
    nodes = pathway.nodes
    return {
        arrow.id: -arrow.interaction.bend
        for arrow in bent
        if not (nodes[arrow.source].tall or nodes[arrow.target].tall)
    }


def _ranks(pathway: Pathway) -> dict[str, int]:
    ranks = dict.fromkeys(pathway.nodes, 2)
    for arrow in pathway.arrows:
        rank = RANK[arrow.interaction.tier]
        for node in (arrow.source, arrow.target):
            ranks[node] = min(ranks[node], rank)
    # A place that only the full detail fills shows its cells all the same: no empty card.
    filled = {pathway.nodes[node].place.id for node, rank in ranks.items() if rank < 2}
    for node in pathway.nodes.values():
        if node.place.id not in filled:
            ranks[node.id] = 1
    return ranks
