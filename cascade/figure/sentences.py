"""Arrows in words: the claim a screen reader, a tooltip and a card all use."""

from collections.abc import Mapping

from ..i18n.translation import spoken, t
from ..model.documents import Molecule
from ..model.pathway import Arrow, Pathway
from ..model.vocabulary import CLAIMS
from .facets import agents


def names(symbols, molecules: Mapping[str, Molecule]) -> list[str]:
    """Lecture names of molecules, each once."""
    return list(dict.fromkeys(molecules[symbol].name for symbol in symbols))


def listed(parts: list[str]) -> str:
    """'A', 'A and B', 'A, B and C'."""
    return f" {t('and')} ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def claim(arrow: Arrow, pathway: Pathway) -> str:
    """'Tumor cell recruits tumor-associated macrophage through CSF-1'."""
    step = arrow.interaction
    sender, receiver = pathway.cells[step.from_], pathway.cells[step.to]
    signal = listed([lower(name) for name in names(agents(arrow), pathway.molecules)])
    own = step.from_ == step.to
    return t(
        CLAIMS[step.effect],
        sender=sender.name,
        receiver=t("its own kind") if own else spoken().grammar.receiving(receiver.name),
        through=f" {t('through {signal}', signal=signal)}" if signal else "",
        signal=signal or t("something"),
    )


def effect_words(effect: str) -> str:
    """What an effect does to the receiving cell, in general."""
    gaps = {"receiver": t("the receiving cell"), "signal": t("a molecule")}
    return t(CLAIMS[effect], sender="", through="", **gaps).strip()


def lower(name: str) -> str:
    """A name inside a sentence: 'Neutrophil' -> 'neutrophil'; 'NK cell', 'P-selectin' stay."""
    return spoken().grammar.inside(name)
