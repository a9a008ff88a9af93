"""Tables of results that `cascade serve --overlay` hands to the page, to lay them on the figure.

The browser reads and matches them, as it does with a file that is dropped on it; the server only
sends them.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from flask import Flask, Response, abort
from markupsafe import escape

from ..page.variant import LIVE, PageVariant


def with_tables(create: Callable, paths: Sequence[Path]) -> Callable[..., Flask]:
    """`create` of routes.py, but giving a server that also sends the tables to its page."""

    def made(pathways, problems=(), variant: PageVariant = LIVE) -> Flask:
        server = create(
            pathways, problems, replace(variant, head=variant.head + head(paths))
        ).server
        if paths:
            serve(server, paths)
        return server

    return made


def head(paths: Sequence[Path]) -> str:
    """HTML for the page's head: where each table is, and its name."""
    return "".join(
        f'<meta name="cascade-table" content="tables/{number}" data-name="{escape(path.name)}">\n'
        for number, path in enumerate(paths)
    )


def serve(server: Flask, paths: Sequence[Path]) -> None:
    """Adds a route for each table; the file is read anew at each request."""

    @server.get("/tables/<int:number>")
    def table(number: int) -> Response:
        if number >= len(paths):
            abort(404)
        try:
            data = paths[number].read_bytes()
        except OSError:
            abort(404)
        return Response(data, mimetype="text/plain", headers={"Cache-Control": "no-store"})
