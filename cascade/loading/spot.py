"""Where a finding of pydantic is: in the data, and in the models."""

from typing import Any, get_args

from pydantic import BaseModel

from ..model.documents import Becomes, Library, OntologyTerm, PathwayFile, Placement, Step
from ..model.lecture_documents import LectureFile, LectureStep

# pydantic's names for the two readings of a value: a group of lines, or a word.
TAGS = {"stages": ("Stage", "constrained-str"), "camera": ("Camera", "literal['overview']")}
NOUNS = {
    PathwayFile: "the pathway",
    Library: "the library",
    OntologyTerm: "the Cell Ontology term",
    Placement: "the placement",
    Becomes: "the becomes link",
    Step: "the journey step",
    LectureFile: "the lecture",
    LectureStep: "the step",
}


class Spot:
    """Where a finding is: the path in the data, the model and the field that rule there."""

    def __init__(self, model: type, data: Any, loc: tuple):
        self.data, self.owner, self.field, self.path = data, model, None, ()
        self.counts = True
        self.value, kind = data, model
        self.inside = data
        for step in loc:
            if step in (tags := self._tags()):
                # A stage or its id: only the findings about the kind that was written count.
                self.counts = step == tags[isinstance(self.value, str)]
                continue
            if isinstance(step, int):
                if not isinstance(self.value, list) or step >= len(self.value):
                    break
                self.value = self.value[step]
            elif isinstance(self.value, dict):
                self.owner, self.field, self.inside = kind, step, self.value
                kind, self.value = child(kind, step), self.value.get(step)
            self.path += (step,)

    def _tags(self) -> tuple:
        key = next((step for step in reversed(self.path) if isinstance(step, str)), None)
        return TAGS.get(key, ())

    def at(self, path: tuple):
        here = self.data
        for step in path:
            here = here[step]
        return here

    @property
    def what(self) -> str:
        if self.path and isinstance(self.path[-1], int):
            return f"an entry of '{self.field}'"
        return f"'{self.field}'"

    @property
    def thing(self) -> str:
        noun = NOUNS.get(self.owner, f"the {self.owner.__name__.lower()}")
        names = (self.inside.get(key) for key in ("id", "symbol", "cell"))
        name = next((name for name in names if isinstance(name, str)), None)
        return f"{noun} '{name}'" if name else noun


def fields(model: type) -> dict:
    return {info.alias or name: info.annotation for name, info in model.model_fields.items()}


def child(model: type, field: str) -> type | None:
    """The model of a field's value or of its entries."""
    todo = [fields(model).get(field)] if model else []
    while todo:
        kind = todo.pop()
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            return kind
        todo += get_args(kind)
    return None
