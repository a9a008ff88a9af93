"""A grid of numbered fields, which two of the plots are: rows from the top, names above."""

from collections.abc import Callable, Mapping, Sequence

from plotly import graph_objects as go

from .theme import ROW, numbers, template

Number = int | None


def grid(
    theme: str,
    across: Mapping[str, str],
    down: Mapping[str, str],
    values: Sequence[Sequence[Number]],
    label: Callable[[Number], str],
    room: int,
    heat: Mapping,
    **x_axis,
) -> dict:
    """A Plotly figure. `across` and `down` are names by id, `label` gives the words in a field,
    `room` is in pixels above the rows, `heat` what else the heatmap is told."""
    trace = go.Heatmap(
        x=list(across),
        y=list(down),
        z=values,
        showscale=False,
        ygap=1,
        hoverongaps=False,
        hovertemplate="%{hovertext}<extra></extra>",
        **heat,
    )
    layout = go.Layout(
        template=template(theme),
        height=ROW * len(down) + room,
        xaxis={"side": "top", **_axis(across), **x_axis},
        yaxis={"autorange": "reversed", **_axis(down)},
    )
    fields = trace.to_plotly_json()
    texts = [[label(number) for number in row] for row in values]
    return {"data": [fields, numbers(fields, texts, theme)], "layout": layout.to_plotly_json()}


def _axis(names: Mapping[str, str]) -> dict:
    return {
        "type": "category",
        "tickmode": "array",
        "tickvals": list(names),
        "ticktext": list(names.values()),
    }
