"""The figure as a WSGI app: `python app.py`, or `gunicorn app:server`."""

from cascade.i18n.reader import problems
from cascade.loading.loader import load_all
from cascade.resources import pathways_dir
from cascade.server.routes import create

loaded = load_all(pathways_dir())
found = [*loaded.problems, *problems(pathway.folder for pathway in loaded.pathways)]
app = create(loaded.pathways, found)
server = app.server

if __name__ == "__main__":
    app.run(port=8050)
