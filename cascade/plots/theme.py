"""How plots look in a theme: a Plotly template made from the one palette."""

from collections.abc import Sequence

from ..palette import THEMES, mix

FONT = "Inter, system-ui, sans-serif"
ROW = 20
"""Pixels of a row or column of fields, enough for a number of two digits."""


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
    return [[0, mix(colors["accent"], colors["surface"], 0.14)], [1, colors["accent"]]]


def diverging(theme: str) -> list[list]:
    """A color scale from restraining over balanced to promoting, in the colors of the arrows."""
    colors = THEMES[theme]
    return [
        [0, colors["anti-metastatic"][0]],
        [0.5, colors["raised"]],
        [1, colors["pro-metastatic"][0]],
    ]


def steps(theme: str, count: int) -> Sequence[str]:
    """Colors of things in an order, such as stages: one hue, from full to pale."""
    colors = THEMES[theme]
    return [
        mix(colors["accent"], colors["surface"], 1 - 0.72 * index / max(count - 1, 1))
        for index in range(count)
    ]


def veil(color: str, opacity: float) -> str:
    """A #rrggbb color as rgba(), to be seen through."""
    red, green, blue = (int(color[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity:g})"
