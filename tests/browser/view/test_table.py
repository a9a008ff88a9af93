"""The text version says what the drawing shows: same arrows, same filters, and a file of them."""

import csv
import io
import json
from functools import cache
from pathlib import Path
from urllib.request import urlopen

import playing
from click.testing import CliRunner

from cascade.cli import main as cli
from cascade.loading.loader import load, load_path
from cascade.resources import pathways_dir

CLEAR = {"stage": "", "organ": "", "focus": "", "edge": "", "q": "", "detail": "auto", "hide": []}
VIEWS = (
    {},
    {"stage": "circulation"},
    {"stage": "colonization", "organ": "bone"},
    {"focus": "platelet"},
    {"q": "CXCL12"},
    {"detail": "extended"},
    {"detail": "extended", "hide": ["outcome:pro-metastatic", "after:2009"]},
    {"stage": "primary-tumor", "edge": "pt-csf1-csf1r"},
)
ROWS = "#listing tbody tr"
IDS = "[...document.querySelectorAll('#listing tbody button')].map(b => b.dataset.id)"
# The rows that say otherwise than the cards of their arrows.
UNLIKE = """() => {
  const rows = [...document.querySelectorAll('#listing tbody tr')];
  const id = (row) => row.querySelector('button').dataset.id;
  document.querySelector('#listing .bar [data-do=listing]').click(); // else it is filled each time
  document.activeElement.blur(); // else each view looks whether the focus is still to be seen
  return rows.filter((row) => {
    cascade.set({ edge: id(row) });
    cascade.view(); // the card is there at once
    const card = document.querySelector(`#cards article[data-edge="${id(row)}"]`);
    const said = (name) => [...card.querySelectorAll('dt')].find((d) => d.textContent === name)?.nextElementSibling.textContent ?? '';
    const cell = (name) => row.querySelector(`[data-name="${name}"]`).textContent;
    const ends = [...card.querySelectorAll('.ends button')].map((b) => b.textContent);
    return cell('Sender') !== ends[0] || cell('Receiver') !== ends[1]
      || !said('Earliest cited paper').startsWith(cell('Earliest cited paper')) || !said('Outcome').startsWith(cell('Outcome'))
      || !said('Confidence').startsWith(cell('Confidence')) || cell('Papers for it') === ''
      || !cell('Signal').split(', ').every((s) => (said('Signal') || said('Enzymes')).includes(s))
      || !cell('Receptor').split(', ').every((s) => said('Receptor').includes(s))
      || [['Papers for it', ':scope > [data-refs]'], ['Papers against it', '.dispute [data-refs]']].some(([name, list]) =>
          (card.querySelector(list)?.dataset.refs.split(' ').length ?? 0) !== row.querySelectorAll(`[data-name="${name}"] :is(a, span)`).length)
      || said('Seen in') !== cell('Seen in');
  }).map(id);
}"""
OPENER = ".tools > [data-do=listing]"


@cache
def page_at(address: str) -> str:
    with urlopen(address) as answer:
        return answer.read().decode("utf-8")


def shown(figure, *views: dict) -> list[list[str]]:
    """Ids of the interactions that views show, by the rule of the drawing."""
    unmarked = [{**view, "edge": ""} for view in views]  # an arrow marks its row, no more
    return playing.shown(page_at(figure.base_url), unmarked)


def settled(figure, count: int) -> None:
    figure.page.wait_for_function(
        f"n => cascade.view() && document.querySelectorAll('{ROWS}').length === n"
        f" && document.querySelector('#listing caption').textContent.startsWith(`${{n}} of `)",
        arg=count,
    )


def column(figure, name: str) -> list[str]:
    return figure.page.locator(f"#listing tbody :is(td, th)[data-name='{name}']").all_inner_texts()


def test_table_and_outline_hold_what_the_view_shows(figure):
    figure.show()
    figure.page.locator(OPENER).click()
    for view, wanted in zip(VIEWS, shown(figure, *VIEWS), strict=True):
        figure.page.evaluate("v => cascade.set(v)", {**CLEAR, **view})
        settled(figure, len(wanted))
        assert sorted(figure.page.evaluate(IDS)) == sorted(wanted), view
        outlined = figure.page.evaluate(
            "[...new Set([...document.querySelectorAll('.folds [data-do=edge]')].map(b => b.dataset.id))]"
        )
        assert sorted(outlined) == sorted(wanted), view
        caption = figure.page.locator("#listing caption").inner_text()
        assert caption == f"{len(wanted)} of 182 interactions"
        if "edge" not in view:
            assert figure.page.locator("#count").inner_text().startswith(caption)
            drawn = "n + (e.data('interactions')?.length ?? 1)"
            lines = "cy.edges('[kind=\"signal\"], [kind=\"pair\"]').filter(e => e.visible() && !e.hasClass('dim'))"
            assert figure.cy(f"{lines}.toArray().length") > 0
            if view.get("detail") == "extended":
                assert figure.cy(f"{lines}.toArray().reduce((n, e) => {drawn}, 0)") == len(wanted)


