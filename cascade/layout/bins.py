"""A grid of squares that tells what may meet a box or a curve, so that not every pair is tried."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from itertools import pairwise
from math import ceil, floor, hypot

from .geometry import Polyline, Rect

_SIDE = 120.0
_MOST = 400
"""Squares; what reaches into more is tried with everything."""
_FEW = 80
"""Keys that are tried one by one sooner than they are sorted into squares."""


class Bins:
    """Keys by the squares that their boxes or curves reach into."""

    def __init__(self, items: Iterable[tuple[Hashable, Rect | Polyline]] = ()):
        self._squares: dict[tuple[int, int], list[Hashable]] = defaultdict(list)
        self._wide: list[Hashable] = []
        self._order: dict[Hashable, int] = {}
        self._waiting: list[tuple[Hashable, Rect | Polyline]] = []
        for key, shape in items:
            self.add(key, shape)

    def add(self, key: Hashable, shape: Rect | Polyline) -> None:
        """Each key once."""
        self._order[key] = len(self._order)
        self._waiting.append((key, shape))

    def near(self, shape: Rect | Polyline) -> list:
        """The keys that may meet a box or curve, in the order in which they were added."""
        if len(self._order) <= _FEW:
            return list(self._order)
        self._sort()
        squares = _squares(shape)
        if squares is None:
            return list(self._order)
        ids = set(self._wide)
        for square in squares:
            ids.update(self._squares.get(square, ()))
        return sorted(ids, key=self._order.__getitem__)

    def _sort(self) -> None:
        for key, shape in self._waiting:
            squares = _squares(shape)
            for square in squares or ():
                self._squares[square].append(key)
            if squares is None:
                self._wide.append(key)
        self._waiting.clear()

    def after(self, key: Hashable, shape: Rect | Polyline) -> list:
        """Those of `near` that were added later than a key."""
        place = self._order[key]
        return [id for id in self.near(shape) if self._order[id] > place]


def _squares(shape: Rect | Polyline) -> set[tuple[int, int]] | None:
    """The squares of a shape, and their neighbors within a unit; None for too many."""
    boxes = [shape] if isinstance(shape, Rect) else _pieces(shape)
    squares: set[tuple[int, int]] = set()
    for box in boxes:
        across = range(floor((box.x1 - 1) / _SIDE), floor((box.x2 + 1) / _SIDE) + 1)
        down = range(floor((box.y1 - 1) / _SIDE), floor((box.y2 + 1) / _SIDE) + 1)
        if len(across) * len(down) > _MOST or len(squares) > _MOST:
            return None
        squares.update((x, y) for x in across for y in down)
    return squares


def _pieces(curve: Polyline) -> Iterator[Rect]:
    """Boxes around short pieces of a curve."""
    for (x1, y1), (x2, y2) in pairwise(curve):
        many = min(max(ceil(hypot(x2 - x1, y2 - y1) / _SIDE), 1), _MOST)
        for i in range(many):
            a, b = i / many, (i + 1) / many
            xs = x1 + (x2 - x1) * a, x1 + (x2 - x1) * b
            ys = y1 + (y2 - y1) * a, y1 + (y2 - y1) * b
            yield Rect(min(xs), min(ys), max(xs), max(ys))
