"""The pathway of a sheet as plain data: ids made, the closed lists filled, nothing lost.

What a draft cannot know it fills with the least that can be said (binds, depends on context,
expression only, low confidence); what has no field goes into the note.
"""

import re
from collections import Counter
from dataclasses import dataclass, field

from ..exports.table import split
from ..loading.library import Facts
from ..loading.loader import is_id
from ..model.interaction_fields import BASIS, MOLECULES, ORDER, PHRASES, TEXTS, WORDS
from ..model.vocabulary import EFFECTS
from ..notation.grammar import sign_of
from .cells import DraftCells
from .library import DraftMolecules, DraftOrgans, DraftPapers
from .places import DraftPlaces
from .sheet import (
    DEFAULTS,
    Row,
    Sheet,
    clean,
    is_true,
    line,
    listed,
    number,
    slug,
    unique,
    word,
)

_NUMBERS = ("year", "bend", "pmid", "doi", "pmcid")
_APART = ("summary", "note")  # they are made or added to


@dataclass
class Draft:
    """The draft: `steps` are interactions in the order of the file, `scores` how strong each is.
    `free` are the ids of those whose tier the file does not tell."""

    title: str
    description: str
    steps: list[dict]
    places: DraftPlaces
    cells: DraftCells
    molecules: DraftMolecules
    organs: DraftOrgans
    papers: DraftPapers
    said: list[str]
    scores: dict[str, float] = field(default_factory=dict)
    free: list[str] = field(default_factory=list)


def draft(sheet: Sheet, facts: Facts, source: str) -> Draft:
    """The draft of a sheet, with the facts of a library; `source` is the file's name."""
    result = Draft(
        sheet.title or f"Imported from {source}", sheet.description, [],
        DraftPlaces(sheet.sketched), DraftCells(facts), DraftMolecules(facts), DraftOrgans(facts),
        DraftPapers(facts, source), [line(remark) for remark in sheet.said],
    )  # fmt: skip
    unknown: Counter[tuple[str, str]] = Counter()
    taken: set[str] = set()
    for row in sheet.rows:
        step = _interaction(row, result, unknown, taken, source)
        result.steps.append(step)
        if row.score is not None:
            result.scores[step["id"]] = row.score
    for (column, text), count in unknown.items():
        default = DEFAULTS.get(column, "none")
        result.said.append(
            f"unknown {column.replace('_', ' ')} '{text}' ({count}): '{default}' stands there, "
            "the word is in the note"
        )
    _mark_contradictions(result)
    result.said += _told(result)
    return result


def _interaction(row: Row, draft: Draft, unknown: Counter, taken: set[str], source: str) -> dict:
    step = {"from": draft.cells.id_of(row, "from"), "to": draft.cells.id_of(row, "to")}
    for column in WORDS:
        text = row.get(column).strip()
        value = word(column, text) if text else ""
        if text and not value:
            unknown[column, line(text)[:60]] += 1
            row.extras[column] = line(text)
        if value or column in DEFAULTS:
            step[column] = value or DEFAULTS[column]
    if systems := _systems(row):
        step["systems"] = systems
    for column in MOLECULES:
        if symbols := draft.molecules.symbols_of(row, column):
            step[column] = symbols
    for of, column in BASIS.items():
        if of in step and column not in step:
            step[column] = "database"
    for column in (*PHRASES, *TEXTS):
        if column not in _APART and (text := clean(row.get(column)).strip()):
            step[column] = text
    step["references"], opposing = draft.papers.of(row)
    if opposing:
        step["opposing"] = opposing
        step.setdefault("disputed", "Other papers disagree.")
    step["year"] = _year(row) or draft.papers.year(step["references"])
    summary = clean(row.get("summary")).strip()
    step["summary"] = summary or _summary(step, draft, source)
    if is_true(row.get("fits_2011_legend")):
        step["fits_2011_legend"] = True
    _bend(row, step)
    step["id"] = _id(row, step, draft, taken)
    taken.add(step["id"])
    if organ := row.get("organ"):
        step["organ"] = draft.organs.id_of(organ)
    step["panel"] = draft.places.put(row, step, draft.organs)
    if "tier" not in step:
        draft.free.append(step["id"])
        step["tier"] = "extended"
    for column in _NUMBERS:
        if text := line(row.extras.get(column, "")):
            draft.said.append(
                f"{row.where}: '{text[:60]}' is no {column} that can be read; it stands in the note"
            )
    note = clean(row.get("note")).strip()
    extras = "; ".join(f"{line(key)}: {line(text)}" for key, text in row.extras.items() if text)
    if note or extras:
        step["note"] = " ".join(
            filter(None, (note, f"Imported with it: {extras}." if extras else ""))
        )
    return {key: step[key] for key in ORDER if key in step}


