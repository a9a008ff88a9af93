"""One place of a drawing laid out: the ways of its lines, and where names stand.

It takes most of the time of compiling, and what an author changes is one place as a rule, so the
places laid last are remembered by all that they follow from.
"""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field

from ..model.vocabulary import RANK
from ..notation.glyphs import Glyph
from ..notation.grammar import family
from ..notation.sizes import CARD_STRIP, CLOSE, NEAR, PLAIN, SIZES, TITLE
from .edge_bundling import DrawnEdge
from .edge_routing import Route, route_all
from .geometry import Point, Polyline, Rect
from .label_placement import EdgeLabel, edge_labels, node_sides, side_box
from .levels import ALL, levels
from .room import silent

REMEMBERED = 128
"""Places; a pathway has a dozen, each in two shapes."""


@dataclass(frozen=True)
class PlaceContents:
    """What stands at a place. `points`, `glyphs` and `ranks` may hold those of others, too."""

    lines: Sequence[DrawnEdge]
    texts: Mapping[str, str]
    """What stands on each line."""
    nodes: Sequence[str]
    """Those of the lowest rank first."""
    names: Mapping[str, str]
    points: Mapping[str, Point]
    glyphs: Mapping[str, Glyph]
    ranks: Mapping[str, int]
    box: Rect
    card: bool
    """Whether it is a card inside a panel."""
    bends: Mapping[str, float] = field(default_factory=dict)
    """Those that authors gave to arrows, by the ids of these."""

    @property
    def key(self) -> Hashable:
        """All that the result follows from: equal keys are laid out equally."""
        return (
            tuple(
                (
                    line.id, line.source, line.target, line.tier, family(line.effect),
                    self.texts[line.id],
                    tuple((arrow.id, self.bends.get(arrow.id)) for arrow in line.arrows),
                )
                for line in self.lines
            ),
            tuple(
                (
                    node, self.names[node], self.points[node], self.ranks[node],
                    self.glyphs[node].width, self.glyphs[node].height,
                )
                for node in self.nodes
            ),
            self.box,
            self.card,
        )  # fmt: skip


@dataclass(frozen=True)
class PlaceLayout:
    """The result, by line id and node id."""

    routes: Mapping[str, Route]
    sides: Mapping[str, str]
    texts: Mapping[str, str]
    labels: Mapping[str, EdgeLabel]
    mutes: Mapping[str, str]
    """The codes of the levels at which there is no room for a name."""


_laid: dict[Hashable, PlaceLayout] = {}


def lay_out_place(scene: PlaceContents) -> PlaceLayout:
    """Lay out a place, or remember how it was laid out."""
    key = scene.key
    laid = _laid.pop(key, None) or _lay_out(scene)
    _laid[key] = laid  # the last one used is the last one forgotten
    while len(_laid) > REMEMBERED:
        # Another thread may have been as quick.
        _laid.pop(next(iter(_laid), None), None)
    return laid


def frame(box: Rect, card: bool) -> Rect:
    """Where in a panel or card cells and names may stand: below its title."""
    return Rect(box.x1, box.y1 + (CARD_STRIP if card else TITLE), box.x2, box.y2)


def _lay_out(scene: PlaceContents) -> PlaceLayout:
    drawn, nodes, points, glyphs = scene.lines, scene.nodes, scene.points, scene.glyphs
    room = frame(scene.box, scene.card)
    names = {node: scene.names[node] for node in nodes}
    fonts = {node: SIZES[NEAR if scene.ranks[node] else PLAIN].node for node in nodes}
    chords = [
        Route(0.0, Polyline((points[line.source], points[line.target])))
        for line in drawn
        if RANK[line.tier] < ALL and not line.merged and line.source != line.target
    ]
    sides = node_sides(names, points, glyphs, chords, room, fonts)
    for _ in range(2):
        boxes = _name_boxes(nodes, sides, names, points, glyphs, fonts)
        routes = route_all(drawn, points, glyphs, nodes, boxes, room, scene.card, scene.bends)
        plain = [routes[line.id] for line in drawn if RANK[line.tier] < ALL and not line.merged]
        ends = [
            end
            for route in {id(route): route for route in routes.values()}.values()
            for end in (route.head(SIZES[NEAR].head), route.tail)
        ]
        before, sides = sides, node_sides(names, points, glyphs, plain, room, fonts, ends)
        if sides == before:
            break
    labels = _labels(scene, routes, sides, room)
    bodies = {n: Rect.around(points[n], glyphs[n].width, glyphs[n].height) for n in nodes}
    mutes: dict[str, str] = defaultdict(str)
    for level in levels(scene.card):
        size = SIZES[level.size]
        boxes = {n: side_box(sides[n], points[n], glyphs[n], names[n], size.node) for n in nodes}
        for id_ in silent(level, drawn, scene.ranks, bodies, boxes, routes, labels, room):
            mutes[id_] += level.code
    return PlaceLayout(routes, sides, scene.texts, labels, mutes)


def _name_boxes(nodes, sides, names, points, glyphs, fonts) -> dict[str, Rect]:
    return {n: side_box(sides[n], points[n], glyphs[n], names[n], fonts[n]) for n in nodes}


def _labels(
    scene: PlaceContents, routes: Mapping[str, Route], sides, room: Rect
) -> dict[str, EdgeLabel]:
    """Names on arrows: those of the overview choose first, then those of the core."""
    drawn, points, glyphs = scene.lines, scene.points, scene.glyphs
    plain, near, close = (SIZES[word].edge for word in (PLAIN, NEAR, CLOSE))
    apart = _apart(drawn)
    spots: dict[str, EdgeLabel] = {}
    core = [line for line in drawn if RANK[line.tier] < ALL]
    for ways, word, sizes, wanted in (
        (core, PLAIN, (plain, near), [li for li in core if li.tier == "overview"]),
        # Core arrows of a card are spread out only in the organ's own view, seen from near.
        (core, CLOSE if scene.card else NEAR, (near, close) if scene.card else (plain, near),
         [li for li in core if li.tier == "core"]),
        (drawn, NEAR, (near,), [li for li in drawn if RANK[li.tier] == ALL]),
    ):  # fmt: skip
        rank = 2 if ways is drawn else 1
        size = SIZES[word]
        boxes = [
            box
            for node in scene.nodes
            if scene.ranks[node] <= rank
            for box in (
                Rect.around(points[node], glyphs[node].width, glyphs[node].height),
                side_box(sides[node], points[node], glyphs[node], scene.names[node], size.node),
            )
        ]
        here = {line.id: routes[line.id] for line in ways}
        boxes += [end for route in here.values() for end in (route.head(size.head), route.tail)]
        for merged in (False, True):
            named = {
                li.id: scene.texts[li.id]
                for li in wanted
                if scene.texts[li.id] and li.merged == merged
            }
            edge_labels(named, here, boxes, room, apart, spots, sizes)
    return spots


def _apart(drawn: Sequence[DrawnEdge]) -> dict[str, set[str]]:
    """Lines that never share the screen: a merged line and its members."""
    apart: dict[str, set[str]] = defaultdict(set)
    for line in drawn:
        if line.merged:
            members = {arrow.id for arrow in line.arrows}
            apart[line.id] |= members
            for member in members:
                apart[member].add(line.id)
    return apart
