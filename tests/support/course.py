"""Pages of other sites, made of text, so that a test can frame the figure as a course page does."""

import mimetypes
from functools import cache

from cascade.loading.loader import load_path
from cascade.page.variant import PageVariant
from cascade.publish.single_file import freeze
from cascade.resources import pathways_dir

COURSE = "https://course.test"
FIGURE = "https://figure.test"
TALK = """<script>
var heard = [];
function say(message) { document.getElementById('figure').contentWindow.postMessage(message, '*'); }
function told(type) { return heard.filter(function (m) { return m.type === type; }); }
addEventListener('message', function (event) {
  if (event.source === document.getElementById('figure').contentWindow) heard.push(event.data);
});
</script>"""
"""At the end of a page around a frame `figure`: what it hears, and what it can say to it."""


def course_page(body: str) -> str:
    """A page around a frame `figure`, with a script that talks to it."""
    return f"<!doctype html><title>Course</title><body style='margin:0'>{body}{TALK}"


@cache
def frozen(home: str = "") -> str:
    """The flagship as one file. Tests that need no home of it share the fixture `frozen_file`."""
    pathways = load_path(pathways_dir() / "metastatic-cascade").pathways
    return freeze(pathways, PageVariant(frozen=True, home=home))


class Site:
    """One origin. `files` are what it serves, by path; a file may be bytes or text."""

    def __init__(self, context, origin: str, watch):
        self.origin = origin
        self.files: dict[str, str | bytes] = {"/favicon.ico": b""}
        watch.origins.add(origin)
        context.route(f"{origin}/**", self._answer)

    def put(self, path: str, text: str | bytes) -> str:
        """Serves a file; gives its address."""
        self.files[path] = text
        return self.origin + path

    def _answer(self, route) -> None:
        path = "/" + route.request.url.split("/", 3)[3].split("?")[0].split("#")[0]
        if path not in self.files:
            route.fulfill(status=404, body="")
            return
        kind = mimetypes.guess_type(path)[0] or "text/html"
        route.fulfill(body=self.files[path], content_type=f"{kind}; charset=utf-8")
