"""Which pathway a command means: a path, or the id of one that came with cascade."""

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from ..loading.loader import Loaded, load_path
from ..loading.problem import did_you_mean
from ..model.pathway import Pathway
from ..resources import pathways_dir
from .output import UsageRefused

FLAGSHIP = "metastatic-cascade"


def demand_pathway(word: str | None) -> Pathway:
    """The one pathway of a path or id; None is the flagship.

    Raises Refused for a path or id that names no single pathway; prints the errors of a pathway
    and exits with 1 where it has some.
    """
    path = find(word or FLAGSHIP)
    return _only(_good(path), path)


def demand_all(word: str | None) -> list[Pathway]:
    """All pathways of a path or id; None means those that came with cascade.

    Raises as `demand_pathway`.
    """
    path = find(word) if word else pathways_dir()
    loaded = _good(path)
    if not loaded.pathways:
        raise UsageRefused(f"{path} holds no pathway")
    return loaded.pathways


def demand_known(kind: str, word: str, known: Iterable[str], pathway: Pathway) -> None:
    """Refuses the id of a stage, an organ, a cell that a pathway lacks; '' was not asked for."""
    known = list(known)
    if not word or word in known:
        return
    hint = did_you_mean(word, known)
    if not hint and len(known) <= 12:
        hint = f"; there is {', '.join(known)}" if known else f"; it has no {kind}"
    raise UsageRefused(f"'{pathway.id}' has no {kind} '{word}'{hint}")


def find(word: str) -> Path:
    """The path that a word means. Raises Refused where there is none."""
    known = shipped()
    # A name without a slash or an ending is an id first, whatever lies in this folder.
    if word in known:
        return known[word]
    if Path(word).exists():
        return Path(word)
    raise UsageRefused(f"no pathway or file '{word}'{did_you_mean(word, known)}")


def shipped() -> dict[str, Path]:
    """The pathways that came with cascade, by id."""
    paths = {}
    for path in sorted(pathways_dir().iterdir()):
        if path.suffix == ".yaml" or (path / "pathway.yaml").exists():
            paths[path.stem] = path
    return paths


def _good(path: Path) -> Loaded:
    """What a path holds; prints its errors and exits with 1 where it has some."""
    loaded = load_path(path)
    errors = [problem for problem in loaded.problems if problem.severity == "error"]
    if errors:
        for problem in errors:
            click.echo(str(problem), err=True)
        sys.exit(1)
    return loaded


def _only(loaded: Loaded, path: Path) -> Pathway:
    if len(loaded.pathways) == 1:
        return loaded.pathways[0]
    if not loaded.pathways:
        raise UsageRefused(f"{path} holds no pathway")
    names = ", ".join(pathway.id for pathway in loaded.pathways)
    raise UsageRefused(f"{path} holds several pathways; name one of them: {names}")
