"""Which cell is it? Questions about hidden cells, senders and receivers."""

from collections import defaultdict
from collections.abc import Iterator

from ..figure.sentences import acting, listed, mid_sentence, names
from ..i18n.translation import current_language, t
from ..model.pathway import Arrow
from .item import Item, Option, item_about, item_id, level
from .truth import MANY, Truth, chance

FACTS = 3
"""As many arrows tell of a hidden cell at most."""


def ends(truth: Truth) -> Iterator[Item]:
    """Who sends this signal, and whom does it reach, where only one cell is right."""
    for arrow in truth.signals:
        for end in ("sender", "receiver"):
            yield from _end(arrow, end, truth)


def _end(arrow: Arrow, end: str, truth: Truth) -> Iterator[Item]:
    interaction = arrow.interaction
    sent, pathway = interaction.mediators, truth.pathway
    if end == "sender":
        cell, other, fitting = (
            interaction.from_,
            interaction.to,
            truth.senders(sent, interaction.to),
        )
    else:
        cell, other = interaction.to, interaction.from_
        fitting = truth.receivers(sent, interaction.from_)
    wrong = _other_cells(cell, {*fitting, other}, arrow.place.stage.id, truth)
    if fitting != {cell} or len(wrong) < MANY:
        return
    gaps = {"where": truth.where[arrow.id], "signal": signal(arrow, truth)}
    if end == "sender":
        receiver = current_language().grammar.receiving(pathway.cells[interaction.to].name)
        ask = t(
            "{where}: Which cell acts on {receiver} through {signal}?",
            receiver=receiver,
            **gaps,
        )
    else:
        sender = acting(pathway.cells[interaction.from_].name)
        ask = t("{where}: Which cell does {sender} act on through {signal}?", sender=sender, **gaps)
    says = (end, interaction.from_, interaction.to, sent)
    yield item_about(
        "end", [arrow], says, "edges", ask=ask, answer="pick",
        options=(Option(pathway.cells[cell].name, True), *wrong[:MANY]),
        pick=tuple(truth.here[arrow.place.stage.id][cell]),
    )  # fmt: skip


def signal(arrow: Arrow, truth: Truth) -> str:
    """'CXCL5 and CXCL7'."""
    return listed([mid_sentence(name) for name in _names(arrow, truth)])


def _names(arrow: Arrow, truth: Truth) -> list[str]:
    return names(arrow.interaction.mediators, truth.pathway.molecules)


def _other_cells(cell: str, named: set[str], stage: str, truth: Truth) -> list[Option]:
    """Cells of the stage, those of the same lineage first, but none that the question names or
    that does what is asked."""
    cells = truth.pathway.cells
    group = cells[cell].parent
    others = [
        other
        for other in truth.here[stage].keys() - named - {cell}
        if group is None or group not in (cells[other].parent, other)
    ]
    others.sort(key=lambda o: (cells[o].lineage != cells[cell].lineage, chance(cell, stage, o)))
    return [Option(cells[other].name) for other in others]


def hidden(truth: Truth) -> Iterator[Item]:
    """The name of a cell with two arrows or more in a stage, told by what they do."""
    facts: dict[tuple[str, str], list[Arrow]] = defaultdict(list)
    for arrow in truth.signals:
        for cell in (arrow.interaction.from_, arrow.interaction.to):
            facts[arrow.place.stage.id, cell].append(arrow)
    for (stage, cell), arrows in facts.items():
        if len(arrows) >= 2:
            yield from _hidden(stage, cell, arrows[:FACTS], truth)


def _hidden(stage: str, cell: str, arrows: list[Arrow], truth: Truth) -> Iterator[Item]:
    cells = truth.pathway.cells
    sets = [
        truth.senders(arrow.interaction.mediators, arrow.interaction.to)
        if arrow.interaction.from_ == cell
        else truth.receivers(arrow.interaction.mediators, arrow.interaction.from_)
        for arrow in arrows
    ]
    others = {end for arrow in arrows for end in (arrow.interaction.from_, arrow.interaction.to)}
    wrong = _other_cells(cell, others.union(*sets), stage, truth)
    if set.intersection(*sets) != {cell} or len(wrong) < MANY:
        return
    facts = "; ".join(_fact(arrow, cell, truth) for arrow in arrows)
    here = next(candidate.name for candidate in truth.pathway.stages if candidate.id == stage)
    yield Item(
        id=item_id("cell", f"{stage}/{cell}", [(a.id, a.interaction.mediators) for a in arrows]),
        kind="cell",
        stage=stage,
        level=level(arrows),
        ask=t(
            "{where}: Which cell has no name here? Its arrows: {facts}.", where=here, facts=facts
        ),
        answer="type",
        arrows=tuple(arrow.id for arrow in arrows),
        cell=cell,
        options=(Option(cells[cell].name, True), *wrong[:MANY]),
        accept=_accepted(cell, stage, truth),
        hide={"names": tuple(truth.here[stage][cell])},
    )


def _fact(arrow: Arrow, cell: str, truth: Truth) -> str:
    """'it acts on endothelial cell through VEGF-A'."""
    interaction, cells = arrow.interaction, truth.pathway.cells
    if interaction.from_ == cell:
        receiver = current_language().grammar.receiving(cells[interaction.to].name)
        gaps = {"receiver": receiver, "signal": signal(arrow, truth)}
        return t("it acts on {receiver} through {signal}", **gaps)
    sender = acting(cells[interaction.from_].name)
    return t("{sender} acts on it through {signal}", sender=sender, signal=signal(arrow, truth))


def _accepted(cell: str, stage: str, truth: Truth) -> tuple[str, ...]:
    """The names under which a cell is right: its own, its synonyms, and its group's where no other
    cell of the stage belongs to it."""
    cells = truth.pathway.cells
    named = cells[cell]
    here = truth.here[stage].keys() - {cell}
    group = named.parent if named.parent not in {cells[other].parent for other in here} else None
    spellings = (named.name, named.short, *named.synonyms, *([group] if group else []))
    return tuple({name.casefold(): name for name in spellings}.values())
