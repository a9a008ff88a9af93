"""`cascade freeze`: one HTML file, or a static site, that needs no server."""

from collections.abc import Callable
from pathlib import Path

import click

from ..edition import Edition
from ..figure import organs
from ..pathway import Pathway
from .target import Refused, demand, pathways, write


def start_options(command: Callable) -> Callable:
    """The options that set the view a page starts with; its address still overrides them."""
    choice = click.Choice
    for option in reversed(
        (
            click.option("--stage", default="", help="Start at this stage."),
            click.option("--organ", default="", help="Start at this organ."),
            click.option("--focus", default="", help="Start with this cell type chosen."),
            click.option("--lecture", default="", help="Start with this lecture."),
            click.option("--ui", type=choice(["full", "min"]), default="full", show_default=True),
            click.option(
                "--theme",
                type=choice(["auto", "light", "dark", "projector"]),
                default="auto",
                show_default=True,
            ),
            click.option("--lang", default="en", show_default=True, help="Language of the labels."),
        )
    ):
        command = option(command)
    return command


@click.command()
@click.argument("pathway", required=False)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file to write.")
@click.option("--home", default="", help="The public address of the page, where it has one.")
@start_options
def freeze(pathway: str | None, output: Path | None, home: str, **start: str):
    """Write one HTML file that shows PATHWAY without a server, offline, anywhere.

    PATHWAY is a file, a folder, or the id of a pathway that came with cascade.
    """
    if output is None:
        raise Refused("say where to: cascade freeze -o figure.html")
    shown = pathways(pathway)
    edition = Edition(start=start_view(shown[0], start), home=home, frozen=True)

    # Only here, as Dash takes a second to import.
    from ..freeze import ServerCallback
    from ..freeze import freeze as frozen

    try:
        html = frozen(shown, edition)
    except ServerCallback as error:
        raise click.ClickException(
            f"the callback of '{error}' needs a server; a frozen page has none"
        ) from None
    write(output, html.encode())
    click.echo(f"Wrote {output}, {len(html.encode()) / 1e6:.1f} MB. Open it in any browser.")


def start_view(pathway: Pathway, options: dict[str, str]) -> dict[str, str | int]:
    """The view keys that differ from the plain start; refuses ids that the pathway lacks."""
    demand("stage", options["stage"], [stage.id for stage in pathway.stages])
    demand("organ", options["organ"], organs(pathway))
    demand("cell type", options["focus"], {node.cell.id for node in pathway.nodes.values()})
    demand("lecture", options["lecture"], getattr(pathway, "lectures", ()))
    demand("language", options["lang"], ["en"])
    plain = {"ui": "full", "theme": "auto", "lang": "en"}
    view = {key: value for key, value in options.items() if value != plain.get(key, "")}
    return view | ({"step": 1} if "lecture" in view else {})
