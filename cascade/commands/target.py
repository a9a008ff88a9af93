"""What commands share: which pathway is meant, how a call is refused, how a file is written."""

import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

import click

from ..loader import Loaded, load_all, load_path
from ..pathway import Pathway
from ..problem import did_you_mean
from ..resources import pathways_dir


class Refused(click.ClickException):
    """A wrong call, said in one line; click's UsageError adds two about --help."""

    exit_code = 2


def pathways(target: str | None) -> list[Pathway]:
    """The pathways of a path, or of an id among those that came with cascade; None means the first.

    Refuses an unknown one with status 2; ends with status 1, its errors told, where one has errors.
    """
    if target is None:
        return _good(load_all(pathways_dir()))[:1]
    if Path(target).exists():
        return _good(load_path(target))
    shipped = {path.stem: path for path in pathways_dir().iterdir() if _is_pathway(path)}
    if target in shipped:
        return _good(load_path(shipped[target]))
    hint = did_you_mean(target, shipped)
    raise Refused(
        f"'{target}' is neither a file nor a pathway ({', '.join(sorted(shipped))}){hint}"
    )


def demand(kind: str, value: str, known: Iterable[str]) -> str:
    """The value of an option, refused with a hint when it is not known; '' is not given."""
    known = list(known)
    if value and value not in known:
        hint = did_you_mean(value, known) or (f" ({', '.join(known)})" if known else "")
        raise Refused(f"there is no {kind} '{value}'{hint}")
    return value


def write(path: Path, data: bytes) -> None:
    """Writes a file whole or not at all; refuses with status 2 where it cannot be written."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            # mkstemp makes private files; what we write is for everyone, as the umask says.
            mask = os.umask(0)
            os.umask(mask)
            os.chmod(name, 0o666 & ~mask)
            os.replace(name, path)
        except BaseException:
            os.unlink(name)
            raise
    except OSError as error:
        raise Refused(f"{path} cannot be written: {error.strerror or error}") from None


def _is_pathway(path: Path) -> bool:
    return path.suffix == ".yaml" or (path / "pathway.yaml").exists()


def _good(loaded: Loaded) -> list[Pathway]:
    errors = [problem for problem in loaded.problems if problem.severity == "error"]
    for error in errors:
        click.echo(str(error), err=True)
    if errors:
        sys.exit(1)
    if not loaded.pathways:
        raise Refused("this holds no pathway")
    return loaded.pathways
