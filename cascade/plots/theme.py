"""How plots look in a theme: a Plotly template made from the one palette."""

from collections.abc import Sequence

from ..notation.palette import THEMES, mix

FONT = "Inter, system-ui, sans-serif"
ROW = 20
"""Pixels of a row or column of fields, enough for a number of two digits."""

SCALE_BREAK = 0.49
STEPS = ((0, 0.14), (SCALE_BREAK, 0.35), (SCALE_BREAK, 0.85), (1, 1))
"""How much of the full color a share of the most has: a leap in the middle, as no text can be read
on a color between light and dark. Half of the most lies beyond it."""


def template(theme: str) -> dict:
    """Paper, ink and axes of a theme, as a Plotly layout template."""
    colors = THEMES[theme]
    axis = {
        "gridcolor": colors["rule"],
        "linecolor": colors["control"],
        "zerolinecolor": colors["control"],
        "tickcolor": colors["control"],
        "tickfont": {"color": colors["ink"], "size": 12},
        "title": {"font": {"color": colors["muted"], "size": 12}},
        "automargin": True,
        "fixedrange": True,
    }
    return {
        "layout": {
            "paper_bgcolor": colors["surface"],
            "plot_bgcolor": colors["surface"],
            "font": {"family": FONT, "color": colors["ink"], "size": 12},
            "hoverlabel": {
                "bgcolor": colors["ink"],
                "bordercolor": colors["ink"],
                "font": {"family": FONT, "color": colors["surface"], "size": 13},
            },
            "xaxis": axis,
            "yaxis": axis,
            "legend": {"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0},
            "dragmode": False,
            "margin": {"l": 8, "r": 12, "t": 8, "b": 8},
        }
    }


def sequential(theme: str) -> list[list]:
    """A color scale from few to many."""
    colors = THEMES[theme]
    return [[at, mix(colors["accent"], colors["surface"], share)] for at, share in STEPS]


def diverging(theme: str) -> list[list]:
    """A color scale from restraining over balanced to promoting, in the colors of the arrows."""
    colors = THEMES[theme]

    def half(name: str) -> list[list]:
        return [[at, mix(colors[name][0], colors["raised"], share)] for at, share in STEPS]

    low = [[(1 - at) / 2, color] for at, color in reversed(half("anti-metastatic"))]
    high = [[(1 + at) / 2, color] for at, color in half("pro-metastatic")]
    return low + high


# Blue, orange, green and purple of Okabe and Ito: told apart with any eyes, and of 3:1 on light and
# dark. https://jfly.uni-koeln.de/color/
_HUES = ("#0072B2", "#D55E00", "#009E73", "#CC79A7")


def distinct(theme: str, count: int) -> Sequence[str]:
    """Colors of things such as stages, each another hue; beyond four they come again, nearer to
    the ink."""
    return [
        mix(THEMES[theme]["ink"], _HUES[index % len(_HUES)], 0.5) if index >= len(_HUES)
        else _HUES[index]
        for index in range(count)
    ]  # fmt: skip


def with_alpha(color: str, opacity: float) -> str:
    """A #rrggbb color as rgba(), to be seen through."""
    red, green, blue = (int(color[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity:g})"


def numbers(trace: dict, texts: Sequence[Sequence[str]], theme: str) -> dict:
    """A trace that writes the numbers of a heatmap, each in the color that its field asks for.

    Heatmaps color their own texts by rules of Plotly that are too pale for us.
    """
    low, high = trace["zmin"], trace["zmax"]
    inks = [THEMES[theme]["ink"], THEMES[theme]["accent-ink"]]
    spots = [
        (x, y, text, inks[is_saturated(n, low, high)])
        for y, row, words in zip(trace["y"], trace["z"], texts, strict=True)
        for x, n, text in zip(trace["x"], row, words, strict=True)
        if n is not None
    ]
    return {
        "type": "scatter",
        "mode": "text",
        "x": [field[0] for field in spots],
        "y": [field[1] for field in spots],
        "text": [field[2] for field in spots],
        "textfont": {"size": 11, "color": [field[3] for field in spots]},
        "hoverinfo": "skip",
        "showlegend": False,
        "meta": inks,
    }


def is_saturated(number: int, low: int, high: int) -> bool:
    """Whether a number's field has one of the full colors, beyond the leap of the scale."""
    share = abs(number) / high if low < 0 else (number - low) / max(high - low, 1)
    return share > SCALE_BREAK
