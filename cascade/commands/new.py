"""A new pathway to start from."""

from pathlib import Path

from ..model.json_schema import schema_text

TEMPLATE = Path(__file__).parents[1] / "templates" / "new-pathway.yaml"


def write_new(name: str, folder: Path, force: bool = False) -> Path:
    """Write `<name>.yaml`, and the schema that its first line points to where there is none.

    Raises FileExistsError unless `force`, other OSErrors as they come.
    """
    text = TEMPLATE.read_text("utf-8")
    title = name.replace("-", " ").capitalize()
    # Quoted, as a name such as '2011' would be a number.
    text = text.replace("{title}", f"'{title}'").replace("{name}", name)
    path = folder / f"{name}.yaml"
    with path.open("w" if force else "x", encoding="utf-8", newline="\n") as file:
        file.write(text)
    schema = folder / "pathway.schema.json"
    if not schema.exists():
        schema.write_text(schema_text(), "utf-8")
    return path
