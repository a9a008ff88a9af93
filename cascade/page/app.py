"""The page: a Dash app whose layout is the graph alone, inside HTML made once from templates.

Legend, navigation and the cards of cells are plain HTML in the index, so they need no React. Dash
mounts the graph and calls one clientside function, which plays everything from there, the other
cards included; the server answers no callback.
"""

import json
import re
from collections.abc import Mapping, Sequence
from importlib.util import find_spec

import dash_cytoscape as cyto
from dash import ClientsideFunction, Dash, Input
from markupsafe import Markup

from ..figure.card_records import wording
from ..figure.figure import compiled
from ..figure.notes import notes as lecture_notes
from ..figure.transport import wire
from ..i18n.catalog import scripts
from ..i18n.language import ENGLISH, LONG
from ..i18n.reader import find, known
from ..i18n.templates import templates
from ..i18n.translate import translate
from ..i18n.translation import later, speaking, spoken, told
from ..layout.drawing import draw
from ..loading.problem import Problem
from ..model.pathway import Pathway
from ..notation.glyphs import data_uri, scenery
from ..notation.glyphs import glyph as glyph_of
from ..notation.keyboard import KEYS, LECTURE_KEYS
from ..notation.palette import THEMES, css_variables
from ..notation.stylesheet import drawings, stylesheet
from ..plots.files import PLOTLY, PlotFile, figures_name, plot_files
from ..resources import assets_dir
from ..server.page_cache import Others
from ..server.routes import serve
from .asset_bundles import bundle, pressed
from .contents import contents
from .edition import LIVE, Edition
from .icons import ICONS
from .noscript import noscript

DETAILS = later(
    {
        "auto": {"label": "Auto", "title": "Overview from afar, core arrows in a stage"},
        "overview": {"label": "Overview", "title": "The most telling arrows only"},
        "core": {"label": "Core", "title": "What a lecture needs"},
        "extended": {"label": "All", "title": "Every curated arrow"},
    }
)
# Where a view can be embedded, for the dialog; rules/embed-snippets.js writes the lines of each.
EMBEDS = later(
    {
        "iframe": "Web page (iframe)",
        "moodle": "Moodle",
        "canvas": "Canvas",
        "wordpress": "WordPress",
        "quarto": "Quarto",
        "myst": "Jupyter Book (MyST)",
        "reveal": "reveal.js",
        "file": "Download the file",
    }
)
# The page uses no component but the graph, and only current browsers; leaving these bundles out
# saves 165 KB gzip of the first visit.
_UNUSED = re.compile(
    r"<script[^>]*/_?dash-component-suites/dash/"
    r"(?:dcc|html|dash_table|deps/polyfill)[^>]*></script>\s*"
)


class Page(Dash):
    """Dash, without the bundles that the page never uses. `figure` is what the browser plays,
    `plots` what it asks for when a reader opens them."""

    figure: dict
    plots: Mapping[str, PlotFile]

    def interpolate_index(self, **parts) -> str:
        parts["scripts"] = _UNUSED.sub("", parts["scripts"])
        return super().interpolate_index(**parts)


def build(
    pathways: Sequence[Pathway], problems: Sequence[Problem] = (), edition: Edition = LIVE
) -> Page:
    """The Dash app of some pathways (at least one), the first shown first.

    `problems` are the errors of pathways that could not be shown; the page lists them. Raises
    LookupError for a language that has no files.
    """
    voice = find(edition.lang, [one.folder for one in pathways])
    with speaking(voice):
        return _built(pathways, problems, edition)


def _built(originals: Sequence[Pathway], problems: Sequence[Problem], edition: Edition) -> Page:
    """What `build` gives, in the language being spoken."""
    pathways = [translate(one, spoken()) for one in originals]
    # A file or a site speaks one language; a server speaks all that it has.
    beside = [one.folder for one in pathways]
    langs = [spoken().id] if edition.alone else known(beside)
    figure = figure_data(pathways, langs)
    errors = [problem for problem in problems if problem.severity == "error"]
    app = Page(
        "cascade",
        assets_folder=str(assets_dir()),
        # asset_bundles.py serves what the page needs of it.
        assets_ignore=r".*\.(js|css)$",
        compress=find_spec("flask_compress") is not None,
        title=pathways[0].title,
        update_title=None,
        index_string=index(pathways, figure, errors, edition),
    )
    app.figure = figure
    app.layout = layout(figure)
    app.plots = plot_files(pathways)
    serve(app.server, app.plots, Others(originals, problems, edition))
    app.clientside_callback(ClientsideFunction("cascade", "start"), Input("graph", "id"))
    return app


