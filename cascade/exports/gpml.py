"""GPML2013a, the format of PathVisio and of WikiPathways today, written with lxml.

Cells are DataNodes of the type Unknown with their Cell Ontology id: GPML2013a names no type for
cells. What has no place of its own stands in Comments and Attributes.
"""

from lxml import etree

from ..model.documents import Reference
from ..model.selection import Selection
from .gpml_board import COMMENTS, Board, BoardLine, BoardPanel, board, paper_id, xml_id
from .graph import Vertex

NAMESPACE = "http://pathvisio.org/GPML/2013a"
BIOPAX = "http://www.biopax.org/release/biopax-level3.owl#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
STRING = "http://www.w3.org/2001/XMLSchema#string"
PREFIX = "cascade:"
"""Before the keys of attributes, as PathVisio wants for what is not its own."""


def write(selection: Selection, theme: str = "light") -> bytes:
    root = pathway(board(selection, "gpml", theme))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def pathway(drawn: Board) -> etree._Element:
    """The root element, its parts in the order that the schema demands."""
    names = {"Name": drawn.title[:50], "Organism": "Homo sapiens", "Data-Source": "cascade"}
    root = etree.Element(f"{{{NAMESPACE}}}Pathway", nsmap={None: NAMESPACE}, attrib=names)
    for source, text in zip(("WikiPathways-description", "cascade"), drawn.remarks, strict=True):
        _add(root, "Comment", Source=source).text = text
    origin = f"{drawn.dx:.2f} {drawn.dy:.2f}"
    _add(root, "Attribute", Key=f"{PREFIX}origin", Value=origin)
    _add(root, "Graphics", BoardWidth=number(drawn.width), BoardHeight=number(drawn.height))
    for cell in drawn.cells:
        _cell(root, cell, drawn)
    for line in drawn.lines:
        _line(root, line, drawn)
    for order, panel in enumerate(drawn.panels):
        _panel(root, panel, order, drawn)
    _add(root, "InfoBox", CenterX="0.0", CenterY="0.0")
    if drawn.papers:
        biopax = _add(root, "Biopax")
        for id, paper in drawn.papers.items():
            _paper(biopax, id, paper)
    return root


def _cell(root: etree._Element, cell: Vertex, drawn: Board) -> None:
    element = _add(root, "DataNode", TextLabel=cell.label, GraphId=xml_id(cell.id), Type="Unknown")
    facts = cell.facts()
    _add(element, "Comment", Source="cascade").text = facts.pop("description")
    for key, text in facts.items():
        _add(element, "Attribute", Key=PREFIX + key, Value=text)
    _add(
        element, "Graphics", CenterX=number(cell.x + drawn.dx), CenterY=number(cell.y + drawn.dy),
        Width=number(cell.width), Height=number(cell.height), ZOrder="32768", FontSize="16",
        Valign="Middle", Color=cell.line[1:], FillColor=cell.fill[1:], ShapeType="Oval",
    )  # fmt: skip
    curie = facts.get("curie", "")
    _add(element, "Xref", Database="Cell Ontology" if curie else "", ID=curie)


def _line(root: etree._Element, line: BoardLine, drawn: Board) -> None:
    element = _add(root, "Interaction", GraphId=line.id)
    remarks = dict(line.remarks)
    for key in COMMENTS:
        if text := remarks.pop(key, ""):
            _add(element, "Comment", Source=f"cascade {key}").text = text
    for paper in line.papers:
        _add(element, "BiopaxRef").text = paper_id(paper)
    for key, text in remarks.items():
        _add(element, "Attribute", Key=PREFIX + key, Value=text)
    graphics = _add(
        element, "Graphics", ConnectorType="Straight", ZOrder="12288", Color=line.color[1:],
        LineThickness=number(line.width), LineStyle="Broken" if line.dashed else "Solid",
    )  # fmt: skip
    ends = line.ends
    for x, y, rel, node, head in (
        (ends.x1, ends.y1, ends.rel1, line.source, {}),
        (ends.x2, ends.y2, ends.rel2, line.target, {"ArrowHead": line.words.gpml}),
    ):
        _add(
            graphics, "Point", X=number(x + drawn.dx), Y=number(y + drawn.dy),
            GraphRef=xml_id(node), RelX=number(rel[0]), RelY=number(rel[1]), **head,
        )  # fmt: skip
    _add(element, "Xref", Database="", ID="")


def _panel(root: etree._Element, panel: BoardPanel, order: int, drawn: Board) -> None:
    element = _add(root, "Shape", TextLabel=panel.name, GraphId=panel.id)
    x, y = panel.box.center
    _add(
        element, "Graphics", CenterX=number(x + drawn.dx), CenterY=number(y + drawn.dy),
        Width=number(panel.box.width), Height=number(panel.box.height), ZOrder=str(order),
        FontSize="18", FontWeight="Bold", Valign="Top", Color="808080",
        ShapeType="RoundedRectangle",
    )  # fmt: skip


def _paper(biopax: etree._Element, id: str, paper: Reference) -> None:
    names = {"bp": BIOPAX, "rdf": RDF}
    element = etree.SubElement(biopax, f"{{{BIOPAX}}}PublicationXref", nsmap=names)
    element.set(f"{{{RDF}}}id", paper_id(id))
    known = {"PubMed": paper.pmid, "DOI": paper.doi, "PMC": paper.pmcid}
    database = next((name for name, value in known.items() if value), "")
    texts = {
        "ID": known.get(database) or "",
        "DB": database,
        "TITLE": paper.title,
        "SOURCE": paper.journal or "",
        "YEAR": str(paper.year),
        "AUTHORS": paper.first_author,
    }
    for name, text in texts.items():
        part = etree.SubElement(element, f"{{{BIOPAX}}}{name}")
        part.set(f"{{{RDF}}}datatype", STRING)
        part.text = text


def _add(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{name}", attrib=attributes)


def number(value: float) -> str:
    return f"{value:.6g}" if abs(value) < 1 else f"{value:.2f}"
