"""The HTML templates: the same for every language, translated as they are filled."""

from functools import cache

from jinja2 import PackageLoader, StrictUndefined
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

from .template_strings import Translated
from .translation import current_language, fill


@cache
def templates() -> SandboxedEnvironment:
    """All templates of cascade/templates; an unknown name inside one is an error."""
    environment = SandboxedEnvironment(
        loader=PackageLoader("cascade"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[Translated],
        # The templates have no constants to fold; looking for them takes an eighth of the time.
        optimized=False,
    )
    environment.globals["t"] = _escaped
    return environment


def _escaped(text: str, /, **gaps) -> Markup:
    """The translation of an English string for HTML; gaps may hold markup of the templates."""
    translated = str(escape(current_language().word(text)))
    return Markup(fill(translated, {name: escape(value) for name, value in gaps.items()}))
