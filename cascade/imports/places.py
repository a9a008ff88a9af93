"""The stages and places of a draft, with positions as far as the file tells them."""

from dataclasses import dataclass, field

from ..exports.table import split
from ..layout.grid import BORDER, HEADER, MARGIN
from ..loading.loader import is_id
from .library import DraftOrgans
from .sheet import Row, line, number, slug, unique

_UNIT = 10.0
"""Drawing units a grid step, where positions are given: fine enough to hit each exactly."""
_STEPS = 999
"""Of a grid at most, see model/base.py."""
_PAD = 90.0
_STAGE = "imported"


@dataclass
class DraftPlace:
    """A panel of the draft: who stands there, and where the file says so."""

    id: str
    stage: str
    name: str
    organ: str
    box: tuple[float, ...] | None
    cells: dict[str, tuple[float, float] | None] = field(default_factory=dict)
    sketched: bool = False

    @property
    def fixed(self) -> bool:
        """Whether every cell has a position of its own, in our units."""
        spots = list(self.cells.values())
        return not self.sketched and None not in spots and len(set(spots)) == len(spots)

    @property
    def sketch(self) -> dict[str, tuple[float, float]] | None:
        """Where the cells stand in another program's drawing, if it places all of them."""
        known = {cell: place for cell, place in self.cells.items() if place}
        return known if self.sketched and len(known) == len(self.cells) else None


class DraftPlaces:
    """Takes in the interactions of a draft one by one."""

    def __init__(self, sketched: bool = False):
        self.sketched = sketched
        self.stages: dict[str, str] = {}
        self.places: dict[str, DraftPlace] = {}
        self.said: list[str] = []
        self._known: dict[tuple[str, str], DraftPlace] = {}

    def put(self, row: Row, step: dict, organs: DraftOrgans) -> str:
        """The id of the place where an interaction stands, after its cells were put there."""
        place = self._place(row, organs)
        for end in ("from", "to"):
            at = _spot(row, end)
            cell = step[end]
            old = place.cells.get(cell)
            if old and at and old != at and not self.sketched:
                where = f"{row.where}: '{cell}' stands elsewhere in '{place.id}'"
                self.said.append(f"{where}; the first place counts")
            place.cells[cell] = old or at
        return place.id

    def _place(self, row: Row, organs: DraftOrgans) -> DraftPlace:
        names = line(row.get("stage")), line(row.get("place"))
        if names in self._known:
            return self._known[names]
        stage = names[0] if is_id(names[0]) else slug(names[0], _STAGE)
        self.stages.setdefault(
            stage, line(row.get("stage_name")) or stage.replace("-", " ").title()
        )
        wanted = names[1] if is_id(names[1]) else slug(names[1], stage)
        place = DraftPlace(
            unique(wanted, self.places), stage, line(row.get("place_name")),
            organs.id_of(row.get("place_organ")), _box(row.get("place_box")),
            sketched=self.sketched,
        )  # fmt: skip
        self.places[place.id] = self._known[names] = place
        return place


def fixed_panel(place: DraftPlace) -> dict:
    """A panel whose cells stand exactly where the file says."""
    spots = list(place.cells.values())
    box = place.box
    if box is None or not all(_inside(at, box) for at in spots):
        box = _around(spots)
    x, y, width, height = box
    unit = _unit(box)
    columns, rows = (width - 2 * MARGIN) / unit, (height - HEADER - MARGIN) / unit
    cells = {
        cell: (
            round((at[0] - x - MARGIN) / unit - 0.5, 3),
            round((at[1] - y - HEADER) / unit - 0.5, 3),
        )
        for cell, at in place.cells.items()
    }
    return panel(place, cells, (round(columns, 3), round(rows, 3)), box)


def panel(place: DraftPlace, cells: dict, grid: tuple[float, float], box=None) -> dict:
    """A panel as plain data."""
    result = {"id": place.id}
    if place.name:
        result["name"] = place.name
    if place.organ:
        result["organ"] = place.organ
    if box:
        result["box"] = [_plain(n) for n in box]
    result["grid"] = [_plain(n) for n in grid]
    result["cells"] = [
        {"cell": cell, "at": [_plain(column), _plain(row)]} for cell, (column, row) in cells.items()
    ]
    return result


def _plain(value: float) -> float | int:
    return int(value) if value == int(value) else value


def _spot(row: Row, end: str) -> tuple[float, float] | None:
    numbers = _numbers([row.get(f"{end}_x"), row.get(f"{end}_y")])
    return (numbers[0], numbers[1]) if numbers else None


def _box(text: str) -> tuple[float, ...] | None:
    numbers = _numbers(split(text)) if text else None
    good = numbers and len(numbers) == 4 and numbers[2] > 4 * MARGIN and numbers[3] > 2 * HEADER
    return tuple(numbers) if good else None


def _numbers(texts: list[str]) -> list[float] | None:
    """One decimal, as drawing units have; None where a text is no sensible number."""
    numbers = [number(text) for text in texts]
    if any(n is None or abs(n) >= 4e4 for n in numbers):
        return None
    return [round(n, 1) for n in numbers]


def _unit(box: tuple[float, ...]) -> float:
    """Drawing units a grid step: more than usual where the grid would have too many steps."""
    return max(_UNIT, *(side / _STEPS for side in box[2:]))


def _inside(spot: tuple[float, float], box: tuple[float, ...]) -> bool:
    (x, y, width, height), half = box, _unit(box) / 2
    return (
        x + MARGIN + half <= spot[0] < x + width - MARGIN - half
        and y + HEADER + half <= spot[1] < y + height - MARGIN - half
    )


def _around(spots: list[tuple[float, float]]) -> tuple[float, ...]:
    left, top = (min(place[i] for place in spots) - _PAD for i in (0, 1))
    right, bottom = (max(place[i] for place in spots) + _PAD for i in (0, 1))
    top -= HEADER - BORDER
    return tuple(round(n, 1) for n in (left, top, right - left, bottom - top))
