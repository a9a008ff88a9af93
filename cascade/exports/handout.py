"""Handouts to print: a page a stage, complete, with blanks to fill in, or as the key to these."""

from ..figure.citation import citation, mention
from ..i18n.templates import templates
from ..i18n.translation import later, spoken, t
from ..layout.drawing import Drawing, draw
from ..layout.name_numbers import blanks, silent
from ..layout.picture_scene import scene
from ..layout.visibility import View, views
from ..model.documents import Reference
from ..model.pathway import Arrow, Pathway
from ..notation.palette import THEMES
from ..svg import svg
from .chromium import browse, fonts
from .picture_files import undated
from .signs import TOLD, signs

KINDS = later(
    {
        "full": "{title}: handout",
        "blanks": "{title}: handout to fill in",
        "key": "{title}: handout, key",
    }
)
"""What each kind is called."""
PAPERS = {"a4": ("210mm", "297mm"), "letter": ("8.5in", "11in")}
THEME = "projector"
"""White ground and the darkest lines: heads, dashes and signs tell them apart on a gray print."""
INK = THEMES[THEME]["ink"]


def write(
    pathway: Pathway, kind: str = "full", paper: str = "a4", word_bank: bool = False
) -> bytes:
    """A handout as one HTML file that needs no other: a page for each stage.

    `kind` is one of KINDS, `paper` a key of PAPERS (KeyError for others); `word_bank` lists the
    words that belong in the boxes, by the alphabet.
    """
    if kind not in KINDS:
        raise KeyError(kind)
    width, height = PAPERS[paper]
    drawing = draw(pathway)
    pages = [
        _page(number, view, drawing, kind, word_bank)
        for number, view in enumerate((v for v in views(drawing) if v.kind == "stage"), start=1)
    ]
    return (
        templates()
        .get_template("handout.html")
        .render(
            title=t(KINDS[kind], title=pathway.title), language=spoken(), pages=pages, kind=kind,
            width=width, height=height, citation=citation(pathway), faces=fonts(), signs=t(TOLD),
        )
        .encode("utf-8")
    )  # fmt: skip


def printed(html: bytes) -> bytes:
    """The handout as PDF. Raises Unavailable where no browser is found."""
    arguments = ["--no-pdf-header-footer", "--print-to-pdf=handout.pdf"]
    return undated(browse("PDF", html.decode("utf-8"), arguments, "handout.pdf"))


def _page(number: int, view: View, drawing: Drawing, kind: str, word_bank: bool) -> dict:
    stage = next(one for one in drawing.pathway.stages if one.id == view.stage)
    prefix = f"s{number}-"
    answers: tuple[str, ...] = ()
    if kind == "full":
        shown = scene(drawing, view)
        over = signs(drawing, shown, INK)
        picture = svg(drawing, shown, THEME, citation=False, ids_prefix=prefix, over=over)
    else:
        blank = blanks(drawing, view, THEME)
        shown, answers = blank.scene, blank.answers
        look = {
            "citation": False,
            "ids_prefix": prefix,
            "over": blank.over + signs(blank.drawing, shown, INK),
        }
        picture = silent(svg(blank.drawing, shown, THEME, **look))
    return {
        "title": f"{number}. {stage.name}",
        "description": stage.description if kind == "full" else "",
        "picture": picture,
        "answers": answers,
        "bank": sorted(answers, key=str.casefold) if word_bank and kind == "blanks" else (),
        "papers": _papers(shown.arrows, "references", drawing.pathway),
        "opposing": _papers(shown.arrows, "opposing", drawing.pathway),
    }


def _papers(arrows: list[Arrow], side: str, pathway: Pathway) -> list[dict]:
    """The papers for the arrows, or against them, by the alphabet."""
    ids = {id for arrow in arrows for id in getattr(arrow.interaction, side)}
    papers = (pathway.references[id] for id in ids)
    return [_cited(one) for one in sorted(papers, key=lambda one: (one.first_author, one.year))]


def _cited(paper: Reference) -> dict:
    """Without the title, which would give answers away."""
    known = mention(paper)
    parts = (known["text"], paper.journal, paper.volume_pages)
    return {**known, "text": " ".join(part for part in parts if part)}
