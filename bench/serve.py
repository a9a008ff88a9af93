"""Serves the figure of a path at / and a folder of files at /bare/, with one and the same server.

`python bench/serve.py PATH FOLDER` prints the port, then serves until its input is closed.
Both sides are compressed and both go through waitress, as `cascade serve` does.
"""

import os
import sys
import threading
from pathlib import Path

import waitress
from flask import Flask
from werkzeug.middleware.dispatcher import DispatcherMiddleware

from cascade.loading.loader import load_path
from cascade.server.connections import settings
from cascade.server.kept_answers import KeptAnswers
from cascade.server.routes import create


def bare(folder: str) -> Flask:
    app = Flask("bare", static_folder=folder, static_url_path="/")
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = 31536000
    app.wsgi_app = KeptAnswers(app.wsgi_app)
    return app


def leave() -> None:
    sys.stdin.read()
    os._exit(0)


def main(path: str, folder: str) -> None:
    loaded = load_path(Path(path))
    app = create(loaded.pathways, loaded.problems)
    both = DispatcherMiddleware(app.server, {"/bare": bare(folder)})
    server = waitress.create_server(both, host="127.0.0.1", port=0, **settings(reload=False))
    print(server.effective_port, flush=True)
    threading.Thread(target=leave, daemon=True).start()
    server.run()


if __name__ == "__main__":
    main(*sys.argv[1:])
