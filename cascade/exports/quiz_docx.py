"""Questions to print, as a Word document: the questions, then their key."""

import io

from docx import Document
from docx.shared import Cm, Pt

from ..i18n.translation import t
from ..quiz.item import Item
from .chromium import paint
from .picture_files import SCALE
from .quiz_set import QuizSet, mixed

WIDTH = Cm(16)
LETTERS = "ABCDEFGH"


def write(quiz: QuizSet) -> bytes:
    """A .docx file. Raises Unavailable without Chromium, as Word takes no SVG from us."""
    document = Document()
    document.core_properties.title = t("{title}: self-test", title=quiz.pathway.title)
    document.core_properties.comments = quiz.version
    document.styles["Normal"].font.size = Pt(11)
    document.add_heading(document.core_properties.title, 0)
    for number, item in enumerate(quiz.items, start=1):
        document.add_heading(f"{number}. {item.ask}", 2)
        if picture := quiz.picture(item):
            png = paint(picture.svg, int(picture.width), int(picture.height), SCALE)
            document.add_picture(io.BytesIO(png), WIDTH)
        options = mixed(item)
        for letter, option in zip(LETTERS, options, strict=False):
            document.add_paragraph(f"{letter}  {option.text}")
        if not options:
            document.add_paragraph("_" * 60)
    document.add_page_break()
    document.add_heading(t("Key"), 1)
    for number, item in enumerate(quiz.items, start=1):
        document.add_heading(f"{number}. {_answer(item)}", 2)
        for paragraph in quiz.feedback(item):
            document.add_paragraph(paragraph)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _answer(item: Item) -> str:
    """'B  CSF-1', 'C, A, B', or the words to write."""
    options = mixed(item)
    letters = {option.text: letter for letter, option in zip(LETTERS, options, strict=False)}
    if item.answer == "order":
        return ", ".join(letters[text] for text in item.right)
    words = " / ".join(dict.fromkeys((*item.right, *item.accept)))
    return f"{letters[item.right[0]]}  {item.right[0]}" if options else words
