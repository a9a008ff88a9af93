"""What GPML2013a.xsd and GPML2021.xsd demand of the elements that we write, as two tables.

The schemas themselves carry no license, so they are not copied here; the tables were made by
reading them. A rule is (children in their order, attributes that must be there, others allowed).
'*' after a child means any number, '?' at most one, '+' two or more; none means exactly one.
"""

import re

from lxml import etree

NCNAME = re.compile(r"[A-Za-z_][\w.-]*")
HEX = re.compile(r"(?:[0-9a-fA-F]{2})+")
RECT = "CenterX CenterY Width Height"
LOOK = "ZOrder FontSize FontWeight Valign Color FillColor ShapeType LineStyle LineThickness"
NOTES = "Comment* PublicationXref* BiopaxRef* Attribute*"
GPML2013A = {
    "Pathway": (
        f"{NOTES} Graphics? DataNode* State* Interaction* GraphicalLine* Label* Shape* Group* "
        "InfoBox Legend? Biopax?",
        "Name",
        "Organism Data-Source Version Author Maintainer Email License Last-Modified",
    ),
    "Pathway/Graphics": ("", "BoardWidth BoardHeight", ""),
    "Comment": ("", "", "Source"),
    "BiopaxRef": ("", "", ""),
    "Attribute": ("", "Key Value", ""),
    "DataNode": (f"{NOTES} Graphics Xref", "TextLabel", "GraphId GroupRef Type"),
    "DataNode/Graphics": ("", RECT, LOOK),
    "Interaction": (f"{NOTES} Graphics Xref", "", "GraphId GroupRef Type"),
    "Interaction/Graphics": (
        "Point+ Anchor*", "", "Color LineThickness LineStyle ConnectorType ZOrder",
    ),
    "Point": ("", "X Y", "RelX RelY GraphRef GraphId ArrowHead"),
    "Xref": ("", "Database ID", ""),
    "Shape": (f"{NOTES} Graphics", "", "GraphId GroupRef TextLabel"),
    "Shape/Graphics": ("", f"{RECT} ShapeType", f"{LOOK} Rotation"),
    "InfoBox": ("", "CenterX CenterY", ""),
    "Biopax": ("PublicationXref* openControlledVocabulary*", "", ""),
    "PublicationXref": ("ID DB TITLE SOURCE YEAR AUTHORS*", "id", ""),
    **dict.fromkeys(("ID", "DB", "TITLE", "SOURCE", "YEAR", "AUTHORS"), ("", "", "datatype")),
}  # fmt: skip
TEXTS = "Comment* Property* AnnotationRef* CitationRef* EvidenceRef*"
BOX = "centerX centerY width height"
SKIN = "fontSize fontWeight vAlign borderColor borderWidth borderStyle fillColor shapeType zOrder"
GPML2021 = {
    "Pathway": (
        f"Xref? Description? Authors? {TEXTS} Graphics? DataNodes? Interactions? "
        "GraphicalLines? Labels? Shapes? Groups? Annotations? Citations? Evidences?",
        "title", "organism source version license",
    ),
    "Pathway/Graphics": ("", "boardWidth boardHeight", "backgroundColor"),
    "Description": ("", "", ""),
    "Comment": ("", "", "source"),
    "Property": ("", "key value", ""),
    "DataNodes": ("DataNode*", "", ""),
    "DataNode": (
        f"Xref? States? Graphics {TEXTS}", "elementId textLabel", "type groupRef aliasRef",
    ),
    "DataNode/Graphics": ("", BOX, f"{SKIN} rotation"),
    "Interactions": ("Interaction*", "", ""),
    "Interaction": (f"Xref? Waypoints Graphics {TEXTS}", "elementId", "groupRef"),
    "Waypoints": ("Point+ Anchor*", "", ""),
    "Point": ("", "elementId x y", "arrowHead elementRef relX relY"),
    "Interaction/Graphics": ("", "", "lineColor lineStyle lineWidth connectorType zOrder"),
    "Shapes": ("Shape*", "", ""),
    "Shape": (f"Graphics {TEXTS}", "elementId", "textLabel groupRef"),
    "Shape/Graphics": ("", BOX, f"{SKIN} rotation"),
    "Citations": ("Citation*", "", ""),
    "Citation": ("Xref? Url?", "elementId", ""),
    "CitationRef": ("", "elementRef", ""),
    "Xref": ("", "identifier dataSource", ""),
    "Url": ("", "link", ""),
}  # fmt: skip
VALUES = {
    "ArrowHead": {"mim-stimulation", "mim-inhibition", "mim-conversion", "mim-binding",
                  "mim-translocation"},
    "arrowHead": {"Undirected", "Conversion", "Inhibition", "Stimulation", "Binding",
                  "Translocation"},
    "LineStyle": {"Solid", "Broken"},
    "lineStyle": {"Solid", "Dashed"},
    "ConnectorType": {"Straight"},
    "connectorType": {"Straight"},
    "Valign": {"Top", "Middle", "Bottom"},
    "vAlign": {"Top", "Middle", "Bottom"},
    "FontWeight": {"Normal", "Bold"},
    "fontWeight": {"Normal", "Bold"},
}  # fmt: skip
FLOATS = {name.lower() for name in f"{RECT} BoardWidth BoardHeight X Y RelX RelY".split()}
FLOATS |= {"linethickness", "linewidth", "borderwidth"}
COLORS = {"color", "fillcolor", "bordercolor", "linecolor"}
IDS = {"GraphId", "elementId", "id"}
REFERENCES = {"GraphRef", "elementRef"}


