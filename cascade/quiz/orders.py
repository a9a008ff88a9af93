"""What comes first? The stages, and the steps of a loop."""

from collections import defaultdict
from collections.abc import Iterator

from ..figure.sentences import claim, mid_sentence
from ..i18n.translation import t
from ..model.pathway import Arrow
from .item import Item, Option, item_about, item_id
from .truth import MANY, Truth

LONGEST = 5


def orders(truth: Truth) -> Iterator[Item]:
    """The order of the stages, and that of each loop of three cells or more in one place."""
    stages = truth.pathway.stages
    if len(stages) >= MANY:
        ids = tuple(stage.id for stage in stages)
        yield Item(
            id=item_id("order", "stages", ids),
            kind="order",
            stage="",
            level="overview",
            ask=t("In which order does a tumor cell pass these stages?"),
            answer="order",
            options=tuple(Option(stage.name, True) for stage in stages),
            hide={"stages": ids},
        )
    for loop in _loops(truth):
        arrows = [part for part in loop if isinstance(part, Arrow)]
        steps = [_said(part, truth) for part in loop]
        ask = t(
            "These steps make a loop. Put them in order, beginning with this: {step}.",
            step=mid_sentence(steps[0]),
        )
        yield item_about(
            "order", arrows, ([arrow.id for arrow in arrows],), "edges", ask=ask, answer="order",
            options=tuple(Option(step, True) for step in steps),
        )  # fmt: skip


def _said(step, truth: Truth) -> str:
    """'Osteoclast precursor becomes osteoclast', or what an arrow claims."""
    if isinstance(step, Arrow):
        return claim(step, truth.pathway)
    before, after = step
    cells = truth.pathway.cells
    return t(
        "{before} becomes {after}", before=cells[before].name, after=mid_sentence(cells[after].name)
    )


def _loops(truth: Truth) -> Iterator[list]:
    """Loops of sure arrows, and of cells that become another, each once: from its tumor cell, else
    from its first cell. Of arrows between the same two cells the first one stands for all."""
    for place in truth.pathway.places:
        ways: dict[str, dict[str, object]] = defaultdict(dict)
        here = {node.cell.id for node in truth.pathway.nodes.values() if node.place.id == place}
        for arrow in truth.sure:
            this = arrow.interaction
            if arrow.place.id == place and this.outcome == "pro-metastatic":
                ways[this.from_].setdefault(this.to, arrow)
        for link in truth.pathway.becomes:
            if {link.from_, link.to} <= here:
                ways[link.from_].setdefault(link.to, (link.from_, link.to))
        cells = truth.pathway.cells
        starts = sorted(ways, key=lambda cell: (cells[cell].lineage != "neoplastic", cell))
        for number, start in enumerate(starts):
            closed = set(starts[:number])
            for path in _paths(start, start, ways, closed, ()):
                steps = [
                    ways[node][two] for node, two in zip(path, (*path[1:], start), strict=True)
                ]
                if sum(isinstance(step, Arrow) for step in steps) > 1:
                    yield steps


def _paths(start: str, cell: str, ways, closed: set[str], path: tuple) -> Iterator[tuple]:
    path = (*path, cell)
    for after in ways.get(cell, ()):
        if after == start and len(path) >= MANY:
            yield path
        elif after not in path and after not in closed and len(path) < LONGEST:
            yield from _paths(start, after, ways, closed, path)
