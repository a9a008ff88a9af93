"""The fields of an interaction by what they hold, in the order of the model.

Whatever goes over fields takes its list from here: a field that is added to the model, with a word
on how it is shown, is on the card, in tables and exports, read by imports, and translated.
"""

from .interaction import Interaction, Shown

SHOWN: dict[str, Shown] = {
    name: mark
    for name, info in Interaction.model_fields.items()
    for mark in info.metadata
    if isinstance(mark, Shown)
}
ORDER = tuple(info.alias or name for name, info in Interaction.model_fields.items())
"""All fields as a file spells them."""


def having(*roles: str) -> tuple[str, ...]:
    """The names of the fields with one of these roles."""
    return tuple(name for name, shown in SHOWN.items() if shown.role in roles)


MOLECULES = having("molecules")
PAPERS = having("papers")
TEXTS = having("text")
PHRASES = having("phrase")
BASES = having("basis")
WORDS = having("word", "basis")
TRANSLATED = tuple(name for name in having("text", "phrase") if SHOWN[name].translated == "here")
FIXED = tuple(name for name in PHRASES if SHOWN[name].translated == "interface")
"""Phrases that many interactions share; their translation is a word of the interface."""
PLAIN = having("text", "phrase", "word", "basis")
LISTS = (*MOLECULES, *having("words"))
BASIS = {name: shown.basis for name, shown in SHOWN.items() if shown.basis}
ROWS = tuple(
    {"field": name, "role": shown.role, "term": shown.term, "basis": shown.basis}
    for name, shown in SHOWN.items()
    if shown.term
)
"""The list on a card."""
