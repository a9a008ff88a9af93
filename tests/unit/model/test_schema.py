"""The JSON Schema is committed, fits every kind of file, and explains every field."""

import json
import re
import typing
from pathlib import Path

import cascade
from cascade.model import interaction_fields, vocabulary
from cascade.model.documents import Library, PathwayFile, Stage
from cascade.model.json_schema import schema_text
from cascade.model.lecture_documents import LectureFile
from cascade.resources import pathways_dir

KINDS = (PathwayFile, Stage, Library, LectureFile)
SCHEMA = json.loads(schema_text())


def test_the_committed_schema_is_the_current_one():
    committed = (pathways_dir() / "pathway.schema.json").read_text("utf-8")
    assert committed == schema_text(), "run: cascade schema > pathways/pathway.schema.json"


def test_it_names_its_draft_and_title():
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMA["title"]


def test_it_fits_every_kind_of_file():
    refs = [kind["$ref"] for kind in SCHEMA["anyOf"]]
    assert refs == [f"#/$defs/{kind.__name__}" for kind in KINDS]


def test_every_reference_leads_somewhere():
    def refs(node):
        if isinstance(node, dict):
            yield from ([node["$ref"]] if "$ref" in node else [])
            node = list(node.values())
        for child in node if isinstance(node, list) else ():
            yield from refs(child)

    assert {ref.removeprefix("#/$defs/") for ref in refs(SCHEMA)} <= SCHEMA["$defs"].keys()


def test_every_field_is_explained_and_none_else_allowed():
    for name, kind in SCHEMA["$defs"].items():
        assert kind["additionalProperties"] is False, name
        for field, about in kind["properties"].items():
            assert about.get("description"), f"{name}.{field}"


def test_keys_are_those_of_the_files():
    assert {"from", "to"} <= SCHEMA["$defs"]["Interaction"]["properties"].keys()
    assert "class" in SCHEMA["$defs"]["Molecule"]["properties"]


def test_the_closed_lists_are_in_it():
    effect = SCHEMA["$defs"]["Interaction"]["properties"]["effect"]
    assert effect["enum"] == list(typing.get_args(vocabulary.Effect))


def test_every_field_is_read():
    """By name, or as all fields of an interaction that say how they are shown."""
    code = "".join(
        path.read_text("utf-8")
        for path in Path(cascade.__file__).parent.rglob("*.py")
        if path.parent.name not in ("model", "imports")
    )
    shown = set(interaction_fields.SHOWN)
    for entry in SCHEMA["$defs"].values():
        for name in entry["properties"]:
            field = {"from": "from_", "class": "class_"}.get(name, name)
            assert name in shown or re.search(rf"\.{field}\b", code), name
