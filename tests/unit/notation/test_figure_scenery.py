"""The backdrop of a whole figure: in each theme's colors, and moved for tall windows."""

import re

import pytest

from cascade.layout.drawing import draw
from cascade.layout.visibility import views
from cascade.notation.figure_scenery import figure_scenery, size
from cascade.notation.palette import THEMES
from cascade.svg import svg

VESSEL = "cascade-vessel"
_PAIR = re.compile(r"([\d.]+) ([\d.]+)")


@pytest.mark.parametrize("theme", THEMES)
def test_it_has_the_colors_of_the_theme_alone(theme):
    text = figure_scenery(VESSEL, theme)
    assert "var(" not in text
    assert set(re.findall(r'"(#[0-9a-f]{6})"', text)) <= {
        color for color in THEMES[theme].values() if isinstance(color, str)
    }


def test_it_lies_in_the_units_of_the_figure(drawing):
    assert drawing.pathway.scenery == VESSEL
    assert size(VESSEL) == (drawing.box.width, drawing.box.height)


def test_the_wall_runs_where_the_cells_of_the_wall_stand(drawing, flagship):
    """In both shapes: within a cell's height of the wall's corners and straight parts."""
    for tall in (False, True):
        layout = draw(flagship, tall=tall).layout
        text = figure_scenery(VESSEL, "light", layout.spot if tall else None)
        box = draw(flagship, tall=tall).box
        assert f'viewBox="0 0 {box.width:.0f} {box.height:.0f}"' in text
        wall = re.search(r'id="\w+-w" d="([^"]+)"', text)[1]
        points = [(float(x), float(y)) for x, y in _PAIR.findall(wall)]
        for node in ("primary-tumor/endothelial-cell", "leaving-the-blood/endothelial-cell"):
            x, y = layout.points[node]
            near = min(abs((y if tall else x) - (py if tall else px)) for px, py in points)
            assert near < 14, (node, tall)


def test_a_picture_has_it_between_panels_and_cards(drawing):
    (overview,) = (view for view in views(drawing) if view.kind == "overview")
    text = svg(drawing, overview, "light")
    drawn = text[text.rindex("</defs>") :]
    at = drawn.index(f"s-{VESSEL}")
    assert drawn.index("s-primary-tumor") < at < drawn.index("s-bone")


def test_a_pathway_without_one_has_none(drawings):
    assert figure_scenery("no-such-drawing", "light") is None
    small = drawings["vicious-cycle"]
    assert f"s-{VESSEL}" not in svg(small, next(iter(views(small))), "light")
