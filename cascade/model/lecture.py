"""A loaded lecture: what each step adds, keeps and rests on."""

from dataclasses import dataclass

from .lecture_documents import LectureStep


@dataclass(frozen=True)
class Step:
    """A step. `keep` are the interactions of earlier steps that are still shown, oldest first;
    `focus` and `references` are never empty; `where` is the step's 'file:line:column'."""

    told: LectureStep
    keep: tuple[str, ...]
    focus: tuple[str, ...]
    references: tuple[str, ...]
    where: str

    @property
    def id(self) -> str:
        return self.told.id

    @property
    def show(self) -> tuple[str, ...]:
        return self.told.show


@dataclass(frozen=True)
class Lecture:
    """An ordered story about one pathway."""

    id: str
    title: str
    description: str | None
    order: int
    steps: tuple[Step, ...]
