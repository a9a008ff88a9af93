"""The plots: loaded when they are opened, linked with the diagram, the same in tables and files."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe import COLORS, TAGS, ready, violations
from plots import OPEN, SUM, tap

from cascade.notation.palette import THEMES
from cascade.plots.files import PLOTLY

DATA = "cascadeKit.state.data.pathways['metastatic-cascade']"


def opened(figure, query: str = "", plot: str = "matrix") -> None:
    """Goes to a view and to one of its plots."""
    figure.go(query)
    if not figure.page.locator("#plots").is_visible():
        figure.page.evaluate(OPEN)
    figure.page.wait_for_selector(".plot[data-ready]")
    figure.page.locator(f"#plots [data-plot={plot}]").click()


def shown(figure) -> int:
    """How many arrows the plot says that it shows."""
    return int(figure.page.locator("#plots [data-part=count]").inner_text().split()[0])


def asked(watch) -> list[str]:
    return [urlsplit(url).path for url in watch.requests if url.startswith("http")]


def until(figure, key: str) -> None:
    """Waits for a part of the view; the page's policy forbids Playwright's own way of waiting."""
    for _ in range(50):
        if figure.rest() and figure.page.evaluate(f"cascade.view().{key}"):
            return
    pytest.fail(f"the view has no {key}")


def test_plots_and_diagram_are_two_pictures_of_one_view(page, figure, watch):
    """In one page, as loading Plotly takes as long as all that a reader does with it."""
    plotly_is_asked_for_at_the_first_opening_and_only_then(figure, watch)
    page.set_viewport_size({"width": 1800, "height": 800})
    page.locator("html.plotting #plots:not(:modal)").wait_for()  # on to a place beside the diagram
    parts = (matrix_and_diagram, filters_and_years, flow_and_organs, themes, downloads)
    for part in (*parts, without_room, on_a_phone):
        part(figure)


def plotly_is_asked_for_at_the_first_opening_and_only_then(figure, watch) -> None:
    figure.open("detail=extended")
    assert not [path for path in asked(watch) if "plot" in path]
    before = len(asked(watch))
    figure.page.evaluate(OPEN)
    figure.page.wait_for_selector(".plot[data-ready]")
    new = [path.rsplit("/", 1)[1] for path in asked(watch)[before:]]
    assert sorted(re.sub(r"-[0-9a-f]{12}", "", name) for name in new) == sorted(
        [PLOTLY, "plots.js", "plots.css", "metastatic-cascade.json"]
    )
    page = figure.page
    for plot in ("flow", "timeline", "organs", "matrix"):
        page.locator(f"#plots [data-plot={plot}]").click()
    assert page.evaluate("document.activeElement.dataset.plot") == "matrix"
    page.evaluate(OPEN)
    assert page.locator("#plots").is_hidden()
    page.evaluate(OPEN)
    page.evaluate("cascade.set({ stage: 'circulation' })")
    figure.settle()
    assert len(asked(watch)) == before + 4
    # With everything shown the browser counts as Python did.
    page.evaluate("cascade.set({ stage: '' })")
    figure.settle()
    assert page.evaluate(SUM) == 182 == shown(figure)


def matrix_and_diagram(figure) -> None:
    """They choose for each other."""
    opened(figure)
    assert shown(figure) == 40 == figure.page.evaluate(SUM)
    spot = figure.page.evaluate(
        """() => { const { x, y } = document.querySelector('.plot').data[0];
          return [x.indexOf('tumor-cell'), y.indexOf('caf')]; }"""
    )
    tap(figure, *spot)
    until(figure, "edge")
    assert figure.settle()["edge"] == "caf~tumor-cell"
    lit = set(figure.cy("cy.edges('.lit').map((e) => e.data('source') + ' ' + e.data('target'))"))
    assert lit == {"primary-tumor/caf primary-tumor/tumor-cell"}
    frames = "document.querySelector('.plot').layout.shapes.length"
    assert figure.page.evaluate(frames) == 1
    listed = figure.page.locator("#plots [data-part=picked] li button")
    listed.first.click()
    assert figure.settle()["edge"] == "pt-cxcl12-cxcr4"
    # From the diagram to the plot.
    figure.page.evaluate("cascade.set({ focus: 'neutrophil', edge: '' })")
    figure.settle()
    assert figure.page.evaluate(frames) > 1
    figure.page.go_back()
    # Esc closes, and the focus goes back to where it was.
    figure.page.locator("#plots-title").focus()
    figure.page.keyboard.press("Escape")
    assert figure.page.locator("#plots").is_hidden()


def test_a_shared_pair_has_its_card(figure):
    figure.show("edge=tam~tumor-cell")
    card = figure.page.locator("#panel article:visible")
    assert card.locator("h2").inner_text() == "Tumor-associated macrophage to Tumor cell"
    expected = figure.page.evaluate(
        f"Object.values({DATA}.interactions).filter((i) => i.from === 'tam' && i.to === 'tumor-cell').length"
    )
    assert card.locator("ul.rows > li").count() == expected > 2


def filters_and_years(figure) -> None:
    """They hold in both."""
    page = figure.page
    opened(figure, "detail=extended", "timeline")
    page.evaluate("cascade.set({ hide: ['outcome:pro-metastatic'] })")
    figure.settle()
    expected = page.evaluate(
        f"Object.values({DATA}.interactions).filter((i) => i.facets.outcome[0] !== 'pro-metastatic').length"
    )
    assert shown(figure) == expected
    box = page.evaluate(
        """() => { const plot = document.querySelector('.plot');
          plot.scrollIntoView({ block: 'nearest' });
          const { left, top } = plot.getBoundingClientRect();
          const { xaxis, yaxis } = plot._fullLayout;
          return [left + xaxis._offset + xaxis.c2p(2003.6), left + xaxis._offset + xaxis.c2p(2010.4),
                  top + yaxis._offset + yaxis._length / 2]; }"""
    )
    page.mouse.move(box[0], box[2])
    page.mouse.down()
    page.mouse.move(box[1], box[2] + 10, steps=6)
    page.mouse.up()
    until(figure, "hide.length === 3")
    assert figure.settle()["hide"] == ["outcome:pro-metastatic", "before:2004", "after:2010"]
    assert "hide=outcome:pro-metastatic,before:2004,after:2010" in page.url
    late = figure.cy(
        f"""(() => {{ const p = {DATA};
          return cy.edges('[kind="signal"]').not('.hidden').filter((e) => p.interactions[e.id()].year < 2004
            || p.interactions[e.id()].year > 2010).length; }})()"""
    )
    assert late == 0
    assert page.locator("#plots [data-part=from]").input_value() == "2004"
    # The keyboard's way, and back to all years.
    page.locator("#plots [data-part=from]").fill("1993")
    page.locator("#plots [data-part=from]").press("Tab")
    assert figure.settle()["hide"] == ["outcome:pro-metastatic", "after:2010"]
    page.locator("#plots details summary").click()
    rows = page.locator("#plots tbody tr")
    rows.first.wait_for()
    counts = rows.evaluate_all("(rows) => rows.map((row) => Number(row.cells[2].textContent))")
    assert sum(counts) == expected
    rows.first.locator("button").click()
    assert {"before:", "after:1"} & {token[:7] for token in figure.settle()["hide"]}


def flow_and_organs(figure) -> None:
    """They lead into the diagram."""
    page = figure.page
    opened(figure, "detail=extended", "organs")
    spot = page.evaluate(
        """() => { const { x, y } = document.querySelector('.plot').data[0];
          return [x.indexOf('brain'), y.indexOf('astrocyte')]; }"""
    )
    tap(figure, *spot)
    until(figure, "focus")
    view = figure.settle()
    assert (view["focus"], view["organ"]) == ("astrocyte", "brain")
    assert page.evaluate("document.querySelector('.plot').data[0].x.length") == 5
    page.evaluate("cascade.set({ focus: '', organ: '' })")
    page.locator("#plots [data-plot=flow]").click()
    page.locator(".sankey-node .node-label", has_text="Circulation").wait_for()
    labels = page.locator(".sankey-node .node-label").all_inner_texts()
    assert len(labels) > 60
    page.locator(".sankey-node", has_text="Circulation").locator(
        ".node-rect, .node-capture"
    ).first.click(force=True)
    until(figure, "stage")
    assert figure.settle()["stage"] == "circulation"
    page.locator("#plots [data-part=stage]").select_option("")
    assert figure.settle()["stage"] == ""


def themes(figure) -> None:
    """Each paints the plot anew."""
    opened(figure, "theme=light")
    ready(figure.page)
    figure.page.locator("#plots details summary").click()
    for theme, colors in THEMES.items():
        figure.page.evaluate("(theme) => cascade.set({ theme })", theme)
        figure.settle()
        paper = figure.page.evaluate("document.querySelector('.plot')._fullLayout.paper_bgcolor")
        assert paper == colors["surface"]
        scale = figure.page.evaluate("document.querySelector('.plot').data[0].colorscale.at(-1)[1]")
        assert scale == colors["accent"]
        rules = TAGS if theme == "light" else COLORS
        assert violations(figure.page, rules) == [], theme


def downloads(figure) -> None:
    """Pictures and the table, of the plot on screen."""
    opened(figure, "stage=circulation")
    page = figure.page
    for name in ("png", "svg", "csv"):
        with page.expect_download() as download:
            page.locator(f"#plots [data-save={name}]").click()
        assert (
            download.value.suggested_filename
            == f"metastatic-cascade-matrix-count-circulation.{name}"
        )
        content = Path(download.value.path()).read_bytes()
        assert content[:4] == {"png": b"\x89PNG", "svg": b"<svg", "csv": b"\xef\xbb\xbfS"}[name]
    lines = content.decode("utf-8-sig").strip().split("\r\n")
    assert lines[0] == "Sender,Receiver,Arrows,Promote,Restrain,Depend on context,Net"
    assert sum(int(line.split(",")[2]) for line in lines[1:]) == page.evaluate(SUM)


def without_room(figure) -> None:
    """They lie over the diagram."""
    figure.page.set_viewport_size({"width": 1366, "height": 768})
    figure.page.locator("html:not(.plotting) #plots:modal").wait_for()
    figure.page.evaluate(OPEN)
    assert figure.page.locator("#plots").is_hidden()
    figure.go("")
    over_the_diagram(figure.page)


def on_a_phone(figure) -> None:
    """There, too."""
    touch = figure.page.context.new_cdp_session(figure.page)
    touch.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    figure.page.set_viewport_size({"width": 390, "height": 844})
    figure.go("")
    over_the_diagram(figure.page)


def over_the_diagram(page) -> None:
    page.locator(".menu summary").click()
    page.locator(".menu [data-do=plots]").click()
    page.wait_for_selector(".plot[data-ready]")
    assert page.locator("#plots").evaluate("(box) => box.matches(':modal')")
    assert page.get_by_role("button", name="Back to the figure").is_visible()
    wide = page.viewport_size["width"]
    assert page.locator("#plots").evaluate("(box) => box.clientWidth") > wide - 20
    assert page.evaluate("document.documentElement.scrollWidth") <= wide
    page.locator("#plots details").evaluate("(one) => { one.open = false; }")
    page.locator("#plots details summary").click()
    page.locator("#plots tbody button").first.click()
    page.locator("#plots [data-part=away]").click()
    assert page.locator("#plots").is_hidden()
    assert page.evaluate("cascade.view().edge") != ""