def test_a_table_sorts_can_be_downloaded_and_keeps_to_the_filters(figure):
    figure.show("stage=circulation")
    figure.page.locator(OPENER).click()
    fewer = {"stage": "circulation", "hide": ["outcome:pro-metastatic"]}
    whole, filtered = shown(figure, {"stage": "circulation"}, fewer)
    settled(figure, len(whole))
    a_column_sorts_up_and_down(figure)
    the_table_can_be_downloaded(figure)
    figure.page.locator("input[data-token='outcome:pro-metastatic']").first.uncheck()
    settled(figure, len(filtered))
    assert set(column(figure, "Outcome")) == {"Restrains metastasis"}


def a_column_sorts_up_and_down(figure) -> None:
    header = figure.page.locator("#listing th[data-column=year]")
    assert header.get_attribute("aria-sort") is None
    header.locator("button").click()
    assert header.get_attribute("aria-sort") == "ascending"
    years = column(figure, "Earliest cited paper")
    assert years == sorted(years) and len(set(years)) > 3
    header.locator("button").click()
    assert header.get_attribute("aria-sort") == "descending"
    assert column(figure, "Earliest cited paper") == sorted(years, reverse=True)
    assert figure.page.locator("#listing [aria-sort]").count() == 1
    figure.page.wait_for_function(
        "() => document.getElementById('say').textContent === 'Sorted by earliest cited paper, descending.'"
    )


def test_a_row_opens_its_arrow_and_keeps_the_focus(figure):
    figure.show("stage=primary-tumor")
    figure.page.locator(OPENER).click()
    assert figure.page.evaluate("document.activeElement.id") == "listing-title"
    button = figure.page.locator("#listing tbody [data-id=pt-csf1-csf1r]")
    assert button.inner_text().lower() in button.get_attribute("aria-label")
    button.focus()
    figure.page.keyboard.press("Enter")
    figure.page.wait_for_selector(f"{ROWS}[aria-current=true]")
    assert figure.page.evaluate("cascade.view().edge") == "pt-csf1-csf1r"
    assert figure.page.locator("#card-metastatic-cascade-pt-csf1-csf1r").is_visible()
    assert figure.page.locator(f"{ROWS}[aria-current=true]").count() == 1
    assert button.evaluate("b => b === document.activeElement")


def test_a_chosen_arrow_brings_its_row_into_sight(figure):
    figure.show("detail=extended")
    figure.page.locator(OPENER).click()
    settled(figure, 182)
    last = figure.page.locator(f"{ROWS} button").last.get_attribute("data-id")
    figure.page.evaluate("(edge) => cascade.set({ edge })", last)
    row = figure.page.locator(f"{ROWS}[aria-current=true]")
    row.wait_for()
    frame, box = figure.page.locator("#listing .grid").bounding_box(), row.bounding_box()
    assert frame["y"] < box["y"] and box["y"] + box["height"] <= frame["y"] + frame["height"] + 1


def test_the_outline_sets_the_view(figure):
    figure.show()
    figure.page.locator(OPENER).click()
    figure.page.locator("#listing [data-id=outline]").click()
    stage = figure.page.locator(".folds details[data-fold=circulation]")
    stage.locator("summary").first.click()
    cell = stage.locator("details[data-fold='circulation/platelet']")
    cell.locator("summary").click()
    cell.locator("[data-do=focus]").click()
    assert figure.page.evaluate("cascade.view().focus") == "platelet"
    figure.page.wait_for_function(
        "() => document.activeElement.dataset.do === 'focus' && document.activeElement.isConnected"
    )
    assert cell.locator("[data-do=edge]").first.is_visible()


def test_opening_and_closing_moves_the_focus_there_and_back(figure):
    figure.show()
    opener = figure.page.locator(OPENER)
    opener.focus()
    figure.page.keyboard.press("Enter")
    assert opener.get_attribute("aria-expanded") == "true"
    assert figure.page.evaluate("document.activeElement.id") == "listing-title"
    figure.page.locator("#listing .bar [data-do=listing]").press("Enter")
    assert opener.get_attribute("aria-expanded") == "false"
    assert opener.evaluate("b => b === document.activeElement")
    assert figure.page.locator("#listing").is_hidden()


