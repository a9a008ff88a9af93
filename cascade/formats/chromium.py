"""Pixels and pages by Chromium: for what only a browser can do, and offline."""

import base64
import io
import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

from ..resources import assets_dir
from .unavailable import Unavailable

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MORE = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
)
QUIET = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
    "--disable-background-networking", "--disable-extensions", "--no-pdf-header-footer",
)  # fmt: skip
SECONDS = 120
TALLEST = 10_000
"""Pixels of a page that every browser can hold."""


def program() -> str:
    """The path of Chromium or Chrome: that of the variable CHROMIUM, else the first one found."""
    for name in (os.environ.get("CHROMIUM", ""), *NAMES, *MORE):
        if name and (path := shutil.which(name)):
            return path
    raise Unavailable("it needs Chromium or Google Chrome; install it, or set CHROMIUM to its path")


def pngs(svgs: list[str], width: int, height: int) -> list[bytes]:
    """Pictures of SVGs whose ids differ, at a size in pixels. Raises Unavailable.

    They are drawn on one long page, as starting a browser takes longer than drawing.
    """
    from PIL import Image

    style = (
        "html,body{margin:0;background:#fff}"
        f"body>svg{{display:block;width:{width}px;height:{height}px}}{faces()}"
    )
    once = max(1, TALLEST // height)
    made = []
    for start in range(0, len(svgs), once):
        part = svgs[start : start + once]
        page = f'<!doctype html><meta charset="utf-8"><style>{style}</style>{"".join(part)}'
        whole = Image.open(
            io.BytesIO(_run(page, "png", f"--window-size={width},{height * len(part)}"))
        )
        for index in range(len(part)):
            file = io.BytesIO()
            whole.crop((0, index * height, width, (index + 1) * height)).save(file, "png")
            made.append(file.getvalue())
    return made


def pdf(html: str) -> bytes:
    """A page printed as its stylesheet says. Raises Unavailable."""
    return _run(html, "pdf")


@cache
def faces() -> str:
    """The figure's font as CSS that needs no file."""
    rules = []
    for path in sorted((assets_dir() / "fonts").glob("*.woff2")):
        code = base64.b64encode(path.read_bytes()).decode("ascii")
        part = "U+0370-03FF" if "greek" in path.stem else "U+0000-036F,U+0400-FFFF"
        rules.append(
            "@font-face{font-family:Inter;font-weight:100 900;unicode-range:"
            f"{part};src:url(data:font/woff2;base64,{code}) format('woff2')}}"
        )
    return "".join(rules)


def _run(html: str, kind: str, *more: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        page, target = Path(folder, "page.html"), Path(folder, f"page.{kind}")
        page.write_text(html, "utf-8")
        way = f"--screenshot={target}" if kind == "png" else f"--print-to-pdf={target}"
        profile = f"--user-data-dir={folder}/profile"
        command = [program(), *QUIET, profile, *more, way, page.as_uri()]
        try:
            subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)
        except (OSError, subprocess.TimeoutExpired) as error:
            raise Unavailable(f"the browser did not answer: {error}") from None
        if not target.exists():
            raise Unavailable("the browser made no file")
        return target.read_bytes()
