"""Every color that a backdrop paints, with the opacity that its file gives it."""

import re
from xml.etree import ElementTree

from cascade.resources import assets_dir

_LINK = re.compile(r"url\(#([^)]+)\)")
_PASSED = ("fill", "stroke", "fill-opacity", "stroke-opacity")
_UNSEEN = ("defs", "linearGradient", "radialGradient", "clipPath", "mask", "pattern", "symbol")


def tints() -> set[tuple[str, str, str, float]]:
    """(file, 'fill' or 'stroke', color, opacity) of all backdrops, opacities of groups multiplied.

    A gradient counts with each of its stops. Colors of the theme do not count: `var(--lumen,...)`.
    """
    found = set()
    for path in sorted((assets_dir() / "scenery").glob("*.svg")):
        root = ElementTree.parse(path).getroot()
        named = {one.get("id"): one for one in root.iter() if one.get("id")}
        found |= {(path.stem, *tint) for tint in _of(root, {}, 1.0, named)}
    return found


def _of(element, inherited: dict, opacity: float, named: dict):
    name = element.tag.rsplit("}", 1)[-1]
    if name in _UNSEEN:
        return
    own = {**inherited, **{key: element.attrib[key] for key in _PASSED if key in element.attrib}}
    opacity *= float(element.get("opacity", 1))
    if name == "use":
        yield from _of(named[element.get("href")[1:]], own, opacity, named)
    elif name not in ("svg", "g"):
        for part in ("fill", "stroke"):
            value = own.get(part, "#000000" if part == "fill" else "none")
            strength = opacity * float(own.get(f"{part}-opacity", 1))
            for color, share in _paint(value, named):
                yield part, color, round(strength * share, 3)
    for child in element:
        yield from _of(child, own, opacity, named)


def _paint(value: str, named: dict):
    if link := _LINK.match(value):
        for stop in named[link[1]]:
            yield stop.get("stop-color"), float(stop.get("stop-opacity", 1))
    elif value != "none" and not value.startswith("var("):
        yield value, 1.0
