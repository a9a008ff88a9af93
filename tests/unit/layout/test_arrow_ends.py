"""Arrows end on free arcs of their cell."""

from itertools import combinations

import pytest

from cascade.layout.arrow_ends import Way, spread_ends
from cascade.notation.glyphs import Glyph

CELL = Glyph("cell", "<svg/>", 60, 60, "ellipse")
GLYPHS = dict.fromkeys(("here", *"abcdef"), CELL)
POINTS = dict.fromkeys(GLYPHS, (0.0, 0.0))


def way(source: str, enter: float) -> Way:
    return Way(source, "here", 0.0, (0.0, -100.0), [source], 0.0, enter, core=True)


@pytest.mark.parametrize("late", [(90.0,), (90.0, 90.0), (75.0, 105.0)])
def test_no_head_lies_on_another(late):
    """Those of the first round stay: what comes later cannot push them, and must get past."""
    early = [way("a", 75.0), way("b", 105.0), way("c", 140.0)]
    more = [way(source, at) for source, at in zip("de", late, strict=False)]
    spread_ends([early, [*early, *more]], POINTS, GLYPHS, {}, [])
    assert [one.enter for one in early] == pytest.approx([75.0, 105.0, 140.0], abs=4)
    for one, other in combinations([*early, *more], 2):
        assert abs((one.enter - other.enter + 180) % 360 - 180) > 22, (one, other)
