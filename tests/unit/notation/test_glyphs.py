"""The cell drawings: one a cell type, small, well-formed, tinted by lineage alone."""

import re
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from cytoscape_file import style_words

from cascade.notation.glyphs import data_uri, glyph, tinted
from cascade.notation.palette import TINTS
from cascade.resources import assets_dir

FOLDER = assets_dir() / "glyphs"
FILES = sorted(FOLDER.glob("*.svg"))
VARIABLES = {"body", "line", "nucleus", "dark", "light"}
SVG = "{http://www.w3.org/2000/svg}"
DRAWN = {"g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon"}


def test_every_cell_of_the_library_has_a_drawing_of_its_own(library):
    own = {path.stem for path in FILES}
    assert library.cells.keys() <= own


def test_every_lineage_has_a_drawing_to_fall_back_on():
    assert {f"lineage-{name}" for name in TINTS} <= {path.stem for path in FILES}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_drawing_is_small_and_well_formed(path):
    assert path.stat().st_size < 2048
    root = ElementTree.parse(path).getroot()
    assert root.tag == SVG + "svg"
    assert re.fullmatch(r"0 0 [\d.]+ [\d.]+", root.get("viewBox"))
    assert root.get("data-shape", "ellipse") in style_words()["nodeShape"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_drawing_uses_nothing_but_shapes_and_the_tint(path):
    text = path.read_text("utf-8")
    for element in ElementTree.fromstring(text).iter():
        assert element.tag.removeprefix(SVG) in DRAWN | {"svg"}
        for name in ("fill", "stroke"):
            value = element.get(name, "none")
            assert value == "none" or re.fullmatch(r"var\(--[a-z]+,#[0-9a-f]{6}\)", value), value
    assert set(re.findall(r"var\(--([a-z-]+)", text)) <= VARIABLES
    assert "href" not in text and "url(" not in text


def test_every_drawing_is_distinct():
    shapes = {}
    for path in FILES:
        body = re.sub(r"<svg[^>]*>|#[0-9a-f]{6}|\s+", "", path.read_text("utf-8"))
        other = shapes.setdefault(body, path.stem)
        assert other == path.stem


def test_tinting_leaves_no_variable(library):
    for cell in library.cells.values():
        picture = glyph(cell)
        assert "var(" not in picture.svg
        own = set(re.findall(r"#[0-9a-f]{6}", picture.svg))
        assert own <= set(TINTS[cell.lineage].values()), cell.id


def test_tinting_keeps_the_fallback_of_an_unknown_variable():
    assert tinted('fill="var(--body,#aaaaaa)"', {"body": "#bbbbbb"}) == 'fill="#bbbbbb"'
    assert tinted('fill="var(--hat, #aaaaaa)"', {"body": "#bbbbbb"}) == 'fill="#aaaaaa"'


def test_a_cell_is_as_large_as_its_drawing(library):
    for cell in library.cells.values():
        picture = glyph(cell)
        width, height = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', picture.svg).groups()
        assert (picture.width, picture.height) == (float(width), float(height))
        assert 30 <= picture.width <= 130 and 25 <= picture.height <= 130


def test_a_turned_drawing_is_upright_and_whole(library):
    cell = library.cells["endothelial-cell"]
    flat, upright = glyph(cell), glyph(cell, turn=True)
    assert (upright.width, upright.height) == (flat.height, flat.width)
    assert upright.name != flat.name
    root = ElementTree.fromstring(upright.svg)
    inner = [element.tag for element in ElementTree.fromstring(flat.svg).iter()][1:]
    assert [element.tag for element in root.iter()][2:] == inner
    assert root.get("viewBox") == f"0 0 {flat.height:g} {flat.width:g}"


def test_a_picture_in_the_stylesheet_is_the_drawing(library):
    picture = glyph(library.cells["platelet"])
    head, _, body = picture.uri.partition(",")
    assert head == "data:image/svg+xml" and unquote(body) == picture.svg
    assert picture.uri == data_uri(picture.svg)
    assert not set('"#<> \n') & set(body)


def test_an_unknown_cell_takes_the_drawing_of_its_lineage(library):
    cell = library.cells["tam"].model_copy(update={"id": "new-cell"})
    assert glyph(cell).name == "lineage-myeloid"
    asked = cell.model_copy(update={"glyph": "platelet"})
    assert glyph(asked).name == "platelet"
