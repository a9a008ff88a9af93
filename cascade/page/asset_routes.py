"""The routes of what a page links to beside Dash's own: bundles, and what it asks for later."""

from collections.abc import Mapping

from flask import Flask, Response, abort, request

from ..figure.later_file import LaterFile
from .asset_bundles import bundles

KEEP = "public, max-age=31536000, immutable"


def add_asset_routes(server: Flask, later: Mapping[str, LaterFile]) -> None:
    """Adds the routes to Dash's server; `later` is what a page may ask for, by its address."""

    @server.get("/bundle/<name>")
    def bundle(name: str) -> Response:
        file = bundles().get(name) or abort(404)
        return Response(file.text, mimetype=file.type, headers={"Cache-Control": KEEP})

    @server.get("/<any(plots, quiz):folder>/<name>")
    def file(folder: str, name: str) -> Response:
        return later_response(later.get(f"{folder}/{name}") or abort(404))


def later_response(file: LaterFile) -> Response:
    """A file that a page asks for later, to the request being answered."""
    response = Response(file.content(), mimetype=file.type)
    response.headers["Cache-Control"] = KEEP if file.lasting else "public, max-age=300"
    response.add_etag()
    return response.make_conditional(request)
