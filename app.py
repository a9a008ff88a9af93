"""The figure as a WSGI app: `python app.py`, or `gunicorn app:server`."""

from cascade.i18n.reader import problems
from cascade.loading.loader import load_all
from cascade.page.app import build
from cascade.resources import pathways_dir

loaded = load_all(pathways_dir())
found = [*loaded.problems, *problems(one.folder for one in loaded.pathways)]
app = build(loaded.pathways, found)
server = app.server

if __name__ == "__main__":
    app.run(port=8050)
