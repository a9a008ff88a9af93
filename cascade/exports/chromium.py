"""Chromium without a window, to print a picture: found when asked for, never needed before."""

import os
import re
import shutil
import subprocess
from base64 import b64encode
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from ..i18n.translation import current_language
from ..resources import CHROMIUM, assets_dir

SECONDS = 120
_SIZE = re.compile(r'width="(\d+)" height="(\d+)"')
_TITLE = re.compile(r"<title[^>]*>([^<]*)</title>")
_WEIGHTS = (400, 500, 600, 700)


class Unavailable(Exception):
    """Says in one line what is missing and how to get it."""


def find(name: str) -> str:
    """The path of Chromium: the one in $CHROMIUM, else by its names.

    Raises Unavailable; `name` is the format that wants it.
    """
    chosen = os.environ.get("CHROMIUM")
    for candidate in (chosen,) if chosen else CHROMIUM:
        if path := shutil.which(candidate):
            return path
    raise Unavailable(
        f"{name} needs Chromium or Google Chrome: install it, or set CHROMIUM to its path"
        " (SVG needs nothing)"
    )


def run(name: str, svg: str, arguments: list[str], result: str) -> bytes:
    """What Chromium writes to the file `result` from a page that holds a picture alone.

    Raises Unavailable where there is no Chromium or it does not do its work.
    """
    return browse(name, _page(svg), arguments, result)


def browse(name: str, html: str, arguments: list[str], result: str) -> bytes:
    """What Chromium writes to the file `result` from a page. Raises Unavailable as `run` does."""
    program = find(name)
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        page = Path(folder, "picture.html")
        page.write_text(html, "utf-8")
        command = [
            program, "--headless", "--disable-gpu", "--no-first-run", "--hide-scrollbars",
            "--disable-background-networking", f"--user-data-dir={Path(folder, 'profile')}",
            *(["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []),
            *arguments, page.as_uri(),
        ]  # fmt: skip
        try:
            subprocess.run(command, cwd=folder, capture_output=True, timeout=SECONDS, check=True)
            return Path(folder, result).read_bytes()
        except (OSError, subprocess.SubprocessError):
            raise Unavailable(
                f"{name} could not be made: {program} ran without writing it; SVG needs no browser"
            ) from None


def paint(svg: str, width: int, height: int, scale: int = 1) -> bytes:
    """A PNG of a picture that is `width` x `height` pixels large, `scale` times as fine.

    Raises Unavailable as `run` does.
    """
    arguments = [
        "--screenshot=picture.png",
        f"--window-size={width},{height}",
        f"--force-device-scale-factor={scale}",
    ]
    return run("PNG", svg, arguments, "picture.png")


def size(svg: str) -> tuple[int, int]:
    """Width and height of a picture, in pixels."""
    wide, high = _SIZE.search(svg).groups()
    return int(wide), int(high)


def _page(svg: str) -> str:
    """The picture on a page of just its size, with the bundled font inside."""
    wide, high = size(svg)
    return (
        f'<!doctype html><html lang="{current_language().tag}"><meta charset="utf-8">'
        f"<title>{_title(svg)}</title><style>{print_styles()}"
        f"@page{{size:{wide}px {high}px;margin:0}}"
        f"html,body{{margin:0;width:{wide}px;height:{high}px;overflow:hidden}}svg{{display:block}}"
        f"body>svg{{break-inside:avoid}}</style>{svg}</html>"
    )


def _title(svg: str) -> str:
    return match[1] if (match := _TITLE.search(svg)) else ""


@cache
def print_styles() -> str:
    """CSS of what is printed: the figure's font without a file, and no halos.

    Chromium prints a variable face, and every stroked text, as a nameless Type 3 font (no source
    found; seen with version 156 and pdffonts). So each weight has a face of its own, and the
    stroked copies behind names stay out, which would also be found twice by who copies the text.
    """
    rules = ["@media print{svg [aria-hidden=true]{display:none}}"]
    for weight in _WEIGHTS:
        data = (assets_dir() / "fonts" / f"inter-print-{weight}.woff2").read_bytes()
        rules.append(
            f"@font-face{{font-family:Inter;font-weight:{weight};"
            f'src:url("data:font/woff2;base64,{b64encode(data).decode()}")}}'
        )
    return "".join(rules)
