"""Short names of cells are spelled out where a picture or the panel holds them."""

import pytest

from cascade.exports import picture_files
from cascade.figure.abbreviations import abbreviated, abbreviations
from cascade.i18n.reader import find
from cascade.i18n.translate import translate
from cascade.i18n.translation import using_language
from cascade.model.selection import select


def test_initials_and_cut_words_are_spelled_out(library):
    found = abbreviations(library.cells.values())
    assert found["MDSC"] == "Myeloid-derived suppressor cell"
    assert found["TEM"] == "TIE2-expressing monocyte"
    assert found["DTC"] == "Disseminated tumor cell"
    assert found["Marrow EC"] == "Bone-marrow endothelial cell"
    assert found["Treg"] == "Regulatory T cell"
    assert {"CTC", "MAM", "TAM", "CAF", "NK cell", "Inflamm. mono"} <= found.keys()
    assert list(found) == sorted(found)


@pytest.mark.parametrize("cell", ["tumor-cell", "platelet", "cd8-t-cell", "neutrophil", "neuron"])
def test_plain_words_are_not(library, cell):
    assert not abbreviated(library.cells[cell])


def test_other_languages_spell_theirs(flagship):
    voice = find("de", [flagship.folder])
    with using_language(voice):
        found = abbreviations(translate(flagship, voice).cells.values())
    assert found["CTC"] == "Zirkulierende Tumorzelle"
    assert found["NK-Zelle"] == "Natürliche Killerzelle"


def test_a_picture_spells_out_what_it_holds_and_no_more(flagship):
    picture = picture_files.write_svg(select(flagship, stage="circulation", tier="core")).decode()
    assert ">Circulating tumor cell<" in picture and ">Natural killer cell<" in picture
    assert "suppressor" not in picture
