"""The papers of a GPML file: BioPAX in the older versions, Citations in GPML2021."""

from xml.etree.ElementTree import Element

from ..exports.table import joined
from .sheet import line

_FIELDS = ("pmids", "dois", "pmcids", "authors", "years", "titles")


class GpmlPapers:
    """The papers of a file by the id that elements refer to, in fields of exports/table.py
    (without 'paper_')."""

    def __init__(self, root: Element):
        self.known: dict[str, dict[str, str]] = {}
        for element in root.iter():
            kind = str(element.tag).rpartition("}")[2]
            if kind.casefold() == "publicationxref":
                id = next((v for k, v in element.items() if k.rpartition("}")[2] == "id"), "")
                if id:
                    self.known[id] = _biopax(element)
            elif kind == "Citation" and element.get("elementId"):
                self.known[element.get("elementId")] = _citation(element)

    def columns(self, element: Element) -> dict[str, str]:
        """The columns of the papers that an element cites itself."""
        papers = self._cited(element)
        if not papers:
            return {}
        return {
            f"paper_{field}": joined(paper.get(field, "") for paper in papers) for field in _FIELDS
        }

    def names(self, element: Element) -> list[str]:
        """An identifier, or the title, of each paper that an element cites itself."""
        return [
            next(filter(None, (
                f"PMID:{paper['pmids']}" if paper.get("pmids") else "",
                f"DOI:{paper['dois']}" if paper.get("dois") else "",
                paper.get("pmcids"), paper.get("titles"), "without an identifier",
            )))
            for paper in self._cited(element)
        ]  # fmt: skip

    def _cited(self, element: Element) -> list[dict[str, str]]:
        ids = []
        for child in element:
            kind = str(child.tag).rpartition("}")[2]
            if kind == "BiopaxRef":
                ids.append(line(child.text or ""))
            elif kind == "CitationRef":
                ids.append(child.get("elementRef") or "")
        return [self.known[id] for id in dict.fromkeys(ids) if any(self.known.get(id, {}).values())]


def _biopax(element: Element) -> dict[str, str]:
    texts = {str(c.tag).rpartition("}")[2].upper(): line(c.text or "") for c in element}
    paper = _identified(texts.get("DB", ""), texts.get("ID", ""))
    first = texts.get("AUTHORS", "").partition(",")[0].partition(";")[0].strip()
    return paper | {"authors": first, "years": texts.get("YEAR", ""),
                    "titles": texts.get("TITLE", "")}  # fmt: skip


def _citation(element: Element) -> dict[str, str]:
    for child in element:
        kind = str(child.tag).rpartition("}")[2]
        if kind == "Xref":
            database, id = child.get("dataSource") or "", child.get("identifier") or ""
            return _identified(line(database), line(id))
        if kind == "Url":
            return {"titles": line(child.get("description") or child.get("link") or "")}
    return {}


def _identified(database: str, id: str) -> dict[str, str]:
    """A paper's identifier in the column where it belongs."""
    name = database.casefold()
    if id and ("pubmed" in name or "pmid" in name) and id.isdigit():
        return {"pmids": id}
    if id.startswith("10.") and "/" in id:
        return {"dois": id}
    if id.upper().startswith("PMC") and id[3:].isdigit():
        return {"pmcids": id.upper()}
    return {"titles": f"{database} {id}".strip()} if id else {}