def _systems(row: Row) -> list[str]:
    """In what it was seen; words that mean none of the closed list go into the note."""
    systems = [text for text in split(row.get("systems")) if text.strip()]
    known = {text: word("systems", text) for text in systems}
    if unknown := [line(text) for text, value in known.items() if not value]:
        row.extras["systems"] = ", ".join(unknown)
    return list(dict.fromkeys(value for value in known.values() if value))


def _id(row: Row, step: dict, draft: Draft, taken: set[str]) -> str:
    given = row.get("id")
    if is_id(given) and given not in taken:
        return given
    if given and given not in taken:
        row.extras["id"] = given
    parts = [step["from"], *(slug(m) for m in step.get("mediators", ())[:2]), step["to"]]
    return unique(slug(" ".join(parts)), taken)


def _year(row: Row) -> int | None:
    text = row.get("year").strip()
    # A spreadsheet may have made a decimal number of it.
    match = re.fullmatch(r"([0-9]{4})(?:\.0*)?", text)
    if match and 1800 <= int(match[1]) <= 2100:
        return int(match[1])
    if text:
        row.extras["year"] = text
    return None


def _bend(row: Row, step: dict) -> None:
    text = row.get("bend")
    bend = number(text)
    if bend is not None and abs(bend) <= 10_000:
        step["bend"] = bend
    elif text:
        row.extras["bend"] = text


def _summary(step: dict, draft: Draft, source: str) -> str:
    names = [
        draft.cells.own[id]["name"] if id in draft.cells.own else draft.cells.facts.cells[id].name
        for id in (step["from"], step["to"])
    ]
    return f"{names[0]} {EFFECTS[step['effect']]} {names[1]}, as {source} says; to be checked."


def _mark_contradictions(draft: Draft) -> None:
    """Two arrows that say opposite things of one molecule are called disputed, as a check would
    refuse them."""
    claims: dict[tuple, tuple[int, str]] = {}
    for step in draft.steps:
        sign = sign_of(step["effect"])
        if not sign or "disputed" in step:
            continue
        for molecule in dict.fromkeys(step.get("mediators", ())):
            key = step["panel"], step["from"], step["to"], molecule
            known, other = claims.setdefault(key, (sign, step["id"]))
            if known != sign and "disputed" not in step:
                step["disputed"] = f"The same file says the opposite, too ({other})."
                draft.said.append(
                    f"'{step['id']}' and '{other}' contradict each other: see 'disputed'"
                )


def _told(draft: Draft) -> list[str]:
    """What was found unknown, and what was read as something else."""
    remarks = list(draft.places.said)
    cells, molecules = draft.cells, draft.molecules
    if cells.own.keys() - set(cells.changed):
        new = [id for id in cells.own if id not in cells.changed]
        remarks.append(f"{len(new)} cells are new, with descriptions to be written: {listed(new)}")
    if cells.guessed:
        pairs = (f"{id} {cells.own[id]['lineage']}" for id in cells.guessed)
        remarks.append(f"lineages are guesses: {listed(pairs)}")
    if cells.changed:
        remarks.append(f"cells that differ from the library: {listed(cells.changed)}")
    if cells.untold:
        pairs = (f"{id} ({about})" for id, about in cells.untold.items())
        remarks.append(
            f"{len(cells.untold)} cells are the library's; what the file says of them is left out: "
            f"{listed(pairs)}"
        )
    for kind, taken in (("cells", cells.taken), ("molecules", molecules.taken)):
        if taken:
            pairs = (f"'{word}' is {id}" for word, id in taken.items())
            remarks.append(f"{kind} found under another name: {listed(pairs)}")
    if molecules.own:
        remarks.append(f"{len(molecules.own)} molecules are new: {listed(molecules.own)}")
    if draft.organs.own:
        remarks.append(f"organs are new: {listed(draft.organs.own)}")
    if draft.papers.unknown:
        remarks.append(
            f"{draft.papers.unknown} interactions name no paper: they cite the placeholder "
            "'imported-file' until you name one"
        )
    rest = [p["id"] for p in draft.papers.own.values() if p.get("unconfirmed")]
    rest = [id for id in rest if not id.startswith("imported-file")]
    if rest:
        remarks.append(f"papers to be looked up: {listed(rest)}")
    return remarks
