"""Our scripts and styles as one file each: a first visit asks twice instead of forty times.

The files in assets/ stay small, apart and commented for whoever reads them; the page gets them
joined in the order of their names, without comments, at an address that changes with their
content, so a browser may keep them for a year. What lies in assets/plots/ is a bundle of its own,
which a page asks for when a reader opens the plots; what lies in assets/lectern/ stands in the
page, for the presenter's window.

`make press` leaves each script bundle a fifth smaller in assets/pressed/, and each script that
stands in a page by itself. A pressed file names the scripts that it was made of; once one of them
has changed, the bundle is joined here instead.
"""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from rcssmin import cssmin
from rjsmin import jsmin

from ..resources import assets_dir

KINDS = {"js": "text/javascript", "css": "text/css"}
PARTS = ("", "plots", "lectern")
ALONE = ("boot/theme", "frozen/answers", "frozen/elements", "frozen/stills")
_SHORTER = {"js": jsmin, "css": cssmin}


@dataclass(frozen=True)
class Bundle:
    """A joined file: `name` is what the page asks for below bundle/."""

    name: str
    text: str
    type: str


@cache
def bundle(kind: str, part: str = "") -> Bundle:
    """The bundle of all scripts (`js`) or styles (`css`) of a part."""
    paths = sorted((assets_dir() / part).glob(f"*.{kind}"))
    texts = [path.read_text(encoding="utf-8") for path in paths]
    text = pressed(part, texts) if kind == "js" else ""
    text = text or "\n".join(map(_SHORTER[kind], texts))
    digest = sha256(text.encode()).hexdigest()[:12]
    return Bundle(f"{part or 'cascade'}-{digest}.{kind}", text, KINDS[kind])


@cache
def alone(name: str) -> str:
    """One of the scripts that stand in a page by themselves, ready for it."""
    text = (assets_dir() / f"{name}.js").read_text(encoding="utf-8")
    return pressed(name.rpartition("/")[2], [text]) or jsmin(text)


def pressed(part: str, texts: list[str]) -> str:
    """The scripts of a part, or one alone, as `make press` left them; '' where it saw others."""
    path = assets_dir() / "pressed" / f"{part or 'cascade'}.js"
    if not path.is_file():
        return ""
    made_of, _, code = path.read_text(encoding="utf-8").partition("\n")
    digest = sha256("\n".join(texts).encode()).hexdigest()
    return code.strip() if made_of == f"/* {digest} */" else ""


def bundles() -> dict[str, Bundle]:
    """All bundles by name."""
    made = (bundle(kind, part) for part in PARTS for kind in KINDS)
    return {one.name: one for one in made}
