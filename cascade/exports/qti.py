"""QTI 1.2 in a content package, as Canvas and others import it.

Built like the packages of text2qti (https://github.com/gpoore/text2qti), to whose output the tests
compare it. What has an order is a matching question of Canvas.
"""

from html import escape
from xml.etree import ElementTree as xml

from ..i18n.translation import t
from ..quiz.item import Item
from .archive import zipped
from .moodle_xml import text
from .quiz_set import QuizSet, name_of

TYPES = {"choice": "multiple_choice_question", "pick": "multiple_choice_question",
         "type": "short_answer_question", "order": "matching_question",
         "own": "essay_question"}  # fmt: skip
QUIZ = "quiz"
_SPACE = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_PACKAGE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
_PICTURES = "images"
_BASE = "%24IMS-CC-FILEBASE%24"


def write(quiz: QuizSet) -> bytes:
    """A zip: the manifest, the questions, their pictures."""
    pictures = {}
    root = xml.Element("questestinterop", xmlns=_SPACE)
    title = t("{title}: self-test", title=quiz.pathway.title)
    assessment = xml.SubElement(root, "assessment", ident=QUIZ, title=title)
    _fields(assessment, {"cc_maxattempts": "unlimited"})
    section = xml.SubElement(assessment, "section", ident="root_section")
    for item in quiz.items:
        if picture := quiz.picture(item):
            pictures[f"{_PICTURES}/{name_of(item)}.svg"] = picture.svg.encode()
        _item(section, item, quiz, bool(picture))
    questions = f"{QUIZ}/{QUIZ}.xml"
    manifest = _manifest(questions, list(pictures))
    return zipped({"imsmanifest.xml": _bytes(manifest), questions: _bytes(root), **pictures})


def _bytes(root: xml.Element) -> bytes:
    xml.indent(root)
    return xml.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def _manifest(questions: str, pictures: list[str]) -> xml.Element:
    root = xml.Element("manifest", identifier="cascade-quiz", xmlns=_PACKAGE)
    about = xml.SubElement(root, "metadata")
    text(about, "IMS Content", "schema")
    text(about, "1.1.3", "schemaversion")
    xml.SubElement(root, "organizations")
    resources = xml.SubElement(root, "resources")
    resource = xml.SubElement(resources, "resource", identifier=QUIZ, type="imsqti_xmlv1p2")
    xml.SubElement(resource, "file", href=questions)
    for number, path in enumerate(pictures, start=1):
        marks = {"identifier": f"image-{number}", "type": "webcontent", "href": path}
        xml.SubElement(xml.SubElement(resources, "resource", marks), "file", href=path)
    return root


def _fields(parent: xml.Element, values: dict[str, str]) -> None:
    data = xml.SubElement(parent, "qtimetadata")
    for name, value in values.items():
        field = xml.SubElement(data, "qtimetadatafield")
        text(field, name, "fieldlabel")
        text(field, value, "fieldentry")


def _item(section: xml.Element, item: Item, quiz: QuizSet, picture: bool) -> None:
    name = name_of(item)
    element = xml.SubElement(section, "item", ident=name, title=item.kind)
    answers = [f"{name}-{number}" for number in range(len(item.options))]
    values = {
        "question_type": TYPES[item.answer],
        "points_possible": "1",
        "original_answer_ids": ",".join(answers),
        "assessment_question_identifierref": f"{name}-ref",
    }
    _fields(xml.SubElement(element, "itemmetadata"), values)
    html = f"<p>{escape(item.ask, quote=False)}</p>"
    if picture:
        source = f"{_BASE}/{_PICTURES}/{name}.svg"
        html += f'<p><img src="{source}" alt="{escape(t("The figure"))}"></p>'
    shown = xml.SubElement(element, "presentation")
    _material(shown, html)
    processing = xml.Element("resprocessing")
    outcomes = xml.SubElement(processing, "outcomes")
    marks = {"maxvalue": "100", "minvalue": "0", "varname": "SCORE", "vartype": "Decimal"}
    xml.SubElement(outcomes, "decvar", marks)
    _condition(processing, [], feedback="general_fb")
    feedback = {"general_fb": quiz.feedback_html(item)}
    if item.answer in ("choice", "pick"):
        _choices(shown, "response1", list(zip(answers, item.options, strict=True)))
        for ident, option in zip(answers, item.options, strict=True):
            if where := quiz.wrong(option):
                feedback[f"{ident}_fb"] = f"<p>{escape(where, quote=False)}</p>"
                _condition(processing, [("response1", ident)], feedback=f"{ident}_fb")
        right = next(a for a, o in zip(answers, item.options, strict=True) if o.right)
        _condition(processing, [("response1", right)], score="100")
    elif item.answer == "order":
        for number, ident in enumerate(answers, start=1):
            _choices(
                shown, f"response_{number}", list(zip(answers, item.options, strict=True)),
                str(number),
            )  # fmt: skip
            part = f"{100 / len(answers):.2f}"
            _condition(processing, [(f"response_{number}", ident)], score=part, action="Add")
    else:
        line = {"ident": "response1", "rcardinality": "Single"}
        render = xml.SubElement(xml.SubElement(shown, "response_str", line), "render_fib")
        xml.SubElement(render, "response_label", ident="answer1", rshuffle="No")
        if item.answer == "type":
            names = dict.fromkeys((*item.right, *item.accept))
            _condition(processing, [("response1", name) for name in names], score="100")
        else:
            model = "".join(f"<p>{escape(right, quote=False)}</p>" for right in item.right)
            feedback["general_fb"] = model + feedback["general_fb"]
    element.append(processing)
    for ident, words in feedback.items():
        _material(
            xml.SubElement(xml.SubElement(element, "itemfeedback", ident=ident), "flow_mat"), words
        )


def _material(parent: xml.Element, html: str) -> None:
    material = xml.SubElement(parent, "material")
    text(material, html, "mattext", texttype="text/html")


def _choices(shown: xml.Element, ident: str, options: list, label: str = "") -> None:
    response = xml.SubElement(shown, "response_lid", ident=ident)
    if label:
        _material(response, label)
    else:
        response.set("rcardinality", "Single")
    render = xml.SubElement(response, "render_choice")
    for name, option in options:
        choice = xml.SubElement(render, "response_label", ident=name)
        _material(choice, f"<p>{escape(option.text, quote=False)}</p>")


def _condition(
    processing: xml.Element, equal: list, score: str = "", feedback: str = "", action: str = "Set"
) -> None:
    """What follows from an answer that is equal to one of some, or from any answer."""
    condition = xml.SubElement(processing, "respcondition")
    condition.set("continue", "No" if score and action == "Set" else "Yes")
    known = xml.SubElement(condition, "conditionvar")
    for ident, value in equal:
        text(known, value, "varequal", respident=ident)
    if not equal:
        xml.SubElement(known, "other")
    if score:
        text(condition, score, "setvar", action=action, varname="SCORE")
    if feedback:
        xml.SubElement(condition, "displayfeedback", feedbacktype="Response", linkrefid=feedback)
