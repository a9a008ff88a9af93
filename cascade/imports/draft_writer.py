"""A draft as a file that `cascade check` passes and `cascade lint` accepts."""

import tempfile
from collections import Counter
from pathlib import Path

import yaml

from ..layout.drawing import draw
from ..layout.lint import Finding, lint
from ..loading.library import KINDS, Facts
from ..loading.loader import load
from ..model.pathway import Pathway
from .auto_placement import SKETCHES, TRIES, plan, sketched
from .draft import Draft
from .places import DraftPlace, fixed_panel, panel
from .sheet import ImportRefused, listed

SMALL = 25
"""Up to that many cells in a place lint accepts the automatic placement."""
OVERVIEW, CORE = 12, 24
_ROUNDS = 12


class _Dumper(yaml.SafeDumper):
    """Lists of plain values and cells with their places on one line, as authors write them."""

    def increase_indent(self, flow=False, indentless=False):
        return super().increase_indent(flow, False)


def _list(dumper: _Dumper, entries: list):
    plain = not any(isinstance(entry, list | dict) for entry in entries)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", entries, flow_style=plain)


def _mapping(dumper: _Dumper, entry: dict):
    return dumper.represent_mapping("tag:yaml.org,2002:map", entry, flow_style="at" in entry)


_Dumper.add_representer(list, _list)
_Dumper.add_representer(dict, _mapping)


def settle(draft: Draft, name: str, facts: Facts, source: str) -> tuple[str, Pathway]:
    """The text of the file `<name>.yaml` and the pathway it holds; `draft.said` grows.

    Raises Refusal where the draft does not pass the check, which no file should cause.
    """
    _rank(draft)
    free = [place for place in draft.places.places.values() if not place.fixed]
    if sketches := [place for place in free if place.sketch]:
        tiers = {step["id"]: step["tier"] for step in draft.steps}
        remarks = list(draft.said)
        text, pathway, left = _drawn(draft, free, SKETCHES, name, facts, source)
        small = all(len(place.cells) <= SMALL for place in sketches)
        if not left or not small:
            draft.said.append(f"positions are the file's, scaled, in: {_listed(sketches)}")
            return text, pathway
        for step in draft.steps:
            step["tier"] = tiers[step["id"]]
        for place in sketches:
            place.sketched = False
            place.cells = dict.fromkeys(place.cells)
        draft.said[:] = remarks
        where = _listed(sketches)
        draft.said.append(f"positions of the file leave no room and are made anew in: {where}")
    partly = [place.id for place in free if any(place.cells.values())]
    if partly:
        draft.said.append(f"positions that do not fit are made anew in: {listed(partly)}")
    text, pathway, _ = _drawn(draft, free, TRIES, name, facts, source)
    return text, pathway


def _listed(places: list[DraftPlace]) -> str:
    return listed(place.id for place in places)


def _drawn(draft: Draft, free: list[DraftPlace], count: int, name: str, facts: Facts, source: str):
    """The best of `count` placements of the free places, and how many findings it leaves."""
    tries = dict.fromkeys((place.id for place in free), 0)
    best: tuple[int, dict] | None = None
    for _ in range(count):
        text, pathway = _load(draft, tries, name, facts, source)
        bad = _places(_fatal_findings(pathway), pathway) if free else Counter()
        bad = Counter({id: count for id, count in bad.items() if id in tries})
        if best is None or bad.total() < best[0]:
            best = bad.total(), dict(tries)
        if not bad or all(tries[id] + 1 >= count for id in bad):
            break
        for id in bad:
            tries[id] = min(tries[id] + 1, count - 1)
            if len(draft.places.places[id].cells) > SMALL:
                tries[id] = min(tries[id] + 2, count - 1)
    if best[1] != tries:
        text, pathway = _load(draft, best[1], name, facts, source)
    if best[0]:
        text, pathway = _demote_noisy_arrows(draft, best[1], name, facts, source, pathway)
    return text, pathway, len(_fatal_findings(pathway)) if best[0] else 0


def _rank(draft: Draft) -> None:
    """Tiers for arrows without one: every cell gets an arrow first, then the strongest."""
    steps = {step["id"]: step for step in draft.steps}
    for place in draft.places.places:
        own = [steps[id] for id in draft.free if steps[id]["panel"] == place]
        own.sort(key=lambda step: -draft.scores.get(step["id"], 0.0))
        seen: set[str] = set()
        first, then = [], []
        for step in own:
            ends = {step["from"], step["to"]}
            (then if ends <= seen else first).append(step)
            seen |= ends
        for index, step in enumerate(first + then):
            step["tier"] = (
                "overview" if index < OVERVIEW else "core" if index < CORE else "extended"
            )


