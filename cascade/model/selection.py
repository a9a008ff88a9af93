"""The part of a pathway that an export holds."""

from dataclasses import dataclass

from .pathway import Arrow, Node, Pathway
from .vocabulary import RANK


@dataclass(frozen=True)
class Selection:
    """Arrows of a pathway with the nodes at their ends, in the order of the files."""

    pathway: Pathway
    arrows: tuple[Arrow, ...]
    nodes: tuple[Node, ...]
    stage: str = ""
    organ: str = ""
    tier: str = "extended"
    focus: str = ""

    @property
    def name(self) -> str:
        """The pathway, and what was asked of it: a name for a file, without language and ending."""
        parts = (self.pathway.id, self.stage, self.organ, self.focus)
        tier = self.tier if self.tier != "extended" else ""
        return "-".join(part for part in (*parts, tier) if part)


def select(
    pathway: Pathway, stage: str = "", organ: str = "", tier: str = "extended", focus: str = ""
) -> Selection:
    """The arrows of a stage, of an organ, up to a tier, of a cell type; '' asks for all.

    An arrow belongs to an organ by its own word or by its place, as in the figure's organ views.
    """

    def wanted(arrow: Arrow) -> bool:
        interaction = arrow.interaction
        return (
            stage in ("", arrow.place.stage.id)
            and organ in ("", interaction.organ or "", arrow.place.organ or "")
            and RANK[interaction.tier] <= RANK[tier]
            and focus in ("", interaction.from_, interaction.to)
        )

    arrows = tuple(arrow for arrow in pathway.arrows if wanted(arrow))
    ends = {end for arrow in arrows for end in (arrow.source, arrow.target)}
    nodes = tuple(node for node in pathway.nodes.values() if node.id in ends)
    return Selection(pathway, arrows, nodes, stage, organ, tier, focus)
