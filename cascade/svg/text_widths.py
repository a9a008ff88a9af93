"""Texts that keep their width in a program that lacks the figure's font.

Names would else lie on cells. With `textLength` such a program sets its own font tighter:
https://www.w3.org/TR/SVG2/text.html#TextElementTextLengthAttribute
"""

# Workaround: Inkscape and LibreOffice read no font out of an SVG, and a fallback such as DejaVu
# Sans is a seventh wider than Inter; no source found.

from xml.etree import ElementTree

from ..layout.text_metrics import width
from .xml import number

SVG = "http://www.w3.org/2000/svg"
_TEXT, _LINE = f"{{{SVG}}}text", f"{{{SVG}}}tspan"
ElementTree.register_namespace("", SVG)
ElementTree.register_namespace("xlink", "http://www.w3.org/1999/xlink")


def fix_text_widths(svg: str) -> str:
    """The same picture with the width of each line of text written to it."""
    root = ElementTree.fromstring(svg)
    _fix(root, 0.0, 400)
    return ElementTree.tostring(root, "unicode")


def _fix(element: ElementTree.Element, size: float, weight: int) -> None:
    size = float(element.get("font-size", size))
    weight = int(element.get("font-weight", weight))
    if element.tag == _TEXT and len(element):
        # A length on the whole would stretch all its lines to one: the first becomes a part too.
        first = ElementTree.Element(_LINE)
        first.text, element.text = element.text, None
        element.insert(0, first)
    elif element.tag in (_TEXT, _LINE) and element.text:
        element.set("textLength", number(width(element.text, size, weight)))
        element.set("lengthAdjust", "spacingAndGlyphs")
    for child in element:
        _fix(child, size, weight)
