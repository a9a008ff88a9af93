"""The strings of a pathway that a language may translate, as trees of ids, and the pathway with
them replaced one by one, ids and data as they are."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from ..loading.library import Facts
from ..model.documents import Card, Interaction, JourneyLeg, Reference, Stage
from ..model.interaction_fields import TRANSLATED
from ..model.pathway import Pathway
from ..model.questions import ArrowQuiz, Question
from .language import Language


def translate(pathway: Pathway, language: Language) -> Pathway:
    """The pathway in a language; a string that the language lacks stays English."""
    translated = language.pathways.get(pathway.id, {})
    known = language.library
    if language.make:
        translated, known = (
            mapped(pathway_strings(pathway), language.make),
            mapped(library_strings(pathway), language.make),
        )
    if not translated and not known:
        return pathway
    stages = {stage.id: _stage(stage, translated) for stage in pathway.stages}
    cells = _all(pathway.cells, _at(known, "cells"), ("name", "short", "description"))
    molecules = _all(pathway.molecules, _at(known, "molecules"), ("name", "note"))
    cells, molecules = (
        {id_: _synonyms(entry, _at(known, what, id_)) for id_, entry in entries.items()}
        for what, entries in (("cells", cells), ("molecules", molecules))
    )
    places = {id_: _place(place, stages) for id_, place in pathway.places.items()}
    steps = _at(translated, "interactions")
    return replace(
        pathway,
        **_texts(pathway, _at(translated, "pathway"), ("title", "subtitle", "description")),
        stages=tuple(stages.values()),
        places=places,
        nodes={
            id_: replace(node, cell=cells[node.cell.id], place=places[node.place.id])
            for id_, node in pathway.nodes.items()
        },
        arrows=tuple(
            replace(
                arrow,
                interaction=_interaction(arrow.interaction, _at(steps, arrow.id)),
                place=places[arrow.place.id],
            )
            for arrow in pathway.arrows
        ),
        becomes=tuple(
            _model(link, {"label": _at(translated, "becomes").get(becomes_id(link))}, ("label",))
            for link in pathway.becomes
        ),
        journey=tuple(_leg(leg, _at(translated, "journey")) for leg in pathway.journey),
        cells=cells,
        molecules=molecules,
        organs={
            id_: _model(organ, {"name": _at(known, "organs").get(id_)}, ("name",))
            for id_, organ in pathway.organs.items()
        },
        references={
            id_: _noted(paper, _at(known, "references", id_))
            for id_, paper in pathway.references.items()
        },
        lectures={
            id_: _lecture(lecture, _at(translated, "lectures", id_))
            for id_, lecture in pathway.lectures.items()
        },
    )


def mapped(tree, make: Callable[[str], str]):
    """A tree with every string made anew."""
    if isinstance(tree, str):
        return make(tree)
    if isinstance(tree, Mapping):
        return {key: mapped(value, make) for key, value in tree.items()}
    return [mapped(value, make) for value in tree]


def _at(tree, *path: str) -> dict:
    """The branch at a path; an empty one where the file has none, or something else."""
    for step in path:
        tree = tree.get(step) if isinstance(tree, Mapping) else None
    return tree if isinstance(tree, Mapping) else {}


def _texts(model, words: Mapping, names: tuple[str, ...]) -> dict[str, str]:
    """What to replace: only where there is English, and only by text."""
    return {
        name: words[name]
        for name in names
        if isinstance(words.get(name), str) and words[name] and getattr(model, name)
    }


def _model(model, words: Mapping, names: tuple[str, ...]):
    texts = _texts(model, words, names)
    return model.model_copy(update=texts) if texts else model


def _leg(leg: JourneyLeg, translated: Mapping) -> JourneyLeg:
    if not leg.note:
        return leg
    note = _model(leg.note, {"text": translated.get(becomes_id(leg))}, ("text",))
    return leg.model_copy(update={"note": note})


def _interaction(interaction: Interaction, words: Mapping) -> Interaction:
    own = _model(interaction, words, TRANSLATED)
    if not (quiz := interaction.quiz):
        return own
    return own.model_copy(update={"quiz": _asked(quiz, _at(words, "quiz"), "wrong")})


def _noted(paper: Reference, words: Mapping) -> Reference:
    if not paper.notice:
        return paper
    notice = _model(paper.notice, {"text": words.get("notice")}, ("text",))
    return paper.model_copy(update={"notice": notice})


def _all(entries: Mapping, words: Mapping, names: tuple[str, ...]) -> dict:
    return {id_: _model(entry, _at(words, id_), names) for id_, entry in entries.items()}


def _synonyms(model, words: Mapping):
    """The other names of both languages, so that the search finds a cell or molecule by either."""
    own = words.get("synonyms")
    own = [word for word in own if isinstance(word, str)] if isinstance(own, list) else []
    if not own:
        return model
    # 'Fibrin(ogen)' stands for 'fibrin(ogen)', too.
    names = {name.casefold(): name for name in reversed((*own, *model.synonyms))}
    return model.model_copy(update={"synonyms": tuple(reversed(names.values()))})


def _stage(stage: Stage, words: Mapping) -> Stage:
    named = _at(words, "panels")
    panels = [
        panel.model_copy(
            update={
                **_texts(panel, _at(named, panel.id), ("name",)),
                "cards": tuple(_model(c, _at(named, c.id), ("name",)) for c in panel.cards),
            }
        )
        for panel in stage.panels
    ]
    texts = _texts(stage, _at(words, "stages", stage.id), ("name", "description"))
    questions = tuple(
        _asked(question, _at(words, "questions", question.id), "wrong")
        for question in stage.questions
    )
    return stage.model_copy(update={**texts, "panels": tuple(panels), "questions": questions})


def _place(place, stages: Mapping[str, Stage]):
    stage = stages[place.stage.id]
    panel = next(panel for panel in stage.panels if panel.id == place.panel.id)
    # A place of its own is its panel itself, not a copy: that is how it is told from a card.
    within = {card.id: card for card in panel.cards}
    card = within[place.id] if place.in_panel else panel
    return replace(place, stage=stage, card=card, panel=panel)


def _lecture(lecture, words: Mapping):
    steps = []
    for step in lecture.steps:
        texts = _at(words, "steps", step.id)
        update = _texts(step.told, texts, ("title", "say", "notes"))
        if asked := step.told.predict:
            update["predict"] = _asked(asked, _at(texts, "predict"), "options")
        steps.append(replace(step, told=step.told.model_copy(update=update)))
    title = _texts(lecture, words, ("title", "description"))
    return replace(lecture, **title, steps=tuple(steps))


def _asked(asked, words: Mapping, several: str):
    """A question of a lecture or of the self-test; `several` is its list of answers."""
    names = ("question", "why") if several == "options" else ("question", "answer", "why")
    update: dict = _texts(asked, words, names)
    answers = words.get(several)
    # The answer to a lecture is a letter: another number of options would move it.
    fits = isinstance(answers, list) and len(answers) == len(getattr(asked, several))
    if fits and all(isinstance(answer, str) and answer for answer in answers):
        update[several] = tuple(answers)
    return asked.model_copy(update=update)


def pathway_strings(pathway: Pathway) -> dict:
    """What the files `<pathway>.yaml` and `<pathway>.<anything>.yaml` of a language hold."""
    return {
        "pathway": _said(pathway, "title", "subtitle", "description"),
        "stages": {stage.id: _said(stage, "name", "description") for stage in pathway.stages},
        "panels": {card.id: {"name": card.name} for card in cards(pathway) if card.name},
        "becomes": {becomes_id(link): link.label for link in pathway.becomes},
        "journey": {becomes_id(leg): leg.note.text for leg in pathway.journey if leg.note},
        "interactions": {arrow.id: _arrow_strings(arrow.interaction) for arrow in pathway.arrows},
        "questions": {
            question.id: _question_strings(question)
            for stage in pathway.stages
            for question in stage.questions
        },
        "lectures": {
            lecture.id: _lecture_strings(lecture) for lecture in pathway.lectures.values()
        },
    }


def library_strings(pathway: Pathway | Facts) -> dict:
    """What the files `cells`, `molecules`, `organs` and `references` (.yaml) of a language hold."""
    return {
        "cells": {
            id_: {**_said(cell, "name", "short", "description"), "synonyms": list(cell.synonyms)}
            for id_, cell in pathway.cells.items()
        },
        "molecules": {
            id_: {**_said(molecule, "name", "note"), "synonyms": list(molecule.synonyms)}
            for id_, molecule in pathway.molecules.items()
        },
        "organs": {id_: organ.name for id_, organ in pathway.organs.items()},
        "references": {
            id_: {"notice": organ.notice.text}
            for id_, organ in pathway.references.items()
            if organ.notice
        },
    }


def becomes_id(becomes) -> str:
    """'tumor-cell>disseminated-tumor-cell'."""
    return f"{becomes.from_}>{becomes.to}"


def cards(pathway: Pathway) -> list[Card]:
    """All panels and the cards inside them."""
    panels = [panel for stage in pathway.stages for panel in stage.panels]
    return [card for panel in panels for card in (panel, *panel.cards)]


def _said(model, *names: str) -> dict[str, str]:
    return {name: value for name in names if (value := getattr(model, name))}


def _arrow_strings(interaction: Interaction) -> dict:
    strings: dict = _said(interaction, *TRANSLATED)
    if interaction.quiz:
        strings["quiz"] = _question_strings(interaction.quiz)
    return strings


def _question_strings(question: ArrowQuiz | Question) -> dict:
    strings: dict = _said(question, "question", "answer", "why")
    return {**strings, "wrong": list(question.wrong)} if question.wrong else strings


def _lecture_strings(lecture) -> dict:
    steps = {}
    for step in lecture.steps:
        strings = _said(step.told, "title", "say", "notes")
        if asked := step.told.predict:
            strings["predict"] = {**_said(asked, "question", "why"), "options": list(asked.options)}
        steps[step.id] = strings
    return {**_said(lecture, "title", "description"), "steps": steps}
