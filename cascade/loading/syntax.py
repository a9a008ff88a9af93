"""What the YAML parser stumbles over, in plain words and where the author has to look.

The parser reports where it could not go on, often a line below the mistake, and in the terms of
its grammar.
"""

import re

import yaml

from .characters import NEWLINE, named
from .messages import error_text
from .yaml_tree import MAX_DEPTH, Builder

Found = tuple[int, int, str]
"""Line and column, from 0, and the message."""

# What programs save instead of plain text, by its first characters.
_FOREIGN_FILES = (
    (r"\{\\rtf", "rich text (RTF)", "save it as plain text"),
    (r"<", "HTML or XML", "download the file itself, not the page that shows it"),
    (r"%PDF-", "a PDF", "save it as plain text"),
    (r"```|~~~", "Markdown", "delete the line that starts with ``` and the one that ends it"),
)
_FOREIGN_BYTES = (
    (b"PK\x03\x04", "a zip file, as Word and Pages write", "save it as plain text"),
    (b"\xd0\xcf\x11\xe0", "a file of an old Word or Excel", "save it as plain text"),
    (b"\xff\xfe", "text in UTF-16", "save it with the encoding UTF-8"),
    (b"\xfe\xff", "text in UTF-16", "save it with the encoding UTF-8"),
    (b"\x00\x05\x16\x07", "a side file of macOS ('._')", "delete it"),
)
_ODD_INDENT = re.compile(r"[ \t-]*([^\S \t])")
_KEY = re.compile(r"""[ ]*(?:-[ ]+)?(?P<key>[A-Za-z_][\w-]*)[ ]*""")
_COLONS = "\uff1a\ua789\u2236\ufe55\ufe13\u02d0\u05c3"
_GLUED = re.compile(r"([A-Za-z_][\w-]*):(?=[^\s/\\:])")
_COMMENT = re.compile(r"(?P<gap>[ \t]+)#(?P<first>.?)")
_CUT = re.compile(r"\S[ \t]+(#)")
_TOKENS = "cannot start any token", "entries are not allowed", "mapping keys are not allowed"
_NODE = (
    "scanning a directive",
    "scanning an alias",
    "scanning an anchor",
    "block scalar",
    "expected node content",
)


def foreign_bytes(raw: bytes) -> str:
    """Why a file is no YAML, by its first bytes; else the empty string."""
    for start, what, advice in _FOREIGN_BYTES:
        if raw.startswith(start):
            return error_text("foreign-file", what=what, advice=advice)
    return ""


def foreign_text(text: str) -> str:
    """Why a file is no YAML, by its first characters; else the empty string."""
    start = text[:200].lstrip()
    for pattern, what, advice in _FOREIGN_FILES:
        if re.match(pattern, start):
            return error_text("foreign-file", what=what, advice=advice)
    return ""


def explain(error: yaml.MarkedYAMLError, text: str) -> Found:
    """Where the mistake is and how to mend it."""
    mark = error.problem_mark or error.context_mark
    start = error.context_mark or mark
    context, problem = error.context or "", error.problem or error.context or "unknown reason"
    lines = NEWLINE.split(text)
    if "nesting depth" in problem:
        return mark.line, mark.column, error_text("too-deep", limit=MAX_DEPTH)
    if message := _odd_indent(lines, mark.line):
        return message
    here = lines[mark.line] if mark.line < len(lines) else ""
    if here[mark.column : mark.column + 1] == "\t" or "tab character" in problem:
        return mark.line, mark.column, error_text("tab")
    if "could not find expected ':'" in problem:
        return _key(lines, start.line) or (start.line, start.column, error_text("no-colon"))
    if message := _in_quotes(problem, context, start, mark):
        return message
    if any(words in problem for words in _TOKENS):
        return _marker(lines, mark.line, mark.column)
    if any(words in context + problem for words in (*_NODE, "expected the node content")):
        return _marker(lines, start.line, start.column)
    if "mapping values are not allowed" in problem:
        # Without its colon the line above is the start of this key.
        return _key(lines, mark.line - 1) or (mark.line, mark.column, error_text("colon"))
    if message := _went_on(lines, mark) or _glued(lines, mark.line, mark.column):
        return message
    if "expected ',' or" in problem:
        if mark.line > start.line:
            bracket = lines[start.line][start.column]
            return start.line, start.column, error_text("open-bracket", bracket=bracket)
        closing = problem.partition("' or '")[2][:1] or "}"
        return mark.line, mark.column, error_text("no-comma", closing=closing)
    if "expected key" in problem or "<block end>" in problem or "'-' indicator" in problem:
        return _cut(lines, mark) or (mark.line, mark.column, error_text("column"))
    return mark.line, mark.column, error_text("syntax", problem=problem)


