"""One place of a drawing laid out: the ways of its lines, and where names stand.

It takes most of the time of compiling, and what an author changes is one place as a rule, so the
places laid last are remembered by all that they follow from.
"""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from ..model.vocabulary import RANK
from ..notation.glyphs import Glyph
from ..notation.grammar import family
from ..notation.sizes import EDGE_FONT, NEAR_EDGE_FONT, TITLE
from .edge_bundling import Line
from .edge_routing import Route, route_all
from .geometry import Point, Rect
from .label_placement import EdgeLabel, edge_labels, node_sides, side_box
from .viewport import near

REMEMBERED = 64
"""Places; a pathway has a dozen."""


@dataclass(frozen=True)
class Scene:
    """What stands at a place. `points`, `glyphs` and `ranks` may hold those of others, too."""

    lines: Sequence[Line]
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

    @property
    def key(self) -> Hashable:
        """All that the result follows from: equal keys are laid out equally."""
        return (
            tuple(
                (
                    line.id, line.source, line.target, line.tier, family(line.effect),
                    self.texts[line.id],
                    tuple((arrow.id, arrow.interaction.bend) for arrow in line.arrows),
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
class Laid:
    """The result, by line id and node id."""

    routes: Mapping[str, Route]
    sides: Mapping[str, str]
    texts: Mapping[str, str]
    labels: Mapping[str, EdgeLabel]


_laid: dict[Hashable, Laid] = {}


def lay(scene: Scene) -> Laid:
    """Lay out a place, or remember how it was laid out."""
    key = scene.key
    laid = _laid.pop(key, None) or _lay(scene)
    _laid[key] = laid  # the last one used is the last one forgotten
    while len(_laid) > REMEMBERED:
        # Another thread may have been as quick.
        _laid.pop(next(iter(_laid), None), None)
    return laid


def _lay(scene: Scene) -> Laid:
    drawn, nodes, points, glyphs = scene.lines, scene.nodes, scene.points, scene.glyphs
    here = route_all(drawn, points, glyphs, nodes)
    frame = Rect(scene.box.x1, scene.box.y1 + TITLE, scene.box.x2, scene.box.y2)
    plain = [here[line.id] for line in drawn if RANK[line.tier] < 2 and not line.merged]
    names = {node: scene.names[node] for node in nodes}
    sides = node_sides(names, points, glyphs, plain, frame)
    boxes = [
        box
        for node in nodes
        if scene.ranks[node] < 2
        for box in (
            Rect.around(points[node], glyphs[node].width, glyphs[node].height),
            side_box(sides[node], points[node], glyphs[node], names[node]),
        )
    ]
    apart = _apart(drawn)
    first = {li.id: here[li.id] for li in drawn if RANK[li.tier] < 2}
    spots: dict[str, EdgeLabel] = {}
    # Core arrows of a card are spread out only in the organ's own view, seen from near.
    size = NEAR_EDGE_FONT if scene.card and near(scene.box) else EDGE_FONT
    for ways, font, wanted in (
        (first, EDGE_FONT, [li for li in drawn if li.tier == "overview" and not li.merged]),
        (first, EDGE_FONT, [li for li in drawn if RANK[li.tier] < 2 and li.merged]),
        (first, size, [li for li in drawn if li.tier == "core" and not li.merged]),
        (here, size, [li for li in drawn if RANK[li.tier] == 2]),
    ):
        named = {li.id: scene.texts[li.id] for li in wanted if scene.texts[li.id]}
        edge_labels(named, ways, boxes, frame, apart, spots, font)
    return Laid(here, sides, scene.texts, spots)


def _apart(drawn: Sequence[Line]) -> dict[str, set[str]]:
    """Lines that never share the screen: a merged line and its members."""
    apart: dict[str, set[str]] = defaultdict(set)
    for line in drawn:
        if line.merged:
            members = {arrow.id for arrow in line.arrows}
            apart[line.id] |= members
            for member in members:
                apart[member].add(line.id)
    return apart
