"""The routes of what a page links to beside Dash's own files: our bundles and the plots."""

from collections.abc import Mapping

from flask import Flask, Response, abort, request

from ..plots.files import PlotFile
from .asset_bundles import bundles

KEEP = "public, max-age=31536000, immutable"


def add_asset_routes(server: Flask, plots: Mapping[str, PlotFile]) -> None:
    """Adds the routes to Dash's server; `plots` is what the plots need, by name."""

    @server.get("/bundle/<name>")
    def bundle(name: str) -> Response:
        file = bundles().get(name) or abort(404)
        return Response(file.text, mimetype=file.type, headers={"Cache-Control": KEEP})

    @server.get("/plots/<name>")
    def plot(name: str) -> Response:
        return plot_response(plots.get(name) or abort(404))


def plot_response(file: PlotFile) -> Response:
    """A file of the plots, to the request being answered."""
    response = Response(file.content(), mimetype=file.type)
    response.headers["Cache-Control"] = KEEP if file.lasting else "public, max-age=300"
    response.add_etag()
    return response.make_conditional(request)
