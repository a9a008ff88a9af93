"""The programs that the tests need beside Python.

`python -m tools.programs NAME...` prints the path of each, one a line. One that is missing is
installed where we may (root on a Debian-like system); elsewhere it says what to install and ends
with status 1.
"""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache

from cascade.resources import CHROMIUM


@dataclass(frozen=True)
class Program:
    """A program: where to look, what `--version` must match, and how a person installs it."""

    names: tuple[str, ...]
    version: str
    least: tuple[int, ...]
    package: str
    advice: str
    instead: str = ""  # the program that does as well where this one cannot be had


PROGRAMS = {
    # Chromium without a window to draw: it opens a page for half the work of `chromium --headless`.
    "headless": Program(
        names=("chromium-headless-shell", "chrome-headless-shell"),
        version=r"Chrom\w+ (\d+)",
        least=(100,),
        package="chromium-headless-shell",
        advice="",
        instead="chromium",
    ),
    "chromium": Program(
        names=CHROMIUM,
        version=r"Chrom\w+ (\d+)",
        least=(100,),
        package="chromium",
        advice="The browser tests need Chromium or Google Chrome, and none was found that runs."
        " Install it (Debian: apt-get install chromium; Fedora: dnf install chromium; Ubuntu, macOS"
        " and Windows: Google Chrome), or set CHROMIUM to the path of the program.",
    ),
    "firefox": Program(
        names=(
            "firefox-esr",
            "firefox",
            "/Applications/Firefox.app/Contents/MacOS/firefox",
            r"C:\Program Files\Mozilla Firefox\firefox.exe",
        ),
        version=r"Firefox (\d+)",
        least=(128,),
        package="firefox-esr",
        advice="One test plays the figure in Firefox, and none was found that runs. Install it"
        " (Debian: apt-get install firefox-esr; elsewhere: Firefox), or set FIREFOX to the path of"
        " the program.",
    ),
    "node": Program(
        names=("node", "nodejs"),
        version=r"v(\d+)\.(\d+)",
        least=(18, 19),  # --test-concurrency
        package="nodejs",
        advice="The JavaScript tests need Node.js 18.19 or newer, and none was found that runs."
        " Install it (Debian and Ubuntu: apt-get install nodejs; Fedora: dnf install nodejs; macOS"
        " and Windows: the installer of nodejs.org), or set NODE to the path of the program.",
    ),
    "npm": Program(
        names=("npm",),
        version=r"^(\d+)\.",
        least=(7,),
        package="npm",
        advice="The accessibility tests take axe-core from npm, and no npm was found that runs."
        " Install it (Debian and Ubuntu: apt-get install npm; elsewhere it comes with Node.js), or"
        " set NPM to the path of the program.",
    ),
}


@cache
def find(name: str) -> str | None:
    """The path of a program that runs and is new enough: the one in $NAME, else by its names."""
    program = PROGRAMS[name]
    if program.instead and os.environ.get(program.instead.upper()):
        return find(program.instead)
    return _named(name) or (find(program.instead) if program.instead else None)


def _named(name: str) -> str | None:
    program = PROGRAMS[name]
    chosen = os.environ.get(name.upper())
    for candidate in (chosen,) if chosen else program.names:
        path = shutil.which(candidate)
        if path and _runs(path, program):
            return path
    return None


def _runs(path: str, program: Program) -> bool:
    if sys.platform == "win32":  # where Chrome opens a window instead of telling its version
        return True
    try:
        run = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    found = re.search(program.version, run.stdout)
    if run.returncode or not found:
        return False
    return tuple(int(number) for number in found.groups()) >= program.least


def install(program: Program) -> None:
    """Installs Debian's package without a question; its words go to stderr."""
    print(f"Installing Debian's package {program.package} ...", file=sys.stderr, flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    more = ["install", "-y", "--no-install-recommends", program.package]
    for command in (["update"], more):
        subprocess.run(["apt-get", "-qq", *command], env=quiet, stdout=sys.stderr, check=False)


def may_install() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0 and bool(shutil.which("apt-get"))


def demand(name: str) -> str:
    """The path of a program, installed if need be. Raises LookupError with what to do."""
    program = PROGRAMS[name]
    chosen = any(os.environ.get(one.upper()) for one in (name, program.instead) if one)
    if not _named(name) and not chosen and may_install():
        install(program)
        find.cache_clear()
    if path := find(name):
        return path
    if program.instead:
        return demand(program.instead)
    raise LookupError(program.advice)


def main(names: list[str]) -> int:
    status = 0
    for name in names:
        try:
            print(demand(name))
        except LookupError as error:
            print(error, file=sys.stderr)
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
