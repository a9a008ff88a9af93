"""Checks what the steps of a lecture refer to, and puts the Lecture together."""

from dataclasses import dataclass, field

from ..model.lecture import Lecture, Step
from ..model.lecture_documents import LETTERS, Camera, LectureFile, LectureStep
from ..model.pathway import Arrow, Pathway
from .report import Report
from .source import Source


def resolve(
    id: str, file: LectureFile, source: Source, pathway: Pathway, report: Report
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
    report: Report
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
        for spot, cell in enumerate(step.focus):
            if cell not in self.pathway.cells:
                cells = self.pathway.cells
                self.report.unknown(self.source, (*path, "focus", spot), "cell", cell, cells)
            elif new and cell not in ends:
                self._say((*path, "focus", spot), "focus", cell=cell, step=step.id)
        if isinstance(step.camera, Camera):
            self._camera(path, step, new)
        if step.predict and LETTERS.index(step.predict.answer) >= len(step.predict.options):
            gaps = {"answer": step.predict.answer, "count": len(step.predict.options)}
            self._say((*path, "predict", "answer"), "answer", **gaps)
        known = self.report.facts.references
        for spot, paper in enumerate(step.references):
            if paper not in known:
                spot = (*path, "references", spot)
                self.report.unknown(self.source, spot, "reference", paper, known)
        papers = [paper for arrow in new for paper in arrow.interaction.references]
        return Step(
            told=step,
            keep=keep,
            focus=step.focus or tuple(self._ends(new[:1])),
            references=step.references or tuple(dict.fromkeys(papers)),
            where=where,
        )

    def _hide(self, path: tuple, step: LectureStep):
        for spot, id in enumerate(step.hide):
            if id not in self.arrows:
                spot = (*path, "hide", spot)
                self.report.unknown(self.source, spot, "interaction", id, self.arrows)
            elif id not in self.shown:
                self._say((*path, "hide", spot), "hide", id=id, step=step.id)
            else:
                del self.shown[id]

    def _show(self, path: tuple, step: LectureStep) -> list[Arrow]:
        known = [id for id in step.show if id in self.arrows]
        nothing = known and all(id in self.shown for id in known)
        new = []
        for spot, id in enumerate(step.show):
            if id not in self.arrows:
                spot = (*path, "show", spot)
                self.report.unknown(self.source, spot, "interaction", id, self.arrows)
                continue
            new.append(self.arrows[id])
            if id in self.shown and not nothing:
                self._say((*path, "show", spot), "shown", id=id, step=self.shown[id])
            self.shown.setdefault(id, step.id)
        if nothing:
            self._say((*path, "show"), "nothing-new", step=step.id)
        return new

    def _camera(self, path: tuple, step: LectureStep, new: list[Arrow]):
        """A camera that is named must hold whom the step is about."""
        stage = step.camera.stage or next((arrow.place.stage.id for arrow in new), None)
        stages = [one.id for one in self.pathway.stages]
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
