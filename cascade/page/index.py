"""The HTML around the graph, made once from templates and the contents of the pathways."""

import json
import re
from collections.abc import Iterable, Sequence

from markupsafe import Markup

from ..figure.later_file import file_name
from ..figure.lecture_steps import lecturer_notes as lecture_notes
from ..figure.transport import encode
from ..i18n.catalog import scripts
from ..i18n.language import ENGLISH, LONG
from ..i18n.reader import find
from ..i18n.templates import templates
from ..i18n.translation import current_language, translatable, translate_tree
from ..layout.drawing import draw
from ..loading.problem import Problem
from ..model.pathway import Pathway
from ..notation.glyphs import data_uri
from ..notation.keyboard import KEYS, LECTURE_KEYS
from ..notation.palette import THEMES, css_variables
from ..plots.files import PLOTLY
from ..resources import assets_dir
from .asset_bundles import bundle, pressed
from .contents import contents
from .first_picture import first_pictures
from .icons import ICONS
from .noscript import still_picture, still_table
from .question_files import offered
from .variant import LIVE, PageVariant

DETAILS = translatable(
    {
        "auto": {"label": "Auto", "title": "Overview from afar, core arrows in a stage"},
        "overview": {"label": "Overview", "title": "The most telling arrows only"},
        "core": {"label": "Core", "title": "What a lecture needs"},
        "extended": {"label": "All", "title": "Every curated arrow"},
    }
)
REVIEW = "10.1002/ijc.26032"
"""What the flagship starts from, and what the dialog about the figure speaks of."""
# Where a view can be embedded, for the dialog; rules/embed-snippets.js writes the lines of each.
EMBEDS = translatable(
    {
        "iframe": "Web page (iframe)",
        "moodle": "Moodle",
        "canvas": "Canvas",
        "wordpress": "WordPress",
        "quarto": "Quarto",
        "myst": "Jupyter Book (MyST)",
        "reveal": "reveal.js",
        "brightspace": "Brightspace",
        "blackboard": "Blackboard",
        "ilias": "ILIAS",
        "google": "Google Sites",
        "notion": "Notion",
        "file": "Download the file",
    }
)


def index(
    pathways: Sequence[Pathway],
    figure: dict,
    problems: Sequence[Problem] = (),
    variant: PageVariant = LIVE,
) -> str:
    """The HTML around the graph, as a Dash index string."""
    template = templates().get_template("page.html")
    pages = [contents(pathway) for pathway in pathways]
    placeholders = ("css", "app_entry", "config", "scripts", "renderer")
    drawings = [draw(pathway, tall) for tall in (False, True) for pathway in pathways]
    pictures = _joined(map(still_picture, drawings[: len(pathways)]))
    beside = [pathway.folder for pathway in pathways]
    text = template.render(
        pathways=pages,
        first=pages[0],
        reviewed=any(page["source"] and page["source"].doi == REVIEW for page in pages),
        problems=problems,
        details=translate_tree(DETAILS),
        keys=translate_tree(KEYS),
        embeds=translate_tree(EMBEDS),
        icons=ICONS,
        start=variant.start,
        frozen=variant.frozen,
        home=variant.home,
        start_data=Markup(_json(_start(variant))),
        language=current_language(),
        languages=[find(language, beside) for language in figure["langs"] if language != LONG],
        head=Markup(variant.head),
        pictures=pictures,
        first_pictures=Markup(_json(first_pictures(drawings, pictures, _alone(variant)))),
        tables=_joined(map(still_table, pathways)) if variant.frozen else "",
        licenses=_licenses(variant) if variant.frozen else "",
        themes={theme: Markup(css_variables(theme)) for theme in THEMES},
        boot=Markup(pressed("theme.js")),
        first_picture=Markup(pressed("first-picture.js")),
        favicon=data_uri((assets_dir() / "favicon.svg").read_text(encoding="utf-8")),
        data=Markup(_json(encode(figure, pictures))),
        lectures={id: language.get("lectures", {}) for id, language in figure["pathways"].items()},
        lecture_files=variant.lecture_files,
        lecture_keys=translate_tree(LECTURE_KEYS),
        notes=Markup(_json(lecture_notes(pathways))),
        lectern={kind: Markup(pressed(f"presenter-page.{kind}")) for kind in ("js", "css")},
        bundles={kind: bundle(kind).name for kind in ("js", "css")},
        plots=_plots(pathways, variant),
        quiz={
            pathway.id: f"quiz/{file_name(pathway.id, current_language().id)}"
            for pathway in pathways
        },
        questions=offered(pathways) if variant.plots == "lazy" else (),
        sharing=f"bundle/{bundle('js', 'sharing').name}",
        handouts=f"bundle/{bundle('js', 'handout').name}",
        results=f"bundle/{bundle('js', 'results').name}",
        asking={kind: f"bundle/{bundle(kind, 'quiz').name}" for kind in ("js", "css")},
        dash={name: Markup(f"<!--dash {name}-->") for name in placeholders},
    )
    # Dash fills {%name%} wherever it stands; words of the content must not be filled. They cannot
    # look like the comments either, as theirs are escaped.
    text = text.replace("{%", "{&#37;")
    return re.sub(r"<!--dash (\w+)-->", r"{%\1%}", text)


def _joined(parts: Iterable[Markup]) -> Markup:
    return Markup("").join(parts)


def _alone(variant: PageVariant) -> str | None:
    """The one stage whose picture a single file holds, '' for none; None where all are to be."""
    single = variant.frozen and variant.plots != "lazy"
    return str(variant.start.get("stage", "")) if single else None


def _start(variant: PageVariant) -> dict:
    """How the page starts, and in what language; the words of English stand in the scripts."""
    voice = current_language()
    start = {"start": variant.start, "home": variant.home}
    start |= {"reach": variant.reach} if variant.reach else {}
    if voice is ENGLISH:
        return start
    words = {text: voice.words[text] for text in scripts() if text in voice.words}
    return start | {"lang": voice.id, "words": words}


def _plots(pathways: Sequence[Pathway], variant: PageVariant) -> dict:
    """What the dialog of the plots holds, or where a page finds it."""
    if variant.plots != "still":
        script, sheet = (bundle(kind, "plots").name for kind in ("js", "css"))
        return {
            "scripts": (f"plots/{PLOTLY}", f"bundle/{script}"),
            "figures": {
                pathway.id: f"plots/{file_name(pathway.id, current_language().id)}"
                for pathway in pathways
            },
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


def _licenses(variant: PageVariant) -> str:
    """The license texts of what a page holds, for a page without a folder of licenses."""
    plots = () if variant.plots == "still" else ("licenses/plotly.txt",)
    files = ("licenses/cytoscape.txt", *plots, "fonts/Inter-LICENSE.txt")
    return "\n\n".join((assets_dir() / name).read_text(encoding="utf-8") for name in files)


def _json(data) -> str:
    """JSON that can stand inside a script element and inside a Dash index string."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("{%", "{\\u0025")
