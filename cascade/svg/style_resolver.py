"""The canvas's stylesheet, read for one element: whatever wins there wins here."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

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


def _fits(selector: str, data: Mapping, words: frozenset[str]) -> bool:
    group, conditions, classes = _parts(selector)
    if group and (group == "edge") != ("source" in data):
        return False
    if not classes <= words:
        return False
    return all(name in data and _holds(data[name], *rest) for name, *rest in conditions)


def _holds(value, sign: str | None, wanted: str) -> bool:
    if sign in (">", ">="):
        return float(value) > float(wanted) or (sign == ">=" and float(value) == float(wanted))
    return sign is None or str(value) == wanted


def look(data: Mapping, classes: Iterable[str], rules: Iterable[dict]) -> dict:
    """The style of an element, by property; `data(x)` is replaced by the element's x."""
    words = frozenset(classes)
    style: dict = {}
    for rule in rules:
        if _fits(rule["selector"], data, words):
            style |= rule["style"]
    return {
        name: data.get(value[5:-1])
        if isinstance(value, str) and value.startswith("data(")
        else value
        for name, value in style.items()
    }
