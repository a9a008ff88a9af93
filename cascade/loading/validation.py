"""pydantic's findings in words for a biologist, at the place in the file where the mistake is."""

from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from ..model.documents import Becomes, JourneyLeg, Library, OntologyTerm, PathwayFile, Placement
from ..model.lecture_documents import LectureFile, LectureStep
from .characters import cleaned
from .messages import error_text
from .problem import did_you_mean
from .source import Source

# pydantic's names for the two readings of a value: a group of lines, or a word.
TAGS = {"stages": ("Stage", "constrained-str"), "camera": ("Camera", "literal['overview']")}
NOUNS = {
    PathwayFile: "the pathway",
    Library: "the library",
    OntologyTerm: "the Cell Ontology term",
    Placement: "the placement",
    Becomes: "the becomes link",
    JourneyLeg: "the journey step",
    LectureFile: "the lecture",
    LectureStep: "the step",
}
# Whoever makes more mistakes than this in a file has a question that a list does not answer.
LIMIT = 200
FLOOD = 20_000
# Lists whose bad entries can be set aside while the rest is checked further.
SEPARABLE = {"interactions", "cells", "molecules", "organs", "references"}
ADVICE = {
    "say": "the rest belongs in 'notes'",
    "title": "shorten it",
    "options": "shorten it",
}
MEANING = {"effect", "outcome", "readout", "route", "tier", "confidence"}
WANTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "model_type": "a group of 'key: value' lines",
}
FORMS = {
    "doi": ("a DOI", "10.1002/ijc.26032"),
    "pmid": ("a PubMed id", "'21225620'"),
    "pmcid": ("a PubMed Central id", "PMC4149753"),
    "uberon": ("an UBERON id", "UBERON:0002048"),
    "id": ("a Cell Ontology id", "CL:0000235"),
}


class ErrorLocation:
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


def validate(model: type[BaseModel], source: Source):
    """Check a source against a model.

    Returns (value, source, problems, dropped). Where all mistakes are inside separable entries,
    value is the rest, the source returned matches it, and `dropped` maps the path of each bad
    entry to its data; else value is None.
    """
    try:
        return model.model_validate(source.data), source, list(source.warnings), {}
    except ValidationError as error:
        if error.error_count() > FLOOD:
            text = error_text("flood", count=error.error_count())
            return None, source, [source.problem(text)], {}
        findings = error.errors(include_url=False)
    problems, dropped, whole = set(source.warnings), {}, True
    for finding in findings:
        location = ErrorLocation(model, source.data, finding["loc"])
        # A list of which every entry is bad is no short list.
        short = finding["type"] == "too_short" and location.value and not _counted(location)
        if not location.counts or short or _misspelled(finding, location):
            continue
        if len(problems) == LIMIT:
            return None, source, [*sorted(problems), source.problem(error_text("more"))], {}
        message, key = _message(finding, location)
        problems.add(source.problem(message, location.path, key))
        if entry := _entry(location.path, model):
            dropped[entry] = location.at(entry)
        else:
            whole = False
    problems = sorted(problems)
    if not whole:
        return None, source, problems, {}
    rest = source.without(set(dropped))
    try:
        return model.model_validate(rest.data), rest, problems, dropped
    except ValidationError:
        return None, source, problems, {}


def _entry(path: tuple, model: type) -> tuple | None:
    """The path of the separable entry around a path, if there is one."""
    for index, step in enumerate(path[:-1]):
        if step == "interactions" or (model is Library and index == 0 and step in SEPARABLE):
            return path[: index + 2]
    return None


