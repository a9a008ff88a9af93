"""German: the same figure in whole German sentences, with room for them."""

import re

import pytest
from click.testing import CliRunner

from cascade.cli import main
from cascade.figure.figure import pathway_data
from cascade.figure.sentences import claim
from cascade.i18n import german
from cascade.i18n.reader import find
from cascade.i18n.translate import translate
from cascade.i18n.translation import t, using_language
from cascade.layout.drawing import draw
from cascade.layout.lint import lint
from cascade.loading.loader import load
from cascade.resources import pathways_dir


@pytest.fixture(scope="module")
def de():
    return find("de")


@pytest.fixture(scope="module")
def flagship():
    return load(pathways_dir() / "metastatic-cascade").pathways[0]


@pytest.fixture(scope="module")
def german_flagship(flagship, de):
    return translate(flagship, de)


def test_ids_and_data_are_the_same_in_every_language(flagship, german_flagship):
    before, after = pathway_data(flagship), pathway_data(german_flagship)
    for part in ("interactions", "nodes", "places", "pairs", "references", "lectures"):
        assert list(after[part]) == list(before[part])
    for id_, one in before["interactions"].items():
        other = after["interactions"][id_]
        assert {**other, "claim": ""} == {**one, "claim": ""}
    for facet, one in before["facets"].items():
        assert list(after["facets"][facet]["values"]) == list(one["values"])
    titles = {id_: one["title"] for id_, one in before["references"].items()}
    assert titles == {id_: one["title"] for id_, one in after["references"].items()}
    dashed = [e["data"]["id"] for e in before["elements"] if e["data"].get("vague")]
    with using_language(find("de")):
        spoken = pathway_data(german_flagship)["elements"]
    assert dashed == [e["data"]["id"] for e in spoken if e["data"].get("vague")]


def test_a_translated_place_is_still_a_panel_or_a_card(flagship, german_flagship):
    for id_, place in flagship.places.items():
        other = german_flagship.places[id_]
        assert other.in_panel == place.in_panel
        assert other.stage in german_flagship.stages


@pytest.mark.parametrize(
    ("arrow", "sentence"),
    [
        ("pt-csf1-csf1r", "Eine Tumorzelle lockt den tumorassoziierten Makrophagen über CSF-1 an"),
        (
            "ci-nk-perforin",
            "Eine natürliche Killerzelle tötet die zirkulierende Tumorzelle über Perforin",
        ),
        ("ci-pdgf", "Ein Thrombozyt aktiviert die zirkulierende Tumorzelle über PDGF-B"),
    ],
)
def test_claims_are_german_sentences(arrow, sentence, german_flagship, de):
    one = next(a for a in german_flagship.arrows if a.id == arrow)
    with using_language(de):
        assert claim(one, german_flagship) == sentence
    assert t("Close") == "Close"  # English again outside


@pytest.mark.parametrize(
    ("name", "inside", "sending", "receiving"),
    [
        ("Tumorzelle", "Tumorzelle", "Eine Tumorzelle", "die Tumorzelle"),
        ("Thrombozyt", "Thrombozyt", "Ein Thrombozyt", "den Thrombozyten"),
        ("Neutrophiler Granulozyt", "neutrophiler Granulozyt", "Ein neutrophiler Granulozyt",
         "den neutrophilen Granulozyten"),
        ("Krebsassoziierter Fibroblast", "krebsassoziierter Fibroblast",
         "Ein krebsassoziierter Fibroblast", "den krebsassoziierten Fibroblasten"),
        ("Regulatorische T-Zelle", "regulatorische T-Zelle", "Eine regulatorische T-Zelle",
         "die regulatorische T-Zelle"),
        ("Glutamaterges Neuron", "glutamaterges Neuron", "Ein glutamaterges Neuron",
         "das glutamaterge Neuron"),
        ("Myeloide Zelle aus dem Knochenmark", "myeloide Zelle aus dem Knochenmark",
         "Eine myeloide Zelle aus dem Knochenmark", "die myeloide Zelle aus dem Knochenmark"),
        ("Osteoklastenvorläufer", "Osteoklastenvorläufer", "Ein Osteoklastenvorläufer",
         "den Osteoklastenvorläufer"),
        ("Mikroglia", "Mikroglia", "Mikroglia", "die Mikroglia"),
        ("Dings", "Dings", "Dings", "Dings"),
    ],
)  # fmt: skip
def test_german_names_inside_a_sentence(name, inside, sending, receiving):
    assert german.inside(name) == inside
    assert (german.sending(name), german.receiving(name)) == (sending, receiving)


def test_every_german_cell_has_its_article(german_flagship):
    cells = {cell.name for cell in german_flagship.cells.values()} - {"Mikroglia"}
    without = [name for name in cells if not german.sending(name).startswith(("Ein ", "Eine "))]
    assert not without


def test_german_is_whole():
    result = CliRunner().invoke(main, ["check", "--lang", "de"])
    assert result.exit_code == 0, result.output
    assert re.fullmatch(r"de: 0 of \d+ strings missing, 0 errors\n", result.output)


@pytest.mark.parametrize("tall", [False, True])
def test_the_german_drawing_has_no_fatal_overlap(german_flagship, de, tall):
    with using_language(de):
        fatal = [str(one) for one in lint(draw(german_flagship, tall)) if one.fatal]
    assert not fatal


def test_short_names_are_short(german_flagship):
    long = {c.short for c in german_flagship.cells.values() if len(c.short) > 14}
    assert not long
