"""Finds the workarounds in the code, each told where it stands.

A comment that begins with the word and a colon says what it works around, and ends with a link or
with `no source found`. docs/developing.md lists them all.
"""

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDERS = ("cascade", "assets/js")
NO_SOURCE = "no source found"
_MARK = re.compile(r"^(\s*(?:#|//|\*)) Workaround: (.*)$")
_LINK = re.compile(r"https?://\S+$")


@dataclass(frozen=True)
class Workaround:
    """`link` is empty where no source was found, and None where nothing is said of it."""

    file: str
    line: int
    text: str
    link: str | None


def workarounds() -> list[Workaround]:
    """All of them, by file."""
    found = []
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in (".py", ".js"):
                found += _of(path.relative_to(ROOT).as_posix(), path.read_text("utf-8"))
    return found


def _of(file: str, text: str) -> list[Workaround]:
    lines = text.splitlines()
    found = []
    for number, line in enumerate(lines):
        if begun := _MARK.match(line):
            words = [begun[2]]
            # The comment goes on in lines that begin alike, up to one without words.
            for more in lines[number + 1 :]:
                rest = more.removeprefix(begun[1]).strip()
                if not more.startswith(begun[1]) or not rest or rest == "/":
                    break
                words.append(rest)
            found.append(_read(file, number + 1, " ".join(words)))
    return found


def _read(file: str, line: int, text: str) -> Workaround:
    if link := _LINK.search(text):
        return Workaround(file, line, text[: link.start()].strip(" .:"), link[0])
    known = text.rstrip(".").endswith(NO_SOURCE)
    said = text.rstrip(".").removesuffix(NO_SOURCE).strip(" ;.:")
    return Workaround(file, line, said, "" if known else None)
