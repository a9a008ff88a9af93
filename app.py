"""The figure as a WSGI app: `python app.py`, or `gunicorn app:server`."""

from cascade.loading.loader import load_all
from cascade.resources import pathways_dir
from cascade.server.routes import create

loaded = load_all(pathways_dir())
app = create(loaded.pathways, loaded.problems)
server = app.server

if __name__ == "__main__":
    app.run(port=8050)
