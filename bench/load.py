"""How `cascade serve` bears a lecture hall: visitors that come at once, and connections that idle.

Everything goes to 127.0.0.1 and is bounded: so many visitors, so many connections, so many seconds.
A visitor is what a browser does: six connections that are kept, the page first, then what it links
to, then the plots.
"""

import asyncio
import re
import resource
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.request import Request, urlopen

from tables import word

from tools.docs import table

ROOT = Path(__file__).resolve().parents[1]

CONNECTIONS = 6
LIMIT = 60.0
"""Seconds after which a request has failed."""
ASSETS = re.compile(rb'(?:<script src|<link rel="stylesheet" href)="/?([^"#:]+)"')
PLOTS = re.compile(rb'data-scripts="([^"]+)"|data-files="[^"=]+=([^" ]+)|data-sheet="([^"]+)"')


@dataclass
class Load:
    """What was measured."""

    times: list[float] = field(default_factory=list)
    visits: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    health: list[float] = field(default_factory=list)
    bytes: int = 0
    resident: float = 0.0


class Server:
    """`cascade serve` on a free port, in a process of its own."""

    def __init__(self, *path: str):
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        command = [sys.executable, "-m", "cascade", "serve", *path, "--port", str(self.port)]
        self.process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)

    def __enter__(self) -> "Server":
        self.process.stdout.readline()
        until = time.monotonic() + LIMIT
        while time.monotonic() < until:
            try:
                urlopen(f"http://127.0.0.1:{self.port}/health", timeout=5).close()
                break
            except OSError:
                time.sleep(0.1)
        return self

    def __exit__(self, *_) -> None:
        self.process.terminate()
        self.process.wait(30)

    def resident(self) -> float:
        """Megabytes of memory at the most so far."""
        with open(f"/proc/{self.process.pid}/status") as status:
            return next(int(line.split()[1]) / 1e3 for line in status if line.startswith("VmHWM"))


async def ask(port: int, streams, address: str, coding: str = "gzip, br") -> tuple[bytes, int]:
    """The body of an answer as it comes over a kept connection, and all its bytes."""
    reader, writer = streams
    writer.write(
        f"GET /{address} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n"
        f"Accept-Encoding: {coding}\r\n\r\n".encode()
    )
    await writer.drain()
    head = await reader.readuntil(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 200"):
        raise OSError(head.split(b"\r\n")[0].decode())
    length = int(re.search(rb"(?i)content-length: (\d+)", head)[1])
    return await reader.readexactly(length), len(head) + length


async def visit(port: int, load: Load, links: list[str]) -> None:
    """One browser: the page, then all else over six connections."""
    begun = time.perf_counter()
    todo = list(reversed(links))

    async def timed(streams, address: str) -> None:
        started = time.perf_counter()
        _, size = await asyncio.wait_for(ask(port, streams, address), LIMIT)
        load.times.append(time.perf_counter() - started)
        load.bytes += size

    async def rest(streams=None) -> None:
        streams = streams or await asyncio.open_connection("127.0.0.1", port)
        while todo:
            await timed(streams, todo.pop())
        streams[1].close()

    try:
        first = await asyncio.open_connection("127.0.0.1", port)
        await timed(first, "")
        await asyncio.gather(rest(first), *(rest() for _ in range(CONNECTIONS - 1)))
    except (OSError, asyncio.IncompleteReadError, TimeoutError) as error:
        load.errors.append(repr(error))
    load.visits.append(time.perf_counter() - begun)


async def watch(port: int, load: Load, once: bool = False) -> None:
    """Asks for /health anew, over a connection of its own, once or until it is stopped."""
    while True:
        started = time.perf_counter()
        try:
            streams = await asyncio.wait_for(asyncio.open_connection("127.0.0.1", port), LIMIT)
            await asyncio.wait_for(ask(port, streams, "health"), LIMIT)
            streams[1].close()
            load.health.append(time.perf_counter() - started)
        except (OSError, asyncio.IncompleteReadError, TimeoutError) as error:
            load.errors.append(f"health: {error!r}")
        if once:
            return
        await asyncio.sleep(0.1)


async def links(port: int) -> list[str]:
    """What a page with its plots asks for beside itself."""
    streams = await asyncio.open_connection("127.0.0.1", port)
    page, _ = await ask(port, streams, "", "identity")
    streams[1].close()
    plots = [part.decode() for one in PLOTS.findall(page) for part in b" ".join(one).split()]
    found = [one.decode() for one in ASSETS.findall(page)]
    return [*found, "_dash-layout", "_dash-dependencies", *dict.fromkeys(plots)]


async def crowd(port: int, visitors: int, seconds: float, idle: int = 0) -> Load:
    """Visitors who come one after the other within some seconds, beside idle connections."""
    load = Load()
    found = await links(port)
    idlers = [await asyncio.open_connection("127.0.0.1", port) for _ in range(idle)]
    watching = asyncio.create_task(watch(port, load))

    async def come(number: int) -> None:
        await asyncio.sleep(number * seconds / visitors)
        await visit(port, load, found)

    await asyncio.gather(*(come(number) for number in range(visitors)))
    await asyncio.sleep(0.3)
    watching.cancel()
    for _, writer in idlers:
        writer.close()
    return load


def raise_files() -> None:
    """This process needs as many files as there are connections."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 16_384), hard))


def rank(times: list[float], part: float) -> float:
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def measured(visitors: int, seconds: float, idle: int) -> tuple[Load, float]:
    """The load, and the megabytes of memory that the server took at the most."""
    raise_files()
    with Server() as server:
        wait_for_packing(server.port)
        load = asyncio.run(crowd(server.port, visitors, seconds, idle))
        return load, server.resident()


def wait_for_packing(port: int) -> None:
    """Until plotly.js comes as brotli, the last to be packed: a server's first seconds are no
    load."""
    (script,) = (one for one in asyncio.run(links(port)) if "plots/plotly" in one)
    until = time.monotonic() + LIMIT
    while time.monotonic() < until:
        address = f"http://127.0.0.1:{port}/{script}"
        request = Request(address, headers={"Accept-Encoding": "br"}, method="HEAD")
        with urlopen(request) as answer:
            if answer.headers["Content-Encoding"] == "br":
                return
        time.sleep(0.5)
    sys.exit(f"{script} did not come as brotli within {LIMIT:.0f} s")


def report(quick: bool) -> str:
    """Markdown of the load that is promised, and of one that is heavier."""
    rows, verdicts = [], []
    part = 10 if quick else 1
    for visitors, seconds, idle in ((500, 10, 0), (200, 1, 1_000)):
        load, memory = measured(visitors // part, seconds / part, idle // part)
        late, health = rank(load.times, 0.99), max(load.health)
        rows.append((
            f"{visitors // part} in {seconds / part:g} s, {idle // part:,} idle",
            f"{len(load.times):,}", f"{len(load.errors)}",
            f"{1000 * rank(load.times, 0.5):.0f}", f"{1000 * late:,.0f}",
            f"{rank(load.visits, 0.99):.2f}", f"{1000 * health:.0f}", f"{memory:.0f}",
        ))  # fmt: skip
        verdicts.append(late < 3 and not load.errors and memory < 250 and health < 1)
    head = ("visitors", "requests", "errors", "median, ms", "p99, ms", "whole visit, p99, s")
    head += ("`/health` at most, ms", "memory at most, MB")
    words = [word(verdict) for verdict in verdicts]
    return (
        f"{table(head, rows)}\n\nTarget, p99 < 3 s, no error, `/health` < 1 s and memory < 250 MB:"
        f" {words[0]} by the first, {words[1]} by the second."
    )
