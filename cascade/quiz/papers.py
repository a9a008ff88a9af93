"""What was measured, and what speaks against it?"""

from collections import Counter
from collections.abc import Iterator, Mapping

from ..figure.sentences import claim
from ..i18n.translation import t
from ..model.pathway import Arrow
from ..model.vocabulary import READOUTS
from .item import Item, Option, item_about
from .signals import SHOWN
from .truth import MANY, Truth, chance


def measured(truth: Truth) -> Iterator[Item]:
    """The readout of an arrow. Most are of metastasis: as many of these are asked as of the next
    frequent one, or guessing would be right."""
    counts = Counter(arrow.interaction.readout for arrow in truth.sure)
    most = sorted(counts.values())[-2] if len(counts) > 1 else 0
    places = {
        readout: [arrow.id for arrow in truth.arrows if arrow.interaction.readout == readout]
        for readout in READOUTS
    }
    taken: Counter = Counter()
    for arrow in sorted(truth.sure, key=lambda arrow: chance("measured", arrow.id)):
        readout = arrow.interaction.readout
        if taken[readout] < most and (item := _measured(arrow, places, truth)):
            taken[readout] += 1
            yield item


def _measured(arrow: Arrow, places: Mapping[str, list[str]], truth: Truth) -> Item | None:
    this = arrow.interaction
    papers = set(this.references)
    # What another arrow took from the same paper was measured in it, too.
    true = {
        other.interaction.readout
        for other in truth.arrows
        if papers & set(other.interaction.references)
    }
    true |= {"in-vitro"} if "culture" in this.systems else set()
    wrong = [readout for readout in READOUTS if readout not in true and places[readout]]
    wrong = sorted(wrong, key=lambda readout: chance(arrow.id, readout))[:MANY]
    # The name of a metastasis-associated macrophage would tell the answer.
    told_by_name = any(this.readout in cell for cell in (this.from_, this.to))
    if told_by_name or len(wrong) < MANY:
        return None
    others = [
        Option(t(READOUTS[readout]), elsewhere=tuple(places[readout][:SHOWN])) for readout in wrong
    ]
    ask = t(
        "Which measurement stands behind this arrow: {claim}?", claim=claim(arrow, truth.pathway)
    )
    return item_about(
        "measured", [arrow], (this.readout, wrong), "edges", ask=ask, answer="choice",
        options=(Option(t(READOUTS[this.readout]), True), *others),
    )  # fmt: skip


def against(truth: Truth) -> Iterator[Item]:
    """What other papers found instead: wrong are the disputes of arrows that share no paper, no
    molecule, and no cell but a tumor cell."""
    others = [arrow for arrow in truth.arrows if arrow.interaction.disputed]
    for arrow in truth.asked:
        this = arrow.interaction
        if not this.disputed:
            continue
        texts: dict[str, list[str]] = {}
        for other in sorted(others, key=lambda other: _distance(arrow, other)):
            if not _shares(arrow, other, truth):
                texts.setdefault(other.interaction.disputed, []).append(other.id)
        texts.pop(this.disputed, None)
        if len(texts) < MANY:
            continue
        wrong = list(texts.items())[:MANY]
        ask = t(
            "What have others found that speaks against this: {claim}?",
            claim=claim(arrow, truth.pathway),
        )
        yield item_about(
            "against", [arrow], (this.opposing, [ids[0] for _, ids in wrong]), ask=ask,
            answer="choice",
            options=(
                Option(this.disputed, True, disputed=arrow.id),
                *(Option(text, False, tuple(ids[:SHOWN]), ids[0]) for text, ids in wrong),
            ),
        )  # fmt: skip


def _distance(arrow: Arrow, other: Arrow) -> tuple:
    stage = other.place.stage.id != arrow.place.stage.id
    return stage, chance("against", arrow.id, other.id)


def _shares(arrow: Arrow, other: Arrow, truth: Truth) -> bool:
    """Whether what speaks against another arrow could speak against this one, too."""
    this, that, cells = arrow.interaction, other.interaction, truth.pathway.cells
    papers = {*this.references, *this.opposing} & {*that.references, *that.opposing}
    ends = [{i.from_, i.to} for i in (this, that)]
    ends = [{c for c in pair if cells[c].lineage != "neoplastic"} for pair in ends]
    groups = [pair | {cells[cell].parent for cell in pair} - {None} for pair in ends]
    names = truth.names_of(arrow) & truth.names_of(other)
    return bool(papers or groups[0] & groups[1] or names or this.disputed == that.disputed)
