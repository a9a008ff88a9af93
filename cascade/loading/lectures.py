"""From lecture files to lectures, with every problem of every file.

The lectures of a pathway `x/pathway.yaml` are `x/lectures/<id>.yaml`; those of a pathway `x.yaml`
are `x.lectures/<id>.yaml`.
"""

import re
from dataclasses import replace
from pathlib import Path

from ..model.lecture_documents import LectureFile
from ..model.pathway import Pathway
from .lecture_check import resolve
from .library import Facts
from .messages import say
from .problem import Problem
from .report import Report
from .source import read
from .validation import validate

SUFFIX = ".lectures"
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def folder_of(path: Path) -> Path:
    """The lectures of a pathway: of its folder, or of its file."""
    return path / "lectures" if path.is_dir() else path.with_suffix(SUFFIX)


def pathway_of(path: Path) -> Path | None:
    """The pathway that a lecture file, or a folder of lectures, belongs to; None where the path
    is none of these."""
    folder = path if path.is_dir() else path.parent
    # The name of '.' is empty, and its parent is itself.
    whole = folder.resolve()
    outer = folder / ".." if folder.name in ("", "..") else folder.parent
    if whole.name == "lectures" and (outer / "pathway.yaml").exists():
        return outer
    beside = outer / f"{whole.stem}.yaml"
    return beside if whole.suffix == SUFFIX and beside.exists() else None


def with_lectures(
    pathway: Pathway | None, path: Path, facts: Facts
) -> tuple[Pathway | None, list[Problem]]:
    """The pathway at `path` with its lectures, by order, then id, and their problems.

    A lecture with errors is left out. Without a pathway only the files' own mistakes are found.
    """
    lectures, problems, cited = [], [], set()
    folder = folder_of(path)
    for file in sorted(folder.iterdir()) if folder.is_dir() else ():
        if file.name.startswith(".") or file.suffix not in (".yaml", ".yml"):
            continue
        if file.suffix == ".yml":
            problems.append(Problem(str(file), 1, 1, say("yml"), "warning"))
            continue
        if not _ID.fullmatch(file.stem):
            problems.append(Problem(str(file), 1, 1, say("lecture-name", name=file.stem)))
            continue
        source = read(file)
        if isinstance(source, list):
            problems += source
            continue
        told, source, found, _ = validate(LectureFile, source)
        problems += found
        if told is None or pathway is None:
            continue
        report = Report(facts)
        lecture = resolve(file.stem, told, source, pathway, report)
        problems += report.finish(source)
        if lecture:
            lectures.append(lecture)
            cited |= {paper for step in lecture.steps for paper in step.references}
    if not lectures:
        return pathway, problems
    lectures.sort(key=lambda lecture: (lecture.order, lecture.id))
    papers = {
        id: paper
        for id, paper in facts.references.items()
        if id in cited or id in pathway.references
    }
    written = {paper: facts.places["reference", paper] for paper in papers}
    pathway = replace(
        pathway,
        lectures={lecture.id: lecture for lecture in lectures},
        references=papers,
        files={**written, **pathway.files},
    )
    return pathway, problems
