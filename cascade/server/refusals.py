"""What a server does not do: read a body, run a callback, answer at an address it does not have."""

from flask import Flask, Response, abort, request

from ..i18n.language import Language
from ..i18n.templates import templates
from ..i18n.translation import using_language

LARGEST_BODY = 64 * 1024
"""Bytes from which on a body is refused by its length alone. No route of a reader's server has any
use for one; an author's has routes of its own."""
READING = {"GET", "HEAD", "OPTIONS"}
_HOME = "\0"
ANY_PATH = "/<path:path>"
"""Dash's rule for pages of a multi-page app: it would answer every address with the figure."""


def add_refusals(server: Flask, language: Language) -> None:
    """Has Dash's server refuse such requests, before it reads them; pages speak the language."""
    with using_language(language):
        not_found = templates().get_template("not_found.html").render(language=language, home=_HOME)

    @server.before_request
    def refuse() -> None:
        if (request.content_length or 0) >= LARGEST_BODY:
            abort(413)
        if request.method not in READING:
            abort(405)
        if request.url_rule is not None and request.url_rule.rule == ANY_PATH:
            abort(404)

    @server.errorhandler(404)
    def not_there(error: Exception) -> Response:
        return Response(not_found.replace(_HOME, f"{request.script_root}/"), 404)
