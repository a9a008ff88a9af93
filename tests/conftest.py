"""The browser for the tests: Chromium, the served figure, and a watch on what its pages do.

A test that opens a page fails on any error or warning on the console and on any request that
leaves the figure's origin.
"""

import fcntl
import logging
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from course import frozen
from figure import SIZE, Figure

from tools.programs import PROGRAMS, find

ARGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--font-render-hinting=none",  # the shell would hint letters, as no other browser does
    # Tidying memory less often saves a tenth of the work of opening the figure.
    "--js-flags=--min-semi-space-size=64 --max-semi-space-size=64",
)
# dash-cytoscape always passes the option, so cytoscape.js always says this.
KNOWN = (
    "You have set a custom wheel sensitivity",
    # Our snippet has both, as older browsers and some filters know only one.
    "Allow attribute will take precedence over 'allowfullscreen'",
)
LOCAL = ("data", "blob", "about", "file")
WATCH = pytest.StashKey["Watch"]()
FAILED = pytest.StashKey[bool]()


def pytest_collection_modifyitems(items):
    for item in items:
        if "browser" in item.fixturenames:
            item.add_marker("browser")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item):
    """What the pages did wrong fails the test itself, or is added to its failure."""
    watch = item.stash.get(WATCH, None)
    try:
        result = yield
    except BaseException as error:
        item.stash[FAILED] = True
        if watch and watch.problems:
            error.add_note(watch.report())
        raise
    if watch and not item.get_closest_marker("noisy"):
        watch.settle()
        assert not watch.problems, watch.report()
    return result


class Watch:
    """Follows every page of a test. `requests` are all addresses asked for; `origins` are those
    that may be asked, which a test with a host page of its own extends."""

    def __init__(self, origin: str):
        self.origins = {origin}
        self.requests: list[str] = []
        self.problems: list[str] = []
        self._contexts = []

    def follow(self, context) -> None:
        self._contexts.append(context)
        for event, hear in self._events():
            context.on(event, hear)

    def leave(self, context) -> None:
        self._contexts.remove(context)
        for event, hear in self._events():
            context.remove_listener(event, hear)

    def settle(self) -> None:
        """Lets what the pages have already said arrive here."""
        for context in self._contexts:
            for page in context.pages:
                page.evaluate("0")

    def report(self) -> str:
        return "\n".join(["The page said or did:", *self.problems])

    def _events(self):
        return (("console", self._console), ("weberror", self._error), ("request", self._request))

    def _error(self, error) -> None:
        self.problems.append(f"page error: {error.error}")

    def _console(self, message) -> None:
        if message.type in ("error", "warning") and not message.text.startswith(KNOWN):
            self.problems.append(f"console {message.type}: {message.text}")

    def _request(self, request) -> None:
        self.requests.append(request.url)
        url = urlsplit(request.url)
        if url.scheme not in LOCAL and f"{url.scheme}://{url.netloc}" not in self.origins:
            self.problems.append(f"request to elsewhere: {request.url}")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    path = find("headless")
    if not path:
        pytest.fail(PROGRAMS["chromium"].advice, pytrace=False)
    return {**browser_type_launch_args, "executable_path": path, "args": list(ARGS)}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    """Without gliding, which draws the figure twenty times over on its way to each view."""
    return {**browser_context_args, "reduced_motion": "reduce"}


@pytest.fixture(scope="session")
def base_url() -> Iterator[str]:
    """The address of the figure, served from this process at a free port."""
    from werkzeug.serving import make_server

    from app import server

    logging.getLogger("werkzeug").setLevel(logging.WARNING)

    def plain(environ, start):
        """On one machine, compressing takes longer than sending."""
        environ.pop("HTTP_ACCEPT_ENCODING", None)
        return server(environ, start)

    running = make_server("127.0.0.1", 0, plain, threaded=True)
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{running.port}"
    running.shutdown()
    thread.join()
    running.server_close()


@pytest.fixture(scope="session")
def frozen_file(request, tmp_path_factory) -> Path:
    """The flagship as one file, made once a run: the workers share it."""
    folder = tmp_path_factory.getbasetemp()
    if hasattr(request.config, "workerinput"):
        folder = folder.parent
    path = folder / "figure.html"
    with (folder / "figure.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            path.write_text(frozen(), "utf-8")
    return path


@pytest.fixture
def watch(request, base_url) -> Watch:
    return request.node.stash.setdefault(WATCH, Watch(base_url))


@pytest.fixture
def new_context(new_context, watch):
    """As pytest-playwright's, which `context` and `page` are made with, but watched."""

    def make(**options):
        context = new_context(**{"viewport": SIZE, **options})
        watch.follow(context)
        return context

    return make


class Kept:
    """One page for all tests of a worker that ask for none of their own.

    Opening the figure in it takes half the work of a new one, which compiles all scripts anew. The
    figure keeps nothing anywhere, so no test finds traces of another; what a test sets on the page
    itself is put back. A figure even stays open for the next test that takes it with `Figure.show`,
    if what the page shows afterwards is what it showed at first. Tests that add scripts or rights,
    or count what is asked for, want `page`: a browser asks but once for what it has in memory.
    Those that change what nobody sees, as functions of the window, say `Figure.spoil`.
    """

    def __init__(self, new):
        self._new = new
        self._page = None
        self.traces = ""
        """What it shows when nobody has used it."""
        self.fresh = False
        """Whether the figure is open and looks as if nobody had used it."""

    def page(self):
        if self._page is None:
            self._page = self._new(viewport=SIZE).new_page()
        return self._page

    def clean(self) -> None:
        page = self._page
        for other in page.context.pages:
            if other is not page:
                other.close()
        page.mouse.move(1, 1)  # off the canvas
        page.mouse.move(-1, -1)  # else it would hover over what the next test draws there
        page.set_viewport_size(SIZE)
        page.emulate_media(
            media="null",
            color_scheme="null",
            reduced_motion="reduce",
            forced_colors="null",
            contrast="null",
        )
        if self.fresh:
            self.fresh = Figure(page, "").traces() == self.traces
        if not self.fresh:
            page.goto("about:blank")
            page.evaluate("window.name = ''")

    def drop(self) -> None:
        if self._page is not None:
            self._page.context.close()
            self._page = None
            self.fresh = False


@pytest.fixture(scope="session")
def kept(browser, browser_context_args) -> Iterator[Kept]:
    kept = Kept(lambda **options: browser.new_context(**{**browser_context_args, **options}))
    yield kept
    kept.drop()


@pytest.fixture
def figure(request, base_url, watch) -> Iterator[Figure]:
    """The figure in the test's own page if it has one, else in the kept one."""
    if "page" in request.fixturenames:
        yield Figure(request.getfixturevalue("page"), base_url)
        return
    kept = request.getfixturevalue("kept")
    page = kept.page()
    watch.follow(page.context)
    figure = Figure(page, base_url, kept)
    if not kept.traces:
        figure.open()
        kept.traces = figure.traces()
    yield figure
    watch.leave(page.context)
    if request.node.stash.get(FAILED, False):
        kept.drop()
    else:
        kept.clean()
