"""The browser for the tests: Chromium, the served figure, and a watch on what its pages do.

A test that opens a page fails on any error or warning on the console and on any request that
leaves the figure's origin.
"""

import logging
import threading
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from figure import Figure

from tools.programs import PROGRAMS, find

ARGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
# dash-cytoscape always passes the option, so cytoscape.js always says this.
KNOWN = (
    "You have set a custom wheel sensitivity",
    # Our snippet has both, as older browsers and some filters know only one.
    "Allow attribute will take precedence over 'allowfullscreen'",
)
LOCAL = ("data", "blob", "about", "file")
WATCH = pytest.StashKey["Watch"]()


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
        context.on("console", self._console)
        context.on("weberror", lambda error: self.problems.append(f"page error: {error.error}"))
        context.on("request", self._request)

    def settle(self) -> None:
        """Lets what the pages have already said arrive here."""
        for context in self._contexts:
            for page in context.pages:
                page.evaluate("0")

    def report(self) -> str:
        return "\n".join(["The page said or did:", *self.problems])

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
    path = find("chromium")
    if not path:
        pytest.fail(PROGRAMS["chromium"].advice, pytrace=False)
    return {**browser_type_launch_args, "executable_path": path, "args": list(ARGS)}


@pytest.fixture(scope="session")
def base_url() -> Iterator[str]:
    """The address of the figure, served from this process at a free port."""
    from werkzeug.serving import make_server

    from app import server

    logging.getLogger("werkzeug").setLevel(logging.WARNING)
    running = make_server("127.0.0.1", 0, server, threaded=True)
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{running.port}"
    running.shutdown()
    thread.join()
    running.server_close()


@pytest.fixture
def watch(request, base_url) -> Watch:
    return request.node.stash.setdefault(WATCH, Watch(base_url))


@pytest.fixture
def new_context(new_context, watch):
    """As pytest-playwright's, which `context` and `page` are made with, but watched."""

    def make(**options):
        context = new_context(**options)
        watch.follow(context)
        return context

    return make


@pytest.fixture
def figure(page, base_url) -> Figure:
    return Figure(page, base_url)
