"""The picture of every view as SVG: complete, titled, in the palette, and the same each time."""

import gzip
import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from making import arrow, stage
from pictures import NS, Picture, flat

from cascade.exports.picture_files import write_svg
from cascade.figure.sentences import citation
from cascade.layout.drawing import draw
from cascade.layout.geometry import Rect
from cascade.layout.visibility import scene, surroundings, views
from cascade.model.selection import select
from cascade.notation.grammar import TAILS
from cascade.notation.palette import THEMES, TINTS
from cascade.svg import svg
from cascade.svg.canvas import canvas, sentence
from cascade.svg.symbols import Symbols
from cascade.svg.xml import number

COLOR = re.compile(r"#[0-9a-fA-F]{6}\b")
EVERYWHERE = Rect(-9999, -9999, 9999, 9999)
NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")


@pytest.fixture(scope="module")
def pictures(drawings):
    """Every core view with its picture."""
    return [
        (drawing, view, Picture(svg(drawing, view)))
        for drawing in drawings.values()
        for view in views(drawing)
    ]


def test_every_line_of_a_view_is_drawn_with_its_claim_inside_the_frame(pictures):
    for drawing, view, picture in pictures:
        drawn = picture.titled()
        shown = scene(drawing, view)
        for line in view.lines:
            groups = drawn[sentence(line, shown)]
            for group in groups:
                paths = group.findall(f"{NS}path")
                # The line, its head, and what says that metastasis was not measured.
                assert len(paths) == 2 + (line.readout in TAILS), (view.name, line.id)
                start, tip = paths[0].get("d"), paths[1].get("d")
                for d in (start, tip):
                    x, y = (float(v) for v in NUMBER.findall(d)[:2])
                    assert picture.holds(x, y), (view.name, line.id)


def alive(view):
    """The cells with an arrow; others stand as ghosts, without names."""
    return {node for line in view.lines for node in (line.source, line.target)}


def test_every_cell_of_a_view_is_drawn_with_its_name_inside_the_frame(pictures):
    for drawing, view, picture in pictures:
        uses = {
            (use.get("href"), use.get("x"), use.get("y")) for use in picture.inner.iter(f"{NS}use")
        }
        texts = picture.texts(picture.inner)
        for node in view.nodes:
            box = drawing.node_box(node)
            glyph = drawing.glyphs[node]
            assert (f"#g-{glyph.name}", number(box.x1), number(box.y1)) in uses, (view.name, node)
            assert picture.holds(box.x1, box.y1) and picture.holds(box.x2, box.y2)
            if node in alive(view):
                assert flat(drawing.pathway.nodes[node].cell.short) in texts
        for line in view.lines:
            if view.level not in drawing.mutes.get(line.id, ""):  # those have no room
                assert drawing.texts[line.id] in ["", *texts], (view.name, line.id)


def test_words_stay_inside_the_frame(pictures):
    for _, view, picture in pictures:
        for text in picture.inner.iter(f"{NS}text"):
            assert picture.holds(float(text.get("x")), float(text.get("y"))), (view.name, text.text)


def test_symbols_are_defined_once_and_all_are_used(pictures):
    for _, view, picture in pictures:
        ids = [e.get("id") for e in picture.root.iter() if e.get("id")]
        assert len(ids) == len(set(ids)), view.name
        used = {use.get("href").removeprefix("#") for use in picture.root.iter(f"{NS}use")}
        symbols = {symbol.get("id") for symbol in picture.root.iter(f"{NS}symbol")}
        assert symbols <= used <= set(ids), view.name


def test_nothing_comes_from_elsewhere_and_nothing_is_raster_or_script(pictures):
    for _, view, picture in pictures:
        for element in picture.root.iter():
            name = element.tag.removeprefix(NS)
            assert name not in ("image", "script", "style", "foreignObject", "a"), view.name
            assert element.get("href", "#").startswith("#")
            for value in element.attrib.values():
                assert "url(" not in value or value.startswith("url(#")


def test_it_is_an_image_with_a_title_and_a_description(pictures):
    for drawing, view, picture in pictures:
        root = picture.root
        assert root.get("role") == "img"
        title, desc = (root.find(f"{NS}{name}") for name in ("title", "desc"))
        assert root.get("aria-labelledby").split() == [title.get("id"), desc.get("id")]
        assert title.text.startswith(drawing.pathway.title)
        told = len(scene(drawing, view).arrows)
        assert f"{told} interaction" in desc.text
    titles = [picture.root.find(f"{NS}title").text for drawing, _, picture in pictures
              if drawing.pathway.id == "metastatic-cascade"]  # fmt: skip
    assert titles[0] == "The metastatic cascade"
    assert "The metastatic cascade: Colonization, bone" in titles
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("theme", THEMES)
def test_all_colors_are_of_the_palette(drawing, theme):
    t = THEMES[theme]
    known = {color for tint in TINTS.values() for color in tint.values()}
    for value in t.values():
        known |= (
            {value} if isinstance(value, str) else set(value if isinstance(value, tuple) else ())
        )
    picture = Picture(svg(drawing, next(views(drawing)), theme))
    for symbol in list(picture.root.iter(f"{NS}symbol")):
        if symbol.get("id").startswith("s-"):
            symbol.clear()  # backdrops have quiet colors of their own
    used = set(COLOR.findall(ET.tostring(picture.root, encoding="unicode")))
    assert used <= known
    assert t["pro-metastatic"][0] in used and t["canvas"] in used
    other = THEMES["dark" if theme != "dark" else "light"]["pro-metastatic"][0]
    assert other not in used