def _load(draft: Draft, tries: dict[str, int], name: str, facts: Facts, source: str):
    text = written(draft, tries, source)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.yaml"
        path.write_text(text, "utf-8")
        loaded = load(path, facts)
    errors = [problem for problem in loaded.problems if problem.severity == "error"]
    if errors or not loaded.pathways:
        why = errors[0].message if errors else "it holds no pathway"
        raise ImportRefused(f"no draft can be made of it: {why}")
    return text, loaded.pathways[0]


def written(draft: Draft, tries: dict[str, int], source: str) -> str:
    """The YAML text."""
    head = (
        "# yaml-language-server: $schema=pathway.schema.json\n"
        f"# A draft that 'cascade import' made of {source}. Check every line before you use it.\n"
    )
    options = {"sort_keys": False, "allow_unicode": True, "width": 100}
    return head + yaml.dump(_data(draft, tries), Dumper=_Dumper, **options)


def _data(draft: Draft, tries: dict[str, int]) -> dict:
    data = {"title": draft.title}
    if draft.description:
        data["description"] = draft.description
    owners = {"cells": draft.cells, "molecules": draft.molecules, "organs": draft.organs,
              "references": draft.papers}  # fmt: skip
    for kind in KINDS:
        if entries := list(owners[kind].own.values()):
            data[kind] = entries
    data["stages"] = []
    for stage, title in draft.places.stages.items():
        own = [place for place in draft.places.places.values() if place.stage == stage]
        ids = {place.id for place in own}
        data["stages"].append(
            {
                "id": stage,
                "name": title,
                "panels": [_panel(place, draft, tries) for place in own],
                "interactions": [step for step in draft.steps if step["panel"] in ids],
            }
        )
    return data


def _panel(place: DraftPlace, draft: Draft, tries: dict[str, int]) -> dict:
    if place.id not in tries:
        return fixed_panel(place)
    if spots := place.sketch:
        planned = sketched(spots, min(tries[place.id], SKETCHES - 1))
        return panel(place, planned.spots, planned.grid)
    pairs = [(s["from"], s["to"]) for s in draft.steps if s["panel"] == place.id]
    planned = plan(list(place.cells), pairs, tries[place.id])
    return panel(place, planned.spots, planned.grid)


def _fatal_findings(pathway: Pathway) -> list[Finding]:
    return [finding for finding in lint(draw(pathway)) if finding.fatal]


def _places(findings: list[Finding], pathway: Pathway) -> Counter:
    """How often each place is at fault."""
    homes = {arrow.id: arrow.place.id for arrow in pathway.arrows}
    bad: Counter[str] = Counter()
    for finding in findings:
        for word in finding.message.split():
            home = homes.get(word) or word.partition("/")[0].partition("--")[0]
            if home in pathway.places:
                bad[home] += 1
                break
    return bad


def _demote_noisy_arrows(
    draft: Draft, tries: dict, name: str, facts: Facts, source: str, pathway: Pathway
):
    """Takes arrows that still disturb out of the first views: they show at full detail."""
    steps = {step["id"]: step for step in draft.steps}
    small = {p.id for p in draft.places.places.values() if p.id in tries and len(p.cells) <= SMALL}
    text, moved = "", []
    for _ in range(_ROUNDS):
        worst: Counter[str] = Counter()
        for finding in _fatal_findings(pathway):
            for word in finding.message.split():
                ids = [word] if word in steps else _pair(word, steps)
                worst.update(id for id in ids if steps[id]["panel"] in small)
        loud = [id for id, _ in worst.most_common() if steps[id]["tier"] != "extended"]
        if not loud:
            break
        for id in loud[: max(1, len(loud) // 2)]:
            steps[id]["tier"] = "extended"
            moved.append(id)
        text, pathway = _load(draft, tries, name, facts, source)
    if moved:
        draft.said.append(f"arrows that show at full detail only, for room: {listed(moved)}")
    if left := len(_fatal_findings(pathway)):
        draft.said.append(f"{left} findings of 'cascade lint' are left; move cells by hand")
    return text or written(draft, tries, source), pathway


def _pair(word: str, steps: dict[str, dict]) -> list[str]:
    """The arrows of a merged line 'place--from--to--family'."""
    parts = word.split("--")
    if len(parts) != 4:
        return []
    return [
        id for id, step in steps.items() if [step["panel"], step["from"], step["to"]] == parts[:3]
    ]
