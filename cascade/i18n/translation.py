"""Saying the interface's words in the language that is being spoken."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from .language import ENGLISH, Language

GAP = re.compile(r"\{(\w+)\}")
"""What the page fills in, such as {name}."""
_SPOKEN: ContextVar[Language] = ContextVar("language", default=ENGLISH)


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Inside, `t` and all that uses it speak a language."""
    token = _SPOKEN.set(language)
    try:
        yield
    finally:
        _SPOKEN.reset(token)


def spoken() -> Language:
    """The language being spoken; English unless somebody said otherwise."""
    return _SPOKEN.get()


def t(text: str, /, **gaps) -> str:
    """The translation of an English string, its {gaps} filled after that."""
    return fill(spoken().word(text), gaps)


def fill(said: str, gaps: Mapping) -> str:
    """A text with its {gaps} filled. Not `str.format`: a translation would reach the attributes of
    a value by `{n.name}`, and a wrong gap of it would stop the page."""
    return GAP.sub(lambda found: str(gaps.get(found[1], found[0])), said) if gaps else said


def later(tree):
    """The tree itself: marks strings that are said later, by `told`, for the catalog."""
    return tree


def told(tree):
    """Every string inside dicts (not their keys), lists and tuples, translated."""
    if isinstance(tree, str):
        return t(tree)
    if isinstance(tree, Mapping):
        return {key: told(value) for key, value in tree.items()}
    return type(tree)(told(value) for value in tree)
