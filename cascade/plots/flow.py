"""Where signals come from and go to: stage, sender lineage, molecule class, receiver."""

import itertools
from collections import Counter

from plotly import graph_objects as go

from ..figure.facets import NO_MOLECULE, facets
from ..i18n.translation import t, translatable, translate_tree
from ..model.pathway import Pathway
from ..model.vocabulary import OUTCOMES
from ..notation.palette import THEMES, TINTS
from .plot import Plot, Table, cell_order, marks, outcomes, short
from .theme import distinct, template, with_alpha

ID = "flow"
COLUMNS = translatable(("Stage", "Sender lineage", "Molecule class", "Receiver", "Arrows"))
SIDES = ("stage", "sender", "class", "receiver")
PAD, ROW, MARGIN = 14, 26, 16
"""Pixels between nodes, for each node of the fullest column, and above and below all."""
ACROSS = (0.015, 0.3, 0.59, 0.985)
"""The middles of the columns: names stand right of them but for the last, whose stand left."""


def flow(pathway: Pathway) -> Plot:
    """The plot of flows; a mark's key is (stage, sender lineage, molecule class, receiver).

    An arrow with molecules of two classes flows through both.
    """
    by_id = {facet.id: facet for facet in facets(pathway)}
    order = cell_order(pathway)
    stages = [stage.id for stage in pathway.stages]
    kinds = outcomes(pathway)
    values = {
        "stage": by_id["stage"].values,
        "sender": by_id["lineage"].values,
        "class": by_id["class"].values,
    }
    pairs = []
    for arrow in pathway.arrows:
        interaction = arrow.interaction
        for kind in by_id["class"].of(arrow):
            key = (
                arrow.place.stage.id,
                pathway.cells[interaction.from_].lineage,
                kind,
                interaction.to,
            )
            pairs.append((key, arrow.id))
    lineages = list(values["sender"])

    def place(pair):
        stage, lineage, kind, receiver = pair[0]
        last = kind == NO_MOLECULE
        return stages.index(stage), lineages.index(lineage), last, kind, order[receiver]

    pairs.sort(key=place)
    names = {
        f"{side}:{id_}": label
        for side, labels in values.items()
        for id_, label in labels.items()
        if side != "sender" or any(pair[0][1] == id_ for pair in pairs)
    }
    receivers = sorted({pair[0][3] for pair in pairs}, key=order.__getitem__)
    names |= {f"receiver:{id_}": short(pathway, id_) for id_ in receivers}

    def tabulate(plot: Plot) -> Table:
        rows = []
        for mark in plot.marks:
            stage, lineage, kind, receiver = mark.key
            words = values["stage"][stage], values["sender"][lineage], values["class"][kind]
            rows.append((*words, pathway.cells[receiver].name, mark.count))
        return translate_tree(COLUMNS), rows

    def paint(plot: Plot, theme: str, variant: str) -> dict:
        tints = {id_: cell.lineage for id_, cell in pathway.cells.items()}
        return figure(plot, theme, kinds, tints)

    return Plot(
        ID,
        t("Flow of signals"),
        t(
            "From left to right: stage, lineage of the sender, class of the molecule, receiver."
            " A band is as wide as its number of arrows; its color says what they do to metastasis."
            " An arrow with molecules of two classes flows through both."
        ),
        marks(pairs),
        names,
        {"flow": t("All flows")},
        paint,
        tabulate,
    )


def _halo(theme: str) -> str:
    """A shadow of the paper's color around letters, as CSS."""
    return ", ".join([f"0 0 {width}px {THEMES[theme]['surface']}" for width in (1, 2, 2, 3, 3, 4)])


def links(plot: Plot, kinds) -> Counter:
    """How many arrows run from node to node, by (node, node, outcome)."""
    counts: Counter = Counter()
    for mark in plot.marks:
        nodes = [f"{side}:{id_}" for side, id_ in zip(SIDES, mark.key, strict=True)]
        for ends in itertools.pairwise(nodes):
            for arrow in mark.arrows:
                counts[*ends, kinds[arrow]] += 1
    return counts


def placed(flows: Counter, total: int, height: float) -> dict[str, tuple[int, float, float]]:
    """Column, top and height of each node, in pixels; `height` fits the fullest column.

    Stages keep their order; later columns follow the bands that reach them, so that few cross.
    """
    ins: dict[str, dict[str, int]] = {}
    size: Counter = Counter()
    for (source, target, _), many in flows.items():
        ins.setdefault(target, Counter())[source] += many
        ins.setdefault(source, Counter())
        size[target] += many
        size[source] += many * source.startswith("stage:")
    columns = [[node for node in ins if node.startswith(f"{side}:")] for side in SIDES]
    unit = (height - PAD * (max(map(len, columns)) - 1)) / max(total, 1)
    spots: dict[str, tuple[int, float, float]] = {}

    def middle(node: str) -> float:
        way = sum((spots[o][1] + spots[o][2] / 2) * many for o, many in ins[node].items())
        return way / size[node]

    for number, column in enumerate(columns):
        top = (height - unit * total - PAD * (len(column) - 1)) / 2
        for node in sorted(column, key=middle) if number else column:
            spots[node] = (number, top, size[node] * unit)
            top += size[node] * unit + PAD
    return spots


def paints(plot: Plot, theme: str, tints) -> list[str]:
    """The color of each node: stages in their order, cells by lineage, molecules neutral."""
    stages = [node for node in plot.names if node.startswith("stage:")]
    ordered = dict(zip(stages, distinct(theme, len(stages)), strict=True))
    result = []
    for node in plot.names:
        side, _, id_ = node.partition(":")
        if side == "stage":
            result.append(ordered[node])
        elif side == "class":
            result.append(THEMES[theme]["control"])
        else:
            result.append(TINTS[tints[id_] if side == "receiver" else id_]["line"])
    return result


def figure(plot: Plot, theme: str, kinds, tints) -> dict:
    nodes = list(plot.names)
    bands = links(plot, kinds)
    colors = THEMES[theme]
    most = max(Counter(node.split(":")[0] for node in nodes).values(), default=1)
    height = ROW * most
    total = sum(mark.count for mark in plot.marks)
    spots = placed(bands, total, height)
    trace = go.Sankey(
        arrangement="fixed",
        # Bands run below the names, which a halo keeps readable.
        textfont={"color": colors["ink"], "size": 12.5, "weight": 500, "shadow": _halo(theme)},
        node={
            "label": [plot.names[node] for node in nodes],
            "color": paints(plot, theme, tints),
            "line": {"color": colors["surface"], "width": 0.5},
            "pad": PAD,
            "x": [ACROSS[spots[node][0]] for node in nodes],
            "y": [(spots[node][1] + spots[node][2] / 2) / height for node in nodes],
            "thickness": 14,
            "hovertemplate": "%{label}: %{value:d}<extra></extra>",
        },
        link={
            "source": [nodes.index(link[0]) for link in bands],
            "target": [nodes.index(link[1]) for link in bands],
            "value": list(bands.values()),
            "color": [with_alpha(colors[link[2]][0], 0.42) for link in bands],
            "label": [t(OUTCOMES[link[2]]) for link in bands],
            "hovertemplate": "%{source.label} to %{target.label}: %{value:d}"
            "<br>%{label}<extra></extra>",
        },
    )
    margin = {"t": MARGIN, "b": MARGIN}
    layout = go.Layout(template=template(theme), margin=margin, height=height + 2 * MARGIN)
    return {"data": [trace.to_plotly_json()], "layout": layout.to_plotly_json()}
