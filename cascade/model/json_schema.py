"""The JSON Schema of the YAML files: the authors' documentation and their editor's completion."""

import json

from pydantic.json_schema import models_json_schema

from .documents import Library, PathwayFile, Stage
from .lecture_documents import LectureFile

TITLE = "A pathway, one of its stages or lectures, or a library of the metastatic cascade"
KINDS = (PathwayFile, Stage, Library, LectureFile)


def schema() -> dict:
    """One schema (draft 2020-12) that fits every kind of file."""
    refs, parts = models_json_schema([(kind, "validation") for kind in KINDS])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": TITLE,
        "anyOf": [refs[kind, "validation"] for kind in KINDS],
        "$defs": parts["$defs"],
    }


def schema_text() -> str:
    """The schema as JSON, as it is committed in pathways/pathway.schema.json."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
