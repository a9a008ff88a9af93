"""Answers that stay the same while the server runs: made once, compressed once, then sent as kept.

A first visit asks some ten files, a lecture hall asks them all at once, and none of them ever
changes. So the second reader gets what the first one got, without Flask. A file is packed by gzip
when a browser first asks for it, and by brotli, at its best level, beside: that takes a second for
a large one, in which nobody waits for it.
"""

import gzip
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from queue import SimpleQueue
from threading import Lock, Thread
from urllib.parse import parse_qs

from werkzeug.http import parse_accept_header

try:
    import brotli
except ImportError:  # comes with the extra `serve`
    brotli = None

SMALL = 500
"""Bytes of an answer that is sent as it is: packed it would not be smaller on the wire."""
MOST = 500
"""Addresses that are kept; there are far fewer, unless somebody makes them up."""
TEXT = ("text/", "application/json", "image/svg+xml", "application/javascript")
GZIP_LEVEL = 6


@dataclass
class Kept:
    """An answer, with its packed forms as far as they are made."""

    headers: list[tuple[str, str]]
    body: bytes
    tag: str
    packs: bool
    forms: dict[str, bytes] = field(default_factory=dict)
    asked: bool = False
    lock: Lock = field(default_factory=Lock)

    def tagged(self, coding: str) -> str:
        """The ETag of a packed form; an empty coding for the content as it is."""
        return f'"{self.tag}{coding and "-" + coding}"'

    def form(self, accepted: str, later: Callable[["Kept"], None]) -> tuple[str, bytes]:
        """The encoding and the bytes for a browser; `later` is given what is to be packed well."""
        br, gz = _codings(accepted) if self.packs else (False, False)
        if br and brotli:
            if packed := self.forms.get("br"):
                return "br", packed
            with self.lock:
                first, self.asked = not self.asked, True
            if first:
                later(self)
        if gz:
            with self.lock:
                if "gzip" not in self.forms:
                    self.forms["gzip"] = gzip.compress(self.body, GZIP_LEVEL, mtime=0)
            return "gzip", self.forms["gzip"]
        return "", self.body

    def pack_well(self) -> None:
        self.forms["br"] = brotli.compress(self.body)  # quality 11 unless told otherwise


class KeptAnswers:
    """A WSGI app that answers for another one what that has answered before."""

    def __init__(self, app: Callable):
        self.app = app
        self._by_address: dict[str, Kept] = {}
        self._by_content: dict[str, Kept] = {}
        self._todo: SimpleQueue[Kept] = SimpleQueue()
        self._worker: Thread | None = None
        self._lock = Lock()

    def __call__(self, environ: dict, start: Callable) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD") or _has_body(environ):
            return self.app(environ, start)
        address = _address(environ)
        kept = self._by_address.get(address)
        if kept is None:
            status, headers, body = _asked(self.app, environ)
            if not _lasts(status, headers):
                start(status, headers)
                return [body] if environ["REQUEST_METHOD"] == "GET" else []
            kept = self._keep(address, headers, body)
        return self._send(kept, environ, start)

    def _send(self, kept: Kept, environ: dict, start: Callable) -> Iterable[bytes]:
        has = environ.get("HTTP_IF_NONE_MATCH", "")
        # Whoever has it packed by gzip need not load it again for being packed better now.
        if held := [tag for coding in ("br", "gzip", "") if (tag := kept.tagged(coding)) in has]:
            start("304 Not Modified", [*kept.headers, ("ETag", held[0])])
            return []
        coding, body = kept.form(environ.get("HTTP_ACCEPT_ENCODING", ""), self._pack_later)
        headers = [*kept.headers, ("ETag", kept.tagged(coding))]
        if coding:
            headers.append(("Content-Encoding", coding))
        start("200 OK", [*headers, ("Content-Length", str(len(body)))])
        return [body] if environ["REQUEST_METHOD"] == "GET" else []

    def _keep(self, address: str, headers: list[tuple[str, str]], body: bytes) -> Kept:
        gone = {"content-length", "content-encoding", "etag", "date", "vary", "last-modified"}
        headers = [header for header in headers if header[0].lower() not in gone]
        kind = dict(headers).get("Content-Type", "")
        packs = kind.startswith(TEXT) and len(body) >= SMALL
        if packs:
            headers.append(("Vary", "Accept-Encoding"))
        tag = sha256(repr(sorted(headers)).encode() + body).hexdigest()[:20]
        with self._lock:
            # Under whatever address, the same content is kept and packed once.
            kept = self._by_content.setdefault(tag, Kept(headers, body, tag, packs))
            if len(self._by_address) < MOST:
                self._by_address[address] = kept
        return kept

    def _pack_later(self, kept: Kept) -> None:
        self._todo.put(kept)
        with self._lock:
            # Made only now: a worker that is forked from a server has no threads of its parent.
            if self._worker is None or not self._worker.is_alive():
                self._worker = Thread(target=self._pack, daemon=True)
                self._worker.start()

    def _pack(self) -> None:
        while True:
            self._todo.get().pack_well()


def _has_body(environ: dict) -> bool:
    return environ.get("CONTENT_LENGTH") not in (None, "", "0")


def _address(environ: dict) -> str:
    """What an answer depends on: the path, and for pages the language."""
    path = environ.get("PATH_INFO", "")
    if path != "/" and not path.startswith("/embed"):
        return path
    return f"{path}?{parse_qs(environ.get('QUERY_STRING', '')).get('lang', [''])[0]}"


def _asked(app: Callable, environ: dict) -> tuple[str, list[tuple[str, str]], bytes]:
    """Status, headers and content of an answer, as to somebody who has nothing yet."""
    plain = {key: value for key, value in environ.items() if key not in _CONDITIONS}
    plain["REQUEST_METHOD"] = "GET"
    names: list = []

    def start(status: str, headers: list, error=None) -> Callable:
        names[:] = status, headers
        return lambda data: None

    parts = app(plain, start)
    try:
        body = b"".join(parts)
    finally:
        getattr(parts, "close", lambda: None)()
    return *names, body


_CONDITIONS = {
    "HTTP_IF_NONE_MATCH",
    "HTTP_IF_MODIFIED_SINCE",
    "HTTP_RANGE",
    "HTTP_IF_RANGE",
    "HTTP_ACCEPT_ENCODING",
}


def _lasts(status: str, headers: list[tuple[str, str]]) -> bool:
    return status.startswith("200") and "no-store" not in dict(headers).get("Cache-Control", "")


@lru_cache(200)
def _codings(accepted: str) -> tuple[bool, bool]:
    """Whether a browser reads brotli and gzip."""
    wanted = parse_accept_header(accepted)
    return wanted.quality("br") > 0, wanted.quality("gzip") > 0
