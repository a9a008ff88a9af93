"""How English names stand inside a sentence."""

import re

# Words that keep their capital inside a sentence though no capital or digit follows.
_PROPER = frozenset({"Kupffer", "Fas", "Coco"})

# Of which there is not one: matter, and more than one.
_MASS = re.compile(r"(glia|stroma|thelium|tissue|matrix|blood|marrow|plasma|[^sui]s)$", re.I)
_LATIN = re.compile(r"[A-Za-z]{2}")


def inside(name: str) -> str:
    """A name inside a sentence: 'Neutrophil' -> 'neutrophil'; 'NK cell', 'P-selectin' stay."""
    first = name.split()[0]
    stays = (
        first in _PROPER
        or len(first) == 1
        or first[1] == "-"
        or any(char.isupper() or char.isdigit() for char in first[1:])
    )
    return name if stays else name[0].lower() + name[1:]


def sending(name: str) -> str:
    """The name as the subject of a claim: 'Tumor cell' -> 'A tumor cell', 'Microglia' stays."""
    if not _LATIN.search(name) or _MASS.search(name):
        return name
    return f"{'An' if _vowel(name.split()[0]) else 'A'} {inside(name)}"


def receiving(name: str) -> str:
    """The name as the object of a claim: 'the tumor cell'; English has no cases."""
    return f"the {inside(name)}" if _LATIN.search(name) else name


def _vowel(word: str) -> bool:
    """Whether a word begins with a vowel as it is spoken; letters are spelled: 'an NK cell'."""
    if re.match(r"[A-Z]([A-Z0-9]|\W|$)", word):
        return word[0] in "AEFHILMNORSX"
    return bool(re.match(r"(?!uni|use|eu|one)[aeiou]", word, re.I))
