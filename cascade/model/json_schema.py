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
    kinds = parts["$defs"]
    for kind in kinds.values():
        for about in kind["properties"].values():
            _offer_in_lists(about, kinds)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": TITLE,
        "if": {"maxProperties": 0},
        "then": {"properties": _any_field(kinds)},
        "anyOf": [refs[kind, "validation"] for kind in KINDS],
        "$defs": kinds,
    }


def _any_field(kinds: dict) -> dict:
    """The fields of all kinds of files: an empty file is a whole library already, so that the
    language server would offer no others."""
    return {
        name: about
        for kind in reversed(KINDS)
        for name, about in kinds[kind.__name__]["properties"].items()
    }


def _offer_in_lists(about: dict, kinds: dict) -> None:
    """Adds to a list of groups what may be written in one, for two places in which the language
    server offers nothing by itself: inside `{ cell: tam, }`, where a colon stands in the line, and
    on the line below `cells:`. It takes such snippets from the list:
    https://github.com/redhat-developer/yaml-language-server/blob/1.25.0/src/languageservice/services/yamlCompletion.ts
    """
    for part in (about, *about.get("anyOf", ())):
        items = part.get("items", {})
        for item in (items, *items.get("anyOf", ())):
            if name := item.get("$ref", "").removeprefix("#/$defs/"):
                part["defaultSnippets"] = [
                    {
                        "label": field,
                        "description": of["description"],
                        "body": {field: _hole(of)},
                    }
                    for field, of in kinds[name]["properties"].items()
                ]


def _hole(about: dict) -> str:
    """What to fill in after a field's name: brackets where it takes a list."""
    kinds = (about, *about.get("anyOf", ()))
    return "[$1]" if any(kind.get("type") == "array" for kind in kinds) else "$1"


def schema_text() -> str:
    """The schema as JSON, as it is committed in pathways/pathway.schema.json."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
