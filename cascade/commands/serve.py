"""`cascade serve`: the figure at an address of this machine."""

import errno
import logging
import signal
import socket
import sys
from dataclasses import replace
from pathlib import Path

import click

from .output import EXISTING, FILE, UsageRefused, print_problems
from .web_address import bracketed, network_address, public_page


@click.command()
@click.argument("path", required=False, type=EXISTING)
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=click.IntRange(1, 65535), default=8050, show_default=True)
@click.option(
    "--home", default="", metavar="URL", help="The published address, for codes and links."
)
@click.option("--reload", is_flag=True, help="For authors: show what changes; move cells.")
@click.option(
    "--overlay",
    "tables",
    multiple=True,
    type=FILE,
    metavar="FILE",
    help="Lay a table of CellPhoneDB, CellChat or LIANA on the figure; may be given twice.",
)
def serve(
    path: Path | None,
    host: str,
    port: int,
    home: str,
    reload: bool,
    tables: tuple[Path, ...],
):
    """Serve the figure of a pathway, or of a folder of them."""
    from ..i18n.reader import problems as language_problems
    from ..loading.loader import load_path
    from ..resources import pathways_dir

    host = _plain(host)
    network = network_address(host, port)
    reach = _folder(public_page("--home", home)) or network
    if reload:
        _demand_loopback(host)
    _demand_free(host, port)
    own = path is not None
    path = path or pathways_dir()
    loaded = load_path(path)
    # A reader of what we ship need not know where it could be better; `cascade check` tells.
    problems = [
        *loaded.problems,
        *language_problems(pathway.folder for pathway in loaded.pathways),
    ]
    print_problems(problem for problem in problems if own or problem.severity == "error")
    if not loaded.pathways and not reload:
        click.echo("No pathway could be loaded.", err=True)
        sys.exit(1)

    # Only here, as Dash takes a second to import.
    from ..page.variant import LIVE
    from ..server.overlay_tables import with_tables
    from ..server.routes import create

    make = with_tables(create, tables)
    variant = replace(LIVE, reach=reach)
    try:
        app = (
            _author_server(path, loaded, make, variant)
            if reload
            else make(loaded.pathways, problems, variant)
        )
    except ValueError as error:
        raise UsageRefused(str(error)) from None
    # A service manager stops us with SIGTERM; waitress then answers what it has begun.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    what = "The figure is" if loaded.pathways else "The figure will be"
    also = f", for this network at {network}" if network else ""
    click.echo(f"{what} at http://{bracketed(host)}:{port}{also}")
    _run(app, host, port, reload)


def _author_server(path: Path, loaded, make, variant):
    from ..authoring.author_server import AuthorServer

    def show(state):
        lines = state.problems or (f"Shown anew: {path}",)
        click.echo("\n".join(lines), err=bool(state.problems))

    return AuthorServer(path, loaded, make, show, variant).follow()


def _run(app, host: str, port: int, reload: bool):
    try:
        import waitress
    except ImportError:
        from werkzeug.serving import run_simple

        run_simple(host, port, app, threaded=True)
    else:
        from ..authoring.author_server import LARGEST
        from ..server.connections import make_ready, settings

        if not reload:
            make_ready(app)
        options = settings(reload, LARGEST) if reload else settings(reload)
        # In a full hall tasks wait for a moment; a line for each would hide what matters.
        logging.getLogger("waitress.queue").setLevel(logging.ERROR)
        waitress.serve(app, host=host, port=port, **options)


def _plain(host: str) -> str:
    """A host without the brackets that an IPv6 address has in a URL."""
    host = host.strip()
    if not host:
        raise UsageRefused(
            "--host is empty; 127.0.0.1 is this machine, 0.0.0.0 all that can reach it"
        )
    return host[1:-1] if host.startswith("[") and host.endswith("]") else host


def _folder(home: str) -> str:
    """The address that those of embeds and files begin with."""
    last = home.rpartition("/")[2]
    return f"{home}/" if last and "." not in last else home


def _demand_loopback(host: str):
    from ..authoring.author_server import is_loopback

    if not is_loopback(host):
        raise UsageRefused(f"--reload can write files, so it serves this machine alone, not {host}")


def _demand_free(host: str, port: int):
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        socket.create_server((host, port), family=family).close()
    except (OSError, UnicodeError) as error:
        reason = (
            "the port is in use"
            if getattr(error, "errno", 0) == errno.EADDRINUSE
            else (getattr(error, "strerror", "") or str(error))
        )
        raise UsageRefused(f"cannot serve at {host}:{port}: {reason}") from None
