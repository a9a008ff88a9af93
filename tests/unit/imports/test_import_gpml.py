"""What GPML of other programs says is kept or counted; WP3009 is of WikiPathways (CC0)."""

import random

from importing import DATA, fatal, settled, steps
from pytest import fixture

from cascade.imports import reader
from cascade.loading.library import library_files, read_library
from cascade.resources import pathways_dir


@fixture(scope="module")
def facts():
    return read_library(*library_files(pathways_dir() / "library"))


def draft(facts, name, change=lambda text: text):
    text = change((DATA / "foreign" / name).read_text("utf-8"))
    pathway, made = settled(reader("gpml").read(text.encode()), facts)
    return pathway, made, {(s.from_, s.effect, s.to) for s in steps(pathway)}


def test_shapes_are_named_by_the_labels_they_enclose(facts):
    pathway, made, told = draft(facts, "gpml-two-shapes.gpml")
    assert told == {("tumor-cell", "activates", "csf1"), ("tumor-cell", "inhibits", "cd8-t-cell")}
    assert fatal(pathway) == []
    about = pathway.cells["csf1"].description
    for word in ("Ensembl ENSG00000184371", "PMID:11257139", "comment on the node", "state P"):
        assert word in about
    assert "identifier: Rhea 12345" in steps(pathway)[0].note
    assert any("second comment of the pathway" in line for line in made.said)
    (left,) = (line for line in made.said if "cells are the library's" in line)
    assert "tumor-cell (" in left and "cd8-t-cell (" in left


def test_a_file_of_25_cells_is_lint_clean(facts):
    luck = random.Random(25)
    nodes = "".join(
        f'<DataNode TextLabel="Sketched cell {n}" GraphId="n{n}" Type="Unknown"><Graphics '
        f'CenterX="{90 * (n % 5) + luck.randint(0, 30)}" CenterY="{60 * (n // 5)}" Width="80" '
        f'Height="20"/><Xref Database="" ID=""/></DataNode>'
        for n in range(25)
    )
    lines = "".join(
        f'<Interaction GraphId="i{n}"><Graphics><Point X="0" Y="0" GraphRef="n{n}"/><Point X="9" '
        f'Y="9" GraphRef="n{luck.randrange(25)}" ArrowHead="Arrow"/></Graphics></Interaction>'
        for n in range(25)
    )
    text = f'<Pathway xmlns="http://pathvisio.org/GPML/2013a" Name="T">{nodes}{lines}</Pathway>'
    pathway, _ = settled(reader("gpml").read(text.encode()), facts)
    assert len(pathway.cells) == 25 and fatal(pathway) == []


def test_a_paper_known_by_its_pmcid_alone_comes_back(facts):
    xref = '<Xref identifier="PMC1234567" dataSource="PMC"/>'
    text = f"""<Pathway xmlns="http://pathvisio.org/GPML/2021" title="T"><DataNodes>
      <DataNode elementId="a" textLabel="Own one" type="Cell"><CitationRef elementRef="c"/>
      </DataNode>
      <DataNode elementId="b" textLabel="Own two" type="Cell"/></DataNodes><Interactions>
      <Interaction elementId="i"><Waypoints><Point elementRef="a"/>
      <Point elementRef="b" arrowHead="Inhibition"/></Waypoints><CitationRef elementRef="c"/>
      </Interaction></Interactions><Citations><Citation elementId="c">{xref}</Citation></Citations>
      </Pathway>"""
    pathway, _ = settled(reader("gpml").read(text.encode()), facts)
    (step,) = steps(pathway)
    assert [pathway.references[id].pmcid for id in step.references] == ["PMC1234567"]
    assert "papers PMC1234567" in pathway.cells[step.from_].description


def test_positions_keep_their_order(facts):
    pathway, _, _ = draft(facts, "gpml-two-shapes.gpml")
    place = next(iter(pathway.places.values()))
    at = {placed.cell: placed.at for placed in place.card.cells}
    assert at["tumor-cell"][0] < at["csf1"][0] < at["cd8-t-cell"][0]


def test_groups_of_one_title_stay_apart(facts):
    pathway, made, told = draft(facts, "gpml-same-title-groups.gpml")
    assert len(pathway.cells) == 3 and len({one for one, _, _ in told}) == 2
    assert not any("left out" in line for line in made.said)


def test_reactions_of_reactome_are_joined_through_their_anchors(facts):
    _, _, told = draft(facts, "WP3009.gpml")
    pairs = {(one, two) for one, _, two in told}
    assert {("fuma", "mal"), ("mal", "oa"), ("cit", "iscit")} <= pairs


def test_a_refusal_says_why(facts):
    import pytest

    with pytest.raises(Exception, match="2 with an end that touches nothing"):
        draft(facts, "gpml-two-shapes.gpml", lambda text: text.replace('GraphRef="sh1" Rel', "Rel"))


def test_a_header_row_of_sif_is_no_arrow():
    sheet = reader("sif").read(b"source\tinteraction\ttarget\nCAF\trecruits\tTAM\n")
    assert [row.get("from") for row in sheet.rows] == ["CAF"]
    assert "is no arrow" in sheet.said[0]


def test_our_own_gpml_comes_back_with_its_positions(pathways, facts):
    from cascade.exports import writer as exporter
    from cascade.exports.table import rows
    from cascade.model.selection import select

    for name in ("gpml", "gpml2021"):
        for whole in map(select, pathways.values()):
            pathway, _ = settled(reader("gpml").read(exporter(name)(whole)), facts)
            for one, two in zip(rows(whole, "csv"), rows(select(pathway), "csv"), strict=True):
                spots = ("from_x", "from_y", "to_x", "to_y", "place_box", "stage", "place")
                assert [one[key] for key in spots] == [two[key] for key in spots]