def problems(content: bytes) -> list[str]:
    """Everything in a GPML file that its schema would refuse."""
    root = etree.fromstring(content)
    rules = GPML2021 if "2021" in etree.QName(root).namespace else GPML2013A
    found, ids = [], []
    for element in root.iter():
        name = etree.QName(element).localname
        parent = element.getparent()
        above = etree.QName(parent).localname if parent is not None else ""
        rule = rules.get(f"{above}/{name}") or rules.get(name)
        if rule is None:
            found.append(f"unknown element {above}/{name}")
            continue
        order, needed, allowed = (part.split() for part in rule)
        found += _children(name, [etree.QName(child).localname for child in element], order)
        attributes = {etree.QName(key).localname: value for key, value in element.items()}
        found += [f"{name} lacks {key}" for key in needed if key not in attributes]
        for key, value in attributes.items():
            if key not in (*needed, *allowed):
                found.append(f"{name} has {key}")
            elif not _fits(key, value):
                found.append(f"{name} {key}={value!r}")
            if key in IDS:
                ids.append(value)
    found += [f"id {id} twice" for id in set(ids) if ids.count(id) > 1]
    wanted = [(e.get(key), e.tag) for e in root.iter() for key in REFERENCES if e.get(key)]
    wanted += [(e.text, e.tag) for e in root.iter("{*}BiopaxRef")]
    return found + [f"{tag} refers to {id}" for id, tag in wanted if id not in ids]


def _children(name: str, children: list[str], order: list[str]) -> list[str]:
    """Whether children come in order and number."""
    pattern = "".join(
        f"(?:{part.rstrip('*?+')},)" + {"*": "*", "?": "?", "+": "{2,}"}.get(part[-1], "{1}")
        for part in order
    )
    if re.fullmatch(pattern, "".join(f"{child}," for child in children)):
        return []
    return [f"{name} holds {children[:8]}"]


def _fits(key: str, value: str) -> bool:
    if key in VALUES:
        return value in VALUES[key]
    if key in IDS:
        return bool(NCNAME.fullmatch(value))
    if key.lower() in FLOATS:
        return value == f"{float(value)}" or abs(float(value)) < 1e6
    if key.lower() in COLORS:
        return bool(HEX.fullmatch(value))
    if key in ("ZOrder", "zOrder", "FontSize", "fontSize"):
        return value.isdigit()
    return True
