"""The HTML templates, read once: making them anew costs as much as filling them."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined


@cache
def templates() -> Environment:
    """All templates of cascade/templates; an unknown name inside one is an error."""
    return Environment(
        loader=PackageLoader("cascade"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
