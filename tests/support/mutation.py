"""Documents changed by chance: in what they say, then in how it is written."""

import copy
import random
from collections.abc import Iterator

import yaml

TEXTS = (
    "", " ", "=1+1", "{{ 7 * 7 }}", "{% raw %}", "<script>alert(1)</script>", "&lt;", "]]>", "-->",
    "@lib@", "\\0name\\0", "\0name\0", "a\nb", "\nb", "a\tb", "\u202eabc", "\u200b", "\ufeff",
    "\U0001f9ec\u200d\U0001f52c", "e\u0301", "\u05d0\u05d1", "\ud800", "\uffff", "\x1b[31m", "\x85",
    "__proto__", "constructor", "none", "overview", "all", "null", "~", "yes", "1e3", "0x1F", "10",
    "a:b", "a,b", "a|b", "!a", "*a", "&a", "%a", "@a", "`a`", "'", '"', "#", "a #b", "\\", "/", "..",
    "../x", "CON", "-", "--", "a--b", "A", "x" * 61, "x" * 300, "word " * 400, "ß", "İ",
    "tumor-cell", "tam", "csf1", "pt/tam", "tumor/tam", "stage", "2020-01-01",
)  # fmt: skip
VALUES = (
    None, True, False, 0, -1, 1, 3, 2020, 1799, 2101, 10**30, -(10**30), 0.1, -0.0, 1e-320, 1e308,
    float("inf"), float("-inf"), float("nan"), [], {}, [[]], [None], [0, 0], [1, 2, 3],
    [0, 0, 10, 10], [-5, 0.5], [1e9, 1e9], {"a": 1}, {"id": "tam"}, {1: 2}, {None: None},
    {True: "x"}, [{"id": "tam"}],
)  # fmt: skip
SCRAPS = (
    "\t", "  ", "\n", "\r", "\r\n", ":", ": ", "- ", "#", "'", '"', "{", "}", "[", "]", ",", "|",
    ">", "&a ", "*a", "<<: *a\n", "---\n", "...\n", "!!python/object:os.system ", "!!binary ",
    "!!set ", "!!timestamp ", "%YAML 1.2\n", "? ", "\ufeff", "\u2028", "\x00", "\x85", "é", "\U0001f600",
)  # fmt: skip


def mutated(document, luck: random.Random):
    """The document with one to four changes of what it says."""
    document = copy.deepcopy(document)
    for _ in range(luck.choice((1, 1, 1, 2, 2, 4))):
        spots = list(_spots(document))
        if not spots:
            return document
        holder, key = luck.choice(spots)
        _change(document, holder, key, luck)
    return document


def written(document, luck: random.Random) -> bytes:
    """The document as a file, sometimes damaged as editors and networks do it."""
    style = {"sort_keys": luck.random() < 0.1, "allow_unicode": luck.random() < 0.7}
    style["default_flow_style"] = luck.choice((False, False, False, None, True))
    style["width"] = luck.choice((20, 80, 10**6))
    try:
        text = yaml.dump(document, Dumper=_Dumper, **style)
    except UnicodeEncodeError:  # libyaml, ten times as fast, writes no half of a character
        text = yaml.dump(document, Dumper=_SlowDumper, **style)
    if luck.random() < 0.25:
        for _ in range(luck.randint(1, 3)):
            text = _damaged(text, luck)
    coding = luck.choice(("utf-8",) * 12 + ("utf-16", "utf-8-sig", "latin-1", "cp1252"))
    errors = "surrogatepass" if coding.startswith("utf") else "replace"
    return text.encode(coding, errors)


class _Twice:
    """Writes what stands twice twice."""

    def ignore_aliases(self, data) -> bool:
        return True


class _SlowDumper(_Twice, yaml.SafeDumper):
    pass


class _Dumper(_Twice, getattr(yaml, "CSafeDumper", yaml.SafeDumper)):
    pass


def _spots(part) -> Iterator[tuple[dict | list, object]]:
    keys = part if isinstance(part, dict) else range(len(part)) if isinstance(part, list) else ()
    for key in list(keys):
        yield part, key
        yield from _spots(part[key])


def _change(document, holder, key, luck: random.Random) -> None:
    kind, value = luck.randrange(12), holder[key]
    others = list(_spots(document))
    if kind < 3:
        holder[key] = luck.choice(TEXTS)
    elif kind < 5:
        holder[key] = copy.deepcopy(luck.choice(VALUES))
    elif kind == 5:
        del holder[key]
    elif kind == 6:
        other, place = luck.choice(others)
        holder[key] = copy.deepcopy(other[place])
    elif kind == 7:
        holder[key] = luck.choice(([value], {"id": value}, [value, copy.deepcopy(value)]))
    elif kind == 8 and isinstance(holder, list):
        holder.insert(luck.randint(0, len(holder)), copy.deepcopy(value))
    elif kind == 8 and isinstance(holder, dict):
        name = luck.choice((str(key)[:-1], f"{key}s", "id", "organ", *TEXTS))
        holder[name] = holder.pop(key)
    elif kind == 9 and isinstance(value, str):
        holder[key] = value + luck.choice(TEXTS)
    elif kind == 9 and isinstance(value, (int, float)):
        holder[key] = value * luck.choice((-1, 0, 0.001, 100, 1e6))
    elif kind == 10:
        words = [o[p] for o, p in others if isinstance(o[p], str)]
        holder[key] = luck.choice(words or ["x"])
    elif isinstance(holder, list):
        luck.shuffle(holder)


def _damaged(text: str, luck: random.Random) -> str:
    at = luck.randrange(len(text) + 1)
    kind = luck.randrange(5)
    if kind == 0:
        return text[:at]
    if kind == 1:
        return text[:at] + text[at + luck.randint(1, 40) :]
    if kind == 2:
        return text.replace("\n", luck.choice(("\r", "\r\n", "\u2028", "\n\n", " ")))
    if kind == 3:
        lines = text.splitlines(True)
        luck.shuffle(lines)
        return "".join(lines)
    return text[:at] + luck.choice(SCRAPS) + text[at:]
