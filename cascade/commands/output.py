"""Writes a whole file or none: to a temporary beside it, then renamed."""

import os
import sys
from pathlib import Path

from .refusal import Refused


def deliver(content: bytes, target: str) -> None:
    """Write `content` to a path, or to standard output for '-'.

    Raises Refused, in one line, where the path cannot be written; then no half-written file is
    left, and a file that was there is as before.
    """
    if target == "-":
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    # Resolved, so that a link stays a link.
    path = Path(os.path.realpath(target))
    try:
        if path.is_dir():
            raise Refused(f"{target} cannot be written: it is a folder")
        if path.exists() and not path.is_file():
            path.write_bytes(content)  # a pipe or device: nothing can be put in its place
            return
        _replace(path, content)
    except OSError as error:
        raise Refused(f"{target} cannot be written: {error.strerror or error}") from None


def _replace(path: Path, content: bytes) -> None:
    temporary = path.with_name(f".{path.name[:200]}.{os.getpid()}.part")
    try:
        with temporary.open("xb") as file:
            file.write(content)
        os.replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
