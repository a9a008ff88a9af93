"""Moodle XML: https://docs.moodle.org/405/en/Moodle_XML_format.

What has an order is a matching question, as older Moodles have no other; a short answer is an
essay with the model answer for the grader.
"""

from html import escape
from xml.etree import ElementTree as xml

from ..quiz.item import Item
from .moodle_images import drops, markers
from .moodle_xml import head, text
from .quiz_set import QuizSet, name_of

TYPES = {"choice": "multichoice", "pick": "multichoice", "type": "shortanswer",
         "order": "matching", "own": "essay"}  # fmt: skip


def write(quiz: QuizSet) -> bytes:
    """A category with all questions, and for each stage that has some, one to drag the names of
    cells onto its picture and one to mark them."""
    root = xml.Element("quiz")
    category = xml.SubElement(xml.SubElement(root, "question", type="category"), "category")
    text(category, f"$course$/top/{quiz.pathway.title.replace('/', '//')}", "text")
    for item in quiz.items:
        _question(root, item, quiz)
    stages = dict.fromkeys(item.stage for item in quiz.items if item.stage)
    for stage in stages if quiz.pictured else ():
        drops(root, stage, quiz)
        markers(root, stage, quiz)
    xml.indent(root)
    return xml.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def _question(root: xml.Element, item: Item, quiz: QuizSet) -> None:
    picture = quiz.picture(item)
    type_ = TYPES[item.answer]
    feedback = quiz.feedback_html(item)
    question = head(root, type_, name_of(item), item.ask, feedback, picture.svg if picture else "")
    if type_ == "multichoice":
        for key, value in (("single", "true"), ("answernumbering", "abc")):
            text(question, value, key)
    if type_ in ("multichoice", "matching"):
        text(question, "true", "shuffleanswers")
    if type_ == "shortanswer":
        text(question, "0", "usecase")
        for name in dict.fromkeys((*item.accept, *item.right)):
            _answer(question, "100", _plain(name), "", "moodle_auto_format")
    elif type_ == "multichoice":
        for option in item.options:
            words = escape(option.text, quote=False)
            _answer(question, "100" if option.right else "0", words, quiz.wrong(option), "html")
    elif type_ == "matching":
        for number, option in enumerate(item.options, start=1):
            step = text(question, str(number), "subquestion", "text", format="html")
            text(step, option.text, "answer", "text")
    else:
        text(question, "editor", "responseformat")
        for key, value in (("responserequired", "1"), ("responsefieldlines", "5")):
            text(question, value, key)
        model = "".join(f"<p>{escape(right, quote=False)}</p>" for right in item.right)
        text(question, model, "graderinfo", "text", format="html")
    tags = xml.SubElement(question, "tags")
    for tag in (item.kind, item.level, *([item.stage] if item.stage else [])):
        text(tags, tag, "tag", "text")


def _plain(name: str) -> str:
    """A name for a short answer, where '*' would stand for anything."""
    return name.replace("*", r"\*")


def _answer(question: xml.Element, fraction: str, words: str, feedback: str, form: str) -> None:
    answer = xml.SubElement(question, "answer", fraction=fraction, format=form)
    text(answer, words, "text")
    text(answer, escape(feedback, quote=False), "feedback", "text", format="html")
