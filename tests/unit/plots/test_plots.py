"""The plots count what the pathway says, in the colors of the palette, and their tables agree."""

import gzip
import itertools
import json
import re
from collections import Counter

import pytest
from colors import VISION, difference, seen

from cascade.figure.facets import agents
from cascade.notation.palette import THEMES, TINTS, contrast
from cascade.page.variant import PageVariant
from cascade.plots import document, plots
from cascade.plots.files import PLOTLY, plot_files
from cascade.plots.flow import MARGIN
from cascade.plots.stills import DRAWN, stills
from cascade.plots.theme import distinct, diverging, sequential
from cascade.publish.single_file import freeze
from cascade.server.routes import create


@pytest.fixture(scope="session")
def made(flagship):
    """The flagship's plots by id."""
    return {plot.id: plot for plot in plots(flagship)}


def figure(plot, variant=None, theme="light"):
    return plot.figure(theme, variant or next(iter(plot.variants)))


def test_every_pathway_has_the_plots_that_it_can_fill(pathways):
    ids = {id_: [plot.id for plot in plots(one)] for id_, one in pathways.items()}
    assert ids["metastatic-cascade"] == ["matrix", "flow", "timeline", "organs"]
    # One organ, or none, cannot be compared.
    assert ids["vicious-cycle"] == ids["csf1-egf-loop"] == ["matrix", "flow", "timeline"]


def test_the_matrix_counts_the_arrows_of_each_pair(flagship, made):
    expected = Counter((a.interaction.from_, a.interaction.to) for a in flagship.arrows)
    trace, _ = figure(made["matrix"])["data"]
    found = {
        (sender, receiver): n
        for sender, row in zip(trace["y"], trace["z"], strict=True)
        for receiver, n in zip(trace["x"], row, strict=True)
        if n
    }
    assert found == expected


def test_the_net_outcome_is_promoting_minus_restraining(flagship, made):
    sign = {"pro-metastatic": 1, "anti-metastatic": -1, "context-dependent": 0}
    expected = Counter()
    for arrow in flagship.arrows:
        step = arrow.interaction
        expected[step.from_, step.to] += sign[step.outcome]
    trace, texts = figure(made["matrix"], "net")["data"]
    written = dict(zip(zip(texts["y"], texts["x"], strict=True), texts["text"], strict=True))
    for sender, row in zip(trace["y"], trace["z"], strict=True):
        for receiver, n in zip(trace["x"], row, strict=True):
            assert n == (expected.get((sender, receiver), None))
            if n is not None:
                sign = "+" if n > 0 else "−" if n else ""
                assert written[sender, receiver] == f"{sign}{abs(n)}"
    table = made["matrix"].table()[1]
    assert sum(row[-1] for row in table) == sum(expected.values())
    assert all(row[2] == sum(row[3:6]) and row[6] == row[3] - row[4] for row in table)


def test_a_flow_keeps_its_width_from_stage_to_receiver(flagship, made):
    (trace,) = figure(made["flow"])["data"]
    kinds = sum(
        len({flagship.molecules[m].class_ for m in agents(a)}) or 1 for a in flagship.arrows
    )
    link, labels = trace["link"], trace["node"]["label"]
    assert sum(link["value"]) == 3 * kinds
    into, out = Counter(), Counter()
    for source, target, value in zip(link["source"], link["target"], link["value"], strict=True):
        out[source] += value
        into[target] += value
    both = set(into) & set(out)
    assert len(both) > 20 and all(into[node] == out[node] for node in both)
    first = [labels[node] for node in out if node not in into]
    assert first == [stage.name for stage in flagship.stages]
    assert sum(row[-1] for row in made["flow"].table()[1]) == kinds


def test_nodes_of_a_flow_do_not_overlap(made):
    from cascade.plots.flow import PAD, ROW, links, placed

    plot = made["flow"]
    for height in (ROW * 40, ROW * 80):
        found = links(plot, Counter({a: "pro-metastatic" for m in plot.marks for a in m.arrows}))
        spots = placed(found, sum(mark.count for mark in plot.marks), height)
        for column in range(4):
            boxes = sorted((top, tall) for at, top, tall in spots.values() if at == column)
            for (top, tall), (after, _) in itertools.pairwise(boxes):
                assert after == pytest.approx(top + tall + PAD)
            assert boxes[0][0] >= -0.01 and sum(boxes[-1]) <= height + 0.01


