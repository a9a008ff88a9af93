"""What the bundled cytoscape.js itself says it accepts."""

import re
from functools import cache
from pathlib import Path

import dash_cytoscape


@cache
def bundle():
    """The text of the bundled dash-cytoscape, which holds cytoscape.js."""
    path = Path(dash_cytoscape.__file__).with_name("dash_cytoscape.min.js")
    return path.read_text("utf-8")


@cache
def style_properties():
    """cytoscape's style properties in the bundle: name -> name of its type."""
    text = bundle()
    found = dict(re.findall(r'\bname:"([a-z-]+)",type:s\.(\w+)', text))
    for side in ("source", "mid-source", "target", "mid-target"):
        for name in ("arrow-shape", "arrow-color", "arrow-fill", "arrow-width"):
            found[f"{side}-{name}"] = found[name]
    return found


@cache
def style_words():
    """The words that each type of cytoscape's style properties allows."""
    text = bundle()
    start = text.index(".types={time:")
    types = text[start : text.index("var o={zeroNonZero", start)]
    return {
        name: set(re.findall(r'"([^"]+)"', words))
        for name, words in re.findall(r"(\w+):\{[^{}]*?enums:\[([^\]]*)\]", types)
    }
