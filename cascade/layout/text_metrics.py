"""How much room a label takes, from the advance widths of the bundled font.

The figure ships its own face (Inter, OFL), so a width computed here is the width the browser
draws. `inter_widths.json` holds advance widths per em for the weights in use.
"""

import json
from functools import cache
from importlib.resources import files

WEIGHT_NODE = 600
WEIGHT_EDGE = 500
LINE_HEIGHT = 1.2
_UNKNOWN = 0.65


@cache
def _widths(weight: int) -> dict[str, float]:
    table = json.loads((files(__package__) / "inter_widths.json").read_text(encoding="utf-8"))
    return table[str(weight)]


@cache
def width(text: str, size: float, weight: int = WEIGHT_NODE) -> float:
    """Width of one line of text at a font size, in the unit of `size`."""
    table = _widths(weight)
    return size * sum(table.get(char, _UNKNOWN) for char in text)


def wrap(text: str, size: float, limit: float, weight: int = WEIGHT_NODE) -> tuple[str, ...]:
    """Lines of at most `limit` wide, broken at spaces as cytoscape's `text-wrap: wrap` does."""
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width(joined, size, weight) <= limit:
            lines[-1] = joined
        else:
            lines.append(word)
    return tuple(lines)


@cache
def block(text: str, size: float, limit: float, weight: int = WEIGHT_NODE) -> tuple[float, float]:
    """(width, height) of the wrapped text."""
    lines = wrap(text, size, limit, weight)
    return max((width(line, size, weight) for line in lines), default=0), (
        len(lines) * size * LINE_HEIGHT
    )
