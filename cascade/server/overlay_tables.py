"""Tables of results that `cascade serve --overlay` hands to the page, to lay them on the figure.

The browser reads and matches them, as it does with a file that is dropped on it; the server only
sends them, the sheets of a workbook as CSV, which a browser cannot read.
"""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from zipfile import BadZipFile

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
        f'<meta name="cascade-table" content="tables/{number}/{sheet}" '
        f'data-name="{escape(name)}">\n'
        for number, path in enumerate(paths)
        for sheet, name in enumerate(_names(path))
    )


def serve(server: Flask, paths: Sequence[Path]) -> None:
    """Adds a route for each table; the file is read anew at each request."""

    @server.get("/tables/<int:number>/<int:sheet>")
    def table(number: int, sheet: int) -> Response:
        if number >= len(paths):
            abort(404)
        try:
            data = paths[number].read_bytes()
            book = _workbook(data)
            if book:
                data = _csv(book.worksheets[sheet])
        except (OSError, IndexError):
            abort(404)
        return Response(data, mimetype="text/plain", headers={"Cache-Control": "no-store"})


def _names(path: Path) -> list[str]:
    """The name of each table of a file."""
    try:
        book = _workbook(path.read_bytes())
    except OSError:
        book = None
    if not book or len(book.worksheets) == 1:
        return [path.name]
    return [f"{path.name}, {sheet.title}" for sheet in book.worksheets]


def _workbook(data: bytes):
    """The workbook that a file is, by its content, or None; None, too, without openpyxl, so that
    the page says what to do."""
    if not data.startswith(b"PK\x03\x04"):
        return None
    try:
        from openpyxl import load_workbook
    except ImportError:
        return None
    try:
        return load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except (BadZipFile, KeyError, ValueError, OSError):
        return None


def _csv(sheet) -> bytes:
    """A sheet with its values as they are, dates as dates."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(
        ["" if value is None else value for value in row]
        for row in sheet.iter_rows(values_only=True)
    )
    return text.getvalue().encode()
