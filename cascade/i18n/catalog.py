"""Every English string of the interface: what an `interface.yaml` translates.

Found in the sources themselves, so no list has to be kept: `t("...")` and `translatable(...)` in
Python, `t('...')` in the scripts, the vocabulary, and the text of the templates.
"""

import ast
import re
from functools import cache
from pathlib import Path

from ..model.interaction_fields import ROWS
from ..model.vocabulary import WORDS
from ..notation.keyboard import KEYS, LECTURE_KEYS
from ..resources import assets_dir
from .language import ENGLISH
from .template_strings import template_strings

_HERE = Path(__file__).parent.parent
# Its words are those of the page that it stands in.
_LEFT_OUT = {"social.html"}
_CALL = re.compile(r"(?<![\w.])t\(\s*'((?:[^'\\\n]|\\.)*)'")
_LISTED = re.compile(r"/\* t \*/ '((?:[^'\\\n]|\\.)*)'")
_LINE = re.compile(r"^\s*// t: (.*)$", re.M)
_QUOTED = re.compile(r"'([^']*)'")
_IN_TEMPLATE = re.compile(r"""\bt\(\s*(?:"([^"]*)"|'([^']*)')""")


@cache
def catalog() -> tuple[str, ...]:
    """All strings, each once."""
    return tuple(dict.fromkeys((*_vocabulary(), *_python(), *_templates(), *scripts())))


@cache
def scripts() -> tuple[str, ...]:
    """The strings that the browser says by itself."""
    strings: list[str] = []
    folder = assets_dir() / "js"
    for path in sorted(folder.rglob("*.js")):
        if path.is_relative_to(folder / "authoring"):
            continue  # for authors, in English
        text = path.read_text(encoding="utf-8")
        for pattern in (_CALL, _LISTED):
            strings += (re.sub(r"\\(.)", r"\1", literal) for literal in pattern.findall(text))
        for line in _LINE.findall(text):
            strings += _QUOTED.findall(line)
    return tuple(dict.fromkeys(strings))


def _vocabulary() -> list[str]:
    own = ENGLISH.name  # what a language calls itself stands for this word
    lists = [text for table in WORDS for text in table.values()]
    terms = [row["term"] for row in ROWS]
    return [own, *lists, *terms, *(text for table in (*KEYS, *LECTURE_KEYS) for text in table)]


def _python() -> list[str]:
    """What stands in each `t(...)` and `translatable(...)`."""
    strings = []
    for path in sorted(_HERE.rglob("*.py")):
        if "_bundle" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            if called and node.func.id in ("t", "translatable"):
                strings += _literals(node.args[0])
    return strings


def _literals(node: ast.AST) -> list[str]:
    """The strings that an expression may be or hold; not the keys of a dict."""
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    if isinstance(node, ast.IfExp):
        inner = [node.body, node.orelse]
    elif isinstance(node, ast.Dict):
        inner = node.values
    else:
        inner = node.elts if isinstance(node, ast.Tuple | ast.List) else []
    return [text for part in inner for text in _literals(part)]


def _templates() -> list[str]:
    strings: list[str] = []
    for path in sorted((_HERE / "templates").glob("*.html")):
        if path.name in _LEFT_OUT:
            continue
        text = path.read_text(encoding="utf-8")
        strings += template_strings(text)
        strings += (double or single for double, single in _IN_TEMPLATE.findall(text))
    return strings
