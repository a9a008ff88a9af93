"""Writes new places of cells into YAML files and leaves every other byte as it is.

Only the two numbers of an `at:` are replaced, in the text itself: comments, order, quotes and
line ends stay because nothing is written anew. A library that writes YAML back would keep
comments, but not the line breaks of hand-made files.
"""

import os
import shutil
import tempfile
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import yaml

At = tuple[float, float]


class EditRefused(Exception):
    """Nothing was written; the text says why, in one line."""


def digest(path: Path) -> str:
    """What a file holds, as a short word; '' where it cannot be read."""
    try:
        return _digest(path.read_bytes())
    except OSError:
        return ""


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()[:16]


def save(
    moves: Mapping[str, At], places: Mapping[str, str], before: Mapping[str, str]
) -> list[str]:
    """Writes the moves, node id -> (column, row), where `places` says 'file:line:column'.

    `before` are the digests that the files had when the moves began. Returns the files written.
    Raises Refused, with nothing written, where a file has changed since or cannot be edited.
    """
    by_file: dict[str, dict[tuple[int, int], tuple[str, At]]] = {}
    for id_, at in moves.items():
        file, line, column = places[id_].rsplit(":", 2)
        by_file.setdefault(file, {})[int(line), int(column)] = id_, at
    changes = {}
    for file, spots in by_file.items():
        path = Path(file).resolve()
        try:
            old = path.read_bytes() if path.exists() else b""
            text = old.decode("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise EditRefused(f"{file} cannot be read: {error}") from None
        if _digest(old) != before.get(file):
            raise EditRefused(
                f"{file} has changed since you began to move cells; nothing was saved"
            )
        changes[file] = path, old, edited(text, spots, file).encode("utf-8")
    saved: list[str] = []
    for file, (path, old, new) in changes.items():
        so_far = f"only {', '.join(saved)} was saved" if saved else "nothing was saved"
        try:
            if not swap(path, old, new):
                raise EditRefused(f"{file} has changed since you began to move cells; {so_far}")
        except OSError as error:
            raise EditRefused(f"{file} cannot be written: {error.strerror}; {so_far}") from None
        saved.append(file)
    return saved


def edited(text: str, spots: Mapping[tuple[int, int], tuple[str, At]], file: str = "") -> str:
    """The text with new numbers in the placements that start at (line, column), from 1."""
    placements = {}
    # Workaround: in pure Python, as libyaml counts bytes where text needs characters; no source
    # found.
    for node in _mappings(yaml.compose(text, Loader=yaml.SafeLoader)):
        place = node.start_mark.line + 1, node.start_mark.column + 1
        if place in spots:
            placements[place] = node
    changes = []
    for place, (id_, at) in spots.items():
        numbers = _numbers(placements.get(place), id_.rpartition("/")[2], text)
        if not numbers:
            line = f"{file}:{place[0]}:{place[1]}"
            raise EditRefused(f"{line}: write 'at: [column, row]' of '{id_}' out in plain numbers")
        for node, number in zip(numbers, at, strict=True):
            changes.append((node.start_mark.index, node.end_mark.index, f"{round(number, 3):g}"))
    for start, end, word in sorted(changes, reverse=True):
        text = text[:start] + word + text[end:]
    return text


def _mappings(root):
    todo, seen = [root], set()
    while todo:
        node = todo.pop()
        if id(node) in seen:
            continue  # reached before through an alias
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            yield node
            todo += [part for pair in node.value for part in pair]
        elif isinstance(node, yaml.SequenceNode):
            todo += node.value


def _numbers(node, cell: str, text: str) -> list | None:
    """The two scalars of a cell's `at`, where they are written plainly and in its placement."""
    pairs = {key.value: value for key, value in node.value} if node is not None else {}
    value = pairs.get("at")
    if "cell" not in pairs or pairs["cell"].value != cell:
        return None  # the file is not the one that was loaded
    if not isinstance(value, yaml.SequenceNode) or len(value.value) != 2:
        return None
    for number in value.value:
        start, end = number.start_mark.index, number.end_mark.index
        inside = node.start_mark.index < start < node.end_mark.index
        # An alias has the place of its anchor, and an anchor or a tag belongs to its value.
        if not inside or not isinstance(number, yaml.ScalarNode) or text[start] in "&*!'\"":
            return None
        if text[start:end] != number.value:
            return None
    return value.value


def swap(path: Path, old: bytes, new: bytes) -> bool:
    """Writes a file that still holds `old`; False, and nothing written, where it does not.

    An editor may save at any moment, over the file or by putting another in its place. So the file
    is taken away first and looked at then, the new one takes a place that must be free, and a last
    look tells whether somebody wrote into the old one meanwhile: whatever an editor saved is what
    lies there in the end. Nobody ever reads half a file. Raises OSError.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-", suffix=".part")
    fresh, taken = Path(name), Path(f"{name}.old")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(new)
        shutil.copymode(path, fresh)
        path.rename(taken)
        if taken.read_bytes() == old and _place(fresh, path):
            if taken.read_bytes() == old:
                return True
            os.replace(taken, path)
        return False
    finally:
        # What was taken comes back, unless something newer lies there already.
        if taken.exists():
            _place(taken, path)
            taken.unlink(missing_ok=True)
        fresh.unlink(missing_ok=True)


def _place(source: Path, path: Path) -> bool:
    """Puts a file where none may lie; False where one does."""
    try:
        os.link(source, path)
    except FileExistsError:
        return False
    except OSError:
        # A file system without hard links, as on some memory sticks.
        if path.exists():
            return False
        source.rename(path)
    return True
