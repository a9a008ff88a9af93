"""The live page: a Dash app whose layout is the graph alone, inside HTML made once from templates.

Legend, navigation and the cards of cells are plain HTML in the index, so they need no React. Dash
mounts the graph and calls one clientside function, which plays everything from there, the other
cards included; the server answers no callback.
"""

import gc
import re
from collections.abc import Sequence

import dash_cytoscape as cyto
from dash import ClientsideFunction, Dash, Input
from dash.exceptions import DependencyException

from ..loading.problem import Problem
from ..model.pathway import Pathway
from ..resources import assets_dir
from .asset_routes import add_asset_routes
from .page_parts import CANVAS, PageParts, compose
from .variant import LIVE, PageVariant

# Workaround: Dash sends all its component libraries. The page uses no component but the graph, and
# only current browsers; leaving the others out saves 165 KB gzip of the first visit.
# https://github.com/plotly/dash/issues/3050
_UNUSED = re.compile(
    r"<script[^>]*/_?dash-component-suites/dash/"
    r"(?:dcc|html|dash_table|deps/polyfill)[^>]*></script>\s*"
)


# Dash and all that it imports live as long as the process. Each full collection while the figure is
# compiled would look through all of them again: a fifteenth of the time.
gc.freeze()

# Dash mounts the graph when there is room for it, see assets/js/app/dom.js.
_RENDERER = "cascadeKit.dom.whenSized(() => new DashRenderer());"


class Page(Dash):
    """Dash, without the bundles that the page never uses."""

    parts: PageParts

    @property
    def inline(self) -> tuple[str, ...]:
        """The scripts that stand in the page itself."""
        return (*self.parts.inline, self.renderer)

    def interpolate_index(self, **parts) -> str:
        parts["scripts"] = _UNUSED.sub("", parts["scripts"])
        return super().interpolate_index(**parts)


def build(
    pathways: Sequence[Pathway], problems: Sequence[Problem] = (), variant: PageVariant = LIVE
) -> Page:
    """The Dash app of the page that `compose` makes."""
    parts = compose(pathways, problems, variant)
    app = Page(
        "cascade",
        assets_folder=str(assets_dir()),
        # asset_bundles.py serves what the page needs of it.
        assets_ignore=r".*\.(js|css)$",
        update_title=None,
        index_string=parts.index,
    )
    app.parts = parts
    app.renderer = _RENDERER
    app.layout = layout()
    add_asset_routes(app.server, parts.later)
    # Workaround: asked for a file that it does not know, Dash raises this and answers with 500.
    # https://github.com/plotly/dash-daq/issues/83
    app.server.register_error_handler(DependencyException, lambda error: ("no such file", 404))
    app.clientside_callback(ClientsideFunction("cascade", "start"), Input("graph", "id"))
    return app


def layout() -> cyto.Cytoscape:
    """The Dash layout: the empty graph."""
    options = dict(CANVAS)
    # Workaround: elements that are properties of the component go through react-cytoscapejs, which
    # loses one whose id is `constructor`.
    # https://github.com/plotly/react-cytoscapejs/blob/master/src/patch.js
    return cyto.Cytoscape(
        id="graph",
        elements=[],
        stylesheet=options.pop("style"),
        # Its size is in assets/css/app.css.
        style={},
        autoRefreshLayout=False,
        **options,
    )
