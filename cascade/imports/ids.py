"""Ids from words: lasting, readable, never the same twice."""

import re
import unicodedata
from collections.abc import Container

_LONGEST = 60
_GREEK = str.maketrans({"α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "κ": "kappa",
                        "+": " pos ", "Α": "alpha", "Β": "beta"})  # fmt: skip


def slug(text: str, otherwise: str = "item") -> str:
    """'TGF-β1 → TAM' as 'tgf-beta1-tam'."""
    plain = unicodedata.normalize("NFKD", text.translate(_GREEK)).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.lower())
    made = "-".join(words)[:_LONGEST].strip("-")
    return made or otherwise


def unique(wanted: str, taken: Container[str]) -> str:
    """The id, or with -2, -3 ... where it is taken."""
    if wanted not in taken:
        return wanted
    number = 2
    while True:
        ending = f"-{number}"
        made = wanted[: _LONGEST - len(ending)].rstrip("-") + ending
        if made not in taken:
            return made
        number += 1
