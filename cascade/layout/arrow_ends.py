"""Where arrows leave and enter their cells: on free arcs of the outline, not all on one spot."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import atan2, degrees

from ..notation.glyphs import Glyph
from ..notation.sizes import PLAIN, SIZES
from .geometry import Point, Rect, between, direction

_HEAD, _TAIL = SIZES[PLAIN].head + 3.0, 9.0
"""The room of an end along the outline."""
_MOST = 55.0
"""Degrees that an end may move: beyond it an arrow would graze its cell."""
_ROUNDS = 24
_ENOUGH = 0.8
"""Of the room of two ends: as near they do not lie on each other."""
_FARTHEST = 92
"""Degrees that a head may leap."""
_CROWD = 60
"""Ends at a cell among which nobody looks for room: keeps compiling linear."""
_STEP = 2
"""Degrees: finer angles would only make the page heavier."""


@dataclass
class Way:
    """A run that one or several lines share, with the angles of its ends."""

    source: str
    target: str
    bend: float
    control: Point
    ids: list[str]
    leave: float
    enter: float
    core: bool


@dataclass
class _Spot:
    """An end, or with no way what is in the way; `at` is an angle, `half` its room at each side."""

    at: float
    half: float
    way: Way | None = None
    enters: bool = False
    fixed: bool = True
    natural: float = 0.0


def spread_ends(
    rounds: Sequence[Sequence[Way]],
    points: Mapping[str, Point],
    glyphs: Mapping[str, Glyph],
    names: Mapping[str, Rect],
    loops: Iterable,
) -> None:
    """Move the ends of ways apart, those of the first round first: later ones take what is left."""
    turned: dict[str, list[tuple[float, ...]]] = defaultdict(list)
    for loop in loops:
        turned[loop.node].append(loop.controls)
    placed: set[int] = set()
    for ways in rounds:
        around: dict[str, list[_Spot]] = defaultdict(list)
        for way in ways:
            fixed = id(way) in placed
            for node, at, enters in ((way.source, way.leave, False), (way.target, way.enter, True)):
                glyph = glyphs[node]
                radius = (glyph.width + glyph.height) / 4 + 5
                half = degrees((_HEAD if enters else _TAIL) / 2 / radius)
                around[node].append(_Spot(at, half, way, enters, fixed, at))
            placed.add(id(way))
        for node, spots in around.items():
            radius = (glyphs[node].width + glyphs[node].height) / 4 + 5
            if node in names:
                spots.append(_name(points[node], glyphs[node], names[node]))
            half = degrees(_HEAD / 2 / radius)
            spots += [_Spot(at % 360, half) for pair in turned[node] for at in pair]
            _apart(spots)
            for spot in spots if len(spots) < _CROWD else ():
                if spot.enters and not spot.fixed:
                    _leap(spot, spots)
            for spot in spots:
                if spot.way and not spot.fixed:
                    at = float(_STEP * round(spot.at % 360 / _STEP))
                    if spot.enters:
                        spot.way.enter = at
                    else:
                        spot.way.leave = at


def _name(center: Point, glyph: Glyph, box: Rect) -> _Spot:
    """The arc in front of which a name stands."""
    x, y = box.center[0] - center[0], box.center[1] - center[1]
    at = direction(center, box.center)
    if abs(y) * glyph.width > abs(x) * glyph.height:
        corner = degrees(atan2(box.width / 2, glyph.height / 2 + 8))
    else:
        corner = degrees(atan2(box.height / 2, glyph.width / 2 + 8))
    return _Spot(at, min(corner + 4, 70))


def _apart(spots: list[_Spot]) -> None:
    """Push spots of a circle apart until none overlap, or nothing more can move."""
    free = [spot for spot in spots if not spot.fixed]
    if not free or len(spots) < 2:
        return
    needed = 2 * sum(spot.half for spot in spots)
    tight = min(1.0, 350 / needed)
    order = sorted(spots, key=lambda spot: spot.at)
    for _ in range(_ROUNDS):
        moved = 0.0
        for index, end in enumerate(order):
            after = order[(index + 1) % len(order)]
            if end is after or (end.fixed and after.fixed):
                continue
            turn = 360 if index + 1 == len(order) else 0
            over = (end.half + after.half) * tight - (after.at + turn - end.at)
            if over <= 0.2:
                continue
            share = 1.0 if end.fixed or after.fixed else 0.5
            if not end.fixed:
                end.at = max(end.at - over * share, end.natural - _MOST)
            if not after.fixed:
                after.at = min(after.at + over * share, after.natural + _MOST)
            moved = max(moved, over)
        if moved < 0.5:
            return


def _leap(head: _Spot, spots: Sequence[_Spot]) -> None:
    """Turn a head that still lies on another to where it has most room: no spot is pushed past the
    next, so between two that stay some cannot be pushed apart."""

    def room(at: float, heads: bool) -> float:
        """Up to the next spot, by what both need, or the next head."""
        near = (
            between(at, spot.at) / (spot.half + head.half)
            for spot in spots
            if spot is not head and (spot.enters or not heads)
        )
        return min(near, default=_ENOUGH)

    if room(head.at, True) >= _ENOUGH:
        return
    turns = [head.at + turn for step in range(0, _FARTHEST, 4) for turn in (step, -step)]
    head.at = max(
        turns,
        key=lambda at: min(room(at, True), _ENOUGH) + 0.3 * min(room(at, False), _ENOUGH),
    )
