"""Shapes of a GPML file and the labels that name them.

Many authors draw a cell as a shape and write its name on it as a label of its own, which nothing
in the file ties to the shape but its place.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import isfinite
from xml.etree.ElementTree import Element

from ..layout.bins import Bins
from ..layout.geometry import Rect

_BESIDE = 15.0
"""Up to that far from a shape a label may stand that names it."""


@dataclass(frozen=True)
class Box:
    """A rectangle in the file's own units, y growing downwards."""

    x1: float
    y1: float
    x2: float
    y2: float

    @staticmethod
    def of(element: Element) -> "Box | None":
        for child in element:
            if str(child.tag).rpartition("}")[2] == "Graphics":
                numbers = [
                    _number(child, name) for name in ("CenterX", "CenterY", "Width", "Height")
                ]
                if None in numbers[:2]:
                    return None
                x, y, width, height = (value or 0.0 for value in numbers)
                width, height = abs(width), abs(height)
                return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
        return None

    @staticmethod
    def around(boxes: "Iterable[Box]") -> "Box":
        boxes = list(boxes)
        return Box(
            min(b.x1 for b in boxes), min(b.y1 for b in boxes),
            max(b.x2 for b in boxes), max(b.y2 for b in boxes),
        )  # fmt: skip

    @property
    def middle(self) -> tuple[float, float]:
        return (self.x1 + self.x2) / 2, (self.y1 + self.y2) / 2

    @property
    def area(self) -> float:
        return (self.x2 - self.x1) * (self.y2 - self.y1)

    def holds(self, x: float, y: float) -> bool:
        return self.x1 <= x <= self.x2 and self.y1 <= y <= self.y2

    def apart(self, other: "Box") -> float:
        """The gap between two boxes; 0 where they meet."""
        dx = max(self.x1 - other.x2, other.x1 - self.x2, 0.0)
        dy = max(self.y1 - other.y2, other.y1 - self.y2, 0.0)
        return max(dx, dy)


def named_shapes(
    elements: list[Element], touched: set[str]
) -> tuple[dict[int, str], dict[str, str]]:
    """Titles of the shapes without text that arrows touch, by `id()` of their element; and the ids
    of the labels taken for titles, each with that of its shape. `touched` are the ids at the ends
    of arrows."""
    bare = [
        (e, box) for e in elements if _kind(e) == "Shape" and not _text(e) and (box := Box.of(e))
    ]
    labels = [(e, box) for e in elements if _names(e) and (box := Box.of(e))]
    shapes = Bins((index, _rect(box)) for index, (_, box) in enumerate(bare))
    inside: dict[int, list] = {}
    free = []
    for label, box in labels:
        x, y = box.middle
        near = (bare[index] for index in shapes.near(Rect(x, y, x, y)))
        around = [(e, b) for e, b in near if b.holds(x, y)]
        if around:
            home, _ = min(around, key=lambda pair: pair[1].area)
            inside.setdefault(id(home), []).append((label, box))
        else:
            free.append((label, box))
    titles, taken, used = {}, {}, set()
    words = Bins((index, _rect(box)) for index, (_, box) in enumerate(free))
    for shape, box in bare:
        if _id(shape) not in touched:
            continue
        if node := inside.get(id(shape)):
            # A label that is itself at an arrow's end is a cell in a compartment.
            own = [pair for pair in node if len(node) == 1 or _id(pair[0]) not in touched]
            if not own:
                continue
            label, _ = min(own, key=lambda pair: (-_size(pair[0]), pair[1].y1))
        else:
            beside = words.near(_rect(box).grown(_BESIDE))
            gaps = [(box.apart(free[n][1]), n) for n in beside if n not in used]
            near = [pair for pair in gaps if pair[0] <= _BESIDE]
            if not near:
                continue
            used.add(min(near)[1])
            label, _ = free[min(near)[1]]
        titles[id(shape)] = _text(label)
        if (name := _id(label)) and (home := _id(shape)):
            taken[name] = home
    return titles, taken


def _rect(box: Box) -> Rect:
    return Rect(box.x1, box.y1, box.x2, box.y2)


def _kind(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _text(element: Element) -> str:
    return " ".join((element.get("TextLabel") or element.get("textLabel") or "").split())


def _id(element: Element) -> str:
    return element.get("GraphId") or element.get("elementId") or ""


def _names(element: Element) -> bool:
    """A label, or a data node that is a cell type."""
    if _kind(element) == "Label":
        return bool(_text(element))
    terms = (child.get("ID") or child.get("identifier") or "" for child in element)
    return _kind(element) == "DataNode" and any(term.startswith("CL:") for term in terms)


def _size(label: Element) -> float:
    """The height of its letters."""
    for child in label:
        if _kind(child) == "Graphics":
            return _number(child, "FontSize") or 12.0
    return 12.0


def _number(element: Element, name: str) -> float | None:
    text = element.get(name) or element.get(name[0].lower() + name[1:])
    try:
        value = float(text) if text else None
    except ValueError:
        return None
    return value if value is not None and isfinite(value) and abs(value) < 1e6 else None
