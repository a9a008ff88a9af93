"""In whom or what arrows were seen, in words."""

from ..i18n.translation import t
from ..model import vocabulary as words
from ..model.documents import Interaction
from ..model.pathway import Pathway
from .sentences import listed, lower

MICE = ("mouse",)


def seen(step: Interaction) -> str:
    """'seen in patients', 'mice only', 'seen in human cells and culture'; '' where nobody says."""
    if "patients" in step.systems:
        return t("seen in patients")
    if step.systems == MICE:
        return t("mice only")
    names = [lower(t(words.SYSTEMS[one])) for one in step.systems]
    return t("seen in {systems}", systems=listed(names)) if names else ""


def overview(pathway: Pathway) -> str:
    """How many arrows have patients among their evidence, and how many rest on mice alone; ''
    where no arrow says."""
    steps = [arrow.interaction for arrow in pathway.arrows]
    if not any(step.systems for step in steps):
        return ""
    return t(
        "Of {all} arrows {patients} were seen in patients, {mice} in mice alone.",
        all=len(steps),
        patients=sum("patients" in step.systems for step in steps),
        mice=sum(step.systems == MICE for step in steps),
    )
