"""Cut the figure's faces out of the npm package inter-ui (OFL): `python -m tools.fonts FOLDER`.

Needs fonttools and brotli, which nothing else here does: the faces change as often as Inter itself.
FOLDER is the unpacked package, version 4.1.1. Writes to assets/fonts
- `inter-latin.woff2` and `inter-greek.woff2`: variable, 400 to 700, for the page;
- `inter-print-WEIGHT.woff2`: one face a weight, for PDF, as Chromium prints a variable face as a
  nameless Type 3 font (no source found; seen with version 156 and pdffonts);
and to cascade/layout the table of advance widths per em.
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

ROOT = Path(__file__).parents[1]
GREEK = (*range(0x3B1, 0x3B6), *range(0x3BA, 0x3BD), 0x3C6, 0x3C9)
LATIN = (
    *range(0x20, 0x7F),
    *(0xA0, 0xB1, 0xB5, 0xB7),
    *range(0xC0, 0x100),
    *(0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026),
    *range(0x2080, 0x208A),
    *(0x2191, 0x2193),
)
STYLES = {400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold"}


def main(package: Path) -> None:
    fonts = ROOT / "assets" / "fonts"
    for name, characters in (("latin", LATIN), ("greek", GREEK)):
        face = TTFont(package / "variable" / "InterVariable.woff2")
        _cut(face, characters, ["kern", "tnum", "locl"])
        face = instancer.instantiateVariableFont(face, {"opsz": 14, "wght": (400, 500, 700)})
        face.save(fonts / f"inter-{name}.woff2")
    widths = {}
    for weight, style in STYLES.items():
        face = TTFont(package / "web" / f"Inter-{style}.woff2")
        _cut(face, (*LATIN, *GREEK), ["kern"])
        face.save(fonts / f"inter-print-{weight}.woff2")
        advance, em = face["hmtx"], face["head"].unitsPerEm
        widths[weight] = {
            chr(code): round(advance[glyph][0] / em, 3)
            for code, glyph in sorted(face.getBestCmap().items())
        }
    table = json.dumps(widths, ensure_ascii=False, separators=(",", ":"))
    (ROOT / "cascade" / "layout" / "inter_widths.json").write_text(table + "\n", "utf-8")


def _cut(face: TTFont, characters: Iterable[int], features: list[str]) -> None:
    cut = subset.Subsetter(subset.Options(layout_features=features, hinting=False))
    cut.populate(unicodes=characters)
    cut.subset(face)
    face.flavor = "woff2"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
