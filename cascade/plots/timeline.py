"""Arrows by the year of their earliest cited paper: bars, stacked by stage."""

from plotly import graph_objects as go

from ..figure.evidence import overview
from ..i18n.translation import t, translatable, translate_tree
from ..model.pathway import Pathway
from ..notation.palette import THEMES
from .plot import Plot, Table, marks
from .theme import distinct, template

ID = "timeline"
DRAG = translatable("Drag over the bars, or set the years, to keep only the arrows of that time.")
COLUMNS = translatable(("Year of the earliest cited paper", "Stage", "Arrows"))


def timeline(pathway: Pathway) -> Plot:
    """The plot of years; a mark's key is (year, stage)."""
    names = {stage.id: stage.name for stage in pathway.stages}
    place = list(names)
    pairs = sorted(
        (((str(a.interaction.year), a.place.stage.id), a.id) for a in pathway.arrows),
        key=lambda pair: (pair[0][0], place.index(pair[0][1])),
    )

    def tabulate(plot: Plot) -> Table:
        return translate_tree(COLUMNS), [
            (int(m.key[0]), plot.names[m.key[1]], m.count) for m in plot.marks
        ]

    return Plot(
        ID,
        t("Evidence over time"),
        " ".join(
            part
            for part in (
                t("Arrows by the year of their earliest cited paper."),
                overview(pathway),
                t(DRAG),
            )
            if part
        ),
        marks(pairs),
        names,
        {"years": t("By year")},
        figure,
        tabulate,
    )


def span(plot: Plot) -> list[int]:
    """Every year from the first to the last mark."""
    years = [int(mark.key[0]) for mark in plot.marks]
    return list(range(min(years), max(years) + 1)) if years else []


def bars(plot: Plot) -> dict[str, list[int]]:
    """By stage the arrows of each year of the span."""
    count = {mark.key: mark.count for mark in plot.marks}
    return {
        stage: [count.get((str(year), stage), 0) for year in span(plot)] for stage in plot.names
    }


def figure(plot: Plot, theme: str, variant: str) -> dict:
    """Two traces a stage: what counts now, and behind it, pale, what a choice leaves out."""
    years = span(plot)
    colors = THEMES[theme]
    tints = distinct(theme, len(plot.names))
    traces = []
    for (stage, counts), tint in zip(bars(plot).items(), tints, strict=True):
        for pale in (False, True):
            traces.append(
                go.Bar(
                    x=years,
                    y=[None if pale else count or None for count in counts],
                    name=plot.names[stage],
                    legendgroup=stage,
                    showlegend=not pale,
                    marker={
                        "color": tint,
                        "line": {"color": colors["accent"], "width": 1},
                        "opacity": 0.22 if pale else 1,
                    },
                    hovertemplate="%{x}: %{y} "
                    + t("left out" if pale else "shown")
                    + f", {plot.names[stage]}<extra></extra>",
                )
            )
    layout = go.Layout(
        template=template(theme),
        height=380,
        barmode="stack",
        bargap=0.15,
        dragmode="select",
        selectdirection="h",
        xaxis={"title": {"text": t("Year of the earliest cited paper")}, "tickformat": "d"},
        yaxis={"title": {"text": t("Arrows")}, "rangemode": "tozero", "tickformat": "d"},
        newselection={"line": {"color": colors["focus"]}},
        activeselection={"fillcolor": colors["halo"], "opacity": 0.2},
    )
    return {"data": [trace.to_plotly_json() for trace in traces], "layout": layout.to_plotly_json()}
