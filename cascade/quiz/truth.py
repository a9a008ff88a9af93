"""What is true of a pathway: which answers are right, and which could be taken for right.

A wrong answer must not be true here by any arrow of the figure, by a synonym, or by a member of the
same family of molecules.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from hashlib import sha256

from ..figure.card_records import molecules_of, where
from ..model.pathway import Arrow, Pathway
from ..model.vocabulary import RANK

_STEM = re.compile(r"-family$|\d+[A-Z]?$|[A-Z]$")
_NUMBERED = frozenset({"CCL", "CCR", "CD", "CSF", "CXCL", "CXCR", "F", "IL", "XC"})
"""Beginnings of symbols that are counted through without being one family for a question."""
MANY = 3
"""Wrong answers that a question made from the data needs."""


class Truth:
    """Facts about a pathway, each worked out once."""

    def __init__(self, pathway: Pathway):
        self.pathway = pathway
        self.arrows = pathway.arrows
        self._kin: dict[str, frozenset[str]] = {}

    @cached_property
    def sure(self) -> tuple[Arrow, ...]:
        """Arrows that may be asked about: overview or core, not of low confidence, undisputed, with
        a mediator or a receptor that the paper names, and not skipped by an author."""
        return tuple(arrow for arrow in self.asked if not arrow.interaction.disputed)

    @cached_property
    def asked(self) -> tuple[Arrow, ...]:
        """The same with those that are disputed."""
        return tuple(arrow for arrow in self.arrows if _askable(arrow))

    @cached_property
    def signals(self) -> tuple[Arrow, ...]:
        """Sure arrows between two cells with a mediator that the paper names."""
        return tuple(
            arrow
            for arrow in self.sure
            if arrow.interaction.mediator_basis == "paper"
            and arrow.interaction.mediators
            and arrow.interaction.from_ != arrow.interaction.to
        )

    def kin(self, symbol: str) -> frozenset[str]:
        """The names under which a molecule may be known, its family's included."""
        if symbol not in self._kin:
            molecule = self.pathway.molecules[symbol]
            names = {name.casefold() for name in (symbol, molecule.name, *molecule.synonyms)}
            stem = _STEM.sub("", symbol)
            family = {f"family of {stem}"} if stem not in _NUMBERED and len(stem) > 1 else set()
            self._kin[symbol] = frozenset(names | family)
        return self._kin[symbol]

    def kind(self, symbols: Iterable[str]) -> frozenset[str]:
        """All names of some molecules and of their families."""
        return frozenset().union(*map(self.kin, symbols))

    @cached_property
    def _carried(self) -> dict[str, frozenset[str]]:
        return {
            arrow.id: self.kind((*arrow.interaction.mediators, *arrow.interaction.enzymes))
            for arrow in self.arrows
        }

    @cached_property
    def _named(self) -> dict[str, frozenset[str]]:
        return {arrow.id: self.kind(molecules_of(arrow.interaction)) for arrow in self.arrows}

    def names_of(self, arrow: Arrow) -> frozenset[str]:
        """All names of all molecules of an arrow, whatever they do there."""
        return self._named[arrow.id]

    def carries(self, arrow: Arrow, names: frozenset[str]) -> bool:
        """Whether the signal of an arrow goes by one of these names."""
        return not self._carried[arrow.id].isdisjoint(names)

    @cached_property
    def _pairs(self) -> dict[tuple[str, str], list[Arrow]]:
        pairs = defaultdict(list)
        for arrow in self.arrows:
            pairs[arrow.interaction.from_, arrow.interaction.to].append(arrow)
        return pairs

    def senders(self, symbols: Iterable[str], receiver: str) -> set[str]:
        """All cells that act on a receiver by one of these molecules."""
        names = self.kind(symbols)
        return {
            start
            for (start, other), arrows in self._pairs.items()
            if other == receiver and any(self.carries(arrow, names) for arrow in arrows)
        }

    def receivers(self, symbols: Iterable[str], sender: str) -> set[str]:
        """All cells on which a sender acts by one of these molecules."""
        names = self.kind(symbols)
        return {
            other
            for (start, other), arrows in self._pairs.items()
            if start == sender and any(self.carries(arrow, names) for arrow in arrows)
        }

    def between(self, sender: str, receiver: str) -> list[Arrow]:
        """All arrows from one cell type to another, wherever they stand."""
        return self._pairs.get((sender, receiver), [])

    @cached_property
    def here(self) -> dict[str, dict[str, list[str]]]:
        """For each stage its cell types, with their nodes."""
        nodes = {stage.id: defaultdict(list) for stage in self.pathway.stages}
        for node in self.pathway.nodes.values():
            nodes[node.place.stage.id][node.cell.id].append(node.id)
        return nodes

    @cached_property
    def where(self) -> dict[str, str]:
        """Stage and organ of each arrow, in words."""
        return {arrow.id: where(arrow, self.pathway) for arrow in self.arrows}


def _askable(arrow: Arrow) -> bool:
    interaction = arrow.interaction
    named = (
        (interaction.mediators and interaction.mediator_basis == "paper")
        or (interaction.receptors and interaction.receptor_basis == "paper")
    )  # fmt: skip
    own = interaction.quiz and (interaction.quiz.skip or interaction.quiz.question)
    sure = RANK[interaction.tier] <= RANK["core"] and interaction.confidence != "low"
    return bool(sure and named and not own)


def chance(*parts: str) -> str:
    """A number that is always the same for the same words: an order that follows no alphabet."""
    return sha256(":".join(parts).encode()).hexdigest()
