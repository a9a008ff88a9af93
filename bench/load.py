"""How `cascade serve` bears a lecture hall: visitors that come at once, and connections that idle.

Everything goes to 127.0.0.1 and is bounded: so many visitors, so many connections, so many seconds.
A visitor is what a browser does: six connections that are kept, the page first, then what it links
to, then the plots.
"""

import asyncio
import os
import re
import resource
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from urllib.request import Request, urlopen

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, ROOT)

from tools.docs import table  # noqa: E402

CONNECTIONS = 6
LIMIT = 60.0
"""Seconds after which a request has failed."""
ASSETS = re.compile(rb'(?:<script src|<link rel="stylesheet" href)="/?([^"#:]+)"')
PLOTS = re.compile(rb'data-scripts="([^"]+)"|data-figures="[^"=]+=([^" ]+)|data-sheet="([^"]+)"')


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

    def __init__(self, port: int):
        self.port = port
        command = [sys.executable, "-m", "cascade", "serve", "--port", str(port)]
        environment = {**os.environ, "PYTHONPATH": ROOT}
        self.process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE)

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


async def watch(port: int, load: Load) -> None:
    """Asks for /health anew, over a connection of its own, until it is stopped."""
    while True:
        started = time.perf_counter()
        try:
            streams = await asyncio.wait_for(asyncio.open_connection("127.0.0.1", port), LIMIT)
            await asyncio.wait_for(ask(port, streams, "health"), LIMIT)
            streams[1].close()
            load.health.append(time.perf_counter() - started)
        except (OSError, asyncio.IncompleteReadError, TimeoutError) as error:
            load.errors.append(f"health: {error!r}")
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
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with Server(port) as server:
        wait_for_packing(port)
        load = asyncio.run(crowd(port, visitors, seconds, idle))
        return load, server.resident()


def wait_for_packing(port: int) -> None:
    """Until plotly.js comes as brotli, the last to be packed: a server's first seconds are no
    load."""
    (script,) = (one for one in asyncio.run(links(port)) if "plots/plotly" in one)
    until = time.monotonic() + LIMIT
    while time.monotonic() < until:
        request = Request(f"http://127.0.0.1:{port}/{script}", headers={"Accept-Encoding": "br"})
        with urlopen(request) as answer:
            if answer.headers["Content-Encoding"] == "br":
                return
        time.sleep(0.5)


def report(quick: bool) -> str:
    """Markdown of both loads."""
    rows = []
    for visitors, seconds, idle in ((500, 10, 0), (200, 1, 1_000)):
        part = 10 if quick else 1
        load, memory = measured(visitors // part, seconds / part, idle // part)
        if load.errors:
            sys.exit(f"{len(load.errors)} requests failed, first {load.errors[0]}")
        rows.append((
            f"{visitors // part} in {seconds / part:g} s, {idle // part} idle",
            f"{len(load.times):,}", f"{1000 * rank(load.times, 0.5):.0f}",
            f"{1000 * rank(load.times, 0.99):,.0f}", f"{rank(load.visits, 0.99):.1f}",
            f"{1000 * max(load.health):.0f}", f"{memory:.0f}",
        ))  # fmt: skip
    head = ("visitors", "requests", "median, ms", "p99, ms", "whole visit, p99, s")
    head += ("`/health` at most, ms", "memory, MB")
    return f"{table(head, rows)}\n\nNo request failed."


if __name__ == "__main__":
    print(report("--quick" in sys.argv))
