"""A lecture as PowerPoint slides: its title, one a step with picture, caption, notes and papers,
and the whole figure at the end."""

import io
from urllib.parse import urlencode

import segno
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.oxml import parse_xml
from pptx.slide import Slide
from pptx.util import Inches, Pt

from .. import __version__
from ..figure.sentences import citation, mention, url
from ..i18n.translation import current_language as voice
from ..i18n.translation import t
from ..layout.drawing import Drawing, draw
from ..layout.visibility import views
from ..model.documents import Reference
from ..model.lecture_documents import LETTERS
from ..model.pathway import Lecture, Pathway, Step
from ..notation.palette import THEMES
from ..svg import svg
from ..svg.lecture_slide import describe, lecture_picture
from .picture_files import pngs

WIDE, HIGH = Inches(13.333), Inches(7.5)
EDGE = Inches(0.2)
PICTURE = (EDGE, Inches(0.76), Inches(10.1), Inches(6.6))
"""Left, top, width, height: of the proportions that stages and organs have."""
RATIO = PICTURE[2] / PICTURE[3]
COLUMN = (PICTURE[0] + PICTURE[2] + Inches(0.1), WIDE - PICTURE[2] - Inches(0.1) - 2 * EDGE)
"""Left and width of what stands beside the picture: caption, papers, code."""
PIXELS = (2000, round(2000 / RATIO))
CODE = Inches(1.05)
_CODE_TOP = HIGH - CODE - Inches(0.55)
_CODED = 500
"""Characters of an address: a code of more is too fine for a camera, of 2,000 there is none."""
_SHORT = 140
"""Characters of a caption that fit above the papers in the larger letters."""
ENDS = 2
"""The slides before and after those of the steps."""
FONT = "Arial"
"""Every computer with PowerPoint has it."""
_PROPERTY = 255
"""Characters of a property of a document, which PowerPoint and python-pptx allow."""
_SVG = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_BLIP = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:ext uri="{uri}">'
    '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'r:embed="{rid}"/></a:ext></a:extLst>'
)


def write(pathway: Pathway, lecture_id: str, base_url: str | None = None) -> bytes:
    """The slides of a lecture. With the address of the figure each links back, also as a QR code.

    Raises KeyError for an unknown lecture, Unavailable where no picture can be made.
    """
    lecture = pathway.lectures[lecture_id]
    drawing = draw(pathway)
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDE, HIGH
    about = deck.core_properties
    about.title, about.author = lecture.title[:_PROPERTY], ""
    about.keywords = pathway.title[:_PROPERTY]
    about.language = voice().tag
    maker = t("Made by cascade {version}.", version=__version__)
    about.comments = f"{citation(pathway)}. {maker}"[:_PROPERTY]
    drawn = [lecture_picture(step, drawing, RATIO) for step in lecture.steps]
    drawn += [_whole(drawing, name) for name in ("first", "last")]
    *looks, first, last = zip(drawn, pngs(drawn, *PIXELS), strict=True)
    ends = [
        link(base_url, pathway, lecture.id, at) if base_url else "" for at in (0, len(looks) + 1)
    ]
    _end(deck, lecture.title, lecture.description or pathway.title, drawing, first, ends[0])
    for number, step in enumerate(lecture.steps, start=1):
        address = link(base_url, pathway, lecture.id, number) if base_url else ""
        slide = _slide(deck, lecture, step, number, drawing, address)
        _picture(slide, *looks[number - 1], f"{step.told.title}. {describe(step, drawing)}")
    _end(deck, pathway.title, "", drawing, last, ends[1])
    file = io.BytesIO()
    deck.save(file)
    return file.getvalue()


def _whole(drawing: Drawing, name: str) -> str:
    """The overview as SVG; `name` keeps its ids apart from those of another picture."""
    look = {"legend": False, "citation": False, "ids_prefix": f"{name}-"}
    return svg(drawing, next(views(drawing)), "projector", **look)


def _end(deck, title: str, words: str, drawing: Drawing, look: tuple[str, bytes], address: str):
    """The slide before or after the steps: the whole figure, and what it is after."""
    slide = _blank(deck, title)
    if words:
        _caption(slide, words)
    _papers(slide, [], [], citation(drawing.pathway))
    if address:
        _link(slide, address)
    _picture(slide, *look, drawing.pathway.title)


def _blank(deck, title: str) -> Slide:
    """A slide with its title."""
    slide = deck.slides.add_slide(deck.slide_layouts.get_by_name("Title Only"))
    for shape in list(slide.placeholders):
        if shape.placeholder_format.idx:
            shape._element.getparent().remove(shape._element)
    head = slide.shapes.title
    head.left, head.top, head.width, head.height = EDGE, Inches(0.1), WIDE - 2 * EDGE, Inches(0.65)
    _write(head, title, 28, bold=True)
    return slide


def _caption(slide: Slide, words: str):
    caption = slide.shapes.add_textbox(COLUMN[0], PICTURE[1], COLUMN[1], Inches(2.95))
    caption.name = "Caption"
    _write(caption, words, 18 if len(words) <= _SHORT else 16)


def _slide(
    deck, lecture: Lecture, step: Step, number: int, drawing: Drawing, address: str
) -> Slide:
    pathway = drawing.pathway
    slide = _blank(deck, step.told.title)
    _caption(slide, step.told.say)
    papers = [pathway.references[id] for id in step.references]
    count = t("{n} of {of}", n=number, of=len(lecture.steps))
    against = opposing(step, pathway)
    _papers(slide, papers, against, citation(pathway), count)
    if address:
        _link(slide, address)
    slide.notes_slide.notes_text_frame.text = notes(step, papers, drawing, address)
    return slide


