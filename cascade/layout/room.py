"""Which names must be left out where everything is shown at once: none lies on top of another."""

from collections.abc import Iterator, Mapping, Sequence

from ..model.vocabulary import RANK
from ..notation.sizes import NEAR, SIZES
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
) -> Iterator[str]:
    """The ids of nodes and lines of a place whose names have no room at a level.

    Names of cells are left out only where the whole figure or a phone shows everything: there a
    touch tells them.
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
    told: list[Rect] = []
    for node in (node for node in names if node in ends):
        box = names[node].grown(-_SLACK)
        own = bodies[node]
        hit = any(box.meets(one) for one in (*told, *heads)) or any(
            box.meets(one) for one in cells if one is not own
        )
        whole = level.code == "O"
        if (whole and ranks[node] > OVERVIEW) or (
            hit and (whole or (level.size != NEAR and level.code != "C"))
        ):
            yield node
        else:
            told.append(box)
    for line in lines:
        if line.id not in labels or (RANK[line.tier] == ALL and not line.merged):
            continue
        box = labels[line.id].box(size.edge).grown(-_SLACK)
        if (
            (level.code == "O" and RANK[line.tier] > OVERVIEW)
            or any(box.meets(one) for one in (*told, *heads, *cells))
            or any(routes[li.id].path.hits(box) for li in lines if li is not line)
        ):
            yield line.id
        else:
            told.append(box)
