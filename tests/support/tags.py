"""HTML as a tree of tags, with nothing but the standard library."""

import re
from html.parser import HTMLParser

VOID = {"meta", "link", "input", "img", "br", "hr", "wbr"}


class Tag:
    """An HTML element with its attributes, children and text."""

    def __init__(self, name, attrs=(), parent=None):
        self.name, self.attrs, self.parent = name, dict(attrs), parent
        self.children = []

    def __iter__(self):
        """This element and all inside it."""
        yield self
        for child in self.children:
            if isinstance(child, Tag):
                yield from child

    @property
    def text(self):
        """All text inside, with single spaces."""
        parts = (c.text if isinstance(c, Tag) else c for c in self.children)
        return " ".join(" ".join(parts).split())

    def all(self, name=None, **attrs):
        """Elements inside by tag name and attributes; `data_edge` stands for data-edge."""
        wanted = {key.replace("_", "-"): value for key, value in attrs.items()}
        for tag in self:
            if name in (None, tag.name) and all(
                key in tag.attrs and value in (True, tag.attrs[key])
                for key, value in wanted.items()
            ):
                yield tag

    def one(self, name=None, **attrs):
        (tag,) = self.all(name, **attrs)
        return tag


class _Builder(HTMLParser):
    def __init__(self):
        super().__init__()
        self.root = self.here = Tag("root")

    def handle_starttag(self, name, attrs):
        tag = Tag(name, attrs, self.here)
        self.here.children.append(tag)
        if name not in VOID:
            self.here = tag

    def handle_startendtag(self, name, attrs):
        self.here.children.append(Tag(name, attrs, self.here))

    def handle_endtag(self, name):
        if name not in VOID:
            assert name == self.here.name, f"</{name}> closes <{self.here.name}>"
            self.here = self.here.parent

    def handle_data(self, data):
        self.here.children.append(data)


def parse(text):
    """A page as a tree of tags. A template is no part of its page, but of one to come."""
    text = re.sub(r"<template\b.*?</template>", "", text, flags=re.S)
    builder = _Builder()
    builder.feed(text)
    builder.close()
    return builder.root
