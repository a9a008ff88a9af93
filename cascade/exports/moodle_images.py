"""Moodle's questions on a picture: names of cells to drag to their places, and to mark."""

from collections.abc import Iterable
from html import escape
from xml.etree import ElementTree as xml

from ..i18n.translation import t
from .moodle_xml import attached, head, text
from .name_spots import Spot, spots
from .quiz_set import QuizSet


def drops(root: xml.Element, stage: str, quiz: QuizSet) -> None:
    """Names to drag onto the picture of a stage, each where it stood."""
    picture, name_spots = spots(stage, quiz.pictures)
    if not name_spots:
        return
    ask = t("Drag each name to its cell.")
    question = _on_picture(root, "ddimageortext", f"names-{stage}", ask, picture.svg, quiz)
    _drags(question, name_spots, "draggroup")
    for number, spot in enumerate(name_spots, start=1):
        drop = xml.SubElement(question, "drop")
        place = {"xleft": f"{spot.label.x1:.0f}", "ytop": f"{spot.label.y1:.0f}"}
        for key, value in ({"text": "", "no": str(number), "choice": str(number)} | place).items():
            text(drop, value, key)


def markers(root: xml.Element, stage: str, quiz: QuizSet) -> None:
    """Names to pin on the cells of the picture of a stage."""
    picture, name_spots = spots(stage, quiz.pictures)
    if not name_spots:
        return
    ask = t("Pin each name on its cell.")
    question = _on_picture(root, "ddmarker", f"cells-{stage}", ask, picture.svg, quiz)
    _drags(question, name_spots, "noofdrags")
    for number, spot in enumerate(name_spots, start=1):
        x, y = spot.cell.center
        coords = f"{x:.0f},{y:.0f};{spot.cell.width / 2:.0f}"
        drop = xml.SubElement(question, "drop")
        for key, value in (
            ("no", number),
            ("shape", "circle"),
            ("coords", coords),
            ("choice", number),
        ):
            text(drop, str(value), key)


def _drags(question: xml.Element, spots: Iterable[Spot], once: str) -> None:
    """The names to take; `once` is the field that says each is there one time, of one group."""
    for number, spot in enumerate(spots, start=1):
        drag = xml.SubElement(question, "drag")
        for key, value in (("no", str(number)), ("text", escape(spot.name)), (once, "1")):
            text(drag, value, key)


def _on_picture(
    root: xml.Element, type_: str, name: str, ask: str, svg: str, quiz: QuizSet
) -> xml.Element:
    stage = next(known for known in quiz.pathway.stages if name.endswith(known.id))
    question = head(root, type_, name, f"{stage.name}: {ask}", f"<p>{quiz.version}</p>")
    attached(question, f"{name}.svg", svg)
    if type_ == "ddmarker":
        xml.SubElement(question, "showmisplaced")
    xml.SubElement(question, "shuffleanswers")
    return question
