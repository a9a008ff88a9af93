"""One YAML file as plain data, with the line and column of every key and value."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from .characters import LINE_SEPARATORS, UNWRITABLE, named, place
from .messages import error_text
from .problem import Problem
from .syntax import explain, foreign_bytes, foreign_text, silent_cuts
from .yaml_tree import Branch, Builder, YamlRefused

MAX_BYTES = 2_000_000
# libyaml is several times faster; wheels of PyYAML have it, builds from source may not.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Source:
    """A file's mapping `data`; `file` is its name as the user wrote it."""

    file: str
    data: dict
    root: Branch
    warnings: tuple[Problem, ...] = ()

    def at(self, path: tuple = (), key: bool = False) -> tuple[int, int]:
        """Line and column, from 1, of the value at `path`, or of its key. Where the path leaves
        the data, the place where it does."""
        node, mark = self.root, self.root.mark
        for step in path:
            try:
                child = node.items[step]
            except (AttributeError, KeyError, IndexError, TypeError):
                break
            mark = child.mark if isinstance(child, Branch) else child
            if key and step in node.keys:
                mark = node.keys[step]
            node = child
        return mark.line + 1, mark.column + 1

    def problem(self, message: str, path: tuple = (), key=False, severity="error") -> Problem:
        return Problem(self.file, *self.at(path, key), message, severity)

    def without(self, paths: set[tuple]) -> "Source":
        """A copy that lacks the list entries at `paths`; marks stay true."""
        data, root = _without(self.data, self.root, paths)
        return Source(self.file, data, root)

    def where(self, path: tuple = ()) -> str:
        return "{}:{}:{}".format(self.file, *self.at(path))


def read(path: Path | str) -> Source | list[Problem]:
    """Read one YAML file: its Source, or the problems that prevent it. Raises nothing."""
    file = str(path)
    try:
        return _parse(_text(Path(path)), file)
    except YamlRefused as refusal:
        return [
            Problem(file, line + 1, column + 1, message) for line, column, message in refusal.args
        ]


def yaml_files(folder: Path) -> list[Path]:
    """The YAML files of a folder, by name. What starts with a dot is none: macOS puts a
    `._name.yaml` with its own data beside each file on foreign disks."""
    return sorted(path for path in folder.glob("*.yaml") if not path.name.startswith("."))


def _without(data, node, paths: set[tuple]):
    here = {path[0] for path in paths if len(path) == 1}
    deeper: dict = {}
    for path in paths:
        if len(path) > 1:
            deeper.setdefault(path[0], set()).add(path[1:])
    copy = node.copy()
    copy.data = copy.data.copy()
    for step, rest in deeper.items():
        copy.data[step], copy.items[step] = _without(data[step], node.items[step], rest)
    if here:
        keep = [index for index in range(len(data)) if index not in here]
        copy.data = [copy.data[index] for index in keep]
        copy.items = [copy.items[index] for index in keep]
    return copy.data, copy


def _text(path: Path) -> str:
    try:
        if path.is_dir():
            raise YamlRefused((0, 0, error_text("folder")))
        if not path.exists():
            raise YamlRefused((0, 0, error_text("no-file")))
        if not path.is_file():
            raise YamlRefused((0, 0, error_text("special")))
        size = path.stat().st_size
        if size > MAX_BYTES:
            size = f"{size / 1e6:.1f}"
            raise YamlRefused(
                (0, 0, error_text("too-big", size=size, limit=MAX_BYTES // 1_000_000))
            )
        raw = path.read_bytes()
    except OSError as error:
        raise YamlRefused(
            (0, 0, error_text("unreadable", why=error.strerror or "unknown reason"))
        ) from None
    if why := foreign_bytes(raw):
        raise YamlRefused((0, 0, why))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8"))
        byte = f"0x{error.object[error.start]:02X}"
        raise YamlRefused(
            (before.count(b"\n"), column, error_text("not-utf8", byte=byte))
        ) from None
    # Nearly all texts can be printed, which is asked much sooner than what cannot be written.
    plain = text.replace("\n", "").isprintable()
    if bad := not plain and UNWRITABLE.search(text):
        if bad[0] in LINE_SEPARATORS:
            message = error_text("line-separator", character=named(bad[0]))
        else:
            message = error_text("control", code=f"U+{ord(bad[0]):04X}")
        raise YamlRefused((*place(text, bad.start()), message))
    return text


@lru_cache(maxsize=32)
def _parse(text: str, file: str) -> Source:
    """The Source of a file that holds `text`. Remembered, as of a dozen files that a pathway is
    made of an author changes one at a time."""
    builder = Builder()
    if why := foreign_text(text):
        raise YamlRefused((0, 0, why))
    try:
        root = builder.build(yaml.parse(text, Loader=LOADER))
    except yaml.MarkedYAMLError as error:
        raise YamlRefused(explain(error, text)) from None
    except yaml.YAMLError:
        raise YamlRefused(
            (0, 0, error_text("syntax", problem="it cannot be read at all"))
        ) from None
    warnings = [
        Problem(file, line + 1, column + 1, message, "warning")
        for line, column, message in silent_cuts(text, builder)
    ]
    return Source(file, root.data, root, tuple(warnings))
