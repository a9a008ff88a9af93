"""Notices that files changed, by looking at their times and sizes.

Looking costs a few stat calls, works on every file system and with every editor: some write a file
in pieces, some write another and rename it. So a change is told only when a look finds the same
as the look before.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Event

EVERY = 0.05
"""Seconds between two looks: short beside the second within which a change must show."""
RESTLESS = 12
"""Looks after which a file that never rests is told all the same."""
SHARED = ("library", "lectures")
"""Folders beside a pathway that it reads."""

Snapshot = Mapping[str, tuple[int, int, int]]


def snapshot(path: Path) -> Snapshot:
    """Time, size and number of every YAML file that `path` reads. Raises nothing."""
    times = {}
    for file in _files(path):
        try:
            stat = file.stat()
        except OSError:
            continue  # gone between two calls
        times[str(file)] = stat.st_mtime_ns, stat.st_size, stat.st_ino
    return times


def _files(path: Path):
    # A stage file is watched as the whole pathway, which is what is loaded for it.
    whole = path if path.is_dir() else path.parent
    if path.is_dir() or (whole / "pathway.yaml").exists():
        yield from _glob(whole, "*.yaml")
        yield from _glob(whole, "*/*.yaml")
        outer = whole.resolve().parent
    else:
        yield path
        yield from _glob(path.with_suffix(".lectures"), "*.yaml")
        outer = path.parent
    for name in SHARED:
        yield from _glob(outer / name, "*.yaml")


def _glob(folder: Path, pattern: str) -> list[Path]:
    try:
        return list(folder.glob(pattern))
    except OSError:
        return []  # a folder that was renamed while it was read


def follow(path: Path, notify: Callable[[], None], stop: Event, every: float = EVERY) -> None:
    """Calls `notify` after each change of what `path` reads, until `stop` is set.

    Changes since the last call are found by comparing, so none is lost while `notify` works.
    """
    seen = last = snapshot(path)
    restless = 0
    while not stop.wait(every):
        now = snapshot(path)
        restless = restless + 1 if now != last else 0
        last = now
        if now != seen and (restless == 0 or restless >= RESTLESS):
            seen = now
            restless = 0
            notify()
