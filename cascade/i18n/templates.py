"""The HTML templates, read once a language: making them anew costs as much as filling them."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from .language import ENGLISH, Language
from .template_strings import Translated
from .translation import spoken, t


def templates() -> Environment:
    """All templates of cascade/templates in the language being spoken; an unknown name inside one
    is an error."""
    return _templates(spoken())


@cache
def _templates(language: Language) -> Environment:
    made = Environment(
        loader=PackageLoader("cascade"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[] if language is ENGLISH else [Translated],
    )
    made.language = language
    made.globals["t"] = t
    return made
