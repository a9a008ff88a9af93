"""Every English string of the interface: what an `interface.yaml` translates.

Found in the sources themselves, so no list has to be kept: `t("...")` and `later(...)` in Python,
`kit.t('...')` in the scripts, the vocabulary, and the text of the templates.
"""

import ast
import re
from functools import cache
from pathlib import Path

from ..help import KEYS, LECTURE_KEYS
from ..resources import assets_dir
from ..vocabulary import WORDS
from .markup import strings

_HERE = Path(__file__).parent.parent
# Not of the page: a handout, a site's list and what machines read stay English.
_LEFT_OUT = {"handout.html", "site.html", "social.html"}
_CALL = re.compile(r"\bkit\.t\(\s*'((?:[^'\\\n]|\\.)*)'")
_LISTED = re.compile(r"/\* t \*/ '((?:[^'\\\n]|\\.)*)'")
_IN_TEMPLATE = re.compile(r"""\bt\(\s*(?:"([^"]*)"|'([^']*)')""")


@cache
def catalog() -> tuple[str, ...]:
    """All strings, each once."""
    return tuple(dict.fromkeys((*_vocabulary(), *_python(), *_templates(), *scripts())))


@cache
def scripts() -> tuple[str, ...]:
    """The strings that the browser says by itself."""
    found: list[str] = []
    for part in ("", "plots", "frozen"):
        for path in sorted((assets_dir() / part).glob("*.js")):
            text = path.read_text(encoding="utf-8")
            for pattern in (_CALL, _LISTED):
                found += (re.sub(r"\\(.)", r"\1", one) for one in pattern.findall(text))
    return tuple(dict.fromkeys(found))


def _vocabulary() -> list[str]:
    lists = [text for one in WORDS for text in one.values()]
    return [*lists, *(text for one in (*KEYS, *LECTURE_KEYS) for text in one)]


def _python() -> list[str]:
    """The literal first argument of each `t(...)`, and all strings in a `later(...)`."""
    found = []
    for path in sorted(_HERE.rglob("*.py")):
        if "_bundle" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            if called and node.func.id == "t" and node.args:
                found += _literals(node.args[:1])
            elif called and node.func.id == "later":
                found += _literals(node.args)
    return found


def _literals(nodes) -> list[str]:
    return [
        one.value
        for node in nodes
        for one in ast.walk(node)
        if isinstance(one, ast.Constant) and isinstance(one.value, str)
    ]


def _templates() -> list[str]:
    found: list[str] = []
    for path in sorted((_HERE / "templates").glob("*.html")):
        if path.name in _LEFT_OUT:
            continue
        text = path.read_text(encoding="utf-8")
        found += strings(text)
        found += (double or single for double, single in _IN_TEMPLATE.findall(text))
    return found
