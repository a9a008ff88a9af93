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
from .commands.language_option import demand_known_language, demand_language, lang_option
from .commands.refusal import Refused

EXISTING = click.Path(exists=True, path_type=Path)
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="cascade %(version)s")
def main():
    """The metastatic cascade as an interactive figure, made from YAML files."""


main.add_command(freeze)


@main.command()
@click.argument("paths", nargs=-1, type=EXISTING, metavar="[PATH]...")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("--lang", default="", help="List what this language lacks instead.")
def check(paths: tuple[Path, ...], form: str, lang: str):
    """Check pathways: files or folders; without PATH, those that came with cascade."""
    from .i18n.reader import problems as language_problems
    from .loading.loader import load_path
    from .resources import pathways_dir

    loaded = [load_path(path) for path in paths or (pathways_dir(),)]
    # Several pathways may share a library, whose problems count once.
    problems = {problem for one in loaded for problem in one.problems}
    if not lang:
        folders = (pathway.folder for one in loaded for pathway in one.pathways)
        problems.update(language_problems(folders))
    problems = sorted(problems)
    errors = sum(problem.severity == "error" for problem in problems)
    if lang and not errors:
        _check_language(lang, [pathway for one in loaded for pathway in one.pathways], form)
        return
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


def _check_language(lang: str, pathways: list, form: str):
    """Prints what is wrong with the files of a language, then what is missing; exits with 1 for
    what is wrong alone, as a string that is missing is shown in English."""
    from .i18n.check import check as compared
    from .i18n.reader import languages

    known = [one for one in languages([pathway.folder for pathway in pathways]) if one != "en"]
    demand_known_language(lang, known)
    found = compared(lang, pathways)
    if form == "json":
        dicts = [problem.as_dict() for problem in found.problems]
        parts = {"problems": dicts, "missing": found.missing, "strings": found.total}
        click.echo(json.dumps(parts, indent=2, ensure_ascii=False))
    else:
        _print(found.problems)
        for line in found.missing:
            click.echo(line)
        many = f"{len(found.problems)} error{'' if len(found.problems) == 1 else 's'}"
        click.echo(f"{lang}: {len(found.missing)} of {found.total} strings missing, {many}")
    sys.exit(1 if found.problems else 0)


@main.command()
@click.argument("paths", nargs=-1, type=EXISTING, metavar="[PATH]...")
@lang_option("Whose names to lay out: longer words need more room.")
def lint(paths: tuple[Path, ...], lang: str):
    """Count what makes a drawing hard to read: overlaps, crossings, small labels."""
    from .i18n.translate import translate
    from .i18n.translation import speaking
    from .layout.drawing import draw
    from .layout.lint import lint as inspect
    from .layout.lint import report
    from .loading.loader import load_path
    from .resources import pathways_dir

    bad = False
    for path in paths or (pathways_dir(),):
        loaded = load_path(path)
        errors = [problem for problem in loaded.problems if problem.severity == "error"]
        _print(errors)
        bad = bad or bool(errors)
        language = demand_language(lang, loaded.pathways)
        for pathway in loaded.pathways:
            with speaking(language):
                drawing = draw(translate(pathway, language))
                findings = inspect(drawing)
            _print(findings)
            click.echo("\n".join(report(drawing, findings)))
            bad = bad or any(finding.fatal for finding in findings)
    sys.exit(1 if bad else 0)


@main.command()
def schema():
    """Print the JSON Schema of the YAML files."""
    from .model.json_schema import schema_text

    click.echo(schema_text(), nl=False)


@main.command()
@click.argument("name")
@click.option("--force", is_flag=True, help="Overwrite an existing file.")
def new(name: str, force: bool):
    """Write NAME.yaml, a commented pathway of three cells, into this folder."""
    from .commands.new import write_new
    from .loading.loader import is_id
    from .loading.messages import say

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
@click.option("--reload", is_flag=True, help="For authors: show what changes; move cells.")
@click.option(
    "--overlay",
    "tables",
    multiple=True,
    type=FILE,
    metavar="FILE",
    help="Lay a table of CellPhoneDB, CellChat or LIANA on the figure; may be given twice.",
)
def serve(path: Path | None, host: str, port: int, reload: bool, tables: tuple[Path, ...]):
    """Serve the figure of a pathway, or of a folder of them."""
    from .i18n.reader import problems as language_problems
    from .loading.loader import load_path
    from .resources import pathways_dir

    if reload:
        _demand_loopback(host)
    _demand_free(host, port)
    own = path is not None
    path = path or pathways_dir()
    loaded = load_path(path)
    # A reader of what we ship need not know where it could be better; `cascade check` tells.
    problems = [*loaded.problems, *language_problems(one.folder for one in loaded.pathways)]
    _print(problem for problem in problems if own or problem.severity == "error")
    if not loaded.pathways and not reload:
        click.echo("No pathway could be loaded.", err=True)
        sys.exit(1)

    # Only here, as Dash takes a second to import.
    from .page.app import build
    from .server.overlay_tables import with_tables

    try:
        if reload:
            app = _workshop(path, loaded, tables)
        else:
            app = with_tables(build, tables)(loaded.pathways, problems)
    except ValueError as error:
        raise Refused(str(error)) from None
    # A service manager stops us with SIGTERM; waitress then answers what it has begun.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    what = "The figure is" if loaded.pathways else "The figure will be"
    click.echo(f"{what} at http://{host}:{port}")
    try:
        import waitress
    except ImportError:
        from werkzeug.serving import run_simple

        run_simple(host, port, app, threaded=True)
    else:
        # Each author's page keeps one thread waiting for the next change.
        waitress.serve(app, host=host, port=port, **({"threads": 16} if reload else {}))


def _demand_loopback(host: str):
    from .authoring.author_server import is_loopback

    if not is_loopback(host):
        raise Refused(f"--reload can write files, so it serves this machine alone, not {host}")


def _workshop(path: Path, loaded, tables: tuple[Path, ...]):
    from .authoring.author_server import Workshop
    from .page.app import build
    from .server.overlay_tables import with_tables

    def told(state):
        lines = state.problems or (f"Shown anew: {path}",)
        click.echo("\n".join(lines), err=bool(state.problems))

    return Workshop(path, loaded, with_tables(build, tables), told).follow()


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
