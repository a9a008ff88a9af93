"""The folder of a site: a new site takes the place of the one before, and nothing else is touched.

A list in the folder names each file that was written there, with its hash, in the form that
`sha256sum -c` reads. Only a file that the list names and that still holds the same is ever replaced
or deleted. A new site is made whole beside the old one, in a folder with a fixed name, so that the
next run finds and clears what a killed one left.
"""

import os
import shutil
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath

LIST = ".cascade-site.sha256"
PART = ".cascade-site.part"

Listed = Mapping[str, set[str]]
"""Files by their path, and the hashes that each may have."""


class Occupied(Exception):
    """Files that are not ours lie where the site must go; the text names them, in one line."""


class SiteFolder:
    """A folder that holds a site, or will. Methods raise OSError as it comes."""

    def __init__(self, path: Path):
        # Resolved, so that a link to a folder stays a link.
        self.path = Path(os.path.realpath(path))
        self.name = str(path)
        self.listed = _read(self.path / LIST)
        self._made: list[Path] = []

    def demand_room(self, names: Iterable[str], new: Listed | None = None) -> None:
        """Raises Occupied where `names` cannot be written; `new` are hashes that may lie there."""
        if self.path.exists() and not self.path.is_dir():
            raise Occupied(f"{self.name} is no folder")
        taken = [name for name in names if not self._free(name, (new or {}).get(name, set()))]
        if taken:
            more = f" (and {len(taken) - 1} more)" if len(taken) > 1 else ""
            raise Occupied(
                f"{self.name} holds {taken[0]}{more}, which no run wrote or which was changed"
                " since; move it away, or name another folder"
            )

    def fill(self, files: Iterable[tuple[str, bytes]]) -> list[str]:
        """Puts a site in the folder, whole or not at all. Returns the files of the site before
        that it no longer has, but that stay because they were changed."""
        part = self.path / PART
        try:
            self._make_room(part)
            new = {}
            for name, content in files:
                new[name] = {sha256(content).hexdigest()}
                path = part / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
            self.demand_room(new, new)
            return self._install(part, new)
        finally:
            shutil.rmtree(part, ignore_errors=True)
            for folder in self._made:
                _remove_empty(folder)

    def _make_room(self, part: Path) -> None:
        """The folder and an empty one for a new site in it."""
        self._made = [path for path in (self.path, *self.path.parents) if not path.exists()]
        self.path.mkdir(parents=True, exist_ok=True)
        if part.is_symlink():
            part.unlink()
        elif part.exists():
            shutil.rmtree(part)
        part.mkdir()

    def _install(self, part: Path, new: Listed) -> list[str]:
        # Both lists count until all is done, so that a run killed here leaves nothing unknown.
        both = {name: new.get(name, set()) | self.listed.get(name, set()) for name in self.listed}
        self._write_list(part, {**new, **both})
        # A page after what it asks for.
        for name in sorted(new, key=lambda name: (name.endswith(".html"), name == "index.html")):
            (self.path / name).parent.mkdir(parents=True, exist_ok=True)
            os.replace(part / name, self.path / name)
        old = [name for name in self.listed if name not in new]
        kept = [name for name in old if not self._delete(name)]
        self._write_list(part, new)
        return kept

    def _free(self, name: str, new: set[str]) -> bool:
        """Whether a file may be written: nothing lies there, or what an earlier run left."""
        path = self.path / name
        for folder in path.relative_to(self.path).parents:
            candidate = self.path / folder
            # A link may lead out of the folder.
            if candidate != self.path and (
                candidate.is_symlink() or (candidate.exists() and not candidate.is_dir())
            ):
                return False
        if not os.path.lexists(path):
            return True
        return _hash(path) in self.listed.get(name, set()) | new

    def _delete(self, name: str) -> bool:
        """Deletes a file of the site before; False where somebody changed it since."""
        path = self.path / name
        if not self._free(name, set()):
            return False
        path.unlink(missing_ok=True)
        for folder in path.relative_to(self.path).parents:
            if folder != Path():
                _remove_empty(self.path / folder)
        return True

    def _write_list(self, part: Path, listed: Listed) -> None:
        lines = [
            f"{digest}  {name}\n" for name in sorted(listed) for digest in sorted(listed[name])
        ]
        (part / LIST).write_text("".join(lines), "utf-8", newline="\n")
        os.replace(part / LIST, self.path / LIST)


def _read(path: Path) -> Listed:
    """A list as it was written; lines that lead out of the folder count for nothing."""
    hashes: dict[str, set[str]] = {}
    try:
        text = path.read_text("utf-8", errors="replace")
    except (FileNotFoundError, NotADirectoryError):
        return hashes
    for line in text.splitlines():
        digest, _, name = line.partition("  ")
        place = PurePosixPath(name)
        if name and not place.is_absolute() and ".." not in place.parts:
            hashes.setdefault(name, set()).add(digest)
    return hashes


def _hash(path: Path) -> str:
    """What a file holds; '' for a link and whatever is no file."""
    if path.is_symlink() or not path.is_file():
        return ""
    return sha256(path.read_bytes()).hexdigest()


def _remove_empty(folder: Path) -> None:
    try:
        folder.rmdir()
    except OSError:
        return  # something is in it, or it is gone
