"""Who talks to whom: a field for every sender and receiver, counted or weighed by outcome."""

from ..i18n.translation import t, translatable, translate_tree
from ..model.pathway import Pathway
from ..notation.palette import THEMES
from .grid import grid
from .plot import Plot, Table, cell_order, marks, outcomes, short
from .theme import diverging, sequential

ID = "matrix"
VARIANTS = translatable({"count": "Number of arrows", "net": "Net outcome"})
COLUMNS = translatable(
    ("Sender", "Receiver", "Arrows", "Promote", "Restrain", "Depend on context", "Net")
)


def matrix(pathway: Pathway) -> Plot:
    """The plot of sender and receiver cells; a mark's key is (sender, receiver)."""
    order = cell_order(pathway)
    pairs = sorted(
        (((a.interaction.from_, a.interaction.to), a.id) for a in pathway.arrows),
        key=lambda pair: tuple(order[id_] for id_ in pair[0]),
    )
    kinds = outcomes(pathway)
    used = {id_ for key, _ in pairs for id_ in key}

    def tabulate(plot: Plot) -> Table:
        rows = []
        for mark in plot.marks:
            many = balance(mark.arrows, kinds)
            row = (*(pathway.cells[id_].name for id_ in mark.key), mark.count, *many)
            rows.append((*row, many[0] - many[1]))
        return translate_tree(COLUMNS), rows

    def paint(plot: Plot, theme: str, variant: str) -> dict:
        return figure(plot, theme, variant, order, kinds)

    return Plot(
        ID,
        t("Who talks to whom"),
        t(
            "A field is a sender (row) and a receiver (column). Choose one to see its arrows in the"
            " diagram. Net outcome: arrows that promote metastasis minus those that restrain it."
        ),
        marks(pairs),
        {id_: short(pathway, id_) for id_ in sorted(used, key=order.__getitem__)},
        translate_tree(VARIANTS),
        paint,
        tabulate,
    )


def balance(arrows, kinds) -> tuple[int, int, int]:
    """How many arrows promote, restrain and depend on context."""
    outcomes = [kinds[id_] for id_ in arrows]
    return tuple(map(outcomes.count, ("pro-metastatic", "anti-metastatic", "context-dependent")))


def axes(plot: Plot) -> tuple[list[str], list[str]]:
    """Ids of the senders (from the top) and of the receivers (from the left)."""
    ids = list(plot.names)
    used = [{mark.key[side] for mark in plot.marks} for side in (0, 1)]
    return [id_ for id_ in ids if id_ in used[0]], [id_ for id_ in ids if id_ in used[1]]


def fields(plot: Plot, variant: str, kinds) -> list[list[int | None]]:
    """The numbers of the fields, rows of senders; None where no arrow runs."""
    senders, receivers = axes(plot)
    value = {}
    for mark in plot.marks:
        pro, anti, _ = balance(mark.arrows, kinds)
        value[mark.key] = mark.count if variant == "count" else pro - anti
    return [[value.get((sender, receiver)) for receiver in receivers] for sender in senders]


def label(number: int | None, variant: str) -> str:
    """The number in a field; a net outcome has its sign."""
    if number is None:
        return ""
    sign = "+" if variant == "net" and number > 0 else "−" if number < 0 else ""
    return f"{sign}{abs(number)}"


def figure(plot: Plot, theme: str, variant: str, order, kinds) -> dict:
    senders, receivers = axes(plot)
    values = fields(plot, variant, kinds)
    most = max((abs(n) for row in values for n in row if n is not None), default=1) or 1
    count = variant == "count"
    heat = {
        "zmin": 1 if count else -most,
        "zmax": max(most, 2),
        "colorscale": sequential(theme) if count else diverging(theme),
        "xgap": 1,
    }
    across, down = ({id_: plot.names[id_] for id_ in ids} for ids in (receivers, senders))
    drawn = grid(
        theme, across, down, values, lambda n: label(n, variant), 110, heat,
        tickangle=-60, showgrid=True,
    )  # fmt: skip
    drawn["layout"]["newshape"] = {"line": {"color": THEMES[theme]["focus"]}}
    return drawn
