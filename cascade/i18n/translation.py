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
def using_language(language: Language) -> Iterator[None]:
    """Inside, `t` and all that uses it speak a language."""
    token = _SPOKEN.set(language)
    try:
        yield
    finally:
        _SPOKEN.reset(token)


def current_language() -> Language:
    """The language being spoken; English unless somebody said otherwise."""
    return _SPOKEN.get()


def t(text: str, /, **gaps) -> str:
    """The translation of an English string, its {gaps} filled after that."""
    return fill(current_language().word(text), gaps)


def fill(text: str, gaps: Mapping) -> str:
    """A text with its {gaps} filled. Not `str.format`: a translation would reach the attributes of
    a value by `{n.name}`, and a wrong gap of it would stop the page."""
    return GAP.sub(lambda match: str(gaps.get(match[1], match[0])), text) if gaps else text


def translatable(tree):
    """The tree itself: marks strings that are said later, by `translate_tree`, for the catalog."""
    return tree


def translate_tree(tree):
    """Every string inside dicts (not their keys), lists and tuples, translated."""
    if isinstance(tree, str):
        return t(tree)
    if isinstance(tree, Mapping):
        return {key: translate_tree(value) for key, value in tree.items()}
    return type(tree)(translate_tree(value) for value in tree)
