"""PyYAML's event stream made into plain data, with a mark for every key and value.

Depth, size and aliases are checked here before anything grows.
"""

# Workaround: not `yaml.load`, which reads YAML 1.1: `NO`, nitric oxide, is false there, `12:30` is
# 750, and the last of two equal keys wins. https://yaml.org/type/bool.html

import re
from copy import copy

import yaml

from .characters import UNSHOWABLE
from .messages import error_text

# What is allowed before validation, which needs most for many groups with nothing in them.
# So a text weighs 1, a list 2, a group 10.
MAX_WEIGHT = 300_000
MAX_ENTRIES = 20_000
MAX_DEPTH = 30
MAX_ALIASES = 100
MAX_ALIASED_VALUES = 10_000

_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})")
_DECIMAL = re.compile(r"[-+]?([0-9]{1,15}\.[0-9]*|\.[0-9]+)")
_WORDS = {"": None, "~": None, "null": None, "true": True, "false": False}


class YamlRefused(Exception):
    """Why the file is refused: (line, column, message) triples, from 0."""


class Branch:
    """A mapping or list with its `data`. `items` holds a Branch or a mark for each value."""

    __slots__ = ("anchor", "data", "height", "items", "key", "keys", "mapping", "mark", "size")

    def __init__(self, event):
        mapping = isinstance(event, yaml.MappingStartEvent)
        self.mapping = mapping
        self.mark = event.start_mark
        self.keys = {}
        self.items = {} if mapping else []
        self.data = {} if mapping else []
        self.key = None
        self.anchor = event.anchor
        self.size = 1
        self.height = 1

    def copy(self) -> "Branch":
        twin = copy(self)
        twin.items = self.items.copy()
        return twin


def scalar(text: str):
    """The value of unquoted text: None, true, false, a decimal number; all else stays text."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in "+-.0123456789":
        return text
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text)
    return text


class Builder:
    """Builds the data from events; refuses at the first event that goes too far.

    `unused` are the marks of anchors without an alias, `plain_ends` where each unquoted text ends.
    """

    def __init__(self):
        self.open: list[Branch] = []
        self.anchors = {}
        self.unused = {}
        self.plain_ends = []
        self.aliases = self.weight = self.aliased = 0
        self.documents = 0
        self.duplicates = []
        self.root = None

    def build(self, events) -> Branch:
        steps = {
            yaml.ScalarEvent: self.text,
            yaml.AliasEvent: self.alias,
            yaml.MappingStartEvent: self.start,
            yaml.SequenceStartEvent: self.start,
            yaml.MappingEndEvent: self.end,
            yaml.SequenceEndEvent: self.end,
            yaml.DocumentStartEvent: self.document,
        }
        for event in events:
            if step := steps.get(type(event)):
                step(event)
        if self.duplicates:
            raise YamlRefused(*self.duplicates[:100])
        if self.root is None or self.root[0] is None:
            raise YamlRefused((0, 0, error_text("empty-file")))
        data, branch = self.root
        if not isinstance(data, dict):
            mark = branch.mark if isinstance(branch, Branch) else branch
            got = "a list" if isinstance(data, list) else "plain text"
            raise YamlRefused((mark.line, mark.column, error_text("not-mapping", got=got)))
        return branch

    def refuse(self, event, key, **values):
        raise YamlRefused(
            (event.start_mark.line, event.start_mark.column, error_text(key, **values))
        )

    def document(self, event):
        self.documents += 1
        if self.documents > 1:
            self.refuse(event, "documents")

    def start(self, event):
        self.weigh(event, 10 if isinstance(event, yaml.MappingStartEvent) else 2)
        if self.key_is_next():
            self.refuse(event, "key-not-text")
        if len(self.open) >= MAX_DEPTH:
            self.refuse(event, "too-deep", limit=MAX_DEPTH)
        if event.anchor:
            self.anchors[event.anchor] = None
            self.unused[event.anchor] = event.start_mark
        self.open.append(Branch(event))

    def end(self, event):
        branch = self.open.pop()
        if branch.anchor:
            self.anchors[branch.anchor] = branch.data, branch, branch.size, branch.height
        self.put(branch.data, branch, branch.size, branch.height)

    def text(self, event):
        # The way of nearly every event, so written for speed.
        self.weigh(event, 1)
        value, mark = event.value, event.start_mark
        # Only what stands in double quotes can name by an escape what a file cannot hold.
        if event.style == '"' and (bad := UNSHOWABLE.search(value)):
            self.refuse(event, "escaped-control", code=f"U+{ord(bad[0]):04X}")
        if event.anchor:
            self.unused[event.anchor] = mark
        top = self.open[-1] if self.open else None
        if top and top.mapping and top.key is None:
            if event.anchor:
                self.anchors[event.anchor] = value, mark, 1, 0
            if value in top.data:
                message = error_text("duplicate-key", key=value, line=top.keys[value].line + 1)
                self.duplicates.append((mark.line, mark.column, message))
            top.key = value
            top.keys[value] = mark
            return
        if event.implicit[0]:
            self.plain_ends.append((event.end_mark, value))
            value = scalar(value)
        if event.anchor:
            self.anchors[event.anchor] = value, mark, 1, 0
        if top and not top.mapping:
            top.size += 1
            top.data.append(value)
            top.items.append(mark)
        else:
            self.put(value, mark, 1, 0)

    def alias(self, event):
        self.weigh(event, 0)
        self.aliases += 1
        name = event.anchor
        self.unused.pop(name, None)
        if name not in self.anchors:
            self.refuse(event, "alias-unknown", name=name)
        if self.anchors[name] is None:
            self.refuse(event, "alias-loop", name=name)
        if self.aliases > MAX_ALIASES:
            self.refuse(event, "aliases", limit=MAX_ALIASES)
        value, node, size, height = self.anchors[name]
        self.aliased += size
        if self.aliased > MAX_ALIASED_VALUES:
            self.refuse(event, "alias-size", limit=MAX_ALIASED_VALUES)
        if len(self.open) + height > MAX_DEPTH:
            self.refuse(event, "too-deep", limit=MAX_DEPTH)
        if self.key_is_next():
            self.refuse(event, "key-not-text")
        self.put(value, node, size, height)

    def weigh(self, event, weight: int):
        self.weight += weight
        if self.weight > MAX_WEIGHT:
            self.refuse(event, "too-many")
        if self.open and len(self.open[-1].data) >= MAX_ENTRIES:
            self.refuse(event, "too-long", limit=MAX_ENTRIES)
        # An alias has no tag.
        if weight and event.tag:
            self.refuse(event, "tag", tag=event.tag.replace("tag:yaml.org,2002:", "!!"))

    def key_is_next(self) -> bool:
        if not self.open:
            return False
        top = self.open[-1]
        return top.mapping and top.key is None

    def put(self, value, node, size, height):
        if not self.open:
            self.root = value, node
            return
        top = self.open[-1]
        top.size += size
        if height >= top.height:
            top.height = height + 1
        if top.mapping:
            top.data[top.key] = value
            top.items[top.key] = node
            top.key = None
        else:
            top.data.append(value)
            top.items.append(node)
