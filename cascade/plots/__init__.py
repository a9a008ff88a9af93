"""Plots of a pathway: who talks to whom, flows, years, organs.

`plots` gives them as data; `document` as what the browser loads when a reader opens the plots.
Plotly is imported only here, and only then, as it takes a while.
"""

from functools import cache

from ..model.pathway import Pathway
from ..notation.palette import THEMES
from .plot import Plot


def plots(pathway: Pathway) -> tuple[Plot, ...]:
    """The plots of a pathway that have something to show, in the order of their buttons."""
    from .flow import flow
    from .matrix import matrix
    from .organs import organs
    from .timeline import timeline

    all_plots = (make(pathway) for make in (matrix, flow, timeline, organs))
    return tuple(plot for plot in all_plots if plot.marks)


def document(pathway: Pathway) -> dict:
    """The plots as JSON data: figures by theme and variant, and the marks to count anew.

    Marks name arrows by their place in the figure's list of interactions, which is shorter; names
    are pairs, as an object of JavaScript would not keep their order.
    """
    place = {arrow.id: number for number, arrow in enumerate(pathway.arrows)}
    return {
        "plots": [
            {
                "id": plot.id,
                "name": plot.name,
                "about": plot.about,
                "names": list(plot.names.items()),
                "variants": dict(plot.variants),
                "columns": plot.table()[0],
                "marks": [[*mark.key, [place[id_] for id_ in mark.arrows]] for mark in plot.marks],
                "figures": {
                    theme: {variant: plot.figure(theme, variant) for variant in plot.variants}
                    for theme in THEMES
                },
            }
            for plot in plots(pathway)
        ]
    }


@cache
def plotly_version() -> str:
    """The version of the plotly package, without importing it."""
    from importlib.metadata import version

    return version("plotly")
