"""What a page consists of, whoever serves it: its HTML, the data it plays, and its later files.

Dash mounts the graph of the live page (app.py). A frozen page, and a server's page in another
language, mount it themselves: a canvas and one script stand where Dash would write its own.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..figure.card_records import wording
from ..figure.contract import FigureData
from ..figure.figure import pathway_data
from ..figure.later_file import LaterFile
from ..i18n.reader import find, known
from ..i18n.translate import translate
from ..i18n.translation import current_language, using_language
from ..layout.grid import grid_layout
from ..loading.problem import Problem
from ..model.pathway import Pathway
from ..notation.figure_scenery import figure_scenery
from ..notation.glyphs import data_uri, organ_icon, scenery, tinted
from ..notation.glyphs import glyph as glyph_of
from ..notation.palette import THEMES
from ..notation.state_rules import rule
from ..notation.stylesheet import drawings, stylesheet
from ..plots.files import plot_files
from ..quiz.files import quiz_files
from ..resources import assets_dir
from .asset_bundles import bundle, bundles, pressed
from .index import index
from .question_files import question_files
from .variant import LIVE, PageVariant

CANVAS = {
    "style": [{"selector": "*", "style": {"display": "none"}}],
    "layout": {"name": "preset", "fit": False},
    "autoungrabify": True,
    "boxSelectionEnabled": False,
    "userZoomingEnabled": False,
    "wheelSensitivity": 0.2,
    "minZoom": 0.1,
    "maxZoom": 4,
}
"""The options of cytoscape.js for a graph that the browser fills, and draws once."""


@dataclass(frozen=True)
class PageParts:
    """`index` is the HTML with the places that Dash fills, `later` what the page asks for when a
    reader wants it, by address."""

    index: str
    later: Mapping[str, LaterFile]

    @property
    def inline(self) -> tuple[str, ...]:
        """The scripts that stand in the page itself."""
        return tuple(map(pressed, ("theme.js", "first-picture.js", "presenter-page.js")))

    def without_dash(self) -> str:
        """The page that mounts its graph itself."""
        options = json.dumps(CANVAS, separators=(",", ":"))
        script = bundle("js", "cytoscape").name
        places = {
            "css": "",
            "app_entry": '<div id="graph"></div>',
            "config": f'<script type="application/json" id="graph-options">{options}</script>',
            "scripts": f'<script src="bundle/{script}"></script>',
            "renderer": "",
        }
        html = self.index
        for name, text in places.items():
            html = html.replace(f"{{%{name}%}}", text)
        return html

    def read(self, address: str) -> bytes:
        """What the page links to; LookupError for another address."""
        folder, _, name = address.partition("/")
        if folder == "bundle":
            return bundles()[name].text.encode()
        if folder == "assets":
            return (assets_dir() / name).read_bytes()
        return self.later[address].content()


def compose(
    pathways: Sequence[Pathway], problems: Sequence[Problem] = (), variant: PageVariant = LIVE
) -> PageParts:
    """The page of some pathways (at least one), the first shown first.

    `problems` are the errors of pathways that could not be shown; the page lists them. Raises
    LookupError for a language that has no files.
    """
    voice = find(variant.lang, [pathway.folder for pathway in pathways])
    with using_language(voice):
        return _composed(pathways, problems, variant)


def _composed(
    originals: Sequence[Pathway], problems: Sequence[Problem], variant: PageVariant
) -> PageParts:
    """What `compose` gives, in the language being spoken."""
    pathways = [translate(original, current_language()) for original in originals]
    # A file or a site speaks one language; a server speaks all that it has.
    beside = [pathway.folder for pathway in pathways]
    langs = [current_language().id] if variant.single_language else known(beside)
    figure = figure_data(pathways, langs)
    errors = [problem for problem in problems if problem.severity == "error"]
    later = {f"plots/{name}": file for name, file in plot_files(pathways).items()}
    later |= {f"quiz/{name}": file for name, file in quiz_files(pathways).items()}
    later |= question_files(pathways)
    return PageParts(index(pathways, figure, errors, variant), later)


def figure_data(pathways: Sequence[Pathway], langs: Sequence[str] = ("en",)) -> FigureData:
    """All pathways compiled, with the stylesheets: the JSON that the browser plays."""
    compiled = {pathway.id: pathway_data(pathway) for pathway in pathways}
    elements = [
        element
        for data in compiled.values()
        for element in (*data["elements"], *data["tall"]["elements"])
    ]
    glyphs = {}
    backdrops = {}
    for pathway in pathways:
        for node in pathway.nodes.values():
            for turn in (False, True):
                data = glyph_of(node.cell, turn)
                glyphs[data.name] = data.uri
        for place in pathway.places.values():
            if place.card.scenery and (svg := scenery(place.card.scenery)):
                backdrops[place.card.scenery] = data_uri(svg)
    return {
        "order": list(compiled),
        "pathways": compiled,
        "sheets": {theme: [*stylesheet(theme), *_scenes(pathways, theme)] for theme in THEMES},
        "drawings": drawings(elements, glyph=glyphs, scenery=backdrops),
        "wording": wording(pathways),
        "langs": list(langs),
    }


def _scenes(pathways: Sequence[Pathway], theme: str) -> Iterator[dict]:
    """Rules that give what has a theme's colors its pictures: organs, backdrops of figures."""
    places = [place for pathway in pathways for place in pathway.places.values()]
    for organ in sorted({place.organ for place in places if place.organ}):
        if svg := organ_icon(organ):
            uri = data_uri(tinted(svg, THEMES[theme]))
            yield rule(f'node[icon="{organ}"]', background_image=uri)
    for pathway in pathways:
        if not pathway.scenery or not scenery(pathway.scenery):
            continue
        for shape, spot in (("wide", None), ("tall", grid_layout(pathway, tall=True).spot)):
            svg = figure_scenery(pathway.scenery, theme, spot)
            yield rule(f'node[scene="{pathway.id}-{shape}"]', background_image=data_uri(svg))
