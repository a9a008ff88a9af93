"""Writes tools/figure.d.ts: the contract of the figure's JSON, to which `tsc` holds the scripts.

`python -m tools.contract` writes it anew, and so does `make press`; a test demands that it is
current. From TypedDict over JSON Schema: cascade/figure/contract.py is the only place to change.
"""

from pathlib import Path

from pydantic import TypeAdapter

from cascade.figure.contract import FigureData

PATH = Path(__file__).parent / "figure.d.ts"
HEAD = "// Written by `make press` (tools/contract.py): change cascade/figure/contract.py.\n"
PLAIN = {
    "string": "string", "number": "number", "integer": "number", "boolean": "boolean",
    "null": "null",
}  # fmt: skip


def declarations() -> str:
    """Each type of the contract as an interface of TypeScript."""
    schema = TypeAdapter(FigureData).json_schema()
    types = {**schema.pop("$defs"), schema["title"]: schema}
    return HEAD + "".join(_interface(name, types[name]) for name in sorted(types))


def _interface(name: str, schema: dict) -> str:
    about = schema.get("description")
    comment = f"/** {' '.join(about.split())} */\n" if about else ""
    needed = schema.get("required", ())
    lines = [
        f"  {field}{'' if field in needed else '?'}: {_type(kind)};"
        for field, kind in schema["properties"].items()
    ]
    if schema.get("additionalProperties"):
        lines.append("  [field: string]: any;")
    return f"\n{comment}export interface {name} {{\n" + "\n".join(lines) + "\n}\n"


def _type(schema: dict) -> str:
    if "$ref" in schema:
        return schema["$ref"].rpartition("/")[2]
    if "const" in schema:
        return _literal(schema["const"])
    if "enum" in schema:
        return " | ".join(map(_literal, schema["enum"]))
    if options := schema.get("anyOf") or schema.get("oneOf"):
        return " | ".join(map(_type, options))
    if schema["type"] == "array" and "minItems" in schema:
        return f"[{', '.join([_type(schema['items'])] * schema['minItems'])}]"
    if schema["type"] == "array":
        return f"{_type(schema['items'])}[]"
    if schema["type"] == "object":
        return f"{{ [id: string]: {_type(schema['additionalProperties'])} }}"
    return PLAIN[schema["type"]]


def _literal(value: object) -> str:
    return f"'{value}'" if isinstance(value, str) else str(value)


if __name__ == "__main__":
    PATH.write_text(declarations(), encoding="utf-8")
