"""What the commands share: kinds of arguments, the refusal, and how they print, write and fail."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

EXISTING = click.Path(exists=True, path_type=Path)
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


class UsageRefused(click.ClickException):
    """A wrong call: exit status 2; click's UsageError would add two lines about --help."""

    exit_code = 2


@contextmanager
def failing_in_one_line() -> Iterator[None]:
    """Ends in one line and status 2 where the system lets the work down, its output included."""
    try:
        try:
            yield
        finally:
            # Here, as what fails when Python ends would be said in its own words.
            for stream in (sys.stdout, sys.stderr):
                if stream is not None:
                    stream.flush()
    except OSError as error:
        _leave_output()
        what = f"{error.filename}" if error.filename else "the output cannot be written"
        click.echo(f"Error: {what}: {error.strerror or error}", err=True)
        sys.exit(UsageRefused.exit_code)


def _leave_output() -> None:
    """What could not be written goes nowhere, or Python would try again as it ends."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (AttributeError, OSError):
        return  # no output, or one that is no file


def print_problems(problems: Iterable) -> None:
    """A line a problem, on standard error."""
    for problem in problems:
        click.echo(str(problem), err=True)


def write_file(content: bytes, target: str) -> None:
    """Write a whole file or none: to a temporary beside it, then renamed; to standard output for
    '-'.

    Raises UsageRefused, in one line, where the path cannot be written; then no half-written file is
    left, and a file that was there is as before.
    """
    if target == "-":
        if sys.stdout is None:
            raise UsageRefused("standard output is closed")
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    # Resolved, so that a link stays a link.
    path = Path(os.path.realpath(target))
    try:
        if path.is_dir():
            raise UsageRefused(f"{target} cannot be written: it is a folder")
        if path.exists() and not path.is_file():
            path.write_bytes(content)  # a pipe or device: nothing can be put in its place
            return
        _replace(path, content)
    except OSError as error:
        raise UsageRefused(f"{target} cannot be written: {error.strerror or error}") from None


def _replace(path: Path, content: bytes) -> None:
    temporary = path.with_name(f".{path.name[:200]}.{os.getpid()}.part")
    try:
        with temporary.open("xb") as file:
            file.write(content)
        os.replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
