"""`cascade serve` in a lecture hall: two hundred browsers, and a thousand connections that idle."""

import asyncio
import select

import pytest

from cascade.server import connections

resource = pytest.importorskip("resource", reason="Windows sets no limit on open files")
import load  # noqa: E402

BROWSERS = 200
IDLE = 1_000
NEEDED = BROWSERS * load.CONNECTIONS + IDLE + 300
"""Files of this process: one a connection, and some besides."""


@pytest.mark.slow
def test_health_is_told_beside_browsers_that_stay_and_connections_that_idle():
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    if hard != resource.RLIM_INFINITY and hard < NEEDED:
        pytest.skip(f"needs {NEEDED} open files, and this system allows {hard}")
    load.raise_files()
    with load.Server("pathways/csf1-egf-loop.yaml") as server:
        times = asyncio.run(hall(server.port))
    assert min(times) < 1, times  # the others wait for whatever else the machine does


async def hall(port: int) -> list[float]:
    """How long /health takes, each time over a connection of its own."""
    connect = lambda: asyncio.open_connection("127.0.0.1", port)  # noqa: E731
    idle = [await connect() for _ in range(IDLE)]
    browsers = []
    for _ in range(BROWSERS):
        kept = [await connect() for _ in range(load.CONNECTIONS)]
        # Each connection carried a request, the first one that for the page, and stays open.
        asked = zip(kept, ["", *5 * ["_dash-layout"]], strict=True)
        answers = asyncio.gather(*(load.ask(port, streams, address) for streams, address in asked))
        await asyncio.wait_for(answers, load.LIMIT)
        browsers.append(kept)
    times = []
    for _ in range(10):
        seen = load.Load()
        watching = asyncio.create_task(load.watch(port, seen, once=True))
        await asyncio.wait_for(watching, load.LIMIT)
        assert not seen.errors
        times += seen.health
    # And those that stayed are still served.
    for kept in browsers:
        await asyncio.wait_for(load.ask(port, kept[-1], "health"), load.LIMIT)
    for _, writer in (*idle, *(streams for kept in browsers for streams in kept)):
        writer.close()
    return times


@pytest.mark.parametrize(
    ("soft", "hard", "expected"),
    [
        (1_024, 1_048_576, connections.CONNECTIONS),
        (1_024, 2_048, 2_048 - connections.SPARE_FILES),
        (100_000, 100_000, connections.CONNECTIONS),
        (resource.RLIM_INFINITY, resource.RLIM_INFINITY, connections.CONNECTIONS),
    ],
)
def test_as_many_connections_as_the_system_gives_files_for(monkeypatch, soft, hard, expected):
    asked = []
    monkeypatch.setattr(resource, "getrlimit", lambda which: (soft, hard))
    monkeypatch.setattr(resource, "setrlimit", lambda which, limits: asked.append(limits))
    assert connections.settings(reload=False)["connection_limit"] == expected
    assert all(limits[0] >= expected for limits in asked)


def test_without_poll_as_many_as_select_takes(monkeypatch):
    monkeypatch.delattr(select, "poll")
    options = connections.settings(reload=False)
    assert options["connection_limit"] < 512 and not options["asyncore_use_poll"]
