"""How German names stand inside a sentence: nouns keep their capital, claims need the accusative.

Names of cells follow few rules, so that no file needs to say its cases: 'Makrophage', 'Thrombozyt'
and the like take -n or -en, adjectives before masculine nouns -en, all else stays.
"""

import re

_WEAK = re.compile(r"(phage|zyt|blast|klast|philer?|ekt)$")
_SMALL = frozenset(
    ["der", "des", "aus", "im", "in", "mit", "von", "und", "vom", "am", "an", "zur", "zum", "ohne"]
)


def inside(name: str) -> str:
    """'Dendritische Zelle' -> 'dendritische Zelle'; 'Zelle des Marks', 'NK-Zelle' stay."""
    words = name.split()
    first = words[0]
    adjective = (
        len(words) > 1
        and words[1] not in _SMALL
        and not words[1].startswith("(")
        and re.fullmatch(r"[A-ZÄÖÜ][a-zäöüß]*(e|er|es)", first)
    )
    return name[0].lower() + name[1:] if adjective else name


def receiving(name: str) -> str:
    """The accusative: 'Tumorassoziierter Makrophage' -> 'tumorassoziierten Makrophagen'."""
    words = inside(name).split()
    noun = _noun(words)
    weak = _WEAK.search(words[noun].rstrip(","))
    masculine = any(re.fullmatch(r"[a-zäöüß-]+er", word) for word in words[:noun])
    if masculine:
        words[:noun] = [re.sub(r"er$", "en", word) for word in words[:noun]]
    if weak and (masculine or noun == 0 or not weak[0].startswith("phil")):
        words[noun] += "n" if words[noun].endswith("e") else "en"
    return " ".join(words)


def _noun(words: list[str]) -> int:
    """The place of the name's noun: the first word with a capital, after its adjectives."""
    for place, word in enumerate(words):
        if not re.fullmatch(r"[a-zäöüß-]+(e|er|es|en)", word):
            return place
    return len(words) - 1
