"""`cascade check` and `cascade lint`: what is wrong with pathways, and what is hard to read."""

import json
import sys
from pathlib import Path

import click

from .language_option import demand_known_language, demand_language, lang_option
from .output import EXISTING, print_problems


@click.command()
@click.argument("paths", nargs=-1, type=EXISTING, metavar="[PATH]...")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("--lang", default="", help="List what this language lacks instead.")
def check(paths: tuple[Path, ...], form: str, lang: str):
    """Check pathways: files or folders; without PATH, those that came with cascade."""
    from ..i18n.reader import problems as language_problems
    from ..loading.loader import load_path
    from ..resources import pathways_dir

    loaded = [load_path(path) for path in paths or (pathways_dir(),)]
    # Several pathways may share a library, whose problems count once.
    problems = {problem for result in loaded for problem in result.problems}
    if not lang:
        folders = (pathway.folder for result in loaded for pathway in result.pathways)
        problems.update(language_problems(folders))
    problems = sorted(problems)
    errors = sum(problem.severity == "error" for problem in problems)
    if lang and not errors:
        whole = pathways_dir().resolve() in {path.resolve() for path in paths or (pathways_dir(),)}
        pathways = [pathway for result in loaded for pathway in result.pathways]
        _check_language(lang, pathways, whole, form)
        return
    if form == "json":
        dicts = [problem.as_dict() for problem in problems]
        click.echo(json.dumps(dicts, indent=2, ensure_ascii=False))
    else:
        print_problems(problems)
        numbers = {
            "pathway": sum(len(result.pathways) for result in loaded),
            "error": errors,
            "warning": len(problems) - errors,
        }
        click.echo(", ".join(f"{n} {noun}{'' if n == 1 else 's'}" for noun, n in numbers.items()))
    sys.exit(1 if errors else 0)


def _check_language(lang: str, pathways: list, whole: bool, form: str):
    """Prints what is wrong with the files of a language, then what is missing; exits with 1 for
    what is wrong alone, as a string that is missing is shown in English."""
    from ..i18n.check import check as compare
    from ..i18n.reader import languages

    known = [id_ for id_ in languages([pathway.folder for pathway in pathways]) if id_ != "en"]
    demand_known_language(lang, known)
    checked = compare(lang, pathways, whole)
    errors = sum(problem.severity == "error" for problem in checked.problems)
    if form == "json":
        dicts = [problem.as_dict() for problem in checked.problems]
        parts = {"problems": dicts, "missing": checked.missing, "strings": checked.total}
        click.echo(json.dumps(parts, indent=2, ensure_ascii=False))
    else:
        print_problems(checked.problems)
        for line in checked.missing:
            click.echo(line)
        many = f"{errors} error{'' if errors == 1 else 's'}"
        click.echo(f"{lang}: {len(checked.missing)} of {checked.total} strings missing, {many}")
    sys.exit(1 if errors else 0)


@click.command()
@click.argument("paths", nargs=-1, type=EXISTING, metavar="[PATH]...")
@lang_option("Whose names to lay out: longer words need more room.")
@click.option("--table", is_flag=True, help="Only the measures and counts, as a Markdown table.")
def lint(paths: tuple[Path, ...], lang: str, table: bool):
    """Count what makes a drawing hard to read, in wide windows and in tall ones: overlaps,
    crossings, small labels."""
    from ..i18n.translate import translate
    from ..i18n.translation import using_language
    from ..layout.drawing import draw
    from ..layout.lint import inspected, measured, report
    from ..loading.loader import load_path
    from ..resources import pathways_dir

    bad = False
    for path in paths or (pathways_dir(),):
        loaded = load_path(path)
        errors = [problem for problem in loaded.problems if problem.severity == "error"]
        print_problems(errors)
        bad = bad or bool(errors)
        language = demand_language(lang, loaded.pathways)
        for pathway in loaded.pathways:
            with using_language(language):
                translated = translate(pathway, language)
                drawings = [draw(translated, tall) for tall in (False, True)]
                shapes = [(drawing, inspected(drawing)) for drawing in drawings]
            if table:
                click.echo("\n".join(measured(shapes)) + "\n")
            for drawing, views in shapes:
                findings = [finding for _, own in views for finding in own]
                bad = bad or any(finding.fatal for finding in findings)
                if not table:
                    print_problems(findings)
                    click.echo("\n".join(report(drawing, views)))
    sys.exit(1 if bad else 0)
