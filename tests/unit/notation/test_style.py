"""The stylesheet against cytoscape's own tables, read from the bundle that the page ships."""

import re
from collections import defaultdict

import pytest
from cytoscape_file import bundle, style_properties, style_words

from cascade.figure.elements import elements
from cascade.model.vocabulary import EFFECTS, OUTCOMES
from cascade.notation.glyphs import glyph
from cascade.notation.grammar import DASHES, HEADS
from cascade.notation.palette import THEMES
from cascade.notation.state_rules import rule
from cascade.notation.stylesheet import drawings as pictures
from cascade.notation.stylesheet import stylesheet

COLOR = re.compile(r"#[0-9a-f]{6}")
SELECTOR = re.compile(
    r"(node|edge)?(:loop)?"
    r"(\[\[?[a-z]+( *([<>!]?=|>) *(\"[a-z0-9-]+\"|'[a-z0-9-]+'|-?[\d.]+))?\]?\])*"
    r"(\.[a-z]+\d*)*"
)
NUMBERS = {
    "number", "positiveNumber", "size", "bidirectionalSize", "bidirectionalSizes", "numbers",
    "zeroOneNumber", "zeroOneNumbers", "nonNegativeInt", "nodeSize", "fontWeight", "bgWH",
}  # fmt: skip


@pytest.fixture(scope="module", params=THEMES)
def sheet(request):
    return stylesheet(request.param)


def every(sheet):
    return [(one["selector"], name, value) for one in sheet for name, value in one["style"].items()]


def test_the_bundle_is_the_cytoscape_that_this_was_written_for():
    assert '"3.28.1"' in bundle()
    assert len(style_properties()) > 150 and "arrowShape" in style_words()


def test_every_property_is_one_of_cytoscape(sheet):
    for selector, name, _ in every(sheet):
        assert name in style_properties(), (selector, name)


def test_every_value_is_one_that_its_property_takes(sheet):
    for selector, name, value in every(sheet):
        kind = style_properties()[name]
        where = (selector, name, value)
        if isinstance(value, str) and value.startswith("data("):
            assert re.fullmatch(r"data\([a-z]+\)", value), where
        elif isinstance(value, str) and value.startswith("mapData("):
            assert re.fullmatch(r"mapData\([a-z]+(, [\d.]+){4}\)", value), where
        elif kind == "color":
            assert COLOR.fullmatch(value), where
        elif kind in style_words() and not isinstance(value, (int, float)):
            percent = kind in ("bgWH", "bgPos") and re.fullmatch(r"\d+%", value)
            data = re.fullmatch(r"mapData\(evidence, 0, 1, [\d.]+, [\d.]+\)", value)
            assert value in style_words()[kind] or percent or data, where
        elif kind in ("angle", "textRotation"):
            assert re.fullmatch(r"-?\d+(deg|rad)", value), where
        elif kind in NUMBERS:
            numbers = value if isinstance(value, list) else [value]
            assert all(isinstance(number, (int, float)) for number in numbers), where
            if kind.startswith("zeroOne"):
                assert all(0 <= number <= 1 for number in numbers), where
        else:
            assert kind in ("text", "fontFamily", "url", "urls"), (where, kind)


def test_every_selector_is_plain(sheet):
    for one in sheet:
        for selector in one["selector"].split(","):
            assert SELECTOR.fullmatch(selector.strip()), selector


def test_every_effect_route_and_outcome_has_a_rule(sheet):
    rules = {one["selector"]: one["style"] for one in sheet}
    for effect in EFFECTS:
        style = rules[f'edge[effect="{effect}"]']
        assert style["target-arrow-shape"] == HEADS[effect].shape
        assert style["target-arrow-fill"] == HEADS[effect].fill
    for route, dashes in DASHES.items():
        if dashes:
            assert rules[f'edge[route="{route}"]']["line-dash-pattern"] == list(dashes)
    for outcome in OUTCOMES:
        assert rules[f'edge[outcome="{outcome}"]']["line-color"]


def test_a_line_and_its_head_have_one_color(sheet):
    for one in sheet:
        style = one["style"]
        if "line-color" in style:
            assert style["target-arrow-color"] == style["line-color"], one["selector"]