def _message(finding: dict, spot: ErrorLocation) -> tuple[str, bool]:
    """The sentence for a finding, and whether it belongs at the key instead of the value."""
    type_, value, what = finding["type"], spot.value, spot.what
    if type_ == "extra_forbidden":
        if key := _glued(spot.field, spot.owner):
            return error_text("no-gap", key=key), True
        hint = did_you_mean(spot.field, fields(spot.owner))
        return error_text("unknown-key", key=spot.field, hint=hint), True
    if type_ == "missing" and isinstance(finding["loc"][-1], str):
        return _missing(spot), False
    if type_ in ("too_short", "too_long") and _counted(spot):
        return error_text("entries", what=what, low=2, high=4, got=len(value)), type_ == "too_short"
    if type_ in ("missing", "too_long"):
        want = 4 if spot.field == "box" else 2
        return error_text("count", what=what, want=want, got=len(value)), False
    if type_ == "too_short":
        return error_text("at-least", what=what), True
    if value is None or type_ == "string_too_short":
        return error_text("empty", what=what), True
    if type_ == "literal_error":
        return _choice(spot), False
    if type_ == "string_too_long" and spot.field in ADVICE:
        gaps = {"limit": finding["ctx"]["max_length"], "advice": ADVICE[spot.field]}
        return error_text("too-long-text", what=what, count=len(value.strip()), **gaps), False
    if type_ == "string_too_long" or finding.get("ctx", {}).get("pattern", "").startswith("^[a-z"):
        return error_text("id", value=value), False
    if type_ == "string_pattern_mismatch" and spot.field in FORMS:
        form, example = FORMS[spot.field]
        return error_text("form", value=value, what=form, example=example), False
    if type_ in ("greater_than_equal", "less_than_equal"):
        return error_text("range", what=what, limit=_limit(finding, spot), value=value), False
    if type_ == "string_type" and isinstance(value, bool | int | float):
        return error_text("quote", what=what, value=_plain(value)), False
    if type_ == "model_type" and (key := _glued(value, child(spot.owner, spot.field))):
        return error_text("no-gap", key=key), False
    if type_ in WANTED:
        return error_text("type", what=what, want=WANTED[type_], got=_kind(value)), False
    return error_text("misfit", what=what), False


def _limit(finding: dict, spot: ErrorLocation) -> str:
    """'1800 or later', '1000 or less'."""
    (bound,) = finding["ctx"].values()
    low = finding["type"] == "greater_than_equal"
    if spot.field == "year":
        return f"{bound} or {'later' if low else 'earlier'}"
    return f"{bound:.12g} or {'more' if low else 'less'}"


def _counted(spot: ErrorLocation) -> bool:
    """Whether a list is truly too short or too long for a question, not just full of mistakes."""
    return spot.field == "options" and not 2 <= len(spot.value) <= 4


def _misspelled(finding: dict, spot: ErrorLocation) -> bool:
    """Whether a missing key is there, with a character in it that it cannot have."""
    keys = spot.inside if finding["type"] == "missing" and isinstance(spot.inside, dict) else ()
    return any(cleaned(key).partition(":")[0] == spot.field != key for key in keys)


def _glued(text, model: type | None) -> str:
    """The key at the start of `key:value`, which is one word for YAML."""
    key = text.partition(":")[0] if isinstance(text, str) and model else ""
    return key if key != text and key in fields(model) else ""


def _missing(spot: ErrorLocation) -> str:
    if spot.field in MEANING:
        known = ", ".join(get_args(fields(spot.owner)[spot.field]))
        return error_text("missing-meaning", key=spot.field, thing=spot.thing, known=known)
    return error_text("missing", key=spot.field, thing=spot.thing)


def _choice(spot: ErrorLocation) -> str:
    known = _words(fields(spot.owner)[spot.field])
    word = spot.field.replace("_", " ")
    what = ("an " if word[0] in "aeiou" else "a ") + word
    value = _plain(spot.value)
    if hint := did_you_mean(value, known):
        return error_text("choice", value=value, what=what, hint=hint)
    return error_text("choice-list", value=value, what=what, known=", ".join(known))


def _words(kind) -> list[str]:
    """The words that a field may hold, also where it may hold something else instead."""
    return [
        word
        for part in get_args(kind)
        for word in ([part] if isinstance(part, str) else _words(part))
    ]


def _plain(value) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | dict):
        return _kind(value)
    return str(value)


def _kind(value) -> str:
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "a group of 'key: value' lines"
    return f"'{value}'" if isinstance(value, str) else _plain(value)