def test_legend_and_citation_are_there_and_may_be_left_out(drawing):
    view = next(views(drawing))
    whole = Picture(svg(drawing, view))
    words = set(whole.texts())
    assert {"For metastasis", "On the receiving cell", "How the signal travels"} <= words
    assert {"Promotes metastasis", "recruits", "Cell contact"} <= words
    assert "hands over" not in words  # no arrow of the overview does
    assert citation(drawing.pathway) in words
    assert "10.1002/ijc.26032" in citation(drawing.pathway)
    bare = set(Picture(svg(drawing, view, legend=False, citation=False)).texts())
    assert not bare & {"For metastasis", "recruits", citation(drawing.pathway)}


def test_the_legend_stands_inside_the_picture(pictures):
    for _, view, picture in pictures:
        wide, high = (float(picture.root.get(name)) for name in ("width", "height"))
        for group in picture.root.findall(f"{NS}g"):
            for text in group.iter(f"{NS}text"):
                assert 0 < float(text.get("x")) < wide - 40, (view.name, text.text)
                assert 0 < float(text.get("y")) < high, (view.name, text.text)


def test_two_runs_give_the_same_bytes(flagship, drawing):
    again = draw(flagship)
    for one, two in zip(views(drawing), views(again), strict=True):
        assert svg(drawing, one) == svg(again, two)


def test_the_overview_is_small(drawing):
    assert len(gzip.compress(svg(drawing, next(views(drawing))).encode(), 9, mtime=0)) < 28_500


def test_a_prefix_keeps_all_ids_apart(drawing):
    picture = Picture(svg(drawing, next(views(drawing)), ids_prefix="n-"))
    for element in picture.root.iter():
        assert element.get("id", "n-").startswith("n-")
        assert element.get("href", "#n-").startswith("#n-")
        for key in ("fill", "stroke"):
            assert "url(#" not in element.get(key, "") or element.get(key).startswith("url(#n-")


def test_a_view_and_the_same_selection_give_the_same_picture(drawings):
    for id_, drawing in drawings.items():
        for view in views(drawing):
            tier = "overview" if view.kind == "overview" else "core"
            chosen = select(drawing.pathway, view.stage, view.organ, tier)
            lines = set(scene(drawing, view).told)
            assert set(scene(drawing, chosen).told) == lines, (id_, view.name)
            assert scene(drawing, chosen).box == view.box


def test_a_selection_shows_all_its_arrows_and_no_other(drawing):
    for options in ({}, {"focus": "platelet"}, {"organ": "bone"}, {"stage": "circulation"}):
        chosen = select(drawing.pathway, **options)
        assert {arrow.id for arrow in scene(drawing, chosen).arrows} == {
            a.id for a in chosen.arrows
        }


def test_the_chosen_cell_has_a_halo(drawing):
    chosen = select(drawing.pathway, stage="circulation", focus="platelet")
    halo = THEMES["light"]["halo"]
    assert svg(drawing, chosen).count(f'fill="{halo}"') == 1
    assert halo not in svg(drawing, replace(chosen, focus=""))


def test_hard_words_are_escaped(make):
    cells = {"tam": (0, 0), "tumor-cell": (2, 0)}
    panel = {"id": "here", "name": 'A <b> & "c"', "cells": cells}
    pathway = make(stage([panel], [arrow("one", "tam > tumor-cell")]))
    drawing = draw(replace(pathway, title="<script>&amp;]]>"))
    for view in views(drawing):
        picture = Picture(svg(drawing, view))
        assert 'A <B> & "C"' in " ".join(picture.texts())
        assert picture.root.find(f"{NS}title").text.startswith("<script>&amp;]]>")


def test_the_svg_export_is_the_picture(flagship, drawing):
    chosen = select(flagship, tier="overview")
    widths = re.compile(r' (textLength|lengthAdjust)="[^"]*"')
    bare = widths.sub("", write_svg(chosen, "dark").decode()).removesuffix("\n")
    # The first of several lines has got a part of its own.
    bare = re.sub(r"(<text[^>]*>)<tspan>([^<]*)</tspan>", r"\1\2", bare)
    assert ET.canonicalize(bare) == ET.canonicalize(svg(drawing, chosen, "dark"))


def test_no_other_panel_is_named_beside_a_stage_or_an_organ(drawing):
    titles = {"PRIMARY TUMOR", "CIRCULATION", "BEFORE ARRIVAL", "COLONIZATION"}
    cards = {"Bone", "Brain", "Lung", "Liver"}
    for view in views(drawing):
        # As the first picture of a page, which shows what lies around it.
        text = canvas(surroundings(drawing, view), EVERYWHERE, "light", Symbols(""))
        named = {title for title in titles if title in text}
        here = {one for one in cards if f">{one}</text>" in text}
        if view.kind == "organ":
            assert here == {view.organ.title()} and not named, view.name
        elif view.kind == "stage":
            assert len(named) == 1, (view.name, named)
        else:
            assert named == titles and here == cards


def test_a_card_is_drawn_where_it_shows_something(drawing):
    empty = "Any organ"
    for view in views(drawing):
        text = svg(drawing, view, legend=False, citation=False)
        assert (f">{empty}</text>" in text) == (view.name == "colonization"), view.name