def silent_cuts(text: str, builder: Builder) -> list[Found]:
    """Where YAML takes a part of a text for a comment or an anchor, as authors seldom mean it."""
    messages = [
        (mark.line, mark.column, error_text("unused-anchor", name=name))
        for name, mark in builder.unused.items()
    ]
    if " #" not in text:
        return messages
    lines = NEWLINE.split(text)
    for mark, value in builder.plain_ends:
        rest = _COMMENT.match(lines[mark.line], mark.column) if mark.line < len(lines) else None
        # Whoever means a comment sets it apart: `recruits  # in mice`.
        if rest and (rest["first"].isalnum() or (" " in value and len(rest["gap"]) == 1)):
            messages.append((mark.line, rest.end("gap"), error_text("cut")))
    return messages


def _odd_indent(lines: list[str], last: int) -> Found | None:
    for index, line in enumerate(lines[: last + 1]):
        if match := _ODD_INDENT.match(line):
            column = match.start(1)
            return index, column, error_text("odd-indent", character=named(match[1]))
    return None


def _key(lines: list[str], line: int) -> Found | None:
    """What is wrong with a line that should be `key: value`."""
    text = lines[line] if 0 <= line < len(lines) else ""
    match = _KEY.match(text)
    if match and (after := text[match.end() : match.end() + 1]):
        key, column = match["key"], match.end()
        if after in _COLONS:
            return line, column, error_text("odd-colon", character=named(after), key=key)
        gap = text[column + 1 : column + 2]
        if after == ":" and gap and not gap.isascii() and not gap.isalnum():
            return line, column + 1, error_text("odd-gap", character=named(gap), key=key)
    match = match and _GLUED.match(text, match.start("key"))
    return (line, match.end(), error_text("no-gap", key=match[1])) if match else None


def _glued(lines: list[str], line: int, column: int) -> Found | None:
    """`key:value` that ends at a column."""
    text = lines[line] if line < len(lines) else ""
    for match in _GLUED.finditer(text[: column + 2]):
        if match.end() in (column, column + 1):
            return line, match.end(), error_text("no-gap", key=match[1])
    return None


def _in_quotes(problem: str, context: str, start, mark) -> Found | None:
    if "end of stream" in problem and "quoted" in context:
        return start.line, start.column, error_text("open-quote")
    if "document indicator" in problem and "quoted" in context:
        return start.line, start.column, error_text("open-quote")
    if "escape" in problem or "hexadecimal" in problem:
        return mark.line, mark.column, error_text("escape")
    return None


def _marker(lines: list[str], line: int, column: int) -> Found:
    text = lines[line][column:] if line < len(lines) else ""
    marker = re.match(r"([*`#~_])\1+|.?", text)[0]
    if not marker.strip():
        return _unclosed(lines[:line])
    return line, column, error_text("marker", marker=marker)


def _unclosed(lines: list[str]) -> Found:
    """The last bracket that opens, where the file ends within it."""
    for index in range(len(lines) - 1, -1, -1):
        column = max(lines[index].rfind(bracket) for bracket in "[{")
        if column >= 0:
            return index, column, error_text("open-bracket", bracket=lines[index][column])
    return len(lines), 0, error_text("syntax", problem="the file ends too early")


def _went_on(lines: list[str], mark) -> Found | None:
    """Text after a closing quote or bracket."""
    line = lines[mark.line] if mark.line < len(lines) else ""
    before = line[: mark.column].rstrip()
    closing = before[-1:]
    if not closing or closing not in "\"']}" or mark.column >= len(line):
        return None
    column = len(before) - 1
    if closing == "'" and mark.column == len(before) and line[mark.column].isalpha():
        return mark.line, column, error_text("apostrophe")
    if closing in "]}" and re.search(r"[\[{,][^\]}]*$", before[:-1]) is None:
        return None
    return mark.line, column, error_text("went-on", closing=closing)


def _cut(lines: list[str], mark) -> Found | None:
    """A text of several lines that a `#` ended in the line before."""
    above = mark.line - 1
    match = _CUT.search(lines[above]) if above >= 0 else None
    return (above, match.start(1), error_text("cut")) if match else None
