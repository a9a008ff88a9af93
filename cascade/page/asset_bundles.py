"""Our scripts and styles as one file a bundle: a first visit asks twice instead of eighty times.

The modules in assets/js/ and the sheets in assets/css/ stay small and commented for whoever reads
them. `make press` writes what a page gets into assets/pressed/: one script and one sheet for the
page, one each for what a page asks for later, and scripts that stand inside a page. Nothing is
built at run time. The first line of a pressed file is a digest of all sources, so one that was
made of others is refused.
"""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

import click

from ..resources import assets_dir

KINDS = {"js": "text/javascript", "css": "text/css"}
NAMES = (
    *("cascade.js", "cascade.css", "cytoscape.js", "plots.js", "plots.css"),
    *("results.js", "handout.js", "quiz.js", "quiz.css", "sharing.js"),
)
"""What a page may ask for; all else stands inside a page, or is for authors alone."""


class StaleBundles(click.ClickException):
    """The pressed files are not made of the sources that lie beside them."""

    exit_code = 2

    def __init__(self):
        super().__init__("assets/js changed: run make press")


@dataclass(frozen=True)
class Bundle:
    """A pressed file: `name` is what the page asks for below bundle/."""

    name: str
    text: str
    type: str


@cache
def bundle(kind: str, part: str = "cascade") -> Bundle:
    """The bundle of all scripts (`js`) or styles (`css`) of a part."""
    text = pressed(f"{part}.{kind}")
    digest = sha256(text.encode()).hexdigest()[:12]
    return Bundle(f"{part}-{digest}.{kind}", text, KINDS[kind])


def bundles() -> dict[str, Bundle]:
    """All bundles that a page may ask for, by name."""
    parts = (name.split(".") for name in NAMES)
    assets = (bundle(kind, part) for part, kind in parts)
    return {asset.name: asset for asset in assets}


@cache
def pressed(name: str) -> str:
    """The text of a pressed file, ready for a page; StaleBundles where its sources changed."""
    text = (assets_dir() / "pressed" / name).read_text(encoding="utf-8")
    made_of, _, code = text.partition("\n")
    if made_of != f"/* {_digest(assets_dir())} */":
        raise StaleBundles
    return code.strip()


@cache
def _digest(assets: Path) -> str:
    """A digest of all sources, as tools/press.mjs makes it."""
    digest = sha256()
    for kind in sorted(KINDS):
        folder = assets / kind
        names = (path.relative_to(folder).as_posix() for path in folder.rglob(f"*.{kind}"))
        for name in sorted(names):
            text = (folder / name).read_text(encoding="utf-8")
            digest.update(f"{kind}/{name}\n{text}".encode())
    return digest.hexdigest()
