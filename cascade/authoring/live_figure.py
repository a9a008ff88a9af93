"""The figure of files that change: always the last good one, and what is wrong with the new one."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Condition, Event, Lock, Thread

from ..loading.loader import Loaded, load_path
from ..loading.problem import Problem
from ..model.pathway import Pathway
from .watch import follow
from .yaml_edit import digest


@dataclass(frozen=True)
class State:
    """What a page must know: `figure` grows with every new figure, 0 before the first, `version`
    also with every new list of problems. `run` is another at each start, so that a page notices
    a new server."""

    run: str
    version: int
    figure: int
    problems: tuple[str, ...] = ()

    def as_dict(self) -> dict:
        return {
            "run": self.run,
            "version": self.version,
            "figure": self.figure,
            "problems": list(self.problems),
        }


class LiveFigure:
    """Loads a path, makes the app of it, and does so again after each change.

    `make(pathways, state)` gives the WSGI app, also without any pathway. Whatever goes wrong on
    the way, `app` stays the last good one and `state` says what it was; `told` hears every new
    state.
    """

    def __init__(
        self,
        path: Path,
        loaded: Loaded,
        make: Callable[[Sequence[Pathway], State], Callable],
        notify: Callable[[State], None] = lambda state: None,
    ):
        self.path = path
        self._told = notify
        self.pathways = list(loaded.pathways)
        self.digests = {pathway.id: _digests(pathway) for pathway in self.pathways}
        """What the files of each pathway held when it was loaded."""
        self._make = make
        self._changed = Condition()
        self._busy = Lock()
        self.made = Event()
        """Whether `app` is the figure that `state` tells of, or is still being made."""
        self.made.set()
        figure = 1 if self.pathways else 0
        self.state = State(os.urandom(4).hex(), 1, figure, _errors(loaded.problems))
        self.app = make(self.pathways, self.state)

    def follow(self, stop: Event) -> Thread:
        """Watches the files in a thread of its own."""
        thread = Thread(target=follow, args=(self.path, self.renew, stop), daemon=True)
        thread.start()
        return thread

    def renew(self) -> None:
        """Loads the files again. Raises nothing: a server must outlive a bad file."""
        with self._busy:
            old = self.state
            try:
                loaded = load_path(self.path)
                pathways = kept(self.pathways, loaded)
                figure = old.figure + (pathways != self.pathways)
                state = State(old.run, old.version + 1, figure, _errors(loaded.problems))
                if not pathways:
                    self.app = self._make(pathways, state)
                elif figure != old.figure:
                    # Told before it is made: browsers take as long to leave the old page.
                    self.made.clear()
                    self._tell(state)
                    self.app = self._make(pathways, state)
                    self.pathways = pathways
                self.digests |= {pathway.id: _digests(pathway) for pathway in loaded.pathways}
            except Exception as error:
                # Not a mistake of the author, but of ours: the figure stays, the words go on.
                text = f"{self.path}:1:1: the figure could not be drawn: {error!r}"
                state = State(old.run, self.state.version + 1, old.figure, (text,))
            finally:
                self.made.set()
            if (state.figure, state.problems) == (old.figure, old.problems):
                return
            self._tell(state)
        self._told(state)

    def write(self, change: Callable[[], list[str]]) -> list[str]:
        """What `change` gives, which writes files: one change at a time, none while they load."""
        with self._busy:
            return change()

    def _tell(self, state: State) -> None:
        with self._changed:
            self.state = state
            self._changed.notify_all()

    def wait(self, run: str, version: int, seconds: float) -> State:
        """The state, as soon as it is another than `version` of `run`, at the latest in a while."""
        with self._changed:
            self._changed.wait_for(
                lambda: (self.state.run, self.state.version) != (run, version), seconds
            )
            return self.state


def kept(before: Sequence[Pathway], loaded: Loaded) -> list[Pathway]:
    """The pathways to show: the new ones and, while there are errors, the last good form of those
    that are missing. A pathway whose file was deleted goes, but never the last one."""
    fresh = {pathway.id for pathway in loaded.pathways}
    broken = bool(_errors(loaded.problems))
    stay = [pathway for pathway in before if pathway.id not in fresh and (broken or not fresh)]
    return sorted([*loaded.pathways, *stay], key=lambda pathway: (pathway.order, pathway.id))


def _digests(pathway: Pathway) -> dict[str, str]:
    files = {pathway.files[node].rsplit(":", 2)[0] for node in pathway.nodes}
    return {file: digest(Path(file)) for file in sorted(files)}


def _errors(problems: Sequence[Problem]) -> tuple[str, ...]:
    return tuple(str(problem) for problem in problems if problem.severity == "error")