def test_the_timeline_counts_years_and_stages(flagship, made):
    expected = Counter((a.interaction.year, a.place.stage.name) for a in flagship.arrows)
    full = [trace for trace in figure(made["timeline"])["data"] if trace["showlegend"]]
    found = {
        (year, trace["name"]): n
        for trace in full
        for year, n in zip(trace["x"], trace["y"], strict=True)
        if n
    }
    assert found == expected
    assert {(year, stage): n for year, stage, n in made["timeline"].table()[1]} == expected


def test_organs_count_cells_and_molecules_of_their_own(flagship, made):
    plot = made["organs"]
    organs = [name[6:] for name in plot.names if name.startswith("organ:")]
    assert organs[:4] == ["bone", "brain", "lung", "liver"]
    cells, molecules = Counter(), Counter()
    for arrow in flagship.arrows:
        step = arrow.interaction
        for organ in {step.organ, arrow.place.organ} & set(organs):
            cells.update((cell, organ) for cell in {step.from_, step.to})
            molecules.update((molecule, organ) for molecule in set(agents(arrow)))
    for variant, expected in (("cell", cells), ("molecule", molecules)):
        trace, _ = figure(plot, variant)["data"]
        found = {
            (y, x): n
            for y, row in zip(trace["y"], trace["z"], strict=True)
            for x, n in zip(trace["x"], row, strict=True)
            if n
        }
        assert found == expected
    lines = plot.table()[1]
    assert sum(sum(line[2:-1]) for line in lines) == sum((cells + molecules).values())
    for line in lines:
        acts = sum(n > 0 for n in line[2:-1])
        assert line[-1].startswith("only ") == (acts == 1)
        assert (f"{acts} organs" in line[-1]) == (acts > 1)


def test_table_and_marks_agree(pathways):
    for pathway in pathways.values():
        for plot in plots(pathway):
            if plot.id == "organs":
                continue
            at = plot.table()[0].index("Arrows")
            assert [row[at] for row in plot.table()[1]] == [mark.count for mark in plot.marks]


@pytest.mark.parametrize("theme", THEMES)
def test_every_color_is_of_the_palette(made, theme):
    def colors(value):
        if isinstance(value, dict):
            for one in value.values():
                yield from colors(one)
        elif isinstance(value, list | tuple):
            for one in value:
                yield from colors(one)
        elif isinstance(value, str) and re.fullmatch(r"#[0-9a-f]{6}|rgba\(.*\)", value):
            yield value

    own = {tint["line"] for tint in TINTS.values()}
    for value in THEMES[theme].values():
        own |= set([value] if isinstance(value, str) else value if isinstance(value, tuple) else [])
    mixed = {color for _, color in (*sequential(theme), *diverging(theme))}
    for plot in made.values():
        for variant in plot.variants:
            made_of = set(colors(plot.figure(theme, variant)))
            veils = {c for c in made_of if c.startswith("rgba")}
            for veil in veils:
                channels = [int(n) for n in re.findall(r"\d+", veil)[:3]]
                assert "#{:02x}{:02x}{:02x}".format(*channels) in own
            rest = made_of - veils - own - mixed
            # Steps between stages are mixtures of accent and surface.
            assert len(rest) <= 4 and (plot.id in ("flow", "timeline") or not rest)


@pytest.mark.parametrize("theme", THEMES)
def test_numbers_can_be_read_on_their_field(theme):
    ink, reverse = THEMES[theme]["ink"], THEMES[theme]["accent-ink"]
    for scale, most in ((sequential(theme), 1), (diverging(theme), 0.5)):
        for at, color in scale:
            # At the leap of a scale both of its colors stand.
            share = at if most == 1 else abs(at - 0.5) * 2
            weak = share < 0.48 or (share < 0.5 and contrast(color, ink) > contrast(color, reverse))
            assert contrast(color, ink if weak else reverse) >= 4.5, color


@pytest.mark.parametrize("theme", THEMES)
def test_words_can_be_read(made, theme):
    look = figure(made["matrix"], theme=theme)["layout"]["template"]["layout"]
    assert contrast(look["font"]["color"], look["paper_bgcolor"]) >= 7
    assert look["font"]["family"].startswith("Inter")


