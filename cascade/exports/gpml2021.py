"""GPML2021, which PathVisio 4 reads, written with lxml. As gpml.py, in the newer words."""

from lxml import etree

from ..model.documents import Reference
from ..model.selection import Selection
from .gpml import PREFIX, number
from .gpml_board import COMMENTS, Board, BoardLine, BoardPanel, board, paper_id, xml_id
from .graph import Vertex

NAMESPACE = "http://pathvisio.org/GPML/2021"


def write(selection: Selection, theme: str = "light") -> bytes:
    root = pathway(board(selection, "gpml2021", theme))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def pathway(drawn: Board) -> etree._Element:
    """The root element, its parts in the order that the schema demands."""
    names = {"title": drawn.title, "organism": "Homo sapiens", "source": "cascade"}
    root = etree.Element(f"{{{NAMESPACE}}}Pathway", nsmap={None: NAMESPACE}, attrib=names)
    _add(root, "Description").text = drawn.remarks[0]
    _add(root, "Comment", source="cascade").text = drawn.remarks[1]
    _add(root, "Property", key=f"{PREFIX}origin", value=f"{drawn.dx:.2f} {drawn.dy:.2f}")
    _add(root, "Graphics", boardWidth=number(drawn.width), boardHeight=number(drawn.height))
    nodes = _add(root, "DataNodes")
    for cell in drawn.cells:
        _cell(nodes, cell, drawn)
    lines = _add(root, "Interactions")
    for line in drawn.lines:
        _line(lines, line, drawn)
    shapes = _add(root, "Shapes")
    for order, panel in enumerate(drawn.panels):
        _panel(shapes, panel, order, drawn)
    citations = _add(root, "Citations")
    for id, paper in drawn.papers.items():
        _paper(citations, id, paper)
    return root


def _cell(nodes: etree._Element, cell: Vertex, drawn: Board) -> None:
    element = _add(nodes, "DataNode", elementId=xml_id(cell.id), textLabel=cell.label, type="Cell")
    facts = cell.facts()
    if curie := facts.get("curie"):
        _add(element, "Xref", identifier=curie, dataSource="Cell Ontology")
    _add(
        element, "Graphics", centerX=number(cell.x + drawn.dx), centerY=number(cell.y + drawn.dy),
        width=number(cell.width), height=number(cell.height), fontSize="16", vAlign="Middle",
        borderColor=cell.line[1:], borderWidth="2.0", fillColor=cell.fill[1:], shapeType="Oval",
        zOrder="32768",
    )  # fmt: skip
    _add(element, "Comment", source="cascade").text = facts.pop("description")
    for key, text in facts.items():
        _add(element, "Property", key=PREFIX + key, value=text)


def _line(lines: etree._Element, line: BoardLine, drawn: Board) -> None:
    element = _add(lines, "Interaction", elementId=line.id)
    points = _add(element, "Waypoints")
    ends = line.ends
    for end, x, y, rel, node, head in (
        (1, ends.x1, ends.y1, ends.rel1, line.source, "Undirected"),
        (2, ends.x2, ends.y2, ends.rel2, line.target, line.words.gpml2021),
    ):
        _add(
            points, "Point", elementId=f"{line.id}.{end}", arrowHead=head, x=number(x + drawn.dx),
            y=number(y + drawn.dy), elementRef=xml_id(node), relX=number(rel[0]),
            relY=number(rel[1]),
        )  # fmt: skip
    _add(
        element, "Graphics", lineColor=line.color[1:], lineWidth=number(line.width), zOrder="12288",
        lineStyle="Dashed" if line.dashed else "Solid", connectorType="Straight",
    )  # fmt: skip
    remarks = dict(line.remarks)
    for key in COMMENTS:
        if text := remarks.pop(key, ""):
            _add(element, "Comment", source=f"cascade {key}").text = text
    for key, text in remarks.items():
        _add(element, "Property", key=PREFIX + key, value=text)
    for paper in line.papers:
        _add(element, "CitationRef", elementRef=paper_id(paper))


def _panel(shapes: etree._Element, panel: BoardPanel, order: int, drawn: Board) -> None:
    element = _add(shapes, "Shape", elementId=panel.id, textLabel=panel.name)
    x, y = panel.box.center
    _add(
        element, "Graphics", centerX=number(x + drawn.dx), centerY=number(y + drawn.dy),
        width=number(panel.box.width), height=number(panel.box.height), fontSize="18",
        fontWeight="Bold", vAlign="Top", borderColor="808080", shapeType="RoundedRectangle",
        zOrder=str(order),
    )  # fmt: skip


def _paper(citations: etree._Element, id: str, paper: Reference) -> None:
    element = _add(citations, "Citation", elementId=paper_id(id))
    known = {"PubMed": paper.pmid, "DOI": paper.doi, "PMC": paper.pmcid}
    for database, value in known.items():
        if value:
            _add(element, "Xref", identifier=value, dataSource=database)
            return
    # The schema has a place for a link alone, and a paper without an identifier has none.
    _add(element, "Url", link=f"{paper.first_author} {paper.year}. {paper.title}")


def _add(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{name}", attrib=attributes)
