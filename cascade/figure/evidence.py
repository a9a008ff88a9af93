"""In whom or what arrows were seen, in words."""

from ..i18n.translation import t
from ..model import vocabulary as words
from ..model.documents import Interaction
from ..model.pathway import Pathway
from .sentences import listed, mid_sentence

MICE = ("mouse",)


def seen(interaction: Interaction) -> str:
    """'seen in patients', 'mice only', 'seen in human cells and culture'; '' where nobody says."""
    if "patients" in interaction.systems:
        return t("seen in patients")
    if interaction.systems == MICE:
        return t("mice only")
    names = [mid_sentence(t(words.SYSTEMS[system])) for system in interaction.systems]
    return t("seen in {systems}", systems=listed(names)) if names else ""


def overview(pathway: Pathway) -> str:
    """How many arrows have patients among their evidence, and how many rest on mice alone; ''
    where no arrow says."""
    interactions = [arrow.interaction for arrow in pathway.arrows]
    if not any(interaction.systems for interaction in interactions):
        return ""
    return t(
        "Of {all} arrows {patients} were seen in patients, {mice} in mice alone.",
        all=len(interactions),
        patients=sum("patients" in interaction.systems for interaction in interactions),
        mice=sum(interaction.systems == MICE for interaction in interactions),
    )
