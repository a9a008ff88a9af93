"""Small pictures of the arrow grammar, drawn from the same tables as the figure itself."""

from markupsafe import Markup

from .grammar import DASHES, HEADS
from .palette import TINTS

# Each head as SVG path data, its tip at x = 44, y = 8, plus where the line ends.
_SHAPES = {
    "triangle": ("M44 8 33 2.5v11z", 33),
    "triangle-cross": ("M44 8 35 3v10zM31 3v10", 31),
    "triangle-tee": ("M41 8 33 3.5v9zM43.5 2v12", 33),
    "vee": ("M44 8 32 2l4 6-4 6z", 36),
    "circle": ("M34 8a5 5 0 1 0 10 0 5 5 0 1 0-10 0z", 34),
    "tee": ("M43 2v12", 43),
    "diamond": ("M44 8 37.5 3 31 8l6.5 5z", 31),
    "chevron": ("M44 8 36 2h-5l7 6-7 6h5z", 37),
}


def arrow_key(effect: str, route: str = "secreted") -> Markup:
    """A 46 x 16 arrow in the current text color."""
    head = HEADS[effect]
    shape, end = _SHAPES[head.shape]
    hollow = head.fill == "hollow" or head.shape == "tee"
    fill = "none" if hollow else "currentColor"
    return _svg(
        f'<path d="M2 8H{end}"{_dash(route)}/>'
        f'<path d="{shape}" fill="{fill}" stroke-linejoin="round"/>'
    )


def line_key(route: str) -> Markup:
    """A 46 x 16 line in the style of a route."""
    return _svg(f'<path d="M2 8H44"{_dash(route)}/>')


def value_key(facet: str, value: str) -> Markup:
    """The picture beside a filter value, or nothing where the facet is not drawn."""
    if facet == "effect":
        return _key(arrow_key(value), "")
    if facet == "route":
        return _key(line_key(value), "")
    if facet == "outcome":
        return _key(line_key("secreted"), value)
    if facet == "readout":
        return _key(line_key("secreted"), "" if value == "metastasis" else "soft")
    if facet == "lineage":
        tint = TINTS[value]
        return Markup('<i class="dot" style="background:{};border-color:{}"></i>').format(
            tint["body"], tint["line"]
        )
    return Markup("")


def _key(svg: Markup, look: str) -> Markup:
    return Markup('<i class="key {}" aria-hidden="true">{}</i>').format(look, svg)


def _dash(route: str) -> str:
    pattern = DASHES[route]
    if not pattern:
        return ""
    cap = ' stroke-linecap="round"' if min(pattern) <= 1 else ""
    scaled = " ".join(f"{max(v / 2.2, 0.1):.1f}" for v in pattern)
    return f' stroke-dasharray="{scaled}"{cap}'


def _svg(body: str) -> Markup:
    return Markup(
        '<svg viewBox="0 0 46 16" width="46" height="16" fill="none" stroke="currentColor"'
        f' stroke-width="2" aria-hidden="true">{body}</svg>'
    )
