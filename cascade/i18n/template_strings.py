"""The English strings of an HTML template, found by its tags: few templates mark their strings.

A string is what stands between two block tags or Jinja statements, or the value of an attribute
that a reader meets. It is plain text: one with values or tags inside is written as
`{{ t("From {name}", name=...) }}` instead.
"""

import re
from collections.abc import Callable, Iterator

from jinja2 import TemplateSyntaxError
from jinja2.ext import Extension

_TOKEN = re.compile(
    r"""\{\#.*?\#\}|\{%.*?%\}|<!--.*?-->|<(style|script)\b.*?</\1>"""
    r"""|<(?:"[^"]*"|\{\{.*?\}\}|\{%.*?%\}|[^<>"{]|\{)*>""",
    re.S,
)
_INLINE = re.compile(r"</?(a|b|i|em|strong|kbd|code)\b", re.I)
_ATTRIBUTE = re.compile(r'(?<=[ \n])(title|aria-label|placeholder|alt)="([^"]*)"')
_ICONS = re.compile(r"^\s*\{\{ icons\.\w+ \}\}|\{\{ icons\.\w+ \}\}\s*$")
_NO_WORDS = re.compile(r"\{\{.*?\}\}|<[^>]*>|&#?\w+;", re.S)
_WORD = re.compile(r"[A-Za-z]{2}")
_NOT_PLAIN = re.compile(r"[<>{}&]")
_WHOLE = re.compile(r"<(\w+)\b[^>]*>((?:(?!</?\1\b).)*)</\1>", re.S)


def template_strings(source: str) -> list[str]:
    """The strings of a template, in order, spaces made single."""
    strings: list[str] = []

    def note(text: str) -> str:
        strings.append(text)
        return text

    translated(source, note)
    return strings


def translated(source: str, word: Callable[[str], str]) -> str:
    """A template with each of its strings replaced."""
    return "".join(_parts(source, word))


def _parts(source: str, word: Callable[[str], str]) -> Iterator[str]:
    text = ""
    last = 0
    for match in _TOKEN.finditer(source):
        text += source[last : match.start()]
        last = match.end()
        token = match[0]
        if _INLINE.match(token):
            text += token
            continue
        yield _text(text, word)
        text = ""
        yield _attributes(token, word) if token.startswith("<") and not match[1] else token
    yield _text(text + source[last:], word)


def _text(text: str, word: Callable[[str], str]) -> str:
    core = _ICONS.sub("", text).strip()
    if not _WORD.search(_NO_WORDS.sub("", core)):
        return _tags(text, word)
    # A string that is one element whole: its tag says nothing to a translator.
    if whole := _WHOLE.fullmatch(core):
        start = text.index(core) + whole.start(2)
        end = start + len(whole[2])
        return _tags(text[:start], word) + _text(text[start:end], word) + text[end:]
    start = text.index(core)
    return text[:start] + word(" ".join(core.split())) + text[start + len(core) :]


def _tags(text: str, word: Callable[[str], str]) -> str:
    return _TOKEN.sub(lambda match: _attributes(match[0], word), text)


def _attributes(tag: str, word: Callable[[str], str]) -> str:
    def one(match: re.Match) -> str:
        name, value = match.groups()
        if not _WORD.search(_NO_WORDS.sub("", value)):
            return match[0]
        return f'{name}="{word(value)}"'

    return _ATTRIBUTE.sub(one, tag)


class Translated(Extension):
    """Jinja's hook: each string of a template becomes a call of `t`, so that a translation is a
    value, put in escaped when the template is filled, and never source."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        if not name or not name.endswith(".html"):
            return source

        def call(text: str) -> str:
            if _NOT_PLAIN.search(text):
                raise TemplateSyntaxError(f"not plain text, use t(): {text}", 1, name, filename)
            return f"{{{{ t({text!r}) }}}}"

        return translated(source, call)
