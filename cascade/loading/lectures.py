"""From lecture files to lectures: what their steps refer to, with every problem of every file.

The lectures of a pathway `x/pathway.yaml` are `x/lectures/<id>.yaml`; those of a pathway `x.yaml`
are `x.lectures/<id>.yaml`.
"""

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..model.lecture_documents import LETTERS, Camera, LectureFile, LectureStep
from ..model.pathway import Arrow, Lecture, Pathway, Step
from .library import Facts
from .messages import error_text
from .problem import Problem
from .report import ProblemReport
from .source import Source, read
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
            problems.append(Problem(str(file), 1, 1, error_text("yml"), "warning"))
            continue
        if not _ID.fullmatch(file.stem):
            problems.append(Problem(str(file), 1, 1, error_text("lecture-name", name=file.stem)))
            continue
        source = read(file)
        if isinstance(source, list):
            problems += source
            continue
        document, source, more, _ = validate(LectureFile, source)
        problems += more
        if document is None or pathway is None:
            continue
        report = ProblemReport(facts)
        lecture = resolve(file.stem, document, source, pathway, report)
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


def resolve(
    id: str, file: LectureFile, source: Source, pathway: Pathway, report: ProblemReport
) -> Lecture | None:
    """Check a lecture and build it; all problems go to the report, None where there is one."""
    story = _Story(pathway, source, report)
    steps = tuple(story.take(index, step) for index, step in enumerate(file.steps))
    if report.bad:
        return None
    return Lecture(id, file.title, file.description, file.order, steps)


@dataclass
class _Story:
    """What has been shown so far, with the step that showed it."""

    pathway: Pathway
    source: Source
    report: ProblemReport
    shown: dict[str, str] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)

    def __post_init__(self):
        self.arrows = {arrow.id: arrow for arrow in self.pathway.arrows}

    def take(self, index: int, step: LectureStep) -> Step:
        path = ("steps", index)
        where = self.source.where((*path, "id"))
        if step.id in self.ids:
            self._say((*path, "id"), "twice", kind="step", id=step.id, other=self.ids[step.id])
        self.ids[step.id] = where
        self._hide(path, step)
        keep = tuple(self.shown)
        new = self._show(path, step)
        ends = self._ends(new)
        for position, cell in enumerate(step.focus):
            if cell not in self.pathway.cells:
                cells = self.pathway.cells
                self.report.unknown(self.source, (*path, "focus", position), "cell", cell, cells)
            elif new and cell not in ends:
                self._say((*path, "focus", position), "focus", cell=cell, step=step.id)
        if isinstance(step.camera, Camera):
            self._camera(path, step, new)
        if step.predict and LETTERS.index(step.predict.answer) >= len(step.predict.options):
            gaps = {"answer": step.predict.answer, "count": len(step.predict.options)}
            self._say((*path, "predict", "answer"), "answer", **gaps)
        known = self.report.facts.references
        for position, paper in enumerate(step.references):
            if paper not in known:
                position = (*path, "references", position)
                self.report.unknown(self.source, position, "reference", paper, known)
        papers = [paper for arrow in new for paper in arrow.interaction.references]
        return Step(
            told=step,
            keep=keep,
            focus=step.focus or tuple(self._ends(new[:1])),
            references=step.references or tuple(dict.fromkeys(papers)),
            where=where,
        )

    def _hide(self, path: tuple, step: LectureStep):
        for index, id in enumerate(step.hide):
            if id not in self.arrows:
                index = (*path, "hide", index)
                self.report.unknown(self.source, index, "interaction", id, self.arrows)
            elif id not in self.shown:
                self._say((*path, "hide", index), "hide", id=id, step=step.id)
            else:
                del self.shown[id]

    def _show(self, path: tuple, step: LectureStep) -> list[Arrow]:
        known = [id for id in step.show if id in self.arrows]
        nothing = known and all(id in self.shown for id in known)
        new = []
        for index, id in enumerate(step.show):
            if id not in self.arrows:
                index = (*path, "show", index)
                self.report.unknown(self.source, index, "interaction", id, self.arrows)
                continue
            new.append(self.arrows[id])
            if id in self.shown and not nothing:
                self._say((*path, "show", index), "shown", id=id, step=self.shown[id])
            self.shown.setdefault(id, step.id)
        if nothing:
            self._say((*path, "show"), "nothing-new", step=step.id)
        return new

    def _camera(self, path: tuple, step: LectureStep, new: list[Arrow]):
        """A camera that is named must hold whom the step is about."""
        stage = step.camera.stage or next((arrow.place.stage.id for arrow in new), None)
        stages = [stage.id for stage in self.pathway.stages]
        organ = step.camera.organ
        if stage not in stages:
            path = (*path, "camera", "stage")
            self.report.unknown(self.source, path, "stage", stage, stages)
            return
        cards = {place.organ for place in self.pathway.places.values() if place.stage.id == stage}
        if organ and organ not in self.pathway.organs:
            path = (*path, "camera", "organ")
            self.report.unknown(self.source, path, "organ", organ, self.pathway.organs)
        elif organ and organ not in cards:
            self._say((*path, "camera", "organ"), "camera-organ", organ=organ, stage=stage)
        else:
            lost = [
                f"'{node.split('/')[1]}'"
                for arrow in new
                for node in (arrow.source, arrow.target)
                if arrow.place.stage.id != stage or (organ and arrow.place.organ != organ)
            ]
            if lost:
                cells = ", ".join(dict.fromkeys(lost))
                self._say((*path, "camera"), "crops", cells=cells, step=step.id)

    @staticmethod
    def _ends(arrows: list[Arrow]) -> dict[str, None]:
        return dict.fromkeys(
            cell for arrow in arrows for cell in (arrow.interaction.from_, arrow.interaction.to)
        )

    def _say(self, path: tuple, message: str, **gaps):
        self.report.add(self.source, path, message, **gaps)
