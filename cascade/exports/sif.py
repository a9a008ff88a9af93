"""Simple interaction format: sender, verb, receiver. Cell types, not places, are the nodes.

The format knows no remarks: Cytoscape would draw a line with # as a node. So what it loses is
said by the command and in docs/formats.md, not in the file.
"""

from ..model.pathway import Arrow, Pathway
from ..model.selection import Selection


def write(selection: Selection, theme: str = "light") -> bytes:
    """One line an interaction, tabs between."""
    lines = [_line(arrow, selection.pathway) for arrow in selection.arrows]
    return ("\n".join(lines) + "\n").encode()


def _line(arrow: Arrow, pathway: Pathway) -> str:
    interaction = arrow.interaction
    names = (
        pathway.cells[interaction.from_].name,
        interaction.effect,
        pathway.cells[interaction.to].name,
    )
    return "\t".join(" ".join(name.split()) for name in names)
