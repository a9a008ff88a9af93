"""What the figure draws besides the values of its filters, for the key of panel and pictures."""

from collections.abc import Sequence

from ..i18n.translation import t, translatable, translate_tree
from ..layout.edge_bundling import merge_parallel
from ..model.pathway import Arrow, Pathway
from ..notation.grammar import FIRM_READOUT
from .elements import vague

MARKS = translatable(
    {
        "pale": "Pale: not measured on metastasis",
        "disputed": "Experts disagree",
        "merged": "Several arrows in one",
        "vague": "Sender not identified",
        "becomes": "One cell becomes another",
        "journey": "Journey of the tumor cell",
    }
)


def title() -> str:
    return t("Also drawn")


def marks(pathway: Pathway, arrows: Sequence[Arrow]) -> dict[str, str]:
    """The marks that a picture of some arrows has, with their words."""
    steps = [arrow.interaction for arrow in arrows]
    unnamed = vague(pathway)
    present = {
        "pale": any(step.readout != FIRM_READOUT for step in steps),
        "disputed": any(step.disputed for step in steps),
        "merged": any(line.merged for line in merge_parallel(arrows)),
        "vague": any(arrow.source in unnamed for arrow in arrows),
        "becomes": bool(pathway.becomes),
        "journey": bool(pathway.journey),
    }
    return {id_: label for id_, label in translate_tree(MARKS).items() if present[id_]}
