"""What a page shows without scripts: a picture, and every interaction with its papers."""

import re

import pytest
from tags import parse

from cascade.layout.visibility import views
from cascade.page.noscript import still_picture, still_table
from cascade.svg import svg


@pytest.fixture(scope="module")
def still(flagship, drawing):
    return parse(str(still_picture(drawing) + still_table(flagship)))


def test_the_picture_is_the_overview(still, flagship):
    picture = next(still.all("svg"))
    assert picture.attrs["role"] == "img"
    assert flagship.title in next(picture.all("title")).text
    assert "width" not in picture.attrs  # as wide as the page
    ids = [tag.attrs["id"] for tag in still.all(id=True)]
    assert all(id_.startswith("n-") for id_ in ids)


def test_the_table_tells_every_interaction_with_its_papers(still, flagship):
    words = still.text
    rows = [row for row in still.all("tr") if len(list(row.all("td"))) == 7]
    assert len(rows) == len(flagship.arrows)
    assert len({row.text for row in rows}) > 0.95 * len(rows)
    linked = {link.attrs["href"] for link in still.all("a")}
    for arrow in flagship.arrows:
        for id_ in (*arrow.interaction.references, *arrow.interaction.opposing):
            paper = flagship.references[id_]
            assert not paper.doi or f"https://doi.org/{paper.doi}" in linked
            assert f"{paper.first_author} {paper.year}" in words


def test_papers_for_and_against_stand_in_two_columns(still):
    row = next(row for row in still.all("tr") if "IL-4" in row.text)
    support, against = [cell.text for cell in row.all("td")][-2:]
    assert (support, against) == ("DeNardo DG 2009", "Franklin RA 2014")


def test_a_paper_with_a_notice_bears_it(still):
    assert "Goswami S 2005 (corrected)" in still.text
    assert "Erler JT 2009 (concern)" in still.text


def test_rows_stand_under_their_stage(still, flagship):
    heads = [th.text for th in still.all("th", scope="rowgroup")]
    assert len(heads) == len(set(heads))
    order = [stage.name for stage in flagship.stages]
    told = list(dict.fromkeys(head.split(",")[0] for head in heads))
    assert told == order


def test_it_needs_no_script_and_asks_nobody(still):
    assert not {tag.name for tag in still} & {"script", "img", "image", "link", "style"}


def test_the_picture_has_the_names_and_places_of_the_exported_one(flagship, drawing):
    """It leaves out what the table says, and is coarser by less than a drawing unit."""
    light = str(still_picture(drawing) + still_table(flagship))
    light = light[light.index("<svg") : light.rindex("</svg>")]
    whole = svg(drawing, next(views(drawing)), sized=False)
    assert light.count("<title") == 1 < whole.count("<title")
    texts = [re.findall(r"<text[^>]*>[^<]*", one) for one in (light, whole)]
    assert len(texts[0]) == len(texts[1]) > 80
    spot = re.compile(r' x="([-.\d]+)" y="([-.\d]+)"')
    for coarse, fine in zip(*texts, strict=True):
        assert coarse.split(">")[1] == fine.split(">")[1]
        pairs = zip(spot.search(coarse).groups(), spot.search(fine).groups(), strict=True)
        assert all(abs(float(a) - float(b)) <= 0.5 for a, b in pairs)