def layout(figure: dict) -> cyto.Cytoscape:
    """The Dash layout: the graph of the first pathway.

    It mounts with nothing shown, because cytoscape draws at once: the browser first puts on the
    reader's theme and camera, so that it draws once.
    """
    first = figure["pathways"][figure["order"][0]]
    return cyto.Cytoscape(
        id="graph",
        elements=first["elements"],
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


def figure_data(pathways: Sequence[Pathway], langs: Sequence[str] = ("en",)) -> dict:
    """All pathways compiled, with the stylesheets: the JSON that the browser plays."""
    done = {pathway.id: compiled(pathway) for pathway in pathways}
    elements = [element for one in done.values() for element in one["elements"]]
    glyphs = {}
    backdrops = {}
    for pathway in pathways:
        for node in pathway.nodes.values():
            one = glyph_of(node.cell, node.turn)
            glyphs[one.name] = one.uri
        for place in pathway.places.values():
            if place.card.scenery and (svg := scenery(place.card.scenery)):
                backdrops[place.card.scenery] = data_uri(svg)
    return {
        "order": list(done),
        "pathways": done,
        "sheets": {theme: stylesheet(theme) for theme in THEMES},
        "drawings": drawings(elements, glyphs, backdrops),
        "wording": wording(pathways),
        "langs": list(langs),
    }


def index(
    pathways: Sequence[Pathway],
    figure: dict,
    problems: Sequence[Problem] = (),
    edition: Edition = LIVE,
) -> str:
    """The HTML around the graph, as a Dash index string."""
    template = templates().get_template("page.html")
    pages = [contents(pathway) for pathway in pathways]
    placeholders = ("css", "app_entry", "config", "scripts", "renderer")
    still = _still(pathways) if edition.frozen else Markup("")
    beside = [one.folder for one in pathways]
    text = template.render(
        pathways=pages,
        first=pages[0],
        problems=problems,
        details=told(DETAILS),
        keys=told(KEYS),
        embeds=told(EMBEDS),
        icons=ICONS,
        start=edition.start,
        home=edition.home,
        start_data=Markup(_json(_start(edition))),
        language=spoken(),
        languages=[find(one, beside) for one in figure["langs"] if one != LONG],
        head=Markup(edition.head),
        still=still,
        licenses=_licenses(edition) if edition.frozen else "",
        themes={theme: Markup(css_variables(theme)) for theme in THEMES},
        boot=Markup(pressed("theme.js")),
        favicon=data_uri((assets_dir() / "favicon.svg").read_text(encoding="utf-8")),
        data=Markup(_json(wire(figure, still))),
        lectures={id: one.get("lectures", {}) for id, one in figure["pathways"].items()},
        lecture_keys=told(LECTURE_KEYS),
        notes=Markup(_json(lecture_notes(pathways))),
        lectern={kind: Markup(pressed(f"presenter-page.{kind}")) for kind in ("js", "css")},
        bundles={kind: bundle(kind).name for kind in ("js", "css")},
        plots=_plots(pathways, edition),
        dash={name: Markup(f"\0{name}\0") for name in placeholders},
    )
    # Dash fills {%name%} wherever it stands; words of the content must not be filled.
    text = text.replace("{%", "{&#37;")
    return re.sub(r"\0(\w+)\0", r"{%\1%}", text)


def _still(pathways: Sequence[Pathway]) -> Markup:
    """What a page without scripts shows: each pathway as a picture and a table."""
    return Markup("").join(noscript(pathway, draw(pathway)) for pathway in pathways)


def _start(edition: Edition) -> dict:
    """How the page starts, and in what language; the words of English stand in the scripts."""
    voice = spoken()
    said = {text: voice.words[text] for text in scripts() if text in voice.words}
    start = {"start": edition.start, "home": edition.home}
    return start | ({"lang": voice.id, "words": said} if voice is not ENGLISH else {})


def _plots(pathways: Sequence[Pathway], edition: Edition) -> dict:
    """What the dialog of the plots holds, or where a page finds it."""
    if edition.plots != "still":
        script, sheet = (bundle(kind, "plots").name for kind in ("js", "css"))
        return {
            "scripts": (f"plots/{PLOTLY}", f"bundle/{script}"),
            "figures": {one.id: f"plots/{figures_name(one.id, spoken().id)}" for one in pathways},
            "sheet": f"bundle/{sheet}",
            "stills": {},
            "style": "",
        }
    # Only here, as Plotly takes a while to import.
    from ..plots.stills import stills

    return {
        "scripts": (),
        "stills": {pathway.id: stills(pathway) for pathway in pathways},
        "style": Markup(pressed("plots.css")),
    }


def _licenses(edition: Edition) -> str:
    """The license texts of what a page holds, for a page without a folder of licenses."""
    plots = () if edition.plots == "still" else ("licenses/plotly.txt",)
    files = ("licenses/scripts.txt", *plots, "fonts/Inter-LICENSE.txt")
    return "\n\n".join((assets_dir() / name).read_text(encoding="utf-8") for name in files)


def _json(data) -> str:
    """JSON that can stand inside a script element and inside a Dash index string."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("{%", "{\\u0025")
