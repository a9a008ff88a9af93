"""Which names must be left out, as none may lie on top of something: names on arrows where they
find no room, those of cells only where everything is shown at once."""

from collections.abc import Iterator, Mapping, Sequence

from ..model.vocabulary import RANK
from ..notation.sizes import SIZES
from .bins import Bins
from .edge_bundling import DrawnEdge
from .edge_routing import Route
from .geometry import Rect
from .label_placement import EdgeLabel
from .levels import ALL, OVERVIEW, Level

_SLACK = 0.5


def silent(
    level: Level,
    drawn: Sequence[DrawnEdge],
    ranks: Mapping[str, int],
    bodies: Mapping[str, Rect],
    names: Mapping[str, Rect],
    routes: Mapping[str, Route],
    labels: Mapping[str, EdgeLabel],
    room: Rect,
) -> Iterator[str]:
    """The ids of nodes and lines of a place whose names have no room at a level.

    What is left out is told by a touch, and in the table.
    """
    size = SIZES[level.size]
    lines = level.lines(drawn)
    ends = {node for line in lines for node in (line.source, line.target)}
    cells = [body for node, body in bodies.items() if node in ends or ranks[node] < ALL]
    heads = [
        end
        for route in {id(routes[li.id]): routes[li.id] for li in lines}.values()
        for end in (route.head(size.head), route.tail)
    ]
    solid = Bins(enumerate([*cells, *heads]))
    placed, words = [], Bins()
    hard = [*cells, *heads]
    ways = Bins((li.id, routes[li.id].path) for li in lines)

    def clear(box: Rect, own: Rect | None = None) -> bool:
        near = [hard[at] for at in solid.near(box) if hard[at] is not own]
        return not box.count_met(near) and not box.count_met(placed[at] for at in words.near(box))

    def tell(box: Rect) -> None:
        words.add(len(placed), box)
        placed.append(box)

    everything = level.rank == ALL
    for node in (node for node in names if node in ends):
        box = names[node].grown(-_SLACK)
        late = level.code == "O" and ranks[node] > OVERVIEW
        if everything and (late or not clear(box, bodies[node])):
            yield node
        else:
            tell(box)
    for line in lines:
        if line.id not in labels or (RANK[line.tier] == ALL and not line.merged):
            continue
        box = labels[line.id].box(size.edge).grown(-_SLACK)
        if (
            (level.code == "O" and RANK[line.tier] > OVERVIEW)
            or not room.holds(box)
            or not clear(box)
            or (everything and any(
                routes[id_].path.hits(box) for id_ in ways.near(box) if id_ != line.id
            ))
        ):  # fmt: skip
            yield line.id
        else:
            tell(box)
