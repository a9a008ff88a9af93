"""How large a view is seen on a screen, what is demanded, and a table of both for a pathway."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..notation.sizes import FAR, size_of
from .drawing import Drawing
from .levels import ALL
from .viewport import DESK, LAPTOP, PHONE, SCREENS, TABLET, Screen, size
from .visibility import View

# Pixels by screen: names of cells in the overview, in a stage with those on arrows, in an organ.
# A phone's overview has no names of cells.
SMALLEST = {
    LAPTOP: (11, 17, 15, 20),
    DESK: (16, 24, 21, 26),
    TABLET: (9, 15, 13, 18),
    PHONE: (0, 12, 11, 14),
}
HEADS = {"overview": 6.0, "stage": 8.0, "organ": 8.0}
FILL = (0.92, 0.75)
"""Of one side of the screen, and of the other."""


@dataclass(frozen=True)
class Measures:
    """A view on a screen: pixels of names of cells, of names on arrows and of heads, and the parts
    of the screen's sides that it fills, the larger first."""

    node: float
    edge: float
    head: float
    fill: tuple[float, float]


@dataclass(frozen=True)
class Seen:
    """A view, and how many findings of each kind it has."""

    view: View
    counts: Mapping[str, int]


_Column = tuple[Screen, Sequence[Seen]]


def screens(drawing: Drawing) -> list[Screen]:
    """Those of the drawing's shape."""
    return [screen for screen in SCREENS if screen.tall == drawing.layout.tall]


def measure(view: View, screen: Screen) -> Measures | None:
    """Nothing where the screen shows the view at another size, which is another view."""
    scale = screen.zoom(view.box)
    word = size(view.kind, scale)
    if word not in (view.size, FAR):
        return None
    sizes = size_of(word)
    sides = zip((view.box.width, view.box.height), screen.room, strict=True)
    less, more = sorted(side * scale / room for side, room in sides)
    node, edge = (0.0, 0.0) if word == FAR else (sizes.node * scale, sizes.edge * scale)
    return Measures(node, edge, sizes.head * scale, (more, less))


def smallest(kind: str, screen: Screen) -> tuple[float, float]:
    """The least pixels of names of cells and on arrows in a kind of view."""
    overview, stage, edge, organ = SMALLEST[screen]
    return {"overview": (overview, 0), "stage": (stage, edge), "organ": (organ, 0)}[kind]


def table(
    id_: str, shapes: Sequence[tuple[Drawing, Sequence[Seen]]], kinds: Mapping[str, str]
) -> Iterator[str]:
    """A pathway's measures in Markdown, a column a screen: the least of all views, in brackets what
    is demanded; then how many findings there are, in core views + at detail All."""
    columns = [(screen, seen) for drawing, seen in shapes for screen in screens(drawing)]
    yield _row(id_, [screen.name for screen, _ in columns])
    yield _row("---", ["---"] * len(columns))
    for words, cells in _sizes(columns):
        if any(cell.strip("-") for cell in cells):
            yield _row(words, cells)
    for kind, words in kinds.items():
        yield _row(words, [_count(kind, column) for column in columns])
    for kind, words in kinds.items():
        cells = [str(_in_lectures(kind, seen)) for _, seen in columns]
        if any(cell != "0" for cell in cells):
            yield _row(f"steps of lectures: {words}", cells)


def _row(words: str, cells: Sequence[str]) -> str:
    return f"| {words} | {' | '.join(cells)} |"


def _sizes(columns: Sequence[_Column]) -> Iterator[tuple[str, list[str]]]:
    """What is measured, with what each screen has; '-' where it has no such thing."""
    for kind in HEADS:
        for at, (name, words) in enumerate((("node", "of cells"), ("edge", "on arrows"))):
            least = [smallest(kind, screen)[at] for screen, _ in columns]
            if any(least):
                got = (_least(kind, column, name) for column in columns)
                pairs = zip(got, least, strict=True)
                cells = [f"{px} ({most})" if most and px != "-" else px for px, most in pairs]
                yield f"{kind}: names {words}, px", cells
        yield (
            f"{kind}: heads, px ({HEADS[kind]:g})",
            [_least(kind, column, "head") for column in columns],
        )
        if kind != "overview":
            demanded = " x ".join(f"{part:.0%}" for part in FILL)
            yield f"{kind}: fill ({demanded})", [_fill(kind, column) for column in columns]


def _measured(kind: str, column: _Column) -> list[Measures]:
    screen, seen = column
    views = (entry.view for entry in seen if entry.view.kind == kind and entry.view.rank < ALL)
    return [measures for view in views if (measures := measure(view, screen))]


def _least(kind: str, column: _Column, name: str) -> str:
    least = min((getattr(measured, name) for measured in _measured(kind, column)), default=0.0)
    return f"{least:.1f}" if least else "-"


def _fill(kind: str, column: _Column) -> str:
    fills = [measured.fill for measured in _measured(kind, column)]
    return f"{min(m for m, _ in fills):.0%} x {min(n for _, n in fills):.0%}" if fills else "-"


def _count(kind: str, column: _Column) -> str:
    screen, seen = column
    counts: Counter = Counter()
    for entry in seen:
        if entry.view.kind != "lecture" and measure(entry.view, screen):
            counts[entry.view.rank == ALL] += entry.counts[kind]
    return f"{counts[False]} + {counts[True]}"


def _in_lectures(kind: str, seen: Sequence[Seen]) -> int:
    return sum(entry.counts[kind] for entry in seen if entry.view.kind == "lecture")
