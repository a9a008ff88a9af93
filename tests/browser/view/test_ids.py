"""Ids such as `10`, `constructor` and `__proto__`, as a reader meets them, served and frozen."""

import pytest
from author import served
from hostile import IDS, LECTURES, arrows, awkward, write

from cascade.loading.loader import load_path
from cascade.page.variant import PageVariant
from cascade.publish.single_file import freeze

CELLS = {one["id"]: one["name"] for one in awkward()["cells"]}
ENDS = {one["id"]: (one["from"], one["to"]) for one in arrows(awkward())}
# The ends of each arrow, the arrow that is then chosen, and the ends on each card that is shown.
CARDS = """(ids) => ids.map((edge) => {
  const { source, target } = document.getElementById('graph')._cyreg.cy.getElementById(edge).data();
  cascade.set({ edge });
  const cards = () => [...document.querySelectorAll('article.card')].filter((one) => one.checkVisibility());
  return [[source, target], cascade.view().edge,
    cards().map((card) => [...card.querySelectorAll('.ends button')].map((one) => one.innerText))];
})"""
COUNTS = """(tokens) => tokens.map((token) => {
  cascade.set({ hide: [token], detail: 'extended' });
  return [cascade.view().hide, document.getElementById('count').innerText];
})"""
CAPTIONS = """(steps) => steps.map((to) => {
  cascade.set(to);
  const { lecture, step } = cascade.view();
  return [{ lecture, step }, document.getElementById('caption').innerText];
})"""


@pytest.fixture(params=["served", "frozen"])
def awkward_page(request, figure, tmp_path, watch):
    page = figure.page
    figure.spoil()
    path = tmp_path / "constructor.yaml"
    write(path)
    if request.param == "frozen":
        file = tmp_path / "figure.html"
        variant = PageVariant(frozen=True, plots="interactive")
        file.write_text(freeze(load_path(path).pathways, variant), "utf-8")
        yield opened(page, file.as_uri())
        return
    with served(path) as address:
        watch.origins.add(address.rstrip("/"))
        yield opened(page, address)
        page.goto("about:blank")  # which lets go of the server


def opened(page, address):
    page.goto(address)
    page.wait_for_selector("html.drawn", state="attached")
    return page


def test_they_are_names_as_any_other(awkward_page):
    for part in (table_card_and_drawing, filters_of_a_class, plots, lectures):
        awkward_page.evaluate("cascade.set({ edge: '', hide: [], detail: 'auto' })")
        part(awkward_page)


def table_card_and_drawing(page) -> None:
    """They name the same ends."""
    page.locator(".tools > [data-do=listing]").click()
    page.wait_for_selector("#listing tbody tr")
    rows = {
        id_: said
        for id_, *said in page.evaluate(
            "[...document.querySelectorAll('#listing tbody tr')].map((row) => ["
            "row.querySelector('button').dataset.id,"
            " ...['Sender', 'Receiver'].map((name) =>"
            " row.querySelector(`[data-name=${name}]`).textContent)])"
        )
    }
    assert set(rows) == set(IDS)
    told = page.evaluate(CARDS, list(ENDS))
    for (id_, ends), (drawn, edge, on_card) in zip(ENDS.items(), told, strict=True):
        names = [CELLS[end] for end in ends]
        assert rows[id_] == names, id_
        assert [end.split("/")[1] for end in drawn] == list(ends), id_
        assert edge == id_
        assert on_card == [names], id_
    page.locator(".tools > [data-do=listing]").click()


def filters_of_a_class(page) -> None:
    """Each hides its arrows."""
    tokens = page.evaluate(
        "[...document.querySelectorAll('[data-do=hide][data-token^=\"class:\"]')]"
        ".map((box) => box.dataset.token)"
    )
    assert len(tokens) == 8
    for token, (hide, said) in zip(tokens, page.evaluate(COUNTS, tokens), strict=True):
        assert hide == [token]
        assert said and " 10 of" not in f" {said}", token


def plots(page) -> None:
    """They count the arrows between their cells."""
    page.locator(".tools > [data-do=plots]").click()
    page.wait_for_selector(".plot[data-ready]")
    page.evaluate("document.querySelector('#plots details').open = true")
    page.wait_for_selector("#plots table tbody tr", state="attached")
    cells = page.evaluate(
        "[...document.querySelectorAll('#plots tbody tr')]"
        ".map((row) => [...row.cells].slice(0, 3).map((cell) => cell.textContent))"
    )
    assert sorted(map(tuple, cells)) == sorted((CELLS[a], CELLS[b], "1") for a, b in ENDS.values())


def lectures(page) -> None:
    """Each plays its steps."""
    steps = [{"lecture": lecture, "step": step} for lecture in LECTURES for step in (1, 2)]
    for to, told in zip(steps, page.evaluate(CAPTIONS, steps), strict=True):
        assert told == [to, f"={to['lecture']} {to['step']}"]
