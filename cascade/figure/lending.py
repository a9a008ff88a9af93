"""Drawings that a page holds once: what its picture without scripts has, its canvas borrows.

`assets/js/app/load.js` takes them back: a drawing is sent as [selector, svg], or as [selector,
root, id] where the symbol `id` of the picture holds what stands inside the root element.
"""

import re
from collections.abc import Iterable
from urllib.parse import unquote

_SYMBOL = re.compile(r'<symbol id="([^"]+)"[^>]*>(.*?)</symbol>', re.DOTALL)
_ROOT = re.compile(r"(<svg[^>]*>)(.*)</svg>", re.DOTALL)
_ID = re.compile(r'(\bid="|href="#|url\(#)n-[a-z0-9-]*?-(?=[a-z]{2}-)')


def lend(drawings: Iterable[dict], picture: str = "") -> list[list[str]]:
    """Rules that give nodes their drawings, as they travel beside a picture of the same drawings.

    The picture's ids carry a prefix of its own ('n-pathway-'), which makes no drawing another one.
    """
    symbols = {_ID.sub(r"\1", inner): id_ for id_, inner in _SYMBOL.findall(picture)}
    sent = []
    for rule in drawings:
        svg = unquote(rule["style"]["background-image"].partition(",")[2])
        root, inner = _ROOT.fullmatch(svg).groups()
        known = symbols.get(inner)
        sent.append([rule["selector"], root, known] if known else [rule["selector"], svg])
    return sent
