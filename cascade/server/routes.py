"""What the server sends besides Dash's own answers: our bundles, the embed, headers, health."""

import os
import re
from collections.abc import Iterable, Mapping

from flask import Flask, Response, abort, request

from ..page.asset_bundles import bundles
from ..page.content_security import served
from ..plots.files import PlotFile
from .page_cache import Others

KEEP = "public, max-age=31536000, immutable"
# Who may show the figure in a frame; course pages live anywhere, so anybody unless a host says.
ANCESTORS = "CASCADE_FRAME_ANCESTORS"
_ANCESTORS = re.compile(r"[-\w.:/*' ]+")


def ancestors() -> str:
    """The CSP sources that may frame the figure; ValueError when they could break a header."""
    sources = os.environ.get(ANCESTORS, "*").strip()
    if not _ANCESTORS.fullmatch(sources):
        raise ValueError(f"{ANCESTORS}={sources!r} is not a list of CSP sources")
    return sources


def serve(
    server: Flask, plots: Mapping[str, PlotFile], others: Others, scripts: Iterable[str]
) -> None:
    """Adds routes and headers to Dash's server.

    `plots` is what the plots need, by name; `others` are the pages beside the server's own,
    which has the inline `scripts`.
    """
    framing = ancestors()
    policy = served(scripts, framing)

    @server.before_request
    def other() -> Response | None:
        lang = request.args.get("lang", "") if request.path == "/" else ""
        if not (found := others.page(lang)):
            return None
        html, own = found
        headers = {"Content-Security-Policy": served(own, framing)}
        return Response(html, mimetype="text/html", headers=headers)

    @server.get("/bundle/<name>")
    def joined(name: str) -> Response:
        one = bundles().get(name) or abort(404)
        return Response(one.text, mimetype=one.type, headers={"Cache-Control": KEEP})

    @server.get("/plots/<name>")
    def plotted(name: str) -> Response:
        one = plots.get(name) or others.plot(name) or abort(404)
        # Packed once: packing five megabytes anew for every reader would take longer than sending.
        packed = "gzip" in request.accept_encodings
        response = Response(one.packed() if packed else one.content(), mimetype=one.type)
        response.headers["Cache-Control"] = KEEP if one.lasting else "public, max-age=300"
        response.headers["Vary"] = "Accept-Encoding"
        if packed:
            response.headers["Content-Encoding"] = "gzip"
        response.add_etag()
        return response.make_conditional(request)

    @server.get("/embed/")
    @server.get("/embed/<pathway>")
    def embedded(pathway: str = "") -> Response:
        html = others.embed(pathway, request.args.get("lang", ""))
        if html is None:
            abort(404)
        headers = {
            # The page's own <meta> says the rest, but a <meta> cannot say who may frame it.
            "Content-Security-Policy": f"frame-ancestors {framing}",
            "Access-Control-Allow-Origin": "*",
            "Cache-Control": "public, max-age=300",
        }
        return Response(html, mimetype="text/html", headers=headers)

    @server.get("/health")
    def health() -> Response:
        return Response("ok", mimetype="text/plain", headers={"Cache-Control": "no-store"})

    @server.after_request
    def head(response: Response) -> Response:
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["X-Content-Type-Options"] = "nosniff"
        if request.path.startswith("/assets/fonts/"):
            response.headers["Cache-Control"] = KEEP
        if response.mimetype == "text/html" and "Content-Security-Policy" not in response.headers:
            response.headers["Content-Security-Policy"] = policy
        return response
