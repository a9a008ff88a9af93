"""How German names stand inside a sentence: nouns keep their capital, claims need articles and the
accusative.

Names of cells follow few rules, so that no file needs to say its gender or its cases: an adjective
tells the gender, else the noun's end; 'Makrophage', 'Thrombozyt' and the like take -n or -en, and
adjectives before masculine nouns -en.
"""

import re

_WEAK = re.compile(r"(phage|zyt|blast|klast|philer?|ekt)$")
_NOUNS = {
    "f": re.compile(r"(zelle|glia)$"),
    "m": re.compile(r"(phage|zyt|blast|klast|philer?|läufer|körper)$"),
    "n": re.compile(r"(neuron|gewebe|stroma|thel|plättchen|protein|mark|blut)$"),
}
_MASS = re.compile(r"(glia|gewebe|stroma|thel|mark|blut)$")
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


def sending(name: str) -> str:
    """The name as the subject of a claim: 'Thrombozyt' -> 'Ein Thrombozyt'; one whose gender is
    not known stays."""
    words = inside(name).split()
    article = {"m": "Ein", "f": "Eine", "n": "Ein"}.get(_gender(words))
    if not article or _MASS.search(words[_noun(words)]):
        return name
    return " ".join([article, *words])


def receiving(name: str) -> str:
    """The accusative: 'Tumorassoziierter Makrophage' -> 'den tumorassoziierten Makrophagen'."""
    words = inside(name).split()
    noun = _noun(words)
    gender = _gender(words)
    ending = {"m": (r"er$", "en"), "n": (r"es$", "e")}.get(gender)
    adjectives = [re.sub(*ending, word) if ending else word for word in words[:noun]]
    weak = _WEAK.search(words[noun].rstrip(","))
    if weak and (gender == "m" or not weak[0].startswith("phil")):
        words[noun] += "n" if words[noun].endswith("e") else "en"
    article = {"m": ["den"], "f": ["die"], "n": ["das"]}.get(gender, [])
    return " ".join([*article, *adjectives, *words[noun:]])


def _gender(words: list[str]) -> str:
    """'m', 'f' or 'n', by the adjective before the noun, else by the noun's end; '' if unknown."""
    noun = _noun(words)
    for word in words[:noun]:
        if strong := re.search(r"(er|e|es)$", word):
            return {"er": "m", "e": "f", "es": "n"}[strong[0]]
    ends = words[noun].rstrip(",").lower()
    return next((gender for gender, known in _NOUNS.items() if known.search(ends)), "")


def _noun(words: list[str]) -> int:
    """The place of the name's noun: the first word with a capital, after its adjectives."""
    for place, word in enumerate(words):
        if not re.fullmatch(r"[a-zäöüß-]+(e|er|es|en)", word):
            return place
    return len(words) - 1
