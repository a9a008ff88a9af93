"""The page: a Dash app whose layout is the graph alone, inside HTML made once from templates.

Legend, navigation and the cards of cells are plain HTML in the index, so they need no React. Dash
mounts the graph and calls one clientside function, which plays everything from there, the other
cards included; the server answers no callback.
"""

import gc
import re
from collections.abc import Iterator, Mapping, Sequence

import dash_cytoscape as cyto
from dash import ClientsideFunction, Dash, Input
from dash.exceptions import DependencyException

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
from .asset_bundles import pressed
from .asset_routes import add_asset_routes
from .index import index
from .question_files import question_files
from .variant import LIVE, PageVariant

# Workaround: Dash sends all its component libraries. The page uses no component but the graph, and
# only current browsers; leaving the others out saves 165 KB gzip of the first visit.
# https://github.com/plotly/dash/issues/3050
_UNUSED = re.compile(
    r"<script[^>]*/_?dash-component-suites/dash/"
    r"(?:dcc|html|dash_table|deps/polyfill)[^>]*></script>\s*"
)


# Dash and all that it imports live as long as the process. Each full collection while the figure is
# compiled would look through all of them again: a fifteenth of the time.
gc.freeze()

# Dash mounts the graph when there is room for it, see assets/js/app/first-size.js.
_RENDERER = "dash_clientside.cascade.whenSized(() => new DashRenderer());"


class Page(Dash):
    """Dash, without the bundles that the page never uses. `figure` is what the browser plays,
    `later` what it asks for when a reader wants it, by address."""

    figure: FigureData
    later: Mapping[str, LaterFile]

    @property
    def inline(self) -> tuple[str, ...]:
        """The scripts that stand in the page itself."""
        return (
            pressed("theme.js"),
            pressed("first-picture.js"),
            pressed("presenter-page.js"),
            self.renderer,
        )

    def interpolate_index(self, **parts) -> str:
        parts["scripts"] = _UNUSED.sub("", parts["scripts"])
        return super().interpolate_index(**parts)


def build(
    pathways: Sequence[Pathway], problems: Sequence[Problem] = (), variant: PageVariant = LIVE
) -> Page:
    """The Dash app of some pathways (at least one), the first shown first.

    `problems` are the errors of pathways that could not be shown; the page lists them. Raises
    LookupError for a language that has no files.
    """
    voice = find(variant.lang, [pathway.folder for pathway in pathways])
    with using_language(voice):
        return _built(pathways, problems, variant)


def _built(originals: Sequence[Pathway], problems: Sequence[Problem], variant: PageVariant) -> Page:
    """What `build` gives, in the language being spoken."""
    pathways = [translate(original, current_language()) for original in originals]
    # A file or a site speaks one language; a server speaks all that it has.
    beside = [pathway.folder for pathway in pathways]
    langs = [current_language().id] if variant.single_language else known(beside)
    figure = figure_data(pathways, langs)
    errors = [problem for problem in problems if problem.severity == "error"]
    app = Page(
        "cascade",
        assets_folder=str(assets_dir()),
        # asset_bundles.py serves what the page needs of it.
        assets_ignore=r".*\.(js|css)$",
        title=pathways[0].title,
        update_title=None,
        index_string=index(pathways, figure, errors, variant),
    )
    app.figure = figure
    app.renderer = _RENDERER
    app.layout = layout()
    app.later = {f"plots/{name}": file for name, file in plot_files(pathways).items()}
    app.later |= {f"quiz/{name}": file for name, file in quiz_files(pathways).items()}
    app.later |= question_files(pathways)
    add_asset_routes(app.server, app.later)
    # Workaround: asked for a file that it does not know, Dash raises this and answers with 500.
    # https://github.com/plotly/dash-daq/issues/83
    app.server.register_error_handler(DependencyException, lambda error: ("no such file", 404))
    app.clientside_callback(ClientsideFunction("cascade", "start"), Input("graph", "id"))
    return app


def layout() -> cyto.Cytoscape:
    """The Dash layout: a graph that the browser fills, and draws once."""
    # Workaround: elements that are properties of the component go through react-cytoscapejs, which
    # loses one whose id is `constructor`.
    # https://github.com/plotly/react-cytoscapejs/blob/master/src/patch.js
    return cyto.Cytoscape(
        id="graph",
        elements=[],
        stylesheet=[{"selector": "*", "style": {"display": "none"}}],
        layout={"name": "preset", "fit": False},
        style={"width": "100%", "height": "100%"},
        autoungrabify=True,
        boxSelectionEnabled=False,
        autoRefreshLayout=False,
        userZoomingEnabled=False,
        wheelSensitivity=0.2,
        minZoom=0.1,
        maxZoom=4,
    )


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
