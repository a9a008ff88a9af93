"""What the cards of arrows, molecules and papers say, as plain data.

The browser makes a card of it when it is opened (assets/js/panel/card-html.js): two hundred cards
written in advance would double the page for the few that are read. What is empty is left out.
"""

from ..i18n.translation import t, translatable
from ..layout.edge_bundling import merge_parallel
from ..model import vocabulary as words
from ..model.documents import Interaction, Reference
from ..model.interaction_fields import BASES, FIXED, MOLECULES, PAPERS, ROWS, having
from ..model.pathway import Arrow, Pathway
from ..notation.legend_keys import arrow_key
from .evidence import seen
from .facets import fixed_name
from .sentences import effect_words, listed, mid_sentence

_PLAIN = having("text", "phrase", "basis", "molecules", "papers")
_FIELDS = translatable(
    ("first author", "title", "year", "journal", "volume pages", "doi", "pmid", "pmcid")
)
_FIRST_HAND = ("paper", "none")
"""Bases that need no remark beside the molecules."""


def records(pathway: Pathway) -> dict[str, dict]:
    """What the card of each arrow says beside what the filters already know of it."""
    return {arrow.id: _record(arrow, pathway) for arrow in pathway.arrows}


def _record(arrow: Arrow, pathway: Pathway) -> dict:
    interaction = arrow.interaction
    values = {name: getattr(interaction, name) for name in _PLAIN}
    for name in BASES:
        if values[name] in _FIRST_HAND:
            values[name] = ""
    for name in FIXED:
        values[name] = values[name] and fixed_name(values[name])
    values["seen"] = seen(interaction)
    values["where"] = where(arrow, pathway)
    values["year_unsure"] = int(_unsure(arrow, pathway))
    return _filled(values)


def _filled(values: dict) -> dict:
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in values.items()
        if value
    }


def _unsure(arrow: Arrow, pathway: Pathway) -> bool:
    """Whether the year rests on references whose year was not seen at the source."""
    cited = [pathway.references[id_] for id_ in arrow.interaction.references]
    first = [ref for ref in cited if ref.year == arrow.interaction.year]
    return bool(first) and all("year" in ref.unconfirmed for ref in first)


def where(arrow: Arrow, pathway: Pathway) -> str:
    """'Colonization, bone'."""
    organ = arrow.interaction.organ or arrow.place.organ
    stage = arrow.place.stage.name
    return f"{stage}, {mid_sentence(pathway.organs[organ].name.split(' (')[0])}" if organ else stage


def pair_titles(pathway: Pathway) -> dict[str, list[str]]:
    """Title and place of the card of each merged line, by its id."""
    titles = {}
    for line in merge_parallel(pathway.arrows):
        if line.merged:
            interaction = line.arrows[0].interaction
            sender, receiver = pathway.cells[interaction.from_], pathway.cells[interaction.to]
            title = t(
                "{sender} to {receiver}", sender=sender.name, receiver=mid_sentence(receiver.name)
            )
            titles[line.id] = [title, where(line.arrows[0], pathway)]
    return titles


def molecules(pathway: Pathway) -> dict[str, dict]:
    """The molecules that some arrow names, by symbol."""
    used = dict.fromkeys(
        symbol for arrow in pathway.arrows for symbol in molecules_of(arrow.interaction)
    )
    return {symbol: _molecule(pathway.molecules[symbol]) for symbol in used}


def molecules_of(interaction: Interaction) -> tuple[str, ...]:
    """Symbols of all molecules of an interaction."""
    return tuple(symbol for name in MOLECULES for symbol in getattr(interaction, name))


def _molecule(molecule) -> dict:
    values = molecule.model_dump(include={"name", "synonyms", "hgnc", "uniprot", "note"})
    return _filled({**values, "class": t(molecule.class_)})


def references(pathway: Pathway) -> dict[str, dict]:
    """Every cited paper, by id."""
    cited = {
        ref
        for arrow in pathway.arrows
        for name in PAPERS
        for ref in getattr(arrow.interaction, name)
    }
    return {id_: _reference(pathway.references[id_]) for id_ in sorted(cited)}


def _reference(ref: Reference) -> dict:
    values = ref.model_dump(
        include={"first_author", "year", "title", "journal", "volume_pages", "doi", "pmid", "pmcid"}
    )
    if ref.notice:
        values["notice"] = [ref.notice.kind, t(words.NOTICES[ref.notice.kind]), ref.notice.text]
    values["review"] = int(ref.type == "review")
    values["unconfirmed"] = listed([t(name.replace("_", " ")) for name in ref.unconfirmed])
    return _filled(values)


def wording(pathways) -> dict:
    """Words and pictures that cards of every pathway share."""
    looks = {(a.interaction.effect, a.interaction.route) for p in pathways for a in p.arrows}
    return {
        "rows": [{**row, "term": t(row["term"])} for row in ROWS],
        "named": [*MOLECULES, *PAPERS],
        "effects": {
            effect: effect_words(effect) for effect in sorted({effect for effect, _ in looks})
        },
        "bases": {
            basis: t(text) for basis, text in words.BASES.items() if basis not in _FIRST_HAND
        },
        "keys": {
            f"{effect} {route}": str(arrow_key(effect, route)) for effect, route in sorted(looks)
        },
    }
