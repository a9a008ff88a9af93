"""Handouts to print: a page a stage, complete, with blanks to fill in, or as the key to these.

tests/browser/save/test_printing.py holds the two languages together.
"""

import re
from collections.abc import Sequence

from ..figure.abbreviations import abbreviations
from ..figure.sentences import citation, mention
from ..i18n.templates import templates
from ..i18n.translation import current_language, t, translatable
from ..layout.drawing import Drawing, draw
from ..layout.geometry import Point, Rect
from ..layout.name_numbers import blanks
from ..layout.visibility import Scene, View, scene, views
from ..model.documents import Reference
from ..model.pathway import Arrow, Pathway
from ..notation.palette import THEMES
from ..svg import svg
from ..svg.xml import number, tag
from .chromium import browse, print_styles
from .picture_files import undated

KINDS = translatable(
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
SIGNS = {"anti-metastatic": "\N{MINUS SIGN}", "context-dependent": "\N{PLUS-MINUS SIGN}"}
TOLD = translatable(
    "On the arrows: \N{MINUS SIGN} restrains metastasis, \N{PLUS-MINUS SIGN} depends on context."
)
_RADIUS = 10.0
BOX = 30.0
"""The least width of the box around a number."""
_MORE = re.compile(r" \+\d+$")
"""How many molecules more an arrow has than are named on it."""
_TOOLTIP = re.compile(r"<title>[^<]*</title>")


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
            title=t(KINDS[kind], title=pathway.title), language=current_language(), pages=pages,
            kind=kind, width=width, height=height, citation=citation(pathway), faces=print_styles(),
            signs=t(TOLD),
        )
        .encode("utf-8")
    )  # fmt: skip


def printed(html: bytes) -> bytes:
    """The handout as PDF. Raises Unavailable where no browser is found."""
    arguments = ["--no-pdf-header-footer", "--print-to-pdf=handout.pdf"]
    return undated(browse("PDF", html.decode("utf-8"), arguments, "handout.pdf"))


def _page(number: int, view: View, drawing: Drawing, kind: str, word_bank: bool) -> dict:
    stage = next(stage for stage in drawing.pathway.stages if stage.id == view.stage)
    prefix = f"s{number}-"
    answers: tuple[str, ...] = ()
    if kind == "full":
        shown = scene(drawing, view)
        over = outcome_signs(drawing, shown)
        picture = svg(
            drawing, shown, THEME, citation=False, ids_prefix=prefix, over=over, beside=True
        )
    else:
        blank = blanks(drawing, view)
        shown, answers = blank.scene, blank.answers
        look = {
            "citation": False,
            "beside": True,
            "ids_prefix": prefix,
            "over": _boxes(blank.boxes) + outcome_signs(blank.drawing, shown),
        }
        # Its tooltips would tell.
        picture = _TOOLTIP.sub("", svg(blank.drawing, shown, THEME, **look))
    return {
        "title": f"{number}. {stage.name}",
        "description": stage.description if kind == "full" else "",
        "picture": picture,
        "answers": answers,
        "short": abbreviations(shown.cells) if kind == "full" else {},
        "bank": _bank(answers) if word_bank and kind == "blanks" else (),
        "papers": _papers(shown.arrows, "references", drawing.pathway, kind == "full"),
        "opposing": _papers(shown.arrows, "opposing", drawing.pathway, kind == "full"),
    }


def _bank(answers: Sequence[str]) -> list[str]:
    """Each word of the boxes by itself, by the alphabet, for students to choose from."""
    words = (word for answer in answers for word in _MORE.sub("", answer).split(", "))
    return sorted(dict.fromkeys(words), key=str.casefold)


def _papers(arrows: list[Arrow], side: str, pathway: Pathway, whole: bool) -> list[dict]:
    """The papers for the arrows, or against them, by the alphabet; `whole` with the journal."""
    ids = {id for arrow in arrows for id in getattr(arrow.interaction, side)}
    papers = (pathway.references[id] for id in ids)
    return [
        _cited(paper) if whole else mention(paper)
        for paper in sorted(papers, key=lambda paper: (paper.first_author, paper.year))
    ]


def _cited(paper: Reference) -> dict:
    """Without the title, which would give answers away."""
    known = mention(paper)
    parts = (known["text"], paper.journal, paper.volume_pages)
    return {**known, "text": " ".join(part for part in parts if part)}


def _boxes(boxes: Sequence[Rect]) -> str:
    """Markup in drawing units: a frame around each number."""
    return tag("g", *map(_frame, boxes), fill="none", stroke=INK, stroke_width=1.6)


def _frame(box: Rect) -> str:
    """A square box at least, so that one digit looks like two."""
    frame = Rect.around(box.center, max(box.width + 8, BOX), box.height + 2)
    return tag(
        "rect", x=number(frame.x1), y=number(frame.y1), width=frame.width, height=frame.height, rx=3
    )  # fmt: skip


def outcome_signs(drawing: Drawing, scene: Scene) -> str:
    """Markup in drawing units: a small sign beside the label of each arrow whose outcome a gray
    print would lose."""
    outcomes = {line.id: line.outcome for line in drawing.lines if line.id in scene.told}
    marks = [
        _sign(SIGNS[outcome], _spot(line, drawing, scene))
        for line, outcome in outcomes.items()
        if outcome in SIGNS
    ]
    return tag("g", *marks, text_anchor="middle", font_weight=700, font_size=17) if marks else ""


def _spot(line: str, drawing: Drawing, scene: Scene) -> Point:
    if line not in drawing.labels:
        return drawing.routes[line].path.at(0.5)
    box = drawing.label_box(line, scene.size)
    # Clear of the box around a number, too.
    return box.center[0] + max(box.width / 2 + 4, 16) + _RADIUS, box.center[1]


def _sign(text: str, spot: Point) -> str:
    x, y = spot
    ground = tag(
        "circle", cx=number(x), cy=number(y), r=_RADIUS, fill="#ffffff", stroke=INK,
        stroke_width=1.4,
    )  # fmt: skip
    return ground + tag("text", text, x=number(x), y=number(y + 6), fill=INK)
