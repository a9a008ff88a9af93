"""Characters that look like others or like nothing, and what they are called."""

import re
import unicodedata

# Blanks that are none for YAML, marks without a width, and controls of the writing direction.
_UNSEEN = re.compile(
    "[\u00a0\u00ad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180e\u2000-\u200f\u2028-\u202f"
    "\u205f-\u206f\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0]"
)
# What neither HTML nor XML can hold or a terminal obeys: controls, surrogates, non-characters.
UNSHOWABLE = re.compile(
    "[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr(plane * 0x10000 + end) for plane in range(1, 17) for end in (0xFFFE, 0xFFFF))
    + "]"
)
_SEPARATORS = "[\x85\u2028\u2029]"
# Workaround: these are letters for YAML 1.2 and editors, but line ends for libyaml.
# https://yaml.org/spec/1.2.2/#54-line-break-characters
UNWRITABLE = re.compile(f"{UNSHOWABLE.pattern}|{_SEPARATORS}")
# In ids and in the words of a closed list, which are plain ASCII.
_FOREIGN = re.compile(r"[^ -~]")
LINE_SEPARATORS = {"\x85": "next line", "\u2028": "line separator", "\u2029": "paragraph separator"}
NEWLINE = re.compile("\r\n|\r|\n")


def named(character: str) -> str:
    """A character as `U+200B, zero width space`."""
    name = LINE_SEPARATORS.get(character) or unicodedata.name(character, "").lower()
    return f"U+{ord(character):04X}" + (f", {name}" if name else "")


def visible(text: str) -> str:
    """The text with each unseen character as `<U+200B>`."""
    return printable(_UNSEEN.sub(lambda match: f"<U+{ord(match[0]):04X}>", text))


def printable(text: str) -> str:
    """The text with what a terminal may obey shown in the same way."""
    return UNSHOWABLE.sub(lambda match: f"<U+{ord(match[0]):04X}>", text)


def oddity(word: str, plain: bool = True) -> str:
    """` (it holds U+200B, zero width space)` for the first character that a word of this kind
    cannot hold, else the empty string. Words that are not `plain` may hold any letter."""
    match = _UNSEEN.search(word) or (_FOREIGN.search(word) if plain else None)
    return f" (it holds {named(match[0])})" if match else ""


def cleaned(word: str) -> str:
    """The word as its writer saw it."""
    word = _UNSEEN.sub(lambda match: " " if match[0].isspace() else "", word)
    word = re.sub("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]", "-", word)
    return unicodedata.normalize("NFKC", word).strip(" \"'\u2018\u2019\u201c\u201d")


def place(text: str, index: int) -> tuple[int, int]:
    """Line and column, from 0, of a character of a text."""
    starts = [match.end() for match in NEWLINE.finditer(text, 0, index)]
    return len(starts), index - (starts[-1] if starts else 0)
