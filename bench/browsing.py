"""What is measured in the browser: highlights, first drawings and the weight of a visit."""

import gzip
import time
import urllib.request
from collections import defaultdict
from urllib.parse import urlsplit

from pages import opened

OURS, BARE, PICTURE = "ours", "bare", "picture"
SET = {OURS: "(focus) => cascade.set({ focus })", BARE: "(cell) => bare.toggle(cell)"}
CORNER = (3, 765)
PACKING = 60
"""Seconds after which a file should have been packed by brotli."""
# What went over the line; what came from the cache has no size.
LOADED = """() => {
  const all = ['navigation', 'resource'].flatMap((type) => performance.getEntriesByType(type));
  const sent = all.map((one) => one.transferSize).filter((size) => size > 0);
  return { requests: sent.length, bytes: sent.reduce((sum, size) => sum + size, 0) };
}"""


def highlights(pages: dict, cells: list[dict], repeats: int) -> dict:
    """{act: {measure: {page: [ms]}}} of setting, clearing and clicking, the pages in turn."""
    result = {act: defaultdict(lambda: defaultdict(list)) for act in ("set", "clear", "click")}

    def note(act: str, who: str, times: dict) -> None:
        for measure, ms in times.items():
            result[act][measure][who].append(ms)

    for number in range(repeats + 1):  # the first round warms up
        for one in cells:
            for act in ("set", "click"):
                for who, page in pages.items():
                    cell = one["cell"]
                    page.bring_to_front()
                    times = _set(page, who, cell) if act == "set" else _click(page, one)
                    if number:
                        note(act, who, times)
                    elif act == "set":
                        one.setdefault("seen", {})[who] = page.evaluate("bench.classes()")
                    page.evaluate("bench.settled()")
                    times = _set(page, who, "")
                    if number and act == "set":
                        note("clear", who, times)
                    page.mouse.move(*CORNER)
                    page.evaluate("bench.settled()")
    for one in cells:
        seen = one.pop("seen")
        assert seen[OURS] == seen[BARE], f"the pages show {one['cell']} differently"
    return result


def _set(page, who: str, cell: str) -> dict:
    return page.evaluate(f"(cell) => bench.timed(() => ({SET[who]})(cell))", cell)


def _click(page, one: dict) -> dict:
    page.mouse.move(one["x"], one["y"])
    page.evaluate("bench.settled(100, 100)")
    page.mouse.down()
    page.evaluate("bench.settled(100, 100)")
    page.evaluate("bench.arm()")
    page.mouse.up()
    return page.wait_for_function("() => bench.took", timeout=30_000).json_value()


def first_drawings(running, addresses: dict, repeats: int, throttle: float) -> dict:
    """{page: [ms]} from navigation start to the first complete drawing, the pages in turn; of our
    page also to its first picture."""
    times = defaultdict(list)
    for number in range(repeats + 1):  # the first round warms the server up
        for who, address in addresses.items():
            page = opened(running, address, throttle)
            if number:
                times[who].append(page.evaluate("bench.drawn"))
                if who == OURS:
                    times[PICTURE].append(page.evaluate("bench.pictured"))
            page.context.close()
    return times


def weigh(running, address: str) -> tuple[list[dict], dict]:
    """Every response of a cold visit, and what a second visit still loads."""
    context = running.new_context()
    page = context.new_page()
    urls = []
    page.on("response", lambda response: urls.append(response.url))
    page.goto(address)
    page.wait_for_selector("html.drawn", state="attached")
    page.wait_for_timeout(1000)
    rows = [_weighed(url) for url in dict.fromkeys(urls) if url.startswith("http")]
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_selector("html.drawn", state="attached")
    page.wait_for_timeout(1000)
    again = page.evaluate(LOADED)
    context.close()
    return rows, again


def _weighed(url: str) -> dict:
    body, headers = _get(url, "identity")
    row = {
        "path": _short(url),
        "raw": len(body),
        "gzip9": len(gzip.compress(body, 9)),
        "type": headers["Content-Type"].split(";")[0],
        "cache": headers["Cache-Control"] or "",
    }
    for encoding in ("gzip", "br"):
        body, headers = _get(url, encoding)
        until = time.monotonic() + PACKING
        # Brotli is made beside, while the first readers get gzip.
        while encoding == "br" and row["gzip used"] and time.monotonic() < until:
            if headers["Content-Encoding"] == "br":
                break
            time.sleep(0.2)
            body, headers = _get(url, encoding)
        row[encoding] = len(body)
        row[f"{encoding} used"] = headers["Content-Encoding"] == encoding
    return row


def _get(url: str, encoding: str):
    request = urllib.request.Request(url, headers={"Accept-Encoding": encoding})
    with urllib.request.urlopen(request) as response:
        return response.read(), response.headers


def _short(url: str) -> str:
    path = urlsplit(url).path
    return path.rsplit("/", 1)[-1].split(".v")[0] if "suites" in path else path