def notes(step: Step, papers: list[Reference], drawing: Drawing, address: str) -> str:
    """What the lecturer reads: question and answer, the notes, the arrows, the papers."""
    parts = []
    if asked := step.told.predict:
        options = [
            f"{letter}: {text}" for letter, text in zip(LETTERS, asked.options, strict=False)
        ]
        parts.append("\n".join([f"{t('Ask first:')} {asked.question}", *options]))
        parts.append(f"{t('Answer:')} {asked.answer}. {asked.why}")
    parts += [step.told.notes or "", f"{t('Arrows:')} {describe(step, drawing)}"]
    parts.append("\n".join([t("Papers:"), *(_cited(paper) for paper in papers)]))
    if against := opposing(step, drawing.pathway):
        parts.append("\n".join([t("Papers against:"), *(_cited(paper) for paper in against)]))
    return "\n\n".join(part for part in (*parts, address) if part)


def opposing(step: Step, pathway: Pathway) -> list[Reference]:
    """The papers that oppose the new arrows of a step."""
    arrows = {arrow.id: arrow.interaction for arrow in pathway.arrows}
    ids = dict.fromkeys(id for new in step.show for id in arrows[new].opposing)
    return [pathway.references[id] for id in ids]


def _picture(slide: Slide, drawn: str, pixels: bytes, words: str):
    """PowerPoint since 2016 shows the SVG, anything older the PNG of the same."""
    shape = slide.shapes.add_picture(io.BytesIO(pixels), *PICTURE)
    shape.name = "Picture"
    shape._element.nvPicPr.cNvPr.set("descr", words)
    package = slide.part.package
    name = package.next_partname("/ppt/media/drawing%d.svg")
    part = Part(name, "image/svg+xml", package, drawn.encode("utf-8"))
    rid = slide.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    blip = shape._element.blipFill.find(".//{*}blip")
    blip.append(parse_xml(_BLIP.format(uri=_SVG, rid=rid)))


def _papers(slide: Slide, papers: list[Reference], against: list[Reference], *last: str):
    top = PICTURE[1] + Inches(2.95)
    box = slide.shapes.add_textbox(COLUMN[0], top, COLUMN[1], _CODE_TOP - top)
    box.name = "References"
    frame = box.text_frame
    frame.word_wrap = True
    line = frame.paragraphs[0]
    for lead, side in (("", papers), (f". {t('Against:')} ", against)):
        for index, paper in enumerate(side):
            if between := "; " if index else lead:
                _run(line, between, 10)  # not in the link, which would underline it
            _run(line, mention(paper)["text"], 10).hyperlink.address = url(paper) or None
    for text in last:
        _run(frame.add_paragraph(), text, 9)


def _run(line, text: str, size: int):
    """Text at the end of a paragraph, in the color of what is said aside."""
    run = line.add_run()
    run.text = text
    _style(run, size, THEMES["projector"]["muted"])
    return run


def _link(slide: Slide, address: str):
    left, top = COLUMN[0] + (COLUMN[1] - CODE) // 2, _CODE_TOP
    if len(address) <= _CODED:
        code = io.BytesIO()
        segno.make(address, error="m").save(code, kind="png", scale=8, border=2)
        code.seek(0)
        shape = slide.shapes.add_picture(code, left, top, CODE, CODE)
        shape.name = "QR code"
        shape._element.nvPicPr.cNvPr.set("descr", f"{t('QR code:')} {address}")
        shape.click_action.hyperlink.address = address
    box = slide.shapes.add_textbox(COLUMN[0], top + CODE, COLUMN[1], Inches(0.35))
    box.name = "Link"
    box.text_frame.paragraphs[0].alignment = PP_ALIGN.CENTER
    run = box.text_frame.paragraphs[0].add_run()
    run.text = t("Open this step")
    run.hyperlink.address = address
    _style(run, 11, THEMES["projector"]["ink"])


def _write(shape, text: str, size: int, bold: bool = False):
    frame = shape.text_frame
    frame.word_wrap = True
    frame.text = text
    paragraph = frame.paragraphs[0]
    paragraph.alignment = 1
    _style(paragraph.runs[0], size, THEMES["projector"]["ink"], bold)


def _style(run, size: int, color: str, bold: bool = False):
    run.font.size, run.font.bold, run.font.name = Pt(size), bold, FONT
    run._r.get_or_add_rPr().set("lang", voice().tag)  # whose spelling PowerPoint looks up
    run.font.color.rgb = RGBColor.from_string(color.removeprefix("#").upper())


def _cited(paper: Reference) -> str:
    where = f", {paper.journal}" if paper.journal else ""
    text = f"{mention(paper)['text']}{where}. {paper.title} {url(paper)}".rstrip()
    return f"{text} {paper.notice.text}" if paper.notice else text


def link(base: str, pathway: Pathway, lecture: str, step: int) -> str:
    """The address of a step in the figure at `base`: 0 is the title, 1 the first step, and the end
    comes after the last."""
    query = urlencode({"pathway": pathway.id, "lecture": lecture, "step": step})
    return f"{base}{'&' if '?' in base else '?'}{query}"
