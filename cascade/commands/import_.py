"""`cascade import`: a draft of a pathway from another program's file."""

import re
from pathlib import Path

import click

from ..imports import ENDINGS, FORMATS, reader
from .output import UsageRefused, write_file

MAX_MB = 50
RESULTS = (
    "this is a table of results: lay it on the figure "
    "(cascade serve --overlay FILE, or drop it on the page)"
)


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(FORMATS), help="By itself that of FILE's name.")
@click.option("-o", "--output", required=True, metavar="NEW.YAML", help="The draft to write.")
@click.option("--force", is_flag=True, help="Overwrite an existing file.")
def import_(file: Path, form: str | None, output: str, force: bool):
    """Make a draft of a pathway from FILE.

    The draft passes `cascade check`; what the file does not say is filled with the least that can
    be said. What was unknown, read as something else or left out is listed on standard error.
    """
    from ..imports.csv import is_results
    from ..imports.draft import draft
    from ..imports.draft_writer import settle
    from ..imports.sheet import ImportRefused
    from ..loading.loader import is_id

    path = Path(output)
    name = path.stem if output != "-" else "draft"
    if output != "-":
        if path.suffix != ".yaml":
            raise UsageRefused(f"{output} cannot be a pathway: its name must end in .yaml")
        if not is_id(name):
            hint = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
            hint = f", such as {path.with_name(hint)}.yaml" if is_id(hint) else ""
            raise UsageRefused(
                f"'{name}' cannot be a pathway's id: use lower-case letters, digits and"
                f" hyphens{hint}"
            )
        if path.exists() and not force:
            raise UsageRefused(f"{output} exists; --force overwrites it")
    content = _content(file)
    try:
        if is_results(content):
            raise ImportRefused(RESULTS)
        sheet = reader(_format(form, file)).read(content)
        facts = _library(path)
        result = draft(sheet, facts, file.name)
        text, pathway = settle(result, name, facts, file.name)
    except ImportRefused as refusal:
        click.echo(f"{file}: {refusal}", err=True)
        raise SystemExit(1) from None
    except OSError as error:
        # The check of a draft reads it from a folder for temporary files.
        why = error.strerror or error
        raise UsageRefused(f"the draft cannot be written for its check: {why}") from None
    write_file(text.encode(), output)
    for remark in dict.fromkeys(result.said):
        click.echo(f"{file}: {remark}", err=True)
    if output != "-":
        cells = len({node.cell.id for node in pathway.nodes.values()})
        click.echo(f"Wrote {output}: {cells} cells, {len(pathway.arrows)} interactions.")
        click.echo(f"Next: cascade check {output}; cascade serve {output}")


def _format(form: str | None, file: Path) -> str:
    form = form or ENDINGS.get(file.suffix.removeprefix(".").lower())
    if form is None:
        raise UsageRefused(f"say the format with --format: {', '.join(FORMATS)}")
    return form


def _content(file: Path) -> bytes:
    try:
        if not file.is_file():
            raise UsageRefused(f"{file} is no file" if file.exists() else f"no file {file}")
        if file.stat().st_size > MAX_MB * 1e6:
            raise UsageRefused(f"{file} has more than the {MAX_MB} MB allowed")
        return file.read_bytes()
    except OSError as error:
        raise UsageRefused(f"{file} cannot be read: {error.strerror}") from None


def _library(output: Path):
    """The library that the draft will be read with: beside it, else the packaged one."""
    from ..loading.library import library_files, read_library
    from ..resources import pathways_dir

    folder = output.parent / "library"
    if not folder.is_dir():
        folder = pathways_dir() / "library"
    return read_library(*library_files(folder))
