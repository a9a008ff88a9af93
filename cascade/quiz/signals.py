"""Which molecule is it, what does it do, and where does it do the opposite?"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from ..figure.sentences import acting, effect_words, listed, mid_sentence, names
from ..i18n.translation import current_language, t
from ..model.pathway import Arrow
from ..notation.grammar import family, sign_of
from .item import Item, Option, item_about, lines
from .truth import MANY, Truth, chance

SHOWN = 3
"""Arrows that a wrong answer names at most, where it is true."""
NEAR = {
    "promotes": ("recruits", "retains"),
    "attracts": ("differentiates", "permeabilizes"),
    "suppresses": ("displaces", "kills"),
}
"""Effects of the same sign that do not follow from one of a family."""
OPPOSITE = {1: ("inhibits", "displaces", "kills"), -1: ("activates", "recruits", "differentiates")}


def molecules(truth: Truth) -> Iterator[Item]:
    """The signal of the only arrow between two cell types."""
    for arrow in truth.signals:
        this = arrow.interaction
        if len(truth.between(this.from_, this.to)) > 1:
            continue
        right = this.mediators[0]
        wrong = _other_molecules(arrow, truth)[:MANY]
        if len(wrong) < MANY:
            continue
        pathway = truth.pathway
        ask = t(
            "{where}: Through which of these molecules does {sender} act on {receiver}?",
            where=truth.where[arrow.id],
            sender=acting(pathway.cells[this.from_].name),
            receiver=current_language().grammar.receiving(pathway.cells[this.to].name),
        )
        says = (this.from_, this.to, right, [symbol for symbol, _ in wrong])
        others = (option for _, option in wrong)
        yield item_about(
            "molecule", [arrow], says, "labels", ask=ask, answer="choice",
            options=(Option(pathway.molecules[right].name, True), *others),
        )  # fmt: skip


def _other_molecules(arrow: Arrow, truth: Truth) -> list[tuple[str, Option]]:
    """Signals of other arrows: of the same class and stage first, and none that has to do with
    these two cells."""
    this, known = arrow.interaction, truth.pathway.molecules
    both = (*truth.between(this.from_, this.to), *truth.between(this.to, this.from_))
    here = frozenset().union(*map(truth.names_of, both))
    right = known[this.mediators[0]]
    arrows_of: dict[str, list[Arrow]] = defaultdict(list)
    for other in truth.asked:
        for symbol in other.interaction.mediators:
            if truth.kin(symbol).isdisjoint(here):
                arrows_of[symbol].append(other)

    def near(symbol: str) -> tuple:
        stages = {other.place.stage.id for other in arrows_of[symbol]}
        other = known[symbol].class_ != right.class_, arrow.place.stage.id not in stages
        return *other, chance(arrow.id, symbol)

    options, taken = [], frozenset()
    for symbol in sorted(arrows_of, key=near):
        if taken.isdisjoint(truth.kin(symbol)):
            taken |= truth.kin(symbol)
            arrows = tuple(other.id for other in arrows_of[symbol][:SHOWN])
            options.append((symbol, Option(known[symbol].name, elsewhere=arrows)))
    return options


def effects(truth: Truth) -> Iterator[Item]:
    """What an arrow does to its receiver: two wrong answers of the opposite sign, one near it."""
    places: dict[str, list[str]] = defaultdict(list)
    for arrow in truth.arrows:
        places[arrow.interaction.effect].append(arrow.id)
    for arrow in truth.sure:
        this = arrow.interaction
        sign = sign_of(this.effect)
        if not sign or this.from_ == this.to:
            continue
        true = {other.interaction.effect for other in truth.between(this.from_, this.to)}
        wrong = _usable(OPPOSITE[sign], arrow, true, places)[:2]
        near = _usable(NEAR[family(this.effect)], arrow, {*true, *wrong}, places)[:1]
        if len(wrong) < 2 or not near:
            continue
        options = [Option(effect_words(this.effect), True)]
        options += [
            Option(effect_words(e), elsewhere=tuple(places[e][:SHOWN])) for e in (*wrong, *near)
        ]
        yield item_about(
            "effect", [arrow], (this.from_, this.to, this.effect, wrong, near), "heads",
            ask=_what_does_it_do(arrow, truth), answer="choice", options=tuple(options),
        )  # fmt: skip


def _usable(effects, arrow: Arrow, true: set[str], places: Mapping[str, list[str]]) -> list[str]:
    """Effects that other arrows have, and none between these two cells."""
    fit = [effect for effect in effects if effect not in true and places.get(effect)]
    return sorted(fit, key=lambda effect: chance(arrow.id, effect))


def _what_does_it_do(arrow: Arrow, truth: Truth) -> str:
    this, cells = arrow.interaction, truth.pathway.cells
    carriers = names((*this.mediators, *this.enzymes), truth.pathway.molecules)
    through = t("through {signal}", signal=listed([mid_sentence(name) for name in carriers]))
    return t(
        "{where}: {sender} acts on {receiver}{through}. What does it do?",
        where=truth.where[arrow.id],
        sender=acting(cells[this.from_].name),
        receiver=current_language().grammar.receiving(cells[this.to].name),
        through=f" {through}" if carriers else "",
    )


def elsewhere(truth: Truth) -> Iterator[Item]:
    """Where a molecule that drives or draws in cells holds some back, and the other way round."""
    signs: dict[tuple[str, int], list[Arrow]] = defaultdict(list)
    places: dict[int, dict[str, list[str]]] = {1: defaultdict(list), -1: defaultdict(list)}
    for arrow in truth.signals:
        if sign := sign_of(arrow.interaction.effect):
            places[sign][truth.where[arrow.id]].append(arrow.id)
            for symbol in arrow.interaction.mediators:
                signs[symbol, sign].append(arrow)
    for symbol, sign in sorted(signs):
        for known in signs[symbol, sign]:
            others = signs.get((symbol, -sign), ())
            wanted = next((a for a in others if _apart(a, known, truth)), None)
            if wanted and (item := _elsewhere(symbol, known, wanted, places[-sign], truth)):
                yield item
                break


def _elsewhere(
    symbol: str, known: Arrow, wanted: Arrow, places: dict[str, list[str]], truth: Truth
) -> Item | None:
    """From an arrow of one sign to one of the other sign, at another place."""
    sign = sign_of(wanted.interaction.effect)
    names = truth.kin(symbol)
    taken = [wanted, known]
    taken += [
        arrow
        for arrow in truth.arrows
        if sign_of(arrow.interaction.effect) in (sign, 0) and truth.carries(arrow, names)
    ]
    true = {truth.where[arrow.id] for arrow in taken}
    # 'Circulation' and 'Circulation, lung' are no two answers.
    wrong = [place for place in places if not any(_nested(place, other) for other in true)]
    wrong.sort(key=lambda place: chance(symbol, str(sign), places[place][0]))
    if len(wrong) < MANY:
        return None
    gaps = {"signal": truth.pathway.molecules[symbol].name, "where": truth.where[known.id]}
    ask = (
        t(
            "{signal} drives a cell or draws it in here: {where}. Where does it hold one back?",
            **gaps,
        )
        if sign < 0
        else t(
            "{signal} holds a cell back here: {where}. Where does it drive one or draw it in?",
            **gaps,
        )
    )
    others = (Option(place, elsewhere=tuple(places[place][:SHOWN])) for place in wrong[:MANY])
    return item_about(
        "elsewhere", [wanted, known], (symbol, sign, known.id), ask=ask, answer="choice",
        options=(Option(truth.where[wanted.id], True), *others),
        hide={"edges": lines([wanted])},
    )  # fmt: skip


def _apart(arrow: Arrow, other: Arrow, truth: Truth) -> bool:
    return not _nested(truth.where[arrow.id], truth.where[other.id])


def _nested(place: str, other: str) -> bool:
    return place.startswith(other) or other.startswith(place)
