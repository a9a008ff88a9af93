"""The closed lists: ids for URLs, words for readers, and the same list everywhere."""

from typing import get_args

import pytest

from cascade.loading.loader import is_id
from cascade.model import vocabulary

LISTS = {
    name: value
    for name, value in vars(vocabulary).items()
    if name.isupper() and isinstance(value, dict) and name not in ("CLAIMS", "RANK")
}
TYPES = {
    "LINEAGES": "Lineage",
    "EFFECTS": "Effect",
    "OUTCOMES": "Outcome",
    "READOUTS": "Readout",
    "SYSTEMS": "System",
    "NOTICES": "Notice",
    "ROUTES": "Route",
    "TIERS": "Tier",
    "CONFIDENCES": "Confidence",
    "BASES": "Basis",
}


def test_every_list_is_tested():
    assert LISTS.keys() == TYPES.keys()


@pytest.mark.parametrize("name", LISTS)
def test_a_list_has_ids_for_urls_and_distinct_words_for_readers(name):
    values = LISTS[name]
    assert all(is_id(id) for id in values)
    assert all(label.strip() == label != "" for label in values.values())
    assert len(set(values.values())) == len(values)


@pytest.mark.parametrize("name", LISTS)
def test_the_model_accepts_exactly_the_list(name):
    assert list(get_args(getattr(vocabulary, TYPES[name]))) == list(LISTS[name])


def test_the_lists_of_the_curated_facts_are_complete():
    assert list(vocabulary.TIERS) == ["overview", "core", "extended"]
    assert set(vocabulary.OUTCOMES) == {"pro-metastatic", "anti-metastatic", "context-dependent"}
    assert {"paper", "database", "none"} <= vocabulary.BASES.keys()


def test_verbs_stand_after_a_name():
    """In the third person, so that 'Platelet binds neutrophil' is a sentence."""
    for verb in vocabulary.EFFECTS.values():
        assert verb.split()[0].endswith("s")
        assert verb == verb.lower()


def test_every_effect_is_a_sentence():
    assert vocabulary.CLAIMS.keys() == vocabulary.EFFECTS.keys()
