"""`cascade new` and `cascade schema`: a pathway to start from, and what its editor checks it by."""

from pathlib import Path

import click

from .output import UsageRefused, write_file

TEMPLATE = Path(__file__).parents[1] / "templates" / "new-pathway.yaml"


@click.command()
@click.argument("name")
@click.option("--force", is_flag=True, help="Overwrite an existing file.")
def new(name: str, force: bool):
    """Write NAME.yaml, a commented pathway of three cells, into this folder."""
    from ..loading.loader import is_id
    from ..loading.messages import error_text

    if not is_id(name):
        raise UsageRefused(error_text("bad-name", name=name))
    try:
        path = write_new(name, Path(), force)
    except FileExistsError:
        raise UsageRefused(f"{name}.yaml exists; --force overwrites it") from None
    click.echo(f"Wrote {path}. Next: cascade check {path}; cascade serve {path}")


@click.command()
def schema():
    """Print the JSON Schema of the YAML files."""
    from ..model.json_schema import schema_text

    write_file(schema_text().encode(), "-")


def write_new(name: str, folder: Path, force: bool = False) -> Path:
    """Write `<name>.yaml`, and the schema that its first line points to where there is none.

    Raises FileExistsError unless `force`, and UsageRefused where they cannot be written: each is
    written whole or not at all.
    """
    from ..model.json_schema import schema_text

    text = TEMPLATE.read_text("utf-8")
    title = name.replace("-", " ").capitalize()
    # Quoted, as a name such as '2011' would be a number.
    text = text.replace("{title}", f"'{title}'").replace("{name}", name)
    path = folder / f"{name}.yaml"
    if path.exists() and not force:
        raise FileExistsError
    schema_file = folder / "pathway.schema.json"
    if not schema_file.exists():
        write_file(schema_text().encode(), str(schema_file))
    write_file(text.encode(), str(path))
    return path
