"""What the self-test may ask, and that no wrong answer is true: for every question of every
pathway that comes along."""

import re
from collections import Counter
from dataclasses import replace

import pytest

from cascade.i18n.reader import find
from cascade.i18n.translate import translate
from cascade.i18n.translation import using_language
from cascade.quiz.item import KINDS, OWN, lines
from cascade.quiz.quiz import items, rebuild, tells, version

GENERATED = set(KINDS) - {"authored"}
FAMILIES = (("TGFB1", "TGFB2", "TGFB3"), ("MMP1", "MMP2", "MMP7", "MMP9", "MMP-family"))


@pytest.fixture(scope="module")
def asked(pathways):
    """(pathway, arrow by id, question) of all questions."""
    return [
        (pathway, {arrow.id: arrow for arrow in pathway.arrows}, item)
        for pathway in pathways.values()
        for item in items(pathway)
    ]


def of(asked, *kinds):
    found = [(pathway, arrows, item) for pathway, arrows, item in asked if item.kind in kinds]
    assert found
    return found


def same(symbol: str) -> set[str]:
    return {symbol}.union(*(family for family in FAMILIES if symbol in family))


def signals(arrow) -> set[str]:
    used = (*arrow.interaction.mediators, *arrow.interaction.enzymes)
    return set().union(*map(same, used))


def test_all_nine_kinds_are_asked_of_the_flagship(flagship):
    made = items(flagship)
    counts = Counter(item.kind for item in made)
    assert counts.keys() == set(KINDS)
    assert len({item.id for item in made}) == len(made) > 150
    # Of the stage of a block there are enough for the shortest round.
    assert min(Counter(item.stage for item in made if item.stage).values()) >= 8


def test_only_sure_arrows_are_asked_about(asked):
    for _, arrows, item in of(asked, *GENERATED):
        for step in (arrows[id].interaction for id in item.arrows):
            assert step.tier in ("overview", "core") and step.confidence in ("high", "medium")
            assert "paper" in (step.mediator_basis, step.receptor_basis)
            assert bool(step.disputed) == (item.kind == "against"), item.id


def test_a_choice_has_one_right_answer_and_enough_wrong_ones(asked):
    for _, _, item in asked:
        rights = [option for option in item.options if option.right]
        texts = [option.text.casefold() for option in item.options]
        assert len(set(texts)) == len(texts), item.id
        if item.answer == "order":
            assert len(rights) == len(item.options) >= 3
        elif item.answer == "own":
            assert len(rights) == len(item.options) == 1
        else:
            assert len(rights) == 1 and len(item.options) >= (3 if item.kind == "authored" else 4)


def test_a_wrong_answer_is_true_elsewhere(asked):
    for _, arrows, item in of(asked, "molecule", "effect", "measured", "against", "elsewhere"):
        for option in item.options:
            assert option.right != bool(option.elsewhere), (item.id, option.text)
            assert set(option.elsewhere) <= arrows.keys() - set(item.arrows)


def test_no_wrong_molecule_acts_here(asked):
    for pathway, arrows, item in of(asked, "molecule"):
        this = arrows[item.arrows[0]].interaction
        pair = {this.from_, this.to}
        here = {
            name
            for arrow in pathway.arrows
            if {arrow.interaction.from_, arrow.interaction.to} == pair
            for symbol in signals(arrow)
            for name in names(pathway, symbol)
        }
        for option in item.options:
            assert option.right == (option.text.casefold() in here), (item.id, option.text)


def names(pathway, symbol: str) -> set[str]:
    """Under which an option may name a molecule."""
    if symbol not in pathway.molecules:
        return set()
    one = pathway.molecules[symbol]
    return {name.casefold() for name in (symbol, one.name, *one.synonyms)}


def test_no_other_cell_sends_or_receives_this(asked):
    for pathway, arrows, item in of(asked, "end"):
        this = arrows[item.arrows[0]].interaction
        right = {pathway.nodes[node].cell.id for node in item.pick}
        asks_sender = right == {this.from_}
        assert right == {this.from_ if asks_sender else this.to}
        wanted = set().union(*map(same, this.mediators))
        for arrow in pathway.arrows:
            that = arrow.interaction
            known, end = (that.to, that.from_) if asks_sender else (that.from_, that.to)
            if known == (this.to if asks_sender else this.from_) and signals(arrow) & wanted:
                assert end in right, (item.id, arrow.id)


def test_no_other_cell_has_the_arrows_of_a_hidden_one(asked):
    for pathway, arrows, item in of(asked, "cell"):
        wrong = {option.text for option in item.options if not option.right}
        for id in item.arrows:
            this = arrows[id].interaction
            sends = this.from_ == item.cell
            wanted = set().union(*map(same, this.mediators))
            for arrow in pathway.arrows:
                that = arrow.interaction
                fits = that.to == this.to if sends else that.from_ == this.from_
                end = that.from_ if sends else that.to
                if fits and signals(arrow) & wanted:
                    assert pathway.cells[end].name not in wrong, (item.id, arrow.id)


