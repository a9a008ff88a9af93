"""From YAML files to pathways, with every problem of every file."""

import os
import re
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path

from ..model.documents import PathwayFile, Stage
from ..model.pathway import Pathway
from ..resources import TRANSLATIONS, pathways_dir
from .lectures import SUFFIX, pathway_of, with_lectures
from .library import Facts, library_files, read_library
from .messages import error_text
from .problem import Problem
from .report import ProblemReport
from .resolution import resolve
from .source import Source, read, yaml_files
from .validation import validate

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass
class Loaded:
    """What could be loaded, and what is wrong with the rest. Pathways by order, then id."""

    pathways: list[Pathway] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def load_all(folder: Path | str) -> Loaded:
    """Load every pathway of a folder: `<id>.yaml`, `<id>/pathway.yaml` and `library/*.yaml`.

    A pathway with errors is left out, the others load.
    """
    folder = Path(folder)
    loaded, taken = Loaded(), {}
    try:
        paths = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as error:
        return Loaded([], [_problem(folder, "unreadable", why=error.strerror)])
    library = _library(folder / "library")
    if (folder / "library").is_dir():
        loaded.problems += library.problems
    for path in paths:
        if path.suffix == ".yml":
            loaded.problems.append(_problem(path, "yml", severity="warning"))
        if path.is_dir():
            if path.name in ("library", TRANSLATIONS) or not yaml_files(path):
                continue
            if not (path / "pathway.yaml").exists():
                if path.name != "lectures" and path.suffix != SUFFIX:
                    loaded.problems.append(_problem(path, "no-pathway-file", severity="warning"))
                continue
        elif path.suffix != ".yaml":
            continue
        if other := taken.get(_id(path)):
            loaded.problems.append(_problem(path, "same-name", name=_id(path), other=other))
            continue
        taken[_id(path)] = path
        opened = _load(path, library)
        loaded.pathways += opened.pathways
        loaded.problems += opened.problems
    if not taken:
        loaded.problems.append(_problem(folder, "no-pathway"))
    loaded.pathways.sort(key=lambda pathway: (pathway.order, pathway.id))
    return loaded


def load(path: Path | str, library: Facts | None = None) -> Loaded:
    """Load one pathway: a .yaml file, or a folder with a pathway.yaml.

    The library is the folder `library` beside it, else the packaged one; its errors are reported,
    too, its warnings are not.
    """
    path = Path(path)
    if library is None:
        library = _library(_beside(path))
    loaded = _load(path, library)
    errors = [problem for problem in library.problems if problem.severity == "error"]
    return Loaded(loaded.pathways, errors + loaded.problems)


def load_path(path: Path | str) -> Loaded:
    """Load whatever the path is: a folder of pathways, a pathway, one of its stages or lectures, a
    library."""
    path = Path(path)
    if pathway := pathway_of(path):
        return load(pathway)
    if path.is_dir():
        if (path / "pathway.yaml").exists():
            return load(path)
        if path.resolve().name == "library":
            return Loaded([], read_library(*library_files(path)).problems)
        return load_all(path)
    if path.resolve().parent.name == "library":
        return Loaded([], read_library(path).problems)
    if (path.parent / "pathway.yaml").exists():
        return load(path.parent)
    return load(path)


def is_id(word: str) -> bool:
    return bool(ID.fullmatch(word)) and len(word) <= 60


def _id(path: Path) -> str:
    if not path.is_dir():
        return path.stem
    return path.resolve().name if path.name in ("", "..") else path.name


def _beside(path: Path) -> Path:
    # The parent of '.' is '.', so the folder one is in needs '..'.
    outer = path / ".." if path.is_dir() and path.name in ("", "..") else path.parent
    return outer / "library"


def _library(folder: Path) -> Facts:
    if not folder.is_dir():
        folder = pathways_dir() / "library"
    return read_library(*library_files(folder))


def _problem(path: Path, message: str, severity: str = "error", **gaps) -> Problem:
    return Problem(str(path), 1, 1, error_text(message, **gaps), severity)


def _load(path: Path, library: Facts) -> Loaded:
    """One pathway, without the library's own problems."""
    folder = path if path.is_dir() else None
    id = _id(path)
    problems = []
    if not is_id(id):
        problems.append(_problem(path, "bad-name", name=id))
    source = read(folder / "pathway.yaml" if folder else path)
    if isinstance(source, list):
        return Loaded([], problems + source)
    file, source, more, dropped = validate(PathwayFile, source)
    problems += more
    if file is None:
        return Loaded([], problems + _stage_problems(source, folder))
    stages, more, complete = _stages(file, source, folder)
    problems += more
    facts = library.extended(file, source)
    problems += facts.problems
    report = ProblemReport(facts)
    whole = not dropped and not any(problem.severity == "error" for problem in problems)
    pathway = resolve(id, file, source, stages, report, whole, complete)
    pathway, more = with_lectures(pathway, path, facts)
    if pathway:
        pathway = replace(pathway, folder=str(path.parent))
    return Loaded([pathway] if pathway else [], problems + report.finish(source) + more)


def _stage_problems(source: Source, folder: Path | None) -> list[Problem]:
    """The mistakes in the stage files of a pathway.yaml that is itself wrong."""
    listed = source.data.get("stages")
    ids = {id for id in listed if isinstance(id, str)} if isinstance(listed, list) else set()
    problems = []
    for id in sorted(ids) if folder else ():
        if is_id(id) and (folder / f"{id}.yaml").exists():
            _, more = _stage(folder / f"{id}.yaml")
            problems += more
    return problems


def _stages(file: PathwayFile, source: Source, folder: Path | None):
    """Returns ([(stage, its source, its path there)], problems, whether no stage is missing)."""
    stages, problems, complete = [], [], True
    for index, stage in enumerate(file.stages):
        path = ("stages", index)
        if isinstance(stage, Stage):
            stages.append((stage, source, path))
        elif folder is None:
            problems.append(source.problem(error_text("no-stage-folder", stage=stage), path))
            complete = False
        elif not (folder / f"{stage}.yaml").exists():
            near = get_close_matches(stage, sorted(_unlisted(file, folder)), cutoff=0.4)
            hint = "; there is " + ", ".join(f"{name}.yaml" for name in near) if near else ""
            gaps = {"stage": stage, "file": folder / f"{stage}.yaml", "hint": hint}
            problems.append(source.problem(error_text("no-stage-file", **gaps), path))
            complete = False
        else:
            entry, more = _stage(folder / f"{stage}.yaml")
            problems += more
            if entry:
                stages.append((*entry, ()))
            else:
                complete = False
    for name in sorted(_unlisted(file, folder)) if folder and complete else ():
        gaps = {"stage": name, "severity": "warning"}
        problems.append(_problem(folder / f"{name}.yaml", "stage-unlisted", **gaps))
    return stages, problems, complete


def _unlisted(file: PathwayFile, folder: Path) -> set[str]:
    names = {path.stem for path in yaml_files(folder)}
    return names - {"pathway"} - {stage for stage in file.stages if isinstance(stage, str)}


def _stage(path: Path) -> tuple[tuple[Stage, Source] | None, list[Problem]]:
    source = read(path)
    if isinstance(source, list):
        return None, source
    stage, source, problems, _ = validate(Stage, source)
    if stage is not None and stage.id != path.stem:
        message = error_text("stage-name", id=stage.id, file=os.path.basename(path))
        problems.append(source.problem(message, ("id",)))
    return ((stage, source) if stage else None), problems
