"""Molecules, organs and papers of a draft: those of the library, else new ones."""

import re
from datetime import date
from itertools import zip_longest

from ..exports.table import PAPER, split
from ..loading.library import Facts
from ..loading.loader import is_id
from .evidence import SIDES, notices
from .sheet import Row, clean, line, slug, unique

_DOI = re.compile(r"10\.\d{4,}/\S+")
_PMID = re.compile(r"[0-9]{1,9}")
_PMCID = re.compile(r"PMC\d+")
PLACEHOLDER = "imported-file"


class DraftMolecules:
    """Finds or makes molecules. `own` are the entries for the draft, by symbol."""

    def __init__(self, facts: Facts):
        self.facts = facts
        self.own: dict[str, dict] = {}
        self.taken: dict[str, str] = {}

    def symbols_of(self, row: Row, column: str) -> list[str]:
        """The symbols in a row's list; `<column less its s>_ids` tells their HGNC symbols."""
        words = [line(word) for word in split(row.get(column))] if row.get(column) else []
        ids = split(row.get(f"{column.removesuffix('s')}_ids"))
        pairs = zip_longest(words, ids[: len(words)], fillvalue="")
        return [self._find(word, id) for word, id in pairs if word]

    def _find(self, word: str, id: str) -> str:
        if word in self.facts.molecules or word in self.own:
            return word
        if match := self.facts.find_synonym("molecule", word):
            if word.casefold() != match.casefold():
                self.taken[word] = match
            return match
        entry = {"symbol": word, "kind": "protein", "name": word, "class": "imported"}
        if id.startswith("hgnc.symbol:"):
            entry["hgnc"] = id.removeprefix("hgnc.symbol:")
        self.own[word] = entry
        return word


class DraftOrgans:
    """Finds or makes organs."""

    def __init__(self, facts: Facts):
        self.facts = facts
        self.own: dict[str, dict] = {}

    def id_of(self, word: str) -> str:
        word = line(word)
        if not word or word in self.facts.organs:
            return word
        for id, organ in self.facts.organs.items():
            if word.casefold() in (organ.name.casefold(), organ.name.partition(" (")[0].casefold()):
                return id
        id = word if is_id(word) else slug(word, "organ")
        self.own.setdefault(id, {"id": id, "name": word[:1].upper() + word[1:]})
        return id


class DraftPapers:
    """Finds or makes references. `unknown` counts the rows that name no paper."""

    def __init__(self, facts: Facts, source: str):
        self.facts = facts
        self.source = source
        self.own: dict[str, dict] = {}
        self.unknown = 0
        self._by_id = {}
        for id, paper in facts.references.items():
            for value in (paper.pmid, paper.doi, paper.pmcid):
                if value:
                    self._by_id[value.casefold()] = id

    def of(self, row: Row) -> tuple[list[str], list[str]]:
        """Ids of the references and of the opposing papers of a row."""
        noticed = notices(split(row.get("notices")))
        references, opposing = (self._side(row, side, noticed) for side in SIDES)
        if not references:
            self.unknown += 1
            references = [self._placeholder()]
        return references, opposing

    def year(self, ids: list[str]) -> int:
        """The earliest year of some references."""
        years = [
            self.own[id]["year"] if id in self.own else self.facts.references[id].year for id in ids
        ]
        return min(years)

    def _side(self, row: Row, side: str, told: dict[str, dict]) -> list[str]:
        columns = (side, *(f"{SIDES[side]}_{field}" for field in PAPER))
        lists = [split(row.get(column)) if row.get(column) else [] for column in columns]
        papers = [
            [clean(text).strip() for text in paper]
            for paper in zip_longest(*lists, fillvalue="")
            if any(paper)
        ]
        ids = [self._find(*paper, row, told) for paper in papers]
        return list(dict.fromkeys(id for id in ids if id))

    def _find(self, id, pmid, doi, pmcid, author, year, title, row: Row, notices: dict) -> str:
        pmid = pmid.upper().removeprefix("PMID:").strip()
        pmid = re.sub(r"\.0+$", "", pmid)  # a spreadsheet may have made a decimal number of it
        doi = re.sub(r"^(?:doi:\s*|https?://(?:dx\.)?doi\.org/)", "", doi, flags=re.IGNORECASE)
        if pmid and not _PMID.fullmatch(pmid):
            row.extras["pmid"], pmid = pmid, ""
        if doi and not _DOI.fullmatch(doi):
            row.extras["doi"], doi = doi, ""
        if pmcid and not _PMCID.fullmatch(pmcid):
            row.extras["pmcid"], pmcid = pmcid, ""
        known = self.facts.references.get(id)
        if known and (not pmid or pmid == known.pmid) and (not doi or doi == known.doi):
            return id
        if not id:
            for value in (pmid, doi, pmcid):
                if paper := self._by_id.get(value.casefold()):
                    return paper
            if not (pmid or doi or pmcid or title or author):
                return ""
        good = int(year) if re.fullmatch(r"1[89]\d\d|20\d\d|2100", year) else None
        wanted = (
            id
            if is_id(id)
            else slug(f"{author} {year}" if author else f"paper {pmid or doi or pmcid}")
        )
        id_ = wanted if is_id(id) else unique(wanted, {*self.own, *self.facts.references})
        entry = {
            "id": id_,
            "first_author": author or "To be looked up",
            "year": good or date.today().year,
            "title": title or f"To be looked up ({pmid or doi or pmcid or id})",
            "doi": doi,
            "pmid": pmid,
            "pmcid": pmcid,
            "verification": "partial",
        }
        paper = {"first_author": author, "year": good, "title": title}
        entry["unconfirmed"] = [key for key, value in paper.items() if not value]
        names = (id, f"PMID:{pmid}", f"DOI:{doi}", f"PMCID:{pmcid}")
        entry["notice"] = next((notices[name] for name in names if name in notices), None)
        self.own[id_] = {key: value for key, value in entry.items() if value}
        for value in (pmid, doi.casefold(), pmcid.casefold()):
            if value:
                self._by_id.setdefault(value, id_)
        return id_

    def _placeholder(self) -> str:
        id = unique(PLACEHOLDER, self.facts.references)
        self.own[id] = {
            "id": id,
            "first_author": "Nobody yet",
            "year": date.today().year,
            "title": f"Imported from {self.source}; replace by the paper that shows it",
            "type": "review",
            "unconfirmed": ["first_author", "year", "title"],
        }
        return id