def test_the_file_of_a_pathway_is_small_and_names_its_arrows_by_place(flagship):
    data = json.loads(json.dumps(document(flagship)))
    assert len(gzip.compress(json.dumps(data).encode(), 9)) < 25_000
    ids = [arrow.id for arrow in flagship.arrows]
    for one, plot in zip(data["plots"], plots(flagship), strict=True):
        for mark, own in zip(one["marks"], plot.marks, strict=True):
            assert tuple(mark[:-1]) == own.key
            assert tuple(ids[index] for index in mark[-1]) == own.arrows


def test_the_server_sends_what_the_plots_need(pathways):
    client = create(list(pathways.values())).server.test_client()
    packed = client.get(f"/plots/{PLOTLY}", headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "immutable" in packed.headers["Cache-Control"]
    assert len(packed.data) < 1_600_000
    plain = client.get(f"/plots/{PLOTLY}")
    assert gzip.decompress(packed.data) == plain.data and b"plotly.js v" in plain.data[:100]
    for id_ in pathways:
        answer = client.get(f"/plots/{id_}.json")
        assert (
            answer.mimetype == "application/json" and "max-age" in answer.headers["Cache-Control"]
        )
        again = client.get(f"/plots/{id_}.json", headers={"If-None-Match": answer.headers["ETag"]})
        assert again.status_code == 304
    assert client.get("/plots/none.json").status_code == 404
    assert set(plot_files(list(pathways.values()))) == {
        PLOTLY,
        *(f"{id_}.json" for id_ in pathways),
    }


def test_the_page_holds_no_plot(html):
    assert "plotly.js v" not in html and '<svg viewBox="0 0 760' not in html
    assert f"plots/{PLOTLY}" in html


def test_the_pictures_of_a_frozen_page_are_light_and_have_all_tables(flagship, made):
    pictures = "".join("".join(DRAWN[id_](plot, flagship)) for id_, plot in made.items())
    assert len(gzip.compress(pictures.encode(), 9)) < 12_000
    assert "#" not in re.sub(r'fill="#[0-9a-f]{6}"', "", pictures), "colors follow the theme"
    html = str(stills(flagship))
    assert html.count("<tr>") == sum(len(plot.table()[1]) + 1 for plot in made.values())
    total = len(made["matrix"].marks)
    assert (
        html.count('<g data-do="edge"')
        == total
        == html.count('<button type="button" data-do="edge"')
    )


def test_a_frozen_page_may_hold_plotly_that_waits(pathways):
    small = pathways["csf1-egf-loop"]
    still = freeze([small], PageVariant(frozen=True))
    assert "data-still=" in still and "plotly.js v" not in still
    whole = freeze([small], PageVariant(frozen=True, plots="whole"))
    assert whole.count('<script type="text/plain" data-later="plots">') == 2
    assert "plotly.js v" in whole and "plotly.js: Copyright (c) 2016" in whole
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', whole)[1]
    assert "unsafe-eval" not in policy and "connect-src" not in policy
    assert policy.count("'sha256-") >= still.count("sha256-") + 1


@pytest.mark.parametrize("theme", THEMES)
def test_stages_have_colors_that_any_eye_tells_apart(theme):
    colors = distinct(theme, 4)
    assert all(contrast(color, THEMES[theme]["surface"]) >= 3 for color in colors)
    for vision in VISION:
        for one, other in itertools.combinations(colors, 2):
            apart = difference(seen(one, vision), seen(other, vision))
            assert apart >= 10, (one, other, vision)
    assert len(set(distinct(theme, 8))) == 8


def test_names_in_the_flow_have_room_and_a_halo(made):
    drawn = figure(made["flow"])
    [trace] = drawn["data"]
    height = drawn["layout"]["height"] - 2 * MARGIN
    columns = {}
    for x, y in zip(trace["node"]["x"], trace["node"]["y"], strict=True):
        columns.setdefault(x, []).append(y * height)
    assert len(columns) == 4
    for heights in columns.values():
        gaps = [b - a for a, b in itertools.pairwise(sorted(heights))]
        assert min(gaps) >= trace["textfont"]["size"], "no name on another"
    assert THEMES["light"]["surface"] in trace["textfont"]["shadow"]
