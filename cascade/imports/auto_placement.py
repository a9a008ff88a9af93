"""Where cells stand when nobody says: a grid while it is clean, else a ring.

On a ring no straight arrow can run through a third cell, so with enough room any arrows are clean.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, cos, pi, sin

from ..layout.grid import PITCH

_FLAT = 0.72
"""Height of a ring by its width: screens are wider than high."""
_ROOM = 0.9
"""Places between cells of a sketch."""
TRIES = 7
SKETCHES = 3


@dataclass(frozen=True)
class Plan:
    """Grid places by cell, and the grid that holds them."""

    spots: dict[str, tuple[float, float]]
    grid: tuple[float, float]


def plan(cells: list[str], pairs: Iterable[tuple[str, str]], number: int) -> Plan:
    """The plan with a number from 0 to TRIES - 1: closest first, roomiest last."""
    order = _neighbors(cells, pairs)
    if number < 2:
        return _rows(order, (1.0, 1.4)[number])
    return _ring(order, (1.0, 1.25, 1.6, 2.1, 2.7)[number - 2])


def sketched(spots: dict[str, tuple[float, float]], number: int) -> Plan:
    """The cells as another program's drawing places them, scaled so that they stand apart; with a
    number from 0 to SKETCHES - 1: closest first."""
    left, top = min(x for x, _ in spots.values()), min(y for _, y in spots.values())
    moved = {cell: (x - left, y - top) for cell, (x, y) in spots.items()}
    width = max(x for x, _ in moved.values()) or 1.0
    height = max(y for _, y in moved.values()) or 1.0
    # About as many places as cells, twice or more as much room as a grid of them.
    side = (len(spots) ** 0.5) * (1.3, 1.8, 2.5)[number]
    scale = side / max(width, height * 0.8)
    placed = {cell: [x * scale, y * scale] for cell, (x, y) in moved.items()}
    for _ in range(200):
        if not _push_apart(list(placed.values())):
            break
    low = [min(place[axis] for place in placed.values()) for axis in (0, 1)]
    return _plan({c: (round(x - low[0], 2), round(y - low[1], 2)) for c, (x, y) in placed.items()})


def _push_apart(spots: list[list[float]]) -> bool:
    """Moves cells that stand too close by half of what is missing; whether there were any."""
    moved = False
    earlier: dict[tuple[int, int], list[list[float]]] = defaultdict(list)
    for cell in spots:
        # By their squares; what a push moves farther is found in the next round.
        column, row = int(cell[0] // _ROOM), int(cell[1] // _ROOM)
        around = [(column + x, row + y) for x in range(-2, 3) for y in range(-2, 3)]
        near = [two for square in around for two in earlier.get(square, ())]
        earlier[column, row].append(cell)
        for two in near:
            dx, dy = cell[0] - two[0], cell[1] - two[1]
            if abs(dx) >= _ROOM - 1e-3 or abs(dy) >= _ROOM - 1e-3:
                continue
            axis = 0 if abs(dx) >= abs(dy) else 1
            lacks = (_ROOM - abs((dx, dy)[axis])) / 2
            lacks = lacks if (dx, dy)[axis] >= 0 else -lacks
            cell[axis] += lacks
            two[axis] -= lacks
            moved = True
    return moved


def _neighbors(cells: list[str], pairs: Iterable[tuple[str, str]]) -> list[str]:
    """Cells in an order that keeps partners near each other."""
    links: dict[str, list[str]] = defaultdict(list)
    for first, second in pairs:
        links[first].append(second)
        links[second].append(first)
    left = dict.fromkeys(sorted(cells, key=lambda cell: -len(set(links[cell]))))
    order: list[str] = []
    while left:
        near = max(left, key=lambda cell: sum(other in order[-4:] for other in links[cell]))
        order.append(near)
        del left[near]
    return order


def _rows(order: list[str], room: float) -> Plan:
    """Rows from left to right and back, every other one moved by half a place."""
    columns = max(2, ceil((len(order) * 1.5) ** 0.5))
    spots = {}
    for index, cell in enumerate(order):
        row, column = divmod(index, columns)
        if row % 2:
            column = columns - 1 - column + 0.5
        spots[cell] = (round(column * room, 2), round(row * room, 2))
    return _plan(spots)


def _ring(order: list[str], room: float) -> Plan:
    count = max(len(order), 3)
    # A place more than the cells' own width apart, along the flattened ring.
    radius = room * count * PITCH[0] / (2 * pi * (1 + _FLAT) / 2) / PITCH[0]
    spots = {}
    for index, cell in enumerate(order):
        angle = 2 * pi * index / count - pi / 2
        x, y = radius * (1 + cos(angle)), radius * _FLAT * (1 + sin(angle))
        spots[cell] = (round(x, 2), round(y, 2))
    return _plan(spots)


def _plan(spots: dict[str, tuple[float, float]]) -> Plan:
    columns = max(x for x, _ in spots.values()) + 1
    rows = max(y for _, y in spots.values()) + 1
    # Half a place of air for labels and bends at each side.
    moved = {cell: (round(x + 0.3, 2), round(y + 0.2, 2)) for cell, (x, y) in spots.items()}
    return Plan(moved, (round(columns + 0.6, 2), round(rows + 0.6, 2)))
