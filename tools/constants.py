"""Writes assets/js/rules/constants.js: what Python decides and the scripts need as well.

`python -m tools.constants` writes it anew, and so does `make press`; a test demands that it is
current. A module and not a part of the figure's JSON, so that pure rules and node's tests import
it, `tsc` knows its types, and the page carries only what some script uses.
"""

import json
from pathlib import Path

from cascade.exports import handout, table
from cascade.layout import viewport
from cascade.model.vocabulary import OUTCOMES, RANK
from cascade.notation import sizes
from cascade.notation.keyboard import KEYS, LECTURE_KEYS
from cascade.notation.palette import THEMES
from cascade.notation.stylesheet import FONT
from cascade.plots import flow, theme
from cascade.svg import document, legend

PATH = Path(__file__).parents[1] / "assets/js/rules/constants.js"
HEAD = """/** What Python decides. Written by `make press` (tools/constants.py): change it there. */
"""
WIDTH = 100


def constants() -> dict[str, object]:
    """Each constant by its name in JavaScript."""
    side, top, bottom = viewport.PAD
    return {
        "THEMES": ("auto", *THEMES),
        "DETAILS": ("auto", *RANK),
        "RANK": RANK,
        "OUTCOMES": tuple(OUTCOMES),
        "FONT": FONT,
        "NODE_FONT": sizes.NODE_FONT,
        "NEAR_NODE_FONT": sizes.SIZES[sizes.NEAR].node,
        "CLOSE_NODE_FONT": sizes.SIZES[sizes.CLOSE].node,
        "LECTURE_FONTS": sizes.LECTURE_FONTS,
        "PANEL_TITLE_FOOT": sizes.PANEL_TITLE_FOOT,
        "CARD_TITLE_FOOT": sizes.CARD_TITLE_FOOT,
        "STAGE_ZOOM": sizes.STAGE_ZOOM,
        "FAR_ZOOM": sizes.FAR_ZOOM,
        "CAMERA": {"x": side, "top": top, "bottom": bottom, "closest": sizes.CLOSEST},
        "NARROW": viewport.NARROW,
        "COUNT": viewport.COUNT,
        "LAPTOP": (viewport.LAPTOP.width, viewport.LAPTOP.height),
        "TABLET": (viewport.TABLET.width, viewport.TABLET.height),
        "LEGEND_FACETS": legend.FACETS,
        "HANDOUT": {"pad": document.PAD, "box": handout.BOX, "signs": handout.SIGNS},
        "FLOW": {"sides": flow.SIDES, "pad": flow.PAD, "row": flow.ROW},
        "SCALE_BREAK": theme.SCALE_BREAK,
        "FORMULA": table.FORMULA.pattern,
        "KEYS": tuple(keys for keys, _ in KEYS),
        "LECTURE_KEYS": tuple(keys for keys, _ in LECTURE_KEYS),
    }


def module() -> str:
    """The module, laid out as prettier would."""
    return HEAD + "".join(_export(name, value) for name, value in constants().items())


def _export(name: str, value: object) -> str:
    line = f"export const {name} = {_literal(value)};\n"
    if len(line) <= WIDTH:
        return line
    entries = "".join(f"  {entry},\n" for entry in _entries(value))
    first, last = "{}" if isinstance(value, dict) else "[]"
    return f"export const {name} = {first}\n{entries}{last};\n"


def _literal(value: object) -> str:
    if isinstance(value, dict):
        return f"{{ {', '.join(_entries(value))} }}"
    if isinstance(value, tuple):
        return f"[{', '.join(_entries(value))}]"
    if isinstance(value, str):
        text = json.dumps(value, ensure_ascii=False)
        return text if "'" in text or '\\"' in text else f"'{text[1:-1]}'"
    return f"{value:g}"


def _entries(value: object) -> list[str]:
    if isinstance(value, dict):
        return [f"{_key(name)}: {_literal(entry)}" for name, entry in value.items()]
    return [_literal(entry) for entry in value]


def _key(name: str) -> str:
    return name if name.isidentifier() else _literal(name)


if __name__ == "__main__":
    PATH.write_text(module(), encoding="utf-8")
