"""The option --lang of the commands: which language it means, and the files that it needs."""

import sys
from collections.abc import Callable, Iterable, Sequence

import click

from ..i18n.language import Language
from ..i18n.reader import find, known
from ..loading.problem import did_you_mean
from ..model.pathway import Pathway
from .output import UsageRefused


def lang_option(help_: str = "Language of all words.") -> Callable:
    """The option, with English as the plain one."""
    return click.option("--lang", default="en", show_default=True, metavar="ID", help=help_)


def demand_language(lang: str, pathways: Iterable[Pathway]) -> Language:
    """The language of an id. Raises Refused for one that has no files, with the ids that have;
    prints what cannot be read of its files, and exits with 1 where that is any."""
    beside = [pathway.folder for pathway in pathways]
    demand_known_language(lang, known(beside))
    language = find(lang, beside)
    for problem in language.problems:
        click.echo(str(problem), err=True)
    if language.problems:
        sys.exit(1)
    return language


def demand_known_language(lang: str, ids: Sequence[str]) -> None:
    """Refuses an id that is none of these, with the one that it may have meant."""
    if lang not in ids:
        hint = did_you_mean(lang, ids) or f"; there is {', '.join(ids)}"
        raise UsageRefused(f"no language '{lang}'{hint}")
