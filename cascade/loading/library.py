"""What the pathways are about: cells, molecules, organs, references, from library files."""

from dataclasses import dataclass, field
from pathlib import Path

from ..model.documents import Library
from .evidence import Findings
from .messages import error_text
from .problem import Problem
from .source import Source, read, yaml_files
from .validation import validate

# kind of list in the file -> (word for one entry, the key that names it)
KINDS = {
    "cells": ("cell", "id"),
    "molecules": ("molecule", "symbol"),
    "organs": ("organ", "id"),
    "references": ("reference", "id"),
}


@dataclass
class Facts:
    """Entries by kind and id. `places` tells where each was written ('file:line:column');
    `lost` are the ids of entries with errors, `broken` that a whole file could not be used."""

    cells: dict = field(default_factory=dict)
    molecules: dict = field(default_factory=dict)
    organs: dict = field(default_factory=dict)
    references: dict = field(default_factory=dict)
    places: dict[tuple[str, str], str] = field(default_factory=dict)
    lost: set[tuple[str, str]] = field(default_factory=set)
    broken: bool = False
    problems: list[Problem] = field(default_factory=list)

    def may_be_broken(self, kind: str, id: str) -> bool:
        """Whether an unknown id may be there, in a part of the library that has errors."""
        known = kind in {word for word, _ in KINDS.values()}
        return known and (self.broken or (kind, id) in self.lost)

    def find_synonym(self, kind: str, word: str) -> str | None:
        """The id whose other spelling, name or synonym the word is, such as SDF-1 for CXCL12."""
        if kind not in ("cell", "molecule"):
            return None
        word = word.casefold()
        for id, entry in (self.cells if kind == "cell" else self.molecules).items():
            if word in (id.casefold(), entry.name.casefold(), *map(str.casefold, entry.synonyms)):
                return id
        return None

    def extended(self, own: Library, source: Source) -> "Facts":
        """These facts with a pathway's own on top: the pathway wins. `problems` are only its."""
        more = Facts(**{kind: dict(getattr(self, kind)) for kind in KINDS})
        more.places, more.lost, more.broken = dict(self.places), self.lost, self.broken
        more._take(own, source, set())
        return more

    def _take(self, library: Library, source: Source, seen: set):
        findings = Findings()
        for kind, (word, key) in KINDS.items():
            for index, entry in enumerate(getattr(library, kind)):
                id = getattr(entry, key)
                path = (kind, index, key)
                if (word, id) in seen:
                    message = error_text("twice", kind=word, id=id, other=self.places[word, id])
                    self.problems.append(source.problem(message, path))
                    continue
                seen.add((word, id))
                getattr(self, kind)[id] = entry
                self.places[word, id] = source.where(path)
                if word == "reference" and not (entry.doi or entry.pmid or entry.pmcid):
                    findings.add(source, path, "no-identifier", id)
        self.problems += findings.problems()


def read_library(*files: Path) -> Facts:
    """The facts of some library files. Entries with errors are left out and reported in
    `problems`; the same id twice is an error there, too."""
    facts, seen = Facts(), set()
    for file in files:
        source = read(file)
        if isinstance(source, list):
            facts.problems += source
            facts.broken = True
            continue
        library, source, problems, dropped = validate(Library, source)
        facts.problems += problems
        if library is None:
            facts.broken = True
            continue
        for path, entry in dropped.items():
            word, key = KINDS[path[0]]
            id = entry.get(key) if isinstance(entry, dict) else None
            facts.lost.add((word, id if isinstance(id, str) else None))
        facts._take(library, source, seen)
    return facts


def library_files(folder: Path) -> list[Path]:
    return yaml_files(folder)
