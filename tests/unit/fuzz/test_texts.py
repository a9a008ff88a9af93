"""Any text in any field arrives as text: in the page, served and frozen, the site, pictures, the
deck and every export."""

import csv
import io
import json
import re
import zipfile
from collections import Counter
from html.parser import HTMLParser
from xml.etree import ElementTree

import openpyxl
import pytest
import yaml
from playing import played_all
from pptx import Presentation
from products import LINK, drawings, files, pages
from rich import ALL, NAMES, fields, lecture, rich, texts

from cascade.figure.figure import pathway_data
from cascade.loading.loader import load
from cascade.model.documents import PathwayFile
from cascade.model.lecture_documents import LectureFile

HOSTILE = {
    "script": "</script><script>alert(1)</script>",
    "attribute": "\"'`><img src=x onerror=alert(1)>",
    "template": "{{ 7 * 7 }}{% raw %}{# $",
    "slots": r"@lib@ @import \0name\0 \0config\0 \0css\0 \1 \g<0>",
    "markup": "]]> --> <!-- &lt; &amp; <?xml?>",
    "formula": "=1+1",
    "command": "@SUM(A1)|' /C calc'!A0",
    "long": "word " * 60 + "x" * 300,
}
TABLES = ("interactions", "nodes", "cards", "molecules", "references", "cells", "places", "pairs",
          "heads", "facets", "lectures")  # fmt: skip
XML = ("graphml", "sbgn", "gpml", "gpml2021", "svg")
JSON = ("json", "cyjs", "cx2", "csl-json")


def test_every_field_of_a_file_has_a_text_here():
    filled = {where for part, model in zip((rich(), lecture()), ALL, strict=True)
              for _, _, where in texts(part, model)}  # fmt: skip
    assert filled == set().union(*map(fields, ALL))


@pytest.fixture(scope="module")
def made(tmp_path_factory, library):
    """Makes the pathway with a text before that of each field."""

    def made(before):
        path = tmp_path_factory.mktemp("texts") / "rich.yaml"
        for part, model, file in (
            (rich(), PathwayFile, path),
            (lecture(), LectureFile, path.with_name("rich.lectures") / "talk.yaml"),
        ):
            for holder, key, where in list(texts(part, model)):
                if where not in NAMES:
                    # What stands on a slide may not be long.
                    holder[key] = (before[:40] if model is LectureFile else before) + holder[key]
            file.parent.mkdir(exist_ok=True)
            file.write_text(yaml.safe_dump(part, sort_keys=False), "utf-8")
        loaded = load(path, library)
        errors = [str(one) for one in loaded.problems if one.severity == "error"]
        assert not errors, errors
        return loaded.pathways[0]

    return made


@pytest.fixture(scope="module")
def plain(made, flagship):
    """What the pages and drawings are made of where nothing is hostile."""
    pathway = made("Plain words ")
    tags = {name: _tags(html) for name, html in pages(pathway).items()}
    scripts = {name: _scripts(found) for name, found in tags.items()}
    used = set().union(*map(_names, tags.values()))
    drawn = set().union(*map(_elements, drawings(flagship).values()))
    return scripts, used | {(tag.rpartition("}")[2], name) for tag, name in drawn}, drawn


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_pages_hold_it_as_text(name, made, plain):
    pathway = made(HOSTILE[name])
    wanted = json.loads(json.dumps(pathway_data(pathway)))
    found = pages(pathway)
    for page, html in found.items():
        tags = _tags(html)
        assert _names(tags) <= plain[1], page
        assert _scripts(tags) == plain[0][page], page
    figures = {page: html for page, html in found.items() if 'id="figure-data"' in html}
    assert len(figures) > 3
    for page, play in zip(figures, played_all(list(figures.values())), strict=True):
        (arrived,) = play["figure"]["pathways"].values()
        for table in TABLES:
            assert arrived[table] == wanted[table], (page, table)


@pytest.mark.parametrize("name", HOSTILE)
def test_drawings_and_files_hold_it_as_text(name, made, plain):
    pathway = made(HOSTILE[name])
    for view, drawn in drawings(pathway).items():
        assert _elements(drawn) <= plain[2], view
    done = files(pathway)
    for form in XML:
        ElementTree.fromstring(done[form])
    for form in JSON:
        json.loads(done[form])
    for form, mark in (("csv", ","), ("tsv", "\t")):
        for row in csv.reader(io.StringIO(done[form].decode("utf-8-sig")), delimiter=mark):
            assert not [cell for cell in row if re.match("[=+@]", cell)]
    for sheet in openpyxl.load_workbook(io.BytesIO(done["xlsx"])):
        assert not any(cell.data_type == "f" for row in sheet for cell in row)
    for kind in ("full", "blanks", "slides"):
        if html := done.get(f"{kind}.html"):
            assert not re.search(r"<script>alert|<img src=x", html.decode())
    for packed in ("talk.zip", "cellphonedb"):
        assert zipfile.ZipFile(io.BytesIO(done[packed])).testzip() is None
    _, *slides, _ = Presentation(io.BytesIO(done["talk.pptx"])).slides  # title and end
    steps = pathway.lectures["talk"].steps
    for number, (slide, step) in enumerate(zip(slides, steps, strict=True), start=1):
        shapes = {shape.name: shape for shape in slide.shapes}
        assert slide.shapes.title.text == step.told.title
        assert shapes["Caption"].text_frame.text == step.told.say
        (run,) = shapes["Link"].text_frame.paragraphs[0].runs
        query = f"pathway=rich&lecture=talk&step={number}"
        assert run.hyperlink.address == f"{LINK}?{query}"


class _Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = Counter()

    def handle_starttag(self, name, attrs):
        self.found[name, tuple(sorted(key for key, _ in attrs))] += 1


def _tags(html: str) -> Counter:
    """The elements of a page by name and names of attributes; texts within scripts are none."""
    parser = _Tags()
    parser.feed(html)
    parser.close()
    return parser.found


def _names(tags: Counter) -> set[tuple[str, str]]:
    """The names of elements, each with that of each attribute."""
    return {(tag, name) for tag, names in tags for name in ("", *names)}


def _scripts(tags: Counter) -> dict:
    return {one: n for one, n in tags.items() if one[0] in ("script", "style", "iframe", "img")}


def _elements(drawn: str) -> set[tuple[str, str]]:
    found = ElementTree.fromstring(drawn).iter()
    return {(one.tag, name) for one in found for name in ("", *one.attrib)}
