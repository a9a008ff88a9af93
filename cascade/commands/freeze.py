"""`cascade freeze`: one HTML file, or a static site, that needs no server."""

from collections.abc import Callable
from pathlib import Path

import click

from ..exports.chromium import Unavailable
from ..figure.figure import organs
from ..i18n.translation import using_language
from ..model.pathway import Pathway
from ..page.variant import PageVariant
from .language_option import demand_language, lang_option
from .output import UsageRefused, write_file
from .pathway_argument import demand_all, demand_known, demand_pathway
from .web_address import public_page

PLAIN = {"ui": "full", "theme": "auto", "lang": "en"}
KINDS = {"focus": "cell"}


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
            lang_option(),
        )
    ):
        command = option(command)
    return command


@click.command()
@click.argument("pathway", required=False)
@click.option("-o", "--output", metavar="FILE", help="The file to write; '-' is standard output.")
@click.option("--site", metavar="DIR", help="Write a static site into this folder instead.")
@click.option("--home", default="", metavar="URL", help="The public address, where it has one.")
@click.option("--with-plots", is_flag=True, help="Plots that follow the filters: 1.5 MB more.")
@start_options
def freeze(
    pathway: str | None,
    output: str | None,
    site: str | None,
    home: str,
    with_plots: bool,
    **start: str,
):
    """Write one HTML file that shows PATHWAY without a server, offline, anywhere.

    PATHWAY is a YAML file, a folder or the id of a pathway that came with cascade; without it,
    metastatic-cascade. With --site all pathways of it become a static site, for any web space, in
    one language.
    """
    if (output is None) == (site is None):
        raise UsageRefused(
            "say where to: cascade freeze -o figure.html, or cascade freeze --site DIR"
        )
    if with_plots and site is not None:
        raise UsageRefused("a site loads its plots by itself; --with-plots goes with -o")
    home = public_page("--home", home).rstrip("/")
    if site is not None:
        lang = start.pop("lang")
        if any(value for key, value in start.items() if value != PLAIN.get(key, "")):
            raise UsageRefused("a site has a page for every view; --stage and the like go with -o")
        pathways = demand_all(pathway)
        with using_language(demand_language(lang, pathways)):
            _site(pathways, site, home)
        return
    shown = demand_pathway(pathway)
    plots = "whole" if with_plots else "still"
    lang = start["lang"]
    demand_language(lang, [shown])
    view = start_view(shown, start)
    variant = PageVariant(start=view, home=home, frozen=True, plots=plots, lang=lang)

    # Only here, as no other command makes pages.
    from ..publish.single_file import freeze as frozen

    html = frozen([shown], variant).encode()
    write_file(html, output)
    if output != "-":
        click.echo(f"Wrote {output}: {len(html) / 1e6:.1f} MB. Open it in any browser.")


def start_view(pathway: Pathway, options: dict[str, str]) -> dict[str, str | int]:
    """The view keys that differ from the plain start; refuses ids that the pathway lacks."""
    cells = {node.cell.id: None for node in pathway.nodes.values()}
    known = {
        "stage": [stage.id for stage in pathway.stages],
        "organ": organs(pathway),
        "focus": list(cells),
        "lecture": list(getattr(pathway, "lectures", ())),
    }
    for key, ids in known.items():
        demand_known(KINDS.get(key, key), options[key], ids, pathway)
    view = {key: value for key, value in options.items() if value != PLAIN.get(key, "")}
    return view


def _site(pathways: list[Pathway], folder: str, home: str) -> None:
    """Writes the site; refused before the work where something else lies in its place."""
    from ..publish.site import names
    from ..publish.site import site as files
    from ..publish.site_folder import Occupied, SiteFolder

    try:
        target = SiteFolder(Path(folder))
        target.demand_room(names(pathways))
        kept = target.fill(files(pathways, home))
    except Occupied as error:
        raise UsageRefused(str(error)) from None
    except Unavailable as error:
        raise UsageRefused(f"the pictures of the site cannot be drawn here: {error}") from None
    except OSError as error:
        raise UsageRefused(f"{folder} cannot be written: {error.strerror or error}") from None
    for name in kept:
        click.echo(f"{folder}/{name} was changed since it was written, and stays.", err=True)
    click.echo(f"Wrote {folder}. Copy it to any web space, or: python -m http.server -d {folder}")
    if not home:
        click.echo("Say its address with --home, so that links and pictures work in other pages.")
