"""The command `cascade`. Exit status: 0 good, 1 the content is wrong, 2 the call is wrong."""

import errno
import json
import signal
import socket
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from . import __version__
from .commands.export import export
from .commands.freeze import freeze
from .commands.import_ import import_
from .refusal import Refused

EXISTING = click.Path(exists=True, path_type=Path)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="cascade %(version)s")
def main():
    """The metastatic cascade as an interactive figure, made from YAML files."""


main.add_command(freeze)


@main.command()
@click.argument("paths", nargs=-1, type=EXISTING, metavar="[PATH]...")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def check(paths: tuple[Path, ...], form: str):
    """Check pathways: files or folders; without PATH, those that came with cascade."""
    from .loader import load_path
    from .resources import pathways_dir

    loaded = [load_path(path) for path in paths or (pathways_dir(),)]
    # Several pathways may share a library, whose problems count once.
    problems = sorted({problem for one in loaded for problem in one.problems})
    errors = sum(problem.severity == "error" for problem in problems)
    if form == "json":
        dicts = [problem.as_dict() for problem in problems]
        click.echo(json.dumps(dicts, indent=2, ensure_ascii=False))
    else:
        _print(problems)
        numbers = {
            "pathway": sum(len(one.pathways) for one in loaded),
            "error": errors,
            "warning": len(problems) - errors,
        }
        click.echo(", ".join(f"{n} {noun}{'' if n == 1 else 's'}" for noun, n in numbers.items()))
    sys.exit(1 if errors else 0)


@main.command()
@click.argument("paths", nargs=-1, type=EXISTING, metavar="[PATH]...")
def lint(paths: tuple[Path, ...]):
    """Count what makes a drawing hard to read: overlaps, crossings, small labels."""
    from .drawing import draw
    from .lint import lint as inspect
    from .lint import report
    from .loader import load_path
    from .resources import pathways_dir

    bad = False
    for path in paths or (pathways_dir(),):
        loaded = load_path(path)
        errors = [problem for problem in loaded.problems if problem.severity == "error"]
        _print(errors)
        bad = bad or bool(errors)
        for pathway in loaded.pathways:
            drawing = draw(pathway)
            findings = inspect(drawing)
            _print(findings)
            click.echo("\n".join(report(drawing, findings)))
            bad = bad or any(finding.fatal for finding in findings)
    sys.exit(1 if bad else 0)


@main.command()
def schema():
    """Print the JSON Schema of the YAML files."""
    from .schema import schema_text

    click.echo(schema_text(), nl=False)


@main.command()
@click.argument("name")
@click.option("--force", is_flag=True, help="Overwrite an existing file.")
def new(name: str, force: bool):
    """Write NAME.yaml, a commented pathway of three cells, into this folder."""
    from .loader import is_id
    from .message import say
    from .template import write_new

    if not is_id(name):
        raise Refused(say("bad-name", name=name))
    try:
        path = write_new(name, Path(), force)
    except FileExistsError:
        raise Refused(f"{name}.yaml exists; --force overwrites it") from None
    except OSError as error:
        raise Refused(f"{name}.yaml cannot be written: {error.strerror}") from None
    click.echo(f"Wrote {path}. Next: cascade check {path}; cascade serve {path}")


@main.command()
@click.argument("path", required=False, type=EXISTING)
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=click.IntRange(1, 65535), default=8050, show_default=True)
def serve(path: Path | None, host: str, port: int):
    """Serve the figure of a pathway, or of a folder of them."""
    from .loader import load_path
    from .resources import pathways_dir

    _demand_free(host, port)
    loaded = load_path(path or pathways_dir())
    _print(loaded.problems)
    if not loaded.pathways:
        click.echo("No pathway could be loaded.", err=True)
        sys.exit(1)

    # Only here, as Dash takes a second to import.
    from .page import build

    try:
        app = build(loaded.pathways, loaded.problems)
    except ValueError as error:
        raise Refused(str(error)) from None
    # A service manager stops us with SIGTERM; waitress then answers what it has begun.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    click.echo(f"The figure is at http://{host}:{port}")
    try:
        import waitress
    except ImportError:
        app.run(host=host, port=port, debug=False)
    else:
        waitress.serve(app.server, host=host, port=port)


main.add_command(export)
main.add_command(import_)


def _print(problems: Iterable):
    for problem in problems:
        click.echo(str(problem), err=True)


def _demand_free(host: str, port: int):
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        socket.create_server((host, port), family=family).close()
    except OSError as error:
        reason = (
            "the port is in use"
            if error.errno == errno.EADDRINUSE
            else (error.strerror or str(error))
        )
        raise Refused(f"cannot serve at {host}:{port}: {reason}") from None