def test_the_table_says_what_the_card_says(figure):
    figure.show("detail=extended")
    figure.page.locator(OPENER).click()
    settled(figure, 182)
    assert figure.page.evaluate(UNLIKE) == []


def the_table_can_be_downloaded(figure) -> None:
    figure.page.locator("#listing th[data-column=receiver] button").click()
    with figure.page.expect_download() as waiting:
        figure.page.locator("#listing [data-do=csv]").click()
    assert waiting.value.suggested_filename == "metastatic-cascade-circulation-table.csv"
    text = Path(waiting.value.path()).read_text("utf-8")
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text[1:], newline="")))
    assert [row["Id"] for row in rows] == figure.page.evaluate(IDS)
    assert [row["Receiver"] for row in rows] == column(figure, "Receiver")
    assert all(row["Papers for it"] for row in rows) and any(row["PubMed"] for row in rows)
    assert any(row["Papers against it"] and row["PubMed, against it"] for row in rows)


def test_the_view_can_be_downloaded_as_data_and_network(figure, tmp_path):
    figure.show("stage=circulation&hide=effect:kills&theme=dark")
    (visible,) = shown(figure, {"stage": "circulation", "hide": ["effect:kills"]})
    files = {}
    for kind in ("csv", "json", "cyjs"):
        figure.page.locator("details.menu summary").click()
        with figure.page.expect_download() as waiting:
            figure.page.locator(f'.menu [data-do=download][data-id="{kind}"]').click()
        files[kind] = tmp_path / waiting.value.suggested_filename
        waiting.value.save_as(files[kind])
    assert [path.name for path in files.values()] == [
        "metastatic-cascade-circulation-table.csv",
        "metastatic-cascade-circulation.json",
        "metastatic-cascade-circulation.cyjs",
    ]
    ids = sorted(visible)
    text = files["csv"].read_text("utf-8-sig")
    assert sorted(row["Id"] for row in csv.DictReader(io.StringIO(text, newline=""))) == ids
    data = json.loads(files["json"].read_text("utf-8"))
    assert sorted(one["id"] for one in data["interactions"]) == ids
    assert data["view"]["hide"] == ["effect:kills"]
    assert all(one["summary"] for one in data["interactions"])
    cited = {ref for one in data["interactions"] for ref in one["references"] + one["opposing"]}
    assert data["references"].keys() == cited
    assert all(paper["title"] for paper in data["references"].values())
    graph = json.loads(files["cyjs"].read_text("utf-8"))
    assert sorted(edge["data"]["id"] for edge in graph["elements"]["edges"]) == ids
    # What the browser wrote, the command reads: the same arrows between the same cells, seen in the
    # same systems, with the same papers on each side, as far as the table has numbers for them.
    (flagship,) = load_path(pathways_dir() / "metastatic-cascade").pathways
    known = {arrow.id: arrow.interaction for arrow in flagship.arrows}
    numbered = {id: bool(one.pmid or one.doi) for id, one in flagship.references.items()}
    for kind in ("csv", "cyjs"):
        draft = tmp_path / f"{kind}.yaml"
        result = CliRunner().invoke(cli, ["import", str(files[kind]), "-o", str(draft)])
        assert result.exit_code == 0, result.output
        arrows = load(draft).pathways[0].arrows
        assert sorted(arrow.id for arrow in arrows) == ids
        # Two papers have neither PMID nor DOI.
        unnamed = [a.id for a in arrows if "imported-file" in a.interaction.references]
        assert len(unnamed) < 3, unnamed
        for arrow in arrows:
            was, now = known[arrow.id], arrow.interaction
            assert set(now.systems) == set(was.systems), arrow.id
            for side in ("references", "opposing"):
                papers = {ref for ref in getattr(was, side) if kind == "cyjs" or numbered[ref]}
                if side == "opposing" or papers:
                    assert set(getattr(now, side)) == papers, arrow.id


def test_paper_always_has_the_table_and_the_papers_of_the_view(figure):
    figure.show("stage=circulation")
    figure.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    figure.page.emulate_media(media="print")
    (printed,) = shown(figure, {"stage": "circulation"})
    assert figure.page.locator(ROWS).count() == len(printed)
    assert figure.page.locator(ROWS).first.is_visible()
    papers = figure.page.locator("#papers li")
    assert papers.count() > 10
    assert figure.page.locator("#papers").is_visible()
    assert figure.page.locator("#top .tools").is_hidden()
    figure.page.emulate_media(media="screen")
    figure.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert figure.page.locator("#listing").is_hidden()
    assert figure.page.locator("#papers").is_hidden()
