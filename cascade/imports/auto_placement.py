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
TRIES = 7


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


def _neighbors(cells: list[str], pairs: Iterable[tuple[str, str]]) -> list[str]:
    """Cells in an order that keeps partners near each other."""
    links: dict[str, list[str]] = defaultdict(list)
    for one, two in pairs:
        links[one].append(two)
        links[two].append(one)
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
