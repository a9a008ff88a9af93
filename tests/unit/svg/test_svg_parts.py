"""What a picture is put together from: heads, lines, outlines, numbers."""

import re
from xml.etree import ElementTree as ET

import pytest
from making import arrow, stage
from pictures import NS, Picture

from cascade.layout.drawing import draw
from cascade.layout.visibility import scene, views
from cascade.notation.grammar import HEADS
from cascade.notation.palette import THEMES
from cascade.svg import svg
from cascade.svg.arrowheads import head
from cascade.svg.canvas import sentence
from cascade.svg.edge_geometry import meet
from cascade.svg.style_resolver import StyleResolver, theme_styles
from cascade.svg.xml import number, path, tag

NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")


@pytest.mark.parametrize("effect", HEADS)
def test_heads_follow_the_grammar(make, effect):
    pathway = make(
        stage(
            [{"id": "here", "cells": {"tam": (0, 0), "tumor-cell": (2, 0)}}],
            [arrow("one", "tam > tumor-cell", effect)],
        )
    )
    drawing = draw(pathway)
    view = list(views(drawing))[1]
    (group,) = Picture(svg(drawing, view)).titled()[sentence(view.lines[0], scene(drawing, view))]
    line, tip = group.findall(f"{NS}path")
    color = THEMES["light"]["pro-metastatic"][0]
    assert line.get("stroke") == color
    if HEADS[effect].fill == "hollow":
        assert (tip.get("stroke"), tip.get("fill")) == (color, THEMES["light"]["stages"][0])
    else:
        assert (tip.get("stroke"), tip.get("fill")) == (None, color)
    corners = {"triangle": 3, "vee": 4, "tee": 4, "square": 4, "diamond": 4, "chevron": 6,
               "triangle-tee": 7, "triangle-cross": 7}  # fmt: skip
    shape, d = HEADS[effect].shape, tip.get("d")
    if shape == "circle":
        assert d.count("a") == 2
    else:
        assert len(NUMBER.findall(d)) == 2 * corners[shape]
        assert d.count("z") == (2 if shape.startswith("triangle-") else 1)


def test_a_head_points_where_the_line_goes():
    assert head("triangle", (0, 0), 0, 1, 1) == "M0 0L4.3-8.7-4.3-8.7z"
    assert head("tee", (10, 20), 0, 1, 1).startswith("M5.7 20L5.7 17.1")


@pytest.mark.parametrize("route", ["secreted", "contact", "matrix"])
def test_line_styles_follow_the_grammar(make, route):
    pathway = make(
        stage(
            [{"id": "here", "cells": {"tam": (0, 0), "tumor-cell": (2, 0)}}],
            [arrow("one", "tam > tumor-cell", route=route)],
        )
    )
    text = svg(draw(pathway), list(views(draw(pathway)))[1], legend=False)
    dashes = {"secreted": None, "contact": "1 8", "matrix": "18 7 1 7"}[route]
    assert ('stroke-dasharray="' in text) == (dashes is not None)
    assert dashes is None or f'stroke-dasharray="{dashes}" stroke-linecap="round"' in text


def test_the_stylesheet_is_read_as_the_canvas_reads_it():
    data = {"id": "a", "source": "b", "outcome": "pro-metastatic", "firm": 0, "bend": 7}
    style = theme_styles("light").look(data, ["near"])
    assert style["line-color"] == THEMES["light"]["pro-metastatic"][1]
    assert (style["width"], style["control-point-distances"]) == (2.0, 7)
    with pytest.raises(ValueError, match="a selector that the picture cannot read: node:selected"):
        StyleResolver([{"selector": "node:selected", "style": {}}])


def test_every_outline_is_met_where_it_is():
    assert meet("ellipse", (0, 0), 20, 10, (30, 0)) == pytest.approx((10, 0))
    assert meet("round-rectangle", (0, 0), 20, 10, (30, 0)) == pytest.approx((10, 0))
    assert meet("hexagon", (0, 0), 20, 10, (0, 30)) == pytest.approx((0, 5))
    for shape in ("ellipse", "round-rectangle", "hexagon"):
        assert meet(shape, (0, 0), 20, 10, (1, 1)) is None


def test_numbers_and_paths_are_short():
    assert [number(v) for v in (12.0, 0.5, -0.25, -0.04, 10)] == ["12", ".5", "-.2", "0", "10"]
    assert path("M", (1, 2), "Q", (-3, 4.25), (5, 6)) == "M1 2Q-3 4.2 5 6"
    assert tag("use", href="#a", x=1.0, opacity=None) == '<use href="#a" x="1"/>'


def test_old_programs_find_each_symbol_and_its_namespace(drawing):
    """Inkscape 1.2 draws nothing for a use without xlink:href."""
    root = ET.fromstring(svg(drawing, next(iter(views(drawing)))))
    uses = list(root.iter(f"{NS}use"))
    assert uses
    for use in uses:
        assert use.get("{http://www.w3.org/1999/xlink}href") == use.get("href")


def test_halos_lie_behind_the_names_without_paint_order(drawing):
    for view in views(drawing):
        text = svg(drawing, view)
        assert "paint-order" not in text
        root = ET.fromstring(text)
        for names in root.iter(f"{NS}g"):
            halo = names.find(f"{NS}g[@aria-hidden='true']")
            if halo is None:
                continue
            assert names[0] is halo and float(halo.get("stroke-width")) > 0
            assert names.get("stroke-width") == "0"
            behind = ["".join(one.itertext()) for one in halo]
            assert behind == ["".join(one.itertext()) for one in names if one is not halo]
            break
        else:
            raise AssertionError(view.name)
