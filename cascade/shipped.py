"""Which pathway a command means: a path, or the id of one that came with cascade."""

import sys
from pathlib import Path

import click

from .loader import Loaded, load_path
from .pathway import Pathway
from .problem import did_you_mean
from .refusal import Refused
from .resources import pathways_dir

FLAGSHIP = "metastatic-cascade"


def demand(word: str | None) -> Pathway:
    """The one pathway of a path or id; None is the flagship.

    Raises Refused for a path or id that names no single pathway; prints the errors of a pathway
    and exits with 1 where it has some.
    """
    path = find(word or FLAGSHIP)
    loaded = load_path(path)
    errors = [problem for problem in loaded.problems if problem.severity == "error"]
    if errors:
        for problem in errors:
            click.echo(str(problem), err=True)
        sys.exit(1)
    return _only(loaded, path)


def find(word: str) -> Path:
    """The path that a word means. Raises Refused where there is none."""
    known = shipped()
    # A name without a slash or an ending is an id first, whatever lies in this folder.
    if word in known:
        return known[word]
    if Path(word).exists():
        return Path(word)
    raise Refused(f"no pathway or file '{word}'{did_you_mean(word, known)}")


def shipped() -> dict[str, Path]:
    """The pathways that came with cascade, by id."""
    found = {}
    for path in sorted(pathways_dir().iterdir()):
        if path.suffix == ".yaml" or (path / "pathway.yaml").exists():
            found[path.stem] = path
    return found


def _only(loaded: Loaded, path: Path) -> Pathway:
    if len(loaded.pathways) == 1:
        return loaded.pathways[0]
    if not loaded.pathways:
        raise Refused(f"{path} holds no pathway")
    names = ", ".join(pathway.id for pathway in loaded.pathways)
    raise Refused(f"{path} holds several pathways; name one of them: {names}")
