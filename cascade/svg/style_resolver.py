"""The canvas's stylesheet, read for one element: whatever wins there wins here."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from ..notation.stylesheet import stylesheet

_PART = re.compile(
    r"""\[(\w+)(?: ?(>=|[=>]) ?(?:"([^"]*)"|'([^']*)'|([\d.]+)))?\]|\.([\w-]+)|^(node|edge)"""
)


@cache
def _parts(selector: str) -> tuple[str, tuple[tuple[str, str | None, str], ...], frozenset[str]]:
    """A selector's group ('' for any), its data conditions and its classes."""
    group, data, classes = "", [], set()
    at = 0
    for match in _PART.finditer(selector):
        if match.start() != at:
            break
        at = match.end()
        name, sign, *values, class_, kind = match.groups()
        group = kind or group
        if class_:
            classes.add(class_)
        elif name:
            data.append((name, sign, next((value for value in values if value is not None), "")))
    if at != len(selector):
        raise ValueError(f"a selector that the picture cannot read: {selector}")
    return group, tuple(data), frozenset(classes)


class StyleResolver:
    """Rules, later ones win, for one element after another.

    Few elements differ in what rules ask for, so what wins is remembered by that.
    """

    def __init__(self, rules: Iterable[dict]):
        self._rules = [(*_parts(rule["selector"]), rule["style"]) for rule in rules]
        conditions = {(name, sign) for _, data, _, _ in self._rules for name, sign, _ in data}
        self._values = sorted({name for name, sign in conditions if sign})
        self._names = sorted({name for name, sign in conditions if not sign})
        self._styles: dict[tuple, dict] = {}

    def look(self, data: Mapping, classes: Iterable[str]) -> dict:
        """The style of an element, by property; `data(x)` is replaced by the element's x."""
        words = frozenset(classes)
        asked = (
            words,
            "source" in data,
            *(data.get(name) for name in self._values),
            *(name in data for name in self._names),
        )
        if asked not in self._styles:
            self._styles[asked] = self._style(data, words)
        return {
            name: data.get(value[5:-1])
            if isinstance(value, str) and value.startswith("data(")
            else value
            for name, value in self._styles[asked].items()
        }

    def _style(self, data: Mapping, words: frozenset[str]) -> dict:
        kind = "edge" if "source" in data else "node"
        style: dict = {}
        for group, conditions, classes, own in self._rules:
            if (
                group in ("", kind)
                and classes <= words
                and all(name in data and _holds(data[name], *rest) for name, *rest in conditions)
            ):
                style |= own
        return style


def _holds(value, sign: str | None, wanted: str) -> bool:
    if sign in (">", ">="):
        return float(value) > float(wanted) or (sign == ">=" and float(value) == float(wanted))
    return sign is None or str(value) == wanted


@cache
def theme_styles(theme: str) -> StyleResolver:
    """The canvas's stylesheet in a theme."""
    return StyleResolver(stylesheet(theme))
