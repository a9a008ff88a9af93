"""In whom or what arrows were seen, in words, and how many rest on mice alone."""

import pytest

from cascade.figure.evidence import overview, seen
from cascade.i18n.reader import find
from cascade.i18n.translation import using_language
from cascade.page.contents import contents
from cascade.plots.timeline import timeline
from cascade.svg.lecture_slide import describe


@pytest.mark.parametrize(
    ("id", "english", "german"),
    [
        ("pt-ccl15-ccr1", "seen in patients", "bei Patienten gesehen"),
        ("pt-scf-kit", "mice only", "nur in Mäusen gesehen"),
        ("pt-csf1-csf1r", "seen in mice and rats", "gesehen: Mäuse und Ratten"),
        ("pt-hgf-met", "seen in human cells and culture", "gesehen: humane Zellen und Kultur"),
    ],
)
def test_a_badge_says_in_whom(flagship, id, english, german):
    (step,) = (arrow.interaction for arrow in flagship.arrows if arrow.id == id)
    assert seen(step) == english
    with using_language(find("de")):
        assert seen(step) == german
    assert seen(step.model_copy(update={"systems": ()})) == ""


def test_the_overview_counts_the_arrows(flagship):
    told = [set(arrow.interaction.systems) for arrow in flagship.arrows]
    patients, mice = sum("patients" in one for one in told), sum(one == {"mouse"} for one in told)
    sentence = f"Of 182 arrows {patients} were seen in patients, {mice} in mice alone."
    assert overview(flagship) == sentence
    assert sentence in timeline(flagship).about
    assert contents(flagship)["evidence"] == sentence


def test_a_lecture_says_in_whom(flagship, drawing):
    step = flagship.lectures["friend-or-foe"].steps[0]
    assert "through IL-8 (seen in human cells and mice)" in describe(step, drawing)


def test_a_small_pathway_counts_its_own(pathways):
    assert overview(pathways["csf1-egf-loop"]).startswith("Of 4 arrows ")
