"""What acts in which organ: cells and molecules, those of all organs first, then those of one."""

from ..figure.facets import agents
from ..figure.figure import organs as named
from ..i18n.translation import t, translatable, translate_tree
from ..model.pathway import Arrow, Pathway
from .grid import grid
from .plot import Plot, Table, cell_order, marks, short
from .theme import sequential

ID = "organs"
VARIANTS = translatable({"cell": "Cells", "molecule": "Molecules"})
KINDS = translatable({"cell": "Cell", "molecule": "Molecule"})


def organs(pathway: Pathway) -> Plot:
    """The plot of organs; a mark's key is ('cell' or 'molecule', id, organ)."""
    # Organs with a card of their own can be compared; else all that an arrow names.
    cards = {place.organ for place in pathway.places.values()}
    compared = [id_ for id_ in named(pathway) if id_ in cards] or named(pathway)
    if len(compared) < 2:
        compared = []  # nothing to compare
    order = cell_order(pathway)

    def of(arrow: Arrow) -> list[str]:
        own = (arrow.interaction.organ, arrow.place.organ)
        return [organ for organ in compared if organ in own]

    pairs = []
    for arrow in pathway.arrows:
        interaction = arrow.interaction
        for organ in of(arrow):
            for cell in dict.fromkeys((interaction.from_, interaction.to)):
                pairs.append((("cell", cell, organ), arrow.id))
            for molecule in dict.fromkeys(agents(arrow)):
                pairs.append((("molecule", molecule, organ), arrow.id))
    where: dict[tuple[str, str], list[str]] = {}
    for (kind, id_, organ), _ in pairs:
        where.setdefault((kind, id_), []).append(organ)

    def place(pair):
        kind, id_, organ = pair[0]
        indices = [compared.index(organ) for organ in compared if organ in where[kind, id_]]
        name = order[id_] if kind == "cell" else (pathway.molecules[id_].name.casefold(), id_)
        return kind, -len(indices), indices, name, compared.index(organ)

    pairs.sort(key=place)
    # Without what the ontology adds: "Bone (bone element)".
    names = {f"organ:{id_}": pathway.organs[id_].name.split(" (")[0] for id_ in compared}
    for (kind, id_, _), _ in pairs:
        names[f"{kind}:{id_}"] = (
            short(pathway, id_) if kind == "cell" else pathway.molecules[id_].name
        )

    return Plot(
        ID,
        t("Organs compared"),
        t(
            "How many arrows of an organ a cell takes part in, or a molecule carries. Those found"
            " in every organ stand first, those of a single organ last."
        ),
        marks(pairs),
        names,
        translate_tree(VARIANTS),
        figure,
        tabulate,
    )


def columns(plot: Plot) -> list[str]:
    """Ids of the compared organs."""
    return [name.partition(":")[2] for name in plot.names if name.startswith("organ:")]


def rows(plot: Plot, kind: str) -> dict[str, dict[str, int]]:
    """By cell or molecule how many arrows it has in each organ where it acts."""
    result: dict[str, dict[str, int]] = {}
    for mark in plot.marks:
        if mark.key[0] == kind:
            result.setdefault(mark.key[1], {})[mark.key[2]] = mark.count
    return result


def shared(plot: Plot, acts: dict[str, int]) -> str:
    """In words where something acts: 'all 4 organs', '2 organs' or 'only Bone'."""
    if len(acts) == 1:
        return t("only {organ}", organ=plot.names["organ:" + next(iter(acts))])
    everywhere = len(acts) == len(columns(plot))
    return t("all {n} organs" if everywhere else "{n} organs", n=len(acts))


def tabulate(plot: Plot) -> Table:
    organs_ = columns(plot)
    heads = (t("Kind"), t("Name"), *(plot.names[f"organ:{id_}"] for id_ in organs_), t("Found in"))
    lines = []
    for kind in VARIANTS:
        for id_, acts in rows(plot, kind).items():
            counts = (acts.get(organ, 0) for organ in organs_)
            name = plot.names[f"{kind}:{id_}"]
            lines.append((t(KINDS[kind]), name, *counts, shared(plot, acts)))
    return heads, lines


def figure(plot: Plot, theme: str, variant: str) -> dict:
    lines = rows(plot, variant)
    most = max((n for acts in lines.values() for n in acts.values()), default=1)
    heat = {"zmin": 1, "zmax": max(most, 2), "colorscale": sequential(theme), "xgap": 2}
    across = {id_: plot.names[f"organ:{id_}"] for id_ in columns(plot)}
    down = {id_: plot.names[f"{variant}:{id_}"] for id_ in lines}
    values = [[acts.get(organ) for organ in across] for acts in lines.values()]
    return grid(theme, across, down, values, str, 60, heat)
