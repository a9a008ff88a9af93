"""What the fuzzers share: how many inputs, a limit of time, and the promise that each keeps.

Every input is made from a seed and a number, so what fails once fails again. FUZZ=20 in the
environment tries twenty times as many, with SEED for others; see `make fuzz`.
"""

import os
import random
import signal
from collections.abc import Iterator
from contextlib import contextmanager

from cascade.loading.characters import UNSHOWABLE

SECONDS = 5
"""Of the processor, for one input: other work on the machine does not count."""


def inputs(count: int) -> Iterator[tuple[str, random.Random]]:
    """A name and a source of luck for each input."""
    seed = os.environ.get("SEED", "1")
    for number in range(int(count * float(os.environ.get("FUZZ", "1")))):
        name = f"{seed}-{number}"
        yield name, random.Random(name)


@contextmanager
def told(name: str, text: object) -> Iterator[None]:
    """Adds the input to whatever goes wrong with it, and stops what does not end."""

    def stop(*_):
        raise TimeoutError(f"more than {SECONDS} s")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        yield
    except BaseException as error:
        error.add_note(f"input {name}:\n{text}")
        raise
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def demand_problems(loaded, files: dict[str, str | bytes] | None = None) -> None:
    """Each problem is one printable line with a place; without a pathway there is an error."""
    errors = [one for one in loaded.problems if one.severity == "error"]
    assert loaded.pathways or errors, "neither a pathway nor an error"
    for problem in loaded.problems:
        line = str(problem)
        assert problem.line >= 1 and problem.column >= 1 and problem.file, line
        assert "\n" not in line and not UNSHOWABLE.search(line), repr(line)
