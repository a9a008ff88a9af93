"""What a page shows where no script runs: the picture of the overview, and every interaction."""

import re
from collections.abc import Iterator
from itertools import groupby

from markupsafe import Markup

from ..figure.card_records import where
from ..figure.facets import agents
from ..figure.sentences import mention, names
from ..i18n.templates import templates
from ..i18n.translation import t
from ..layout.drawing import Drawing
from ..layout.visibility import views
from ..model.pathway import Arrow, Pathway
from ..model.vocabulary import EFFECTS
from ..notation.palette import PAGE
from ..svg import svg
from ..svg.xml import tag

PREFIX = "n-"

_TOLD = re.compile(r"<title>[^<]*</title>")
_PLACES = re.compile(r' (?:d|x|y)="[^"]*"')
_FINE = re.compile(r"-?\d{2,}\.\d+")


def still_picture(drawing: Drawing) -> Markup:
    """The picture of the overview, with its legend and citation, in the page's colors."""
    pathway, overview = drawing.pathway, next(views(drawing))
    picture = lighter(svg(drawing, overview, PAGE, ids_prefix=prefix(pathway), sized=False))
    return Markup(tag("figure", picture, class_="still", data_pathway=pathway.id))


def still_table(pathway: Pathway) -> Markup:
    """Every interaction with its papers."""
    text = (
        templates()
        .get_template("noscript.html")
        .render(title=pathway.title, groups=list(groups(pathway)))
    )
    return Markup("".join(line.strip() for line in text.splitlines()))


def prefix(pathway: Pathway) -> str:
    """What the ids of a pathway's picture begin with, so that they are not those of the page."""
    return f"{PREFIX}{pathway.id}-"


def lighter(picture: str) -> str:
    """The picture without what a page that holds it, and a table, can spare: the sentences of the
    arrows, which are the table's rows, and what is finer than half a drawing unit."""
    symbols, end, drawn = picture.rpartition("</defs>")
    drawn = _TOLD.sub("", drawn)
    drawn = _PLACES.sub(lambda m: _FINE.sub(lambda n: f"{float(n[0]):.0f}", m[0]), drawn)
    return symbols + end + drawn


def groups(pathway: Pathway) -> Iterator[tuple[str, list[dict]]]:
    """The rows of the table by stage and organ, in the order of the files."""
    stages = [stage.name for stage in pathway.stages]

    def place(arrow: Arrow) -> tuple[int, str]:
        return stages.index(arrow.place.stage.name), where(arrow, pathway)

    arrows = sorted(pathway.arrows, key=place)
    for (_, name), group in groupby(arrows, key=place):
        yield name, [_row(arrow, pathway) for arrow in group]


def _row(arrow: Arrow, pathway: Pathway) -> dict:
    interaction, known = arrow.interaction, pathway.molecules
    return {
        "sender": pathway.cells[interaction.from_].name,
        "effect": t(EFFECTS[interaction.effect]),
        "receiver": pathway.cells[interaction.to].name,
        "signal": ", ".join(names(agents(arrow), known)),
        "receptor": ", ".join(names(interaction.receptors, known)),
        "papers": [mention(pathway.references[id_]) for id_ in interaction.references],
        "against": [mention(pathway.references[id_]) for id_ in interaction.opposing],
    }
