"""The files that a page asks for when a reader opens the plots: plotly.js and the figures."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from ..figure.later_file import LaterFile, file_name
from ..i18n.translation import current_language, using_language
from ..model.pathway import Pathway
from . import document, plotly_version

PLOTLY = f"plotly-{plotly_version()}.js"
"""Named by its version, so that a browser may keep it for a year."""


def plot_files(pathways: Sequence[Pathway]) -> Mapping[str, LaterFile]:
    """plotly.js and the figures of each pathway, by name."""
    voice = current_language()

    def made(pathway: Pathway) -> bytes:
        # The browser asks later, when nobody says any more what is spoken.
        with using_language(voice):
            return figures_json(pathway)

    figures = {
        file_name(pathway.id, voice.id): _file(lambda pathway=pathway: made(pathway))
        for pathway in pathways
    }
    return {PLOTLY: _file(plotly_js, "text/javascript", lasting=True), **figures}


def figures_json(pathway: Pathway) -> bytes:
    """The plots of a pathway as the browser wants them."""
    text = json.dumps(document(pathway), ensure_ascii=False, separators=(",", ":"))
    return text.encode()


def plotly_js() -> bytes:
    """The script of the installed plotly package, which is not imported for it."""
    folder = Path(find_spec("plotly").origin).parent
    return (folder / "package_data" / "plotly.min.js").read_bytes()


def _file(make, type_: str = "application/json", lasting: bool = False) -> LaterFile:
    return LaterFile(cache(make), type_, lasting)
