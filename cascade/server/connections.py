"""How waitress serves a lecture hall: limits, threads, and what is made ready before readers come.

A browser opens six connections and keeps them; waitress by itself takes a hundred, that is sixteen
browsers, and then no more. A connection costs little, so thousands are taken, as far as the system
gives files for them, and those that say nothing are closed after a minute.
"""

import re
import select
from threading import Thread

from flask import Flask

from .refusals import LARGEST_BODY

try:
    import resource
except ImportError:  # Windows
    resource = None

CONNECTIONS = 4_000
"""Two hundred browsers with six each, and as many idle ones besides."""
SPARE_FILES = 100
"""Files that are not connections: those being read, the logs, what Python holds open."""
WITHOUT_POLL = 400
"""Where there is no poll(), select() takes 512 sockets, whatever the system gives."""
READERS = 8
"""Threads. What is kept is sent in less than a millisecond; the others make pages and wait."""
AUTHORS = 16
"""Threads for authors: each open page keeps one waiting for the next change."""

BROWSER = {"Accept-Encoding": "br"}
_LINKS = re.compile(r'(?:<script src|rel="stylesheet" href)="([^"]+)"')
_PLOTS = re.compile(r'data-(?:sheet|scripts)="([^"]+)"')
_FILES = re.compile(r'data-files="([^"]+)"')


def settings(reload: bool, largest: int = LARGEST_BODY) -> dict:
    """What waitress is told, by the names of its documentation:
    https://docs.pylonsproject.org/projects/waitress/en/stable/arguments.html"""
    return {
        "threads": AUTHORS if reload else READERS,
        "connection_limit": _connections(),
        "asyncore_use_poll": hasattr(select, "poll"),
        "backlog": 2_048,
        "channel_timeout": 60,
        "cleanup_interval": 10,
        "max_request_body_size": largest,
        "ident": None,
    }


def _connections() -> int:
    """As many as wanted, or as the system gives files for, once asked for more of them."""
    if not hasattr(select, "poll") or resource is None:
        return WITHOUT_POLL
    wanted = CONNECTIONS + SPARE_FILES
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        except (OSError, ValueError):
            soft = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    return CONNECTIONS if soft == resource.RLIM_INFINITY else min(CONNECTIONS, soft - SPARE_FILES)


def make_ready(app: Flask) -> Thread:
    """Asks for the page and all it links to, in a thread beside, so that all is packed as well as
    it can be before the first reader comes."""

    def run() -> None:
        client = app.test_client()
        html = client.get("/", headers=BROWSER).get_data(as_text=True)
        files = [name.partition("=")[2] for name in " ".join(_FILES.findall(html)).split()]
        # plotly.js last: packing it takes as long as all the rest together.
        plots = sorted(" ".join(_PLOTS.findall(html)).split())
        links = [*_LINKS.findall(html), *files, *plots]
        for address in ("_dash-layout", "_dash-dependencies", *links):
            client.get(f"/{address.lstrip('/')}", headers=BROWSER)

    thread = Thread(target=run, daemon=True)
    thread.start()
    return thread
