"""Serving for authors: the live figure, and beside it the routes that only they get.

`Workshop` is the WSGI app: what starts with /reload/ it answers itself, all else goes to the
present figure. As one of its routes writes files, it serves this machine alone and listens to no
page but its own.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from ipaddress import ip_address
from pathlib import Path
from threading import Event
from urllib.parse import urlsplit

from flask import Flask, Response, abort, jsonify, request

from ..loading.loader import Loaded
from ..model.pathway import Pathway
from ..page.asset_bundles import pressed
from ..page.variant import LIVE, PageVariant
from ..server.kept_answers import KeptAnswers
from .arrangement import Misplaced, move_cells, plan
from .live_figure import LiveFigure, State
from .waiting_page import waiting
from .yaml_edit import EditRefused, save

LARGEST = 1_000_000
"""Bytes of a request: the moves of some ten thousand cells."""
LONGEST = 20.0
"""Seconds after which an unanswered question about the state is answered all the same."""
FILES = {
    "authoring.js": "text/javascript",
    "waiting.js": "text/javascript",
    "authoring.css": "text/css",
}


def is_loopback(host: str) -> bool:
    """Whether a host name or address means this machine alone."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def snippet(state: State) -> str:
    """HTML for the head that makes a page of the figure one for authors."""
    return (
        f'<meta name="cascade-figure" content="{state.run} {state.figure}">\n'
        '<link rel="stylesheet" href="reload/authoring.css">\n'
        '<script defer src="reload/authoring.js"></script>\n'
    )


class AuthorServer:
    """A WSGI app around a Live one. `make(pathways, (), variant)` gives the app of the figure."""

    def __init__(
        self,
        path: Path,
        loaded: Loaded,
        make: Callable[[Sequence[Pathway], Sequence, PageVariant], Flask],
        notify: Callable[[State], None] = lambda state: None,
        variant: PageVariant = LIVE,
    ):
        def local(pathways: Sequence[Pathway], state: State) -> Flask:
            if not pathways:
                return waiting(path, state.problems)
            # Plots from files, as drawing them takes longer than all the rest of a page.
            server = make(pathways, (), replace(variant, head=snippet(state)))
            # On one machine, compressing takes longer than sending.
            if isinstance(server.wsgi_app, KeptAnswers):
                server.wsgi_app = server.wsgi_app.app

            @server.after_request
            def asked_anew(response: Response) -> Response:
                if request.path.startswith("/plots/") and response.mimetype == "application/json":
                    response.headers["Cache-Control"] = "no-cache"
                return response

            return server

        self.live = LiveFigure(path, loaded, local, notify)
        self.stop = Event()
        self.own = _routes(self.live)

    def follow(self) -> "AuthorServer":
        self.live.follow(self.stop)
        return self

    def __call__(self, environ, start_response):
        ours = environ.get("PATH_INFO", "").startswith("/reload/")
        if not ours:
            self.live.made.wait(LONGEST)
        return (self.own if ours else self.live.app)(environ, start_response)


def _routes(live: LiveFigure) -> Flask:
    app = Flask("workshop", static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = LARGEST

    @app.before_request
    def guard():
        """Refuses pages of elsewhere, also those whose name was made to point here."""
        try:
            host = urlsplit(f"//{request.host}").hostname or ""
            origin = request.headers.get("Origin")
            own = not origin or urlsplit(origin).netloc == request.host
        except ValueError:  # such as a bracket without its other half
            abort(400)
        if not is_loopback(host) or not own:
            abort(403)

    @app.after_request
    def fresh(response: Response) -> Response:
        response.headers["Cache-Control"] = "no-store"
        return response

    @app.get("/reload/<name>")
    def file(name: str) -> Response:
        if name not in FILES:
            abort(404)
        return Response(pressed(name), mimetype=FILES[name])

    @app.get("/reload/state")
    def state():
        run, version = request.args.get("run", ""), request.args.get("version", 0, int)
        return jsonify(live.wait(run, version, LONGEST).as_dict())

    @app.get("/reload/figure")
    def figure():
        """The page of the newest figure."""
        live.made.wait(LONGEST)
        if not live.pathways:
            abort(404)
        client = live.app.test_client()
        page = client.get("/", query_string=request.args).get_data(as_text=True)
        return jsonify({"page": page})

    @app.post("/reload/plan")
    def planned():
        pathway, at, _ = _asked(live)
        return jsonify({**plan(pathway, at), "digests": live.digests[pathway.id]})

    @app.post("/reload/save")
    def saved():
        pathway, at, before = _asked(live)
        move_cells(pathway, at)
        files = live.write(lambda: save(at, pathway.files, before))
        live.renew()  # at once, not when the files are looked at next
        return jsonify({"files": files})

    @app.errorhandler(Misplaced)
    @app.errorhandler(EditRefused)
    def refused(error: Exception):
        # Not a failed request but the answer to one, and so without noise on the console.
        return jsonify({"error": str(error)})

    return app


def _asked(live: LiveFigure) -> tuple[Pathway, dict[str, tuple[float, float]], dict[str, str]]:
    """The pathway, the moves and the digests of a request; 400 or 404 where it makes no sense."""
    try:
        body = request.get_json()  # 415 for a form, which any page could send
        at = {str(id_): _pair(place) for id_, place in body["at"].items()}
        before = {str(file): str(word) for file, word in body.get("digests", {}).items()}
        id_ = str(body["pathway"])
    # Numbers may be too large for a float, and lists too deep for Python's reader of JSON.
    except (AttributeError, KeyError, TypeError, ValueError, OverflowError, RecursionError):
        abort(400)
    pathway = next((pathway for pathway in live.pathways if pathway.id == id_), None)
    if pathway is None:
        raise Misplaced(f"the pathway '{id_}' is no longer there")
    return pathway, at, before


def _pair(place: list) -> tuple[float, float]:
    column, row = place
    return round(float(column), 3), round(float(row), 3)
