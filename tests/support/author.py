"""An author: a page at a live pathway, and the file that she saves."""

import threading
from contextlib import contextmanager

from werkzeug.serving import make_server

from cascade.authoring.author_server import AuthorServer
from cascade.loading.loader import load_path
from cascade.resources import pathways_dir
from cascade.server.overlay_tables import with_tables
from cascade.server.routes import create

LOOP = (pathways_dir() / "csf1-egf-loop.yaml").read_text("utf-8")
DRAWN = "html.drawn"
NUMBER = "document.querySelector('meta[name=cascade-figure]').content"
OLD = "document.documentElement.dataset.old = 1"

# All that a reader meets: elements as drawn, the page around them, the data behind both.
WHOLE = """async () => {
  cascade.view();
  await new Promise((done) => requestIdleCallback(done, { timeout: 400 }));
  const cy = document.getElementById('graph')._cyreg.cy;
  const body = document.body.cloneNode(true);
  const beside = 'script, noscript, #arrange, #react-entry-point, #say, #toast, #problems';
  body.querySelectorAll(beside).forEach((one) => one.remove());
  const root = Object.fromEntries([...document.documentElement.attributes].map(({ name, value }) => [name, value]));
  delete root['data-old'];
  return {
    elements: cy.elements().map((one) => [one.data(), one.position(), [...one.classes()].sort(), one.style('label'), one.style('opacity')]),
    camera: [cy.zoom(), cy.pan()],
    data: JSON.stringify(cascadeKit.state.data),
    page: body.innerHTML.replace(/\\s+/g, ' ').replace(/></g, '>\\n<').split('\\n'),
    root,
    title: document.title,
    address: location.search,
  };
}"""


class Author:
    """A page at a live pathway, and the pathway's file."""

    def __init__(self, page, path, address, watch):
        self.page, self.path, self.address, self.watch = page, path, address, watch
        self._fresh = None

    def save(self, text):
        self.path.write_text(text, "utf-8")

    def shows(self, text):
        """Saves, and waits until the page has drawn the new figure."""
        with self.renewed():
            self.save(text)

    @contextmanager
    def renewed(self):
        """Waits for a new figure, and that it came without the page being left."""
        number = self.page.evaluate(f"{OLD}; {NUMBER}")
        yield
        self.page.wait_for_function(f"number => {NUMBER} !== number", arg=number)
        assert self.page.evaluate("'old' in document.documentElement.dataset"), "it was loaded anew"

    def open(self, query=""):
        self.page.goto(f"{self.address}?{query}")
        self.page.wait_for_selector(DRAWN, state="attached")

    def whole(self, page=None):
        return (page or self.page).evaluate(WHOLE)

    def same_as_fresh(self):
        """The page is as one that was opened just now."""
        self._fresh = self._fresh or self.page.context.new_page()
        self._fresh.goto(self.page.url)
        self._fresh.wait_for_selector(DRAWN, state="attached")
        new = self.whole(self._fresh)
        self._fresh.goto("about:blank")  # where no figure comes in
        old = self.whole()
        for part in new:
            assert old[part] == new[part], part

    def cy(self, expression):
        live = "document.getElementById('graph')._cyreg.cy"
        return self.page.evaluate(f"(() => {{ const cy = {live}; return ({expression}); }})()")

    def point(self, node):
        x, y = self.cy(f"Object.values(cy.getElementById('{node}').renderedPosition())")
        box = self.page.locator("#graph").bounding_box()
        return x + box["x"], y + box["y"]

    def drag(self, node, by):
        x, y = self.point(node)
        mouse = self.page.mouse
        mouse.move(x, y)
        mouse.down()
        mouse.move(x + by[0] / 2, y + by[1] / 2)
        mouse.move(x + by[0], y + by[1], steps=3)
        mouse.up()

    def places(self, text=None):
        return [
            line for line in (text or self.path.read_text("utf-8")).splitlines() if "at: [" in line
        ]


@contextmanager
def served(path):
    """The address of a live pathway."""
    workshop = AuthorServer(path, load_path(path), with_tables(create, ())).follow()
    running = make_server("127.0.0.1", 0, workshop, threaded=True)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.port}/"
    workshop.stop.set()
    running.shutdown()
    running.server_close()
