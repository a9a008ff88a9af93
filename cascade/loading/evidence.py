"""What the evidence of an arrow lacks or contradicts: warnings, one for each kind and file."""

from collections.abc import Iterator, Mapping

from ..model.documents import Interaction, Reference
from .messages import error_text
from .problem import Problem
from .source import Source

UNMEASURED = ("growth", "immunity", "in-vitro", "expression")
"""Readouts from which an outcome for metastasis is inferred; such an arrow needs a note."""
MOST = 100

Finding = tuple[str, tuple, str]
"""A message, the path where it was written, and what to add to the id: '2009, not 2008'."""


class Findings:
    """Findings of the same kind and file, told together as one warning at the first place."""

    def __init__(self):
        self._found: dict[tuple[str, str], tuple[Source, list[tuple[tuple, str, str]]]] = {}

    def add(self, source: Source, path: tuple, message: str, id: str, more: str = ""):
        _, entries = self._found.setdefault((source.file, message), (source, []))
        entries.append((path, id, more))

    def problems(self) -> list[Problem]:
        return [
            source.problem(
                error_text(message, list=_listed(source, entries)), entries[0][0], False, "warning"
            )
            for (_, message), (source, entries) in self._found.items()
        ]


def _listed(source: Source, entries: list[tuple[tuple, str, str]]) -> str:
    """'a' (line 14: 2009, not 2008), 'b' (line 30)."""
    papers = [
        f"'{id}' (line {source.at(path)[0]}{f': {more}' if more else ''})"
        for path, id, more in entries[:MOST]
    ]
    if len(entries) > MOST:
        papers.append(f"and {len(entries) - MOST} more")
    return ", ".join(papers)


def doubts(arrow: Interaction, papers: Mapping[str, Reference]) -> Iterator[Finding]:
    """What is doubtful about an arrow's evidence; the path is that within the interaction."""
    cited = [papers.get(id) for id in arrow.references]
    if all(cited) and arrow.year != (earliest := min(paper.year for paper in cited)):
        yield "year", ("year",), f"{arrow.year}, not {earliest}"
    if both := [id for id in arrow.opposing if id in arrow.references]:
        yield "both-sides", ("opposing",), ", ".join(both)
    if arrow.disputed and not arrow.opposing:
        yield "no-opponent", ("disputed",), ""
    if arrow.outcome != "context-dependent" and arrow.readout in UNMEASURED and not arrow.note:
        yield "not-measured", ("outcome",), arrow.readout
