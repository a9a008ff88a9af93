"""How English names stand inside a sentence."""

# Words that keep their capital inside a sentence though no capital or digit follows.
_PROPER = frozenset({"Kupffer", "Fas", "Coco"})


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


def receiving(name: str) -> str:
    """The name as the object of a claim: English has no cases."""
    return inside(name)
