"""Collects the problems of one pathway: bounded, with hints, and with the library's gaps apart."""

from .evidence import Findings
from .library import Facts
from .messages import error_text
from .problem import Problem, did_you_mean
from .source import Source

# A page of a thousand lines helps nobody, and each hint costs a search through all names.
LIMIT = 200


class ProblemReport:
    """Problems in the order found. At most LIMIT errors and LIMIT warnings are written out."""

    def __init__(self, facts: Facts):
        self.facts = facts
        self.problems: list[Problem] = []
        self.counts = {"error": 0, "warning": 0}
        self.lost: set[str] = set()
        self.findings = Findings()

    def add(
        self, source: Source, path: tuple, message: str, *, severity="error", key=False, **gaps
    ):
        """Note the sentence `message` at a path of a source."""
        self.counts[severity] += 1
        if self.counts[severity] <= LIMIT:
            self.problems.append(source.problem(error_text(message, **gaps), path, key, severity))

    def unknown(self, source: Source, path: tuple, kind: str, id: str, known):
        """Note an id that names nothing; `known` are the ids that do."""
        if self.facts.may_be_broken(kind, id):
            self.lost.add(id)
        elif self.counts["error"] < LIMIT:
            better = self.facts.find_synonym(kind, id)
            hint = f", did you mean '{better}'?" if better else did_you_mean(id, known)
            self.add(source, path, "unknown", kind=kind, id=id, hint=hint)
        else:
            self.counts["error"] += 1

    def finish(self, source: Source) -> list[Problem]:
        """All problems, sorted by place, with a last line where some are left out."""
        if self.lost:
            names = sorted(self.lost)
            ids = ", ".join(f"'{name}'" for name in names[:5])
            if len(names) > 5:
                ids += f" and {len(names) - 5} more"
            self.add(source, (), "library", ids=ids)
        problems = sorted(self.problems + self.findings.problems())
        for severity, count in self.counts.items():
            if count > LIMIT:
                problems.append(source.problem(error_text("more"), severity=severity))
        return problems

    @property
    def bad(self) -> bool:
        return bool(self.counts["error"] or self.lost)
