"""The HTML around the graph, made once from templates and the contents of the pathways."""

import json
import re
from collections.abc import Sequence

from markupsafe import Markup

from ..figure.lecture_steps import notes as lecture_notes
from ..figure.transport import wire
from ..i18n.catalog import scripts
from ..i18n.language import ENGLISH, LONG
from ..i18n.reader import find
from ..i18n.templates import templates
from ..i18n.translation import later, spoken, told
from ..layout.drawing import draw
from ..loading.problem import Problem
from ..model.pathway import Pathway
from ..notation.glyphs import data_uri
from ..notation.keyboard import KEYS, LECTURE_KEYS
from ..notation.palette import THEMES, css_variables
from ..plots.files import PLOTLY, figures_name
from ..resources import assets_dir
from .asset_bundles import alone, bundle
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
# Where a view can be embedded, for the dialog; assets/snippet.js writes the lines of each.
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
        boot=Markup(alone("boot/theme")),
        favicon=data_uri((assets_dir() / "favicon.svg").read_text(encoding="utf-8")),
        data=Markup(_json(wire(figure, still))),
        lectures={id: one.get("lectures", {}) for id, one in figure["pathways"].items()},
        lecture_keys=told(LECTURE_KEYS),
        notes=Markup(_json(lecture_notes(pathways))),
        lectern={kind: Markup(bundle(kind, "lectern").text.strip()) for kind in ("js", "css")},
        bundles={kind: bundle(kind).name for kind in ("js", "css")},
        plots=_plots(pathways, edition),
        dash={name: Markup(f"<!--dash {name}-->") for name in placeholders},
    )
    # Dash fills {%name%} wherever it stands; words of the content must not be filled. They cannot
    # look like the comments either, as theirs are escaped.
    text = text.replace("{%", "{&#37;")
    return re.sub(r"<!--dash (\w+)-->", r"{%\1%}", text)


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
        "style": Markup(bundle("css", "plots").text),
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