def test_no_wrong_effect_readout_or_place_is_true(asked):
    for pathway, arrows, item in of(asked, "effect"):
        this = arrows[item.arrows[0]].interaction
        effects = {
            arrow.interaction.effect
            for arrow in pathway.arrows
            if (arrow.interaction.from_, arrow.interaction.to) == (this.from_, this.to)
        }
        for option in item.options:
            others = {arrows[id].interaction.effect for id in option.elsewhere}
            assert not others & effects, item.id
    for pathway, arrows, item in of(asked, "measured"):
        papers = set(arrows[item.arrows[0]].interaction.references)
        true = {
            arrow.interaction.readout
            for arrow in pathway.arrows
            if papers & set(arrow.interaction.references)
        }
        for option in item.options:
            assert not {arrows[id].interaction.readout for id in option.elsewhere} & true


def test_no_wrong_dispute_speaks_against_this_arrow(asked):
    for pathway, arrows, item in of(asked, "against"):
        this = arrows[item.arrows[0]].interaction
        for option in item.options:
            for that in (arrows[id].interaction for id in option.elsewhere):
                cells = {this.from_, this.to} & {that.from_, that.to}
                assert all(pathway.cells[cell].lineage == "neoplastic" for cell in cells)
                assert not {*this.mediators, *this.receptors} & {*that.mediators, *that.receptors}
                assert not {*this.references, *this.opposing} & {*that.references, *that.opposing}


def test_guessing_the_most_frequent_readout_does_not_pay(flagship):
    made = [item for item in items(flagship) if item.kind == "measured"]
    counts = Counter(item.right for item in made)
    assert max(counts.values()) <= len(made) / 2


@pytest.mark.parametrize("lang", ["en", "de"])
def test_no_question_tells_its_answer(pathways, lang):
    language = find(lang)
    for pathway in pathways.values():
        with using_language(language):
            made = items(translate(pathway, language))
        for item in made:
            assert not tells(item), item.id
            assert "{" not in item.ask and item.ask[-1] in ".?:", item.ask
        # A question is the same one in every language, or a link with a set would lose it.
        assert [item.id for item in made] == [item.id for item in items(pathway)]


def test_the_figure_hides_what_is_asked(asked):
    for pathway, _, item in asked:
        hidden = item.hide
        if item.kind == "cell":
            assert set(hidden["names"]) >= {
                node.id
                for node in pathway.nodes.values()
                if node.cell.id == item.cell and node.place.stage.id == item.stage
            }
        elif item.kind not in ("order", "against"):
            lines = {id for what in ("labels", "heads", "edges") for id in hidden.get(what, ())}
            assert item.arrows[0] in lines, item.id


def test_the_browser_knows_the_lines_of_an_items_own_arrows(asked):
    """Where all its arrows are hidden, OWN stands for them, and for the pairs that they are in."""
    for pathway, _, item in asked:
        own = {id for arrow in pathway.arrows if arrow.id in item.arrows for id in lines([arrow])}
        for what, ids in item.hide.items():
            sent = item.data()["hide"][what]
            assert sent == list(ids) or (sent == OWN and set(ids) == own), item.id
    assert any(OWN in item.data().get("hide", {}).values() for *_, item in asked)


def test_ids_change_with_the_arrow_and_not_with_its_summary(flagship):
    step = next(a.interaction for a in flagship.arrows if a.id == "pt-csf1-csf1r")
    first = {item.id for item in items(flagship) if "pt-csf1-csf1r" in item.arrows}
    for change, moves in (({"summary": "Else."}, False), ({"effect": "retains"}, True)):
        arrows = tuple(
            replace(a, interaction=step.model_copy(update=change)) if a.interaction is step else a
            for a in flagship.arrows
        )
        other = {
            item.id
            for item in items(replace(flagship, arrows=arrows))
            if "pt-csf1-csf1r" in item.arrows
        }
        assert (first != other) == moves, change


def test_the_arrows_to_rebuild_are_of_the_overview(flagship):
    tiers = {arrow.id: arrow.interaction.tier for arrow in flagship.arrows}
    for stage, ids in rebuild(flagship).items():
        assert len(ids) >= 3, stage
        assert {tiers[id] for id in ids} == {"overview"}


def test_the_version_changes_with_the_questions(flagship):
    made = items(flagship)
    assert re.fullmatch(r"[\w.]+\+[0-9a-f]{8}", version(made))
    assert version(made) != version(made[1:])
