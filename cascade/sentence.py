"""Arrows in words: the claim a screen reader, a tooltip and a card all use."""

from collections.abc import Mapping

from .facets import agents
from .model import Molecule
from .pathway import Arrow, Pathway
from .vocabulary import CLAIMS

# Words that keep their capital inside a sentence though no capital or digit follows.
_PROPER = frozenset({"Kupffer", "Fas", "Coco"})


def names(symbols, molecules: Mapping[str, Molecule]) -> list[str]:
    """Lecture names of molecules, each once."""
    return list(dict.fromkeys(molecules[symbol].name for symbol in symbols))


def listed(parts: list[str]) -> str:
    """'A', 'A and B', 'A, B and C'."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def claim(arrow: Arrow, pathway: Pathway) -> str:
    """'Tumor cell recruits tumor-associated macrophage through CSF-1'."""
    step = arrow.interaction
    sender, receiver = pathway.cells[step.from_], pathway.cells[step.to]
    signal = listed([lower(name) for name in names(agents(arrow), pathway.molecules)])
    return CLAIMS[step.effect].format(
        sender=sender.name,
        receiver="its own kind" if step.from_ == step.to else lower(receiver.name),
        through=f" through {signal}" if signal else "",
        signal=signal or "something",
    )


def effect_words(effect: str) -> str:
    """What an effect does to the receiving cell, in general."""
    words = CLAIMS[effect].format(
        sender="", receiver="the receiving cell", through="", signal="a molecule"
    )
    return words.strip()


def lower(name: str) -> str:
    """A name inside a sentence: 'Neutrophil' -> 'neutrophil'; 'NK cell', 'P-selectin' stay."""
    first = name.split()[0]
    stays = (
        first in _PROPER
        or len(first) == 1
        or first[1] == "-"
        or any(char.isupper() or char.isdigit() for char in first[1:])
    )
    return name if stays else name[0].lower() + name[1:]
