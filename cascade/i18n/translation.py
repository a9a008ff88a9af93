"""Saying the interface's words in the language that is being spoken."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from .language import ENGLISH, Language

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
    said = spoken().word(text)
    return said.format(**gaps) if gaps else said


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
