"""The server: a page, its other languages and its embeds, with headers and a sign of health."""

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from flask import Flask, Response, abort, request

from ..i18n.reader import find
from ..loading.problem import Problem
from ..model.pathway import Pathway
from ..page.app import Page, build
from ..page.asset_routes import KEEP, later_response
from ..page.content_security import response_policy
from ..page.variant import LIVE, PageVariant
from .kept_answers import KeptAnswers
from .lecture_files import add_lecture_files, can_make
from .page_cache import PageCache
from .refusals import add_refusals

# Who may show the figure in a frame; course pages live anywhere, so anybody unless a host says.
ANCESTORS = "CASCADE_FRAME_ANCESTORS"
_ANCESTORS = re.compile(r"[-\w.:/*' ]+")


def create(
    pathways: Sequence[Pathway], problems: Sequence[Problem] = (), variant: PageVariant = LIVE
) -> Page:
    """The page of some pathways as `page.app.build` makes it, with all that a server adds.

    Raises ValueError where the sources that may frame it could break a header.
    """
    framing = ancestors()
    variant = replace(variant, lecture_files=can_make())
    page = build(pathways, problems, variant)
    language = find(variant.lang, [pathway.folder for pathway in pathways])
    add_refusals(page.server, language)
    if variant.lecture_files:
        add_lecture_files(page.server, pathways, variant.reach)
    _add_routes(page.server, PageCache(pathways, problems, variant), framing, page.inline)
    page.server.wsgi_app = KeptAnswers(page.server.wsgi_app)
    return page


def ancestors() -> str:
    """The CSP sources that may frame the figure; ValueError when they could break a header."""
    sources = os.environ.get(ANCESTORS, "*").strip()
    if not _ANCESTORS.fullmatch(sources):
        raise ValueError(f"{ANCESTORS}={sources!r} is not a list of CSP sources")
    return sources


def _add_routes(server: Flask, others: PageCache, framing: str, scripts: Iterable[str]) -> None:
    """Adds routes and headers to the server of a page that has some inline scripts."""
    policy = response_policy(scripts, framing)

    @server.before_request
    def other_language() -> Response | None:
        if request.path == "/":
            if not (page := others.page(request.args.get("lang", ""))):
                return None
            html, own = page
            headers = {"Content-Security-Policy": response_policy(own, framing)}
            return Response(html, mimetype="text/html", headers=headers)
        file = others.later(request.path.removeprefix("/"))
        return later_response(file) if file else None

    @server.get("/embed/")
    @server.get("/embed/<pathway>")
    def embed(pathway: str = "") -> Response:
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
    def set_headers(response: Response) -> Response:
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["X-Content-Type-Options"] = "nosniff"
        if request.path.startswith("/assets/fonts/"):
            response.headers["Cache-Control"] = KEEP
        if response.mimetype == "text/html" and "Content-Security-Policy" not in response.headers:
            response.headers["Content-Security-Policy"] = policy
        return response
