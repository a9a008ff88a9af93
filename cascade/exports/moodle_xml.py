"""The parts that all questions of Moodle XML have."""

from base64 import b64encode
from html import escape
from xml.etree import ElementTree as xml

from ..i18n.translation import t


def text(parent: xml.Element, words: str, *path: str, **marks: str) -> xml.Element:
    """Adds an element at a path below a parent, with words; gives the first of the path."""
    first = last = xml.SubElement(parent, path[0], **marks)
    for name in path[1:]:
        last = xml.SubElement(last, name)
    last.text = words
    return first


def head(
    root: xml.Element, type_: str, name: str, ask: str, feedback: str, svg: str = ""
) -> xml.Element:
    """A question with what all types have; `svg` stands below the words."""
    question = xml.SubElement(root, "question", type=type_)
    text(question, name, "name", "text")
    html = f"<p>{escape(ask, quote=False)}</p>"
    if svg:
        html += f'<p><img src="@@PLUGINFILE@@/{name}.svg" alt="{escape(t("The figure"))}"></p>'
    asked = text(question, html, "questiontext", "text", format="html")
    if svg:
        attached(asked, f"{name}.svg", svg)
    text(question, feedback, "generalfeedback", "text", format="html")
    for key, value in (("defaultgrade", "1"), ("penalty", "0.3333333"), ("hidden", "0")):
        text(question, value, key)
    text(question, name, "idnumber")
    return question


def attached(parent: xml.Element, name: str, svg: str) -> None:
    file = xml.SubElement(parent, "file", name=name, path="/", encoding="base64")
    file.text = b64encode(svg.encode()).decode()
