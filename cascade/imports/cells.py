"""The cell types of a draft: those of the library by any of their names, else new ones."""

import re

from ..loading.library import Facts
from ..loading.loader import is_id
from ..model.vocabulary import LINEAGES
from .sheet import Row, line, slug, unique

_GUESSES = {
    "neoplastic": r"tumou?r cell|cancer cell|carcinoma|malignan|neoplas|metasta|melanoma|\bctc",
    "platelet": r"platelet|megakaryocyte|thrombocyte",
    "lymphoid": r"\b[tb][ _-]?cell|lymphocyte|\bnk\b|natural killer|treg|plasma cell|\bilc|cd[48]\b"
    r"|cd[48]\+|lymphoid|cd[48][ _]t",
    "vascular": r"endotheli|pericyte|mural|vessel",
    "myeloid": r"macrophage|monocyte|neutrophil|dendritic|\bdcs?\b|mast|myeloid|granulocyte"
    r"|eosinophil|basophil|mdsc|kupffer|microglia|leukocyte|\bmono|\btams?\b",
    "stromal": r"fibroblast|\bcafs?\b|stroma|mesenchym|osteob|osteocl|adipocyte|stellate|msc",
}
_SHORT = 14


class DraftCells:
    """Finds or makes the cell of each end of a row. `own` are the entries for the draft, by id;
    `guessed` the ids whose lineage is a guess, `taken` the other spellings of library cells,
    `untold` what the file says of cells that the library describes."""

    def __init__(self, facts: Facts):
        self.facts = facts
        self.own: dict[str, dict] = {}
        self.guessed: list[str] = []
        self.taken: dict[str, str] = {}
        self.changed: list[str] = []
        self.untold: dict[str, str] = {}
        self._known: dict[tuple, str] = {}

    def id_of(self, row: Row, end: str) -> str:
        keys = (end, *(f"{end}_{part}" for part in ("name", "short", "cl", "lineage")))
        values = tuple(line(row.get(key)) for key in keys)
        if values not in self._known:
            about = line(row.get(f"{end}_about"))
            self._known[values] = id = self._find(*values, about=about)
            if about and id not in self.own:
                self.untold[id] = about
        return self._known[values]

    def _find(self, id: str, name: str, short: str, term: str, lineage: str, about: str) -> str:
        cells = self.facts.cells
        lineage = lineage if lineage in LINEAGES else ""
        if id in cells and (not name or name == id):
            return id
        if id in cells:
            entry = cells[id].model_dump(by_alias=True, exclude_none=True, mode="json")
            wanted = {"name": name, "short": short, "lineage": lineage}
            news = {key: text for key, text in wanted.items() if text and text != entry[key]}
            old = entry.get("cell_ontology", {}).get("id", "")
            if short and lineage and term != old:
                entry.pop("cell_ontology", None)
                news |= _term(term, name)
            elif not news:
                return id
            if short or lineage:
                self.own[id] = entry | news
                self.changed.append(id)
                return id
        word = name or id
        # A table that tells id and name of its own cell types means exactly those.
        if not (is_id(id) and name and name != id) and (cell := self._meant(word, term)):
            if word not in (cell, cells[cell].name):
                self.taken[word] = cell
            return cell
        return self._make(id, word, short, term, lineage, about)

    def _meant(self, word: str, term: str) -> str | None:
        spaced = " ".join(re.split(r"[\s_.]+", word)).strip()
        tries = [word, spaced, spaced.removesuffix("s"), spaced.replace("-", " "), slug(spaced)]
        for candidate in dict.fromkeys(tries):
            if candidate in self.facts.cells:
                return candidate
            if id_ := self.facts.find_synonym("cell", candidate):
                return id_
        exact = [
            id
            for id, cell in self.facts.cells.items()
            if term and (o := cell.cell_ontology) and o.id == term and o.match == "exact"
        ]
        return exact[0] if len(exact) == 1 else None

    def _make(self, id: str, word: str, short: str, term: str, lineage: str, about: str) -> str:
        wanted = id if is_id(id) and id not in self.own else slug(word, "cell")
        id_ = unique(wanted, {*self.own, *self.facts.cells})
        name = word if not is_id(word) else word.replace("-", " ")
        entry = {"id": id_, "name": name[:1].upper() + name[1:], "short": short or shortened(name)}
        of = f" ({about})" if about else ""
        entry["description"] = f"Imported{of}; say in one sentence what it is."
        entry |= _term(term, name)
        entry["lineage"] = lineage or guess(name)
        if not lineage:
            self.guessed.append(id_)
        self.own[id_] = entry
        return id_


def _term(term: str, name: str) -> dict:
    """The ontology term of a new cell; whether its label fits is for the author to see."""
    if not re.fullmatch(r"CL:\d{7}", term):
        return {}
    return {"cell_ontology": {"id": term, "label": name, "match": "broad"}}


def guess(name: str) -> str:
    """The lineage that a name sounds like; 'resident' where it sounds like none."""
    plain = name.casefold().replace("_", " ")
    return next((id for id, words in _GUESSES.items() if re.search(words, plain)), "resident")


def shortened(name: str) -> str:
    """A name for the drawing."""
    if len(name) <= _SHORT:
        return name
    cut = name[: _SHORT + 1].rpartition(" ")[0] or name[:_SHORT]
    return f"{cut.rstrip(' ,;-')}…" if len(cut) < len(name) else cut
