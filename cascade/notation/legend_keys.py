"""Small pictures of the arrow grammar, drawn from the same tables as the figure itself."""

from markupsafe import Markup

from .grammar import DASHES, HEADS, TAILS
from .palette import TINTS

# Each head as SVG path data, its tip at x = 44, y = 8, plus where the line ends.
_SHAPES = {
    "triangle": ("M44 8 33 2.5v11z", 33),
    "triangle-cross": ("M44 8 35 3v10zM31 3v10", 31),
    "triangle-tee": ("M41 8 33 3.5v9zM43.5 2v12", 33),
    "vee": ("M44 8 32 2l4 6-4 6z", 36),
    "circle": ("M34 8a5 5 0 1 0 10 0 5 5 0 1 0-10 0z", 34),
    "square": ("M34 3.5h10v9H34z", 34),
    "tee": ("M43 2v12", 43),
    "diamond": ("M44 8 37.5 3 31 8l6.5 5z", 31),
    "chevron": ("M44 8 36 2h-5l7 6-7 6h5z", 37),
}


# Each mark at a tail, and where the line begins behind it.
_TAILS = {
    "circle": ("M2 8a4 4 0 1 0 8 0 4 4 0 1 0-8 0z", 10),
    "square": ("M2 4h8v8H2z", 10),
    "diamond": ("M2 8l5-4.5L12 8l-5 4.5z", 12),
}
# What the figure draws besides the values of its filters.
_FULL = 'fill="currentColor" stroke="none"'
_MARKS = {
    "journey": f'<path d="M2 3.5H33V1L44 8 33 15V12.5H2z" {_FULL} opacity=".3"/>',
    "becomes": (
        '<path d="M2 8H34" stroke-dasharray="5 4" stroke-width="1.6"/>'
        f'<path d="M44 8 34 4v8z" {_FULL}/>'
    ),
    "merged": (
        '<path d="M2 8H6M27 8H33" stroke-width="3.2"/><path d="M44 8 33 2.5v11z"/>'
        f'<text x="16.5" y="11.5" text-anchor="middle" font-size="11" {_FULL}>+2</text>'
    ),
    "disputed": (
        '<path d="M2 8H10M36 8H44"/><path d="M16 8h14" stroke-width="2.6" opacity=".45"/>'
        '<path d="M10.5 2.5h25v11h-25z" stroke-width="1.3" stroke-dasharray="4 2"/>'
    ),
    "vague": ('<ellipse cx="23" cy="8" rx="10" ry="7" stroke-width="1.5" stroke-dasharray="3 2"/>'),
    "pale": '<path d="M2 8H33M44 8 34 3.5v9z" stroke-width="1.3" opacity=".8"/>',
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


def readout_key(readout: str) -> Markup:
    """A 46 x 16 line with the mark that says what was measured."""
    if readout not in TAILS:
        return line_key("secreted")
    shape, fill = TAILS[readout]
    mark, start = _TAILS[shape]
    color = "currentColor" if fill == "filled" else "none"
    return _svg(f'<path d="M{start} 8H44"/><path d="{mark}" fill="{color}"/>')


def mark_key(mark: str) -> Markup:
    """The picture of what no filter names: the journey, a dispute, ..."""
    return _svg(_MARKS[mark])


def framed_mark_key(mark: str) -> Markup:
    """The same in the frame that the panel gives its keys."""
    return _key(mark_key(mark), "")


def value_key(facet: str, value: str) -> Markup:
    """The picture beside a filter value, or nothing where the facet is not drawn."""
    if facet == "effect":
        return _key(arrow_key(value), "")
    if facet == "route":
        return _key(line_key(value), "")
    if facet == "outcome":
        return _key(line_key("secreted"), value)
    if facet == "readout":
        return _key(readout_key(value), "soft" if value in TAILS else "")
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