def test_a_soft_line_differs_in_width_and_color(sheet):
    rules = {one["selector"]: one["style"] for one in sheet}
    assert rules["edge[firm=0]"]["width"] < rules["edge[outcome]"]["width"]
    for outcome in OUTCOMES:
        firm = rules[f'edge[outcome="{outcome}"]']["line-color"]
        assert rules[f'edge[outcome="{outcome}"][firm=0]']["line-color"] != firm


def test_every_ground_has_rules_for_panel_cell_and_line(sheet, drawings):
    selectors = {one["selector"] for one in sheet}
    for drawing in drawings.values():
        for element in elements(drawing):
            data = element["data"]
            if "ground" in data:
                kind = "edge" if "source" in data else f'node[kind="{data["kind"]}"]'
                assert f'{kind}[ground="{data["ground"]}"]' in selectors


def test_every_class_that_render_sets_has_a_rule(sheet):
    for word in ("hidden", "dim", "lit", "focus", "quiet"):
        assert any(re.search(rf"\.{word}\b", one["selector"]) for one in sheet), word


def test_a_class_moves_nothing(sheet):
    still = {"width", "height", "text-valign", "text-halign", "shape", "curve-style"}
    still |= {"control-point-distances", "control-point-weights"}
    for one in sheet:
        if "." in one["selector"] and not one["selector"].startswith("edge"):
            assert not still & one["style"].keys(), one["selector"]
        elif "." in one["selector"]:
            assert not (still - {"width"}) & one["style"].keys(), one["selector"]


def test_data_that_a_rule_reads_is_there(sheet, drawings):
    """`data(x)` on an element without x makes cytoscape warn and draw something else."""
    kinds = defaultdict(list)
    for drawing in drawings.values():
        for element in elements(drawing):
            kinds[element["data"]["kind"]].append(element["data"].keys())
    lines = [*kinds["signal"], *kinds["pair"]]
    for selector, name, value in every(sheet):
        if not (isinstance(value, str) and value.startswith("data(")):
            continue
        kind = re.search(r"kind=[\"'](\w+)", selector)
        # A rule for what has some data, as edge[leave], is for those elements alone.
        had = re.findall(r"\[(\w+)\]", selector)
        for keys in kinds[kind[1]] if kind else lines:
            if not all(one in keys for one in had):
                continue
            assert value[5:-1] in keys, (selector, name)


def test_dots_have_round_caps_and_dashes_have_not(sheet):
    for one in sheet:
        dashes = one["style"].get("line-dash-pattern")
        if dashes and "route" in one["selector"]:
            assert one["style"]["line-cap"] == ("round" if min(dashes) <= 1 else "butt")


def test_themes_differ_in_looks_only():
    shapes = [
        [(one["selector"], sorted(one["style"])) for one in stylesheet(theme)] for theme in THEMES
    ]
    assert all(shape == shapes[0] for shape in shapes)


def test_the_projector_has_the_boldest_lines():
    def width(theme):
        rules = {one["selector"]: one["style"] for one in stylesheet(theme)}
        return rules["edge[outcome]"]["width"]

    assert width("projector") > width("light") == width("dark")


def test_every_cell_gets_its_picture(drawing):
    found = elements(drawing)
    glyphs = {g.name: g.uri for g in drawing.glyphs.values()}
    rules = {one["selector"]: one["style"] for one in pictures(found, glyph=glyphs)}
    for node, picture in drawing.glyphs.items():
        assert rules[f'node[glyph="{picture.name}"]']["background-image"] == picture.uri, node


def test_pictures_that_nobody_uses_are_left_out(flagship):
    picture = glyph(flagship.cells["tam"])
    assert pictures([], glyph={picture.name: picture.uri}, scenery={"bone": "data:,"}) == []
    scene = pictures([{"data": {"scenery": "bone"}}], scenery={"bone": "data:,"})
    assert scene == [rule('node[scenery="bone"]', background_image="data:,")]


def test_underscores_become_hyphens():
    assert rule("node", font_size=3) == {"selector": "node", "style": {"font-size": 3}}
