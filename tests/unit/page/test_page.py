"""The page as it is sent: all content in plain HTML, nothing invented, no server asked."""

import json
import re
from collections import Counter
from pathlib import Path
from urllib.parse import parse_qs, urlparse

import pytest
from cytoscape_file import bundle as dash_cytoscape
from playing import completed
from tags import parse

from cascade.loading.problem import Problem
from cascade.page.app import build
from cascade.page.asset_bundles import pressed
from cascade.page.index import index
from cascade.page.page_parts import CANVAS, figure_data

ROOT = Path(__file__).parents[3]
HOSTS = {
    "doi.org", "pubmed.ncbi.nlm.nih.gov", "pmc.ncbi.nlm.nih.gov", "www.uniprot.org",
    "www.genenames.org", "www.ebi.ac.uk",
}  # fmt: skip


@pytest.fixture(scope="module")
def links(document):
    found = [a for a in document.all("a") if ":" in a.attrs["href"]]
    return [(a, urlparse(a.attrs["href"])) for a in found]


def test_links_lead_to_known_places_in_a_new_tab(links):
    assert len(links) > 350
    for a, url in links:
        assert url.scheme == "https" and url.hostname in HOSTS, a.attrs["href"]
        assert a.attrs["target"] == "_blank" and "noopener" in a.attrs["rel"].split()
        assert a.text


def test_no_identifier_on_the_page_was_invented(links, library, document):
    refs, cells = library.references.values(), library.cells.values()
    molecules = library.molecules.values()
    known = {
        "doi.org": {ref.doi for ref in refs},
        "pubmed.ncbi.nlm.nih.gov": {ref.pmid for ref in refs},
        "pmc.ncbi.nlm.nih.gov": {ref.pmcid for ref in refs},
        "www.uniprot.org": {molecule.uniprot for molecule in molecules},
        "www.genenames.org": {molecule.hgnc for molecule in molecules},
        "www.ebi.ac.uk": {cell.cell_ontology.id for cell in cells if cell.cell_ontology},
    }
    seen = Counter()
    for a, url in links:
        if url.hostname == "doi.org":
            id = url.path[1:] + (f"?{url.query}" if url.query else "")
        elif url.hostname == "www.genenames.org":
            id = url.fragment.partition("query=")[2]
        elif url.hostname == "www.ebi.ac.uk":
            (id,) = parse_qs(url.query)["obo_id"]
        else:
            id = url.path.strip("/").split("/")[-1]
        assert id in known[url.hostname], a.attrs["href"]
        seen[url.hostname] += 1
    assert all(seen[host] > 30 for host in known)


def test_identifiers_in_the_text_are_those_of_the_library(document, library):
    text = document.one("body").text
    curies = set(re.findall(r"\bCL:\d+", text))
    assert (
        curies == {c.cell_ontology.id for c in library.cells.values() if c.cell_ontology} & curies
    )
    dois = {doi.rstrip(".,)") for doi in re.findall(r"\b10\.\d{4,}/\S+", text.split("{", 1)[0])}
    assert dois <= {ref.doi for ref in library.references.values()}


def test_no_id_is_used_twice(document):
    ids = Counter(tag.attrs["id"] for tag in document if "id" in tag.attrs)
    assert [id for id, count in ids.items() if count > 1] == []


def test_every_reference_between_parts_leads_somewhere(document):
    ids = {tag.attrs["id"] for tag in document if "id" in tag.attrs}
    for tag in document:
        for name in ("aria-controls", "aria-labelledby", "aria-describedby", "for"):
            if name in tag.attrs:
                assert set(tag.attrs[name].split()) <= ids, tag.attrs
        if tag.name == "a" and tag.attrs["href"].startswith("#"):
            assert tag.attrs["href"][1:] in ids


def test_every_button_has_a_name_and_a_known_command(document):
    from cascade.resources import assets_dir

    places = ("app/commands.js", "lecture/lecture-player.js", "figure.js", "quiz-loader.js")
    commands = "\n".join((assets_dir() / "js" / name).read_text("utf-8") for name in places)
    for button in document.all("button"):
        name = button.attrs.get("aria-label") or button.text
        assert name, button.attrs
        assert button.attrs.get("type") == "button"
        if "data-do" in button.attrs:
            do = button.attrs["data-do"]
            assert re.search(rf"(^\s+|[{{,] )'?{re.escape(do)}'?[:,(]", commands, re.M), do


def test_there_is_a_box_for_every_filter_value(document, flagship):
    from cascade.figure.facets import facets

    legend = document.one("section", data_legend="metastatic-cascade")
    tokens = [box.attrs["data-token"] for box in legend.all("input", data_do="hide")]
    assert tokens == [f"{f.id}:{value}" for f in facets(flagship) for value in f.values]


def test_the_figure_data_is_json_and_cannot_end_its_script(html, figure):
    text = re.search(r'id="figure-data">(.*?)</script>', html, re.S)[1]
    data = json.loads(text)
    assert data["order"] == figure["order"]
    assert "{%" not in text and "</" not in text


def test_no_placeholder_or_template_mark_is_left(html):
    code = r'<script.*?</script>|<template id="lectern">.*?</template>'
    page = re.sub(code, "", html, flags=re.S)
    for mark in ("{{", "}}", "{%", "%}", "Undefined", ">None<"):
        assert mark not in page, mark


def test_the_one_callback_starts_the_figure_in_the_browser(app):
    """A page without Dash does the same by itself, so that another one would be missing there."""
    (callback,) = app._callback_list
    function = callback["clientside_function"]
    assert function == {"namespace": "cascade", "function_name": "start"}
    assert not [c for c in app.callback_map.values() if c.get("callback")]


def test_a_page_without_dash_mounts_the_same_graph(app):
    """The options, and the cytoscape.js that gets them, are those of the live page."""
    sent = app.layout.to_plotly_json()["props"]
    beside = {"id", "elements", "style", "autoRefreshLayout"}
    live = {name: value for name, value in sent.items() if name not in beside}
    assert {"style": live.pop("stylesheet")} | live == CANVAS
    (version,) = set(re.findall(r'"(\d+\.\d+\.\d+)"', pressed("cytoscape.js")))
    assert f'"{version}"' in dash_cytoscape()
    package = json.loads((ROOT / "tests" / "node" / "package.json").read_text("utf-8"))
    assert package["devDependencies"]["cytoscape"] == version


def test_the_page_leaves_out_the_bundles_it_never_uses(html, app):
    sources = re.findall(r'<script src="([^"]+)"', html)
    assert not [s for s in sources if re.search(r"/dcc/|dash_table|polyfill|plotly", s)]
    assert any("dash_cytoscape" in s for s in sources) and any(
        "dash_renderer" in s for s in sources
    )


def test_nothing_is_loaded_from_elsewhere(document):
    for tag in document:
        for name in ("src", "href"):
            if tag.name != "a" and name in tag.attrs:
                assert not urlparse(tag.attrs[name]).hostname, tag.attrs


def test_a_page_has_one_main_one_title_and_a_language(document):
    assert document.one("html").attrs["lang"] == "en"
    assert document.one("head").one("title").text == "The metastatic cascade"
    document.one("main")
    document.one("h1")


def test_the_presenters_window_is_a_page_with_a_place_for_all_it_is_told(html):
    inside = re.search(r'<template id="lectern">(.*?)</template>', html, re.S)[1]
    page = parse(inside)
    page.one("main")
    page.one("h1")
    ids = [tag.attrs["id"] for tag in page if "id" in tag.attrs]
    assert len(ids) == len(set(ids))
    told = {"place", "lecture", "title", "say", "asked", "notes", "papers", "next", "lost", "timer"}
    assert set(ids) == told | {"clock", "here", "coming"}
    names = [(button.text, button.attrs["data-name"]) for button in page.all("button")]
    assert names == [
        ("Restart timer", "reset"), ("Back", "back"), ("Next", "on"), ("Blank", "blank")
    ]  # fmt: skip


def test_a_pathway_without_lectures_has_no_presenters_window(pathways):
    small = pathways["csf1-egf-loop"]
    assert "<template" not in index([small], figure_data([small]))


def test_the_problems_of_a_broken_pathway_are_told_and_escaped(flagship, figure):
    bad = Problem("pathways/bad.yaml", 3, 5, "there is no <cell> 'tumour'", "error")
    page = parse(index([flagship], figure, [bad]))
    banner = page.one(id="problems")
    assert "One problem " in banner.text and "pathways/bad.yaml:3:5" in banner.text
    assert "<cell>" in banner.text and not list(banner.all("cell"))


def test_warnings_are_no_banner(pathways):
    warning = Problem("pathways/a.yaml", 1, 1, "a warning", "warning")
    app = build(list(pathways.values())[1:2], [warning])
    assert "a warning" not in app.index_string


def test_a_page_of_one_pathway_offers_no_choice(pathways):
    app = build([pathways["vicious-cycle"]])
    page = parse(app.server.test_client().get("/").get_data(as_text=True))
    assert not list(page.all("select", id="pathway"))
    assert page.one("h1").text == pathways["vicious-cycle"].title


def test_text_of_a_file_is_escaped(make):
    from making import arrow, stage

    cells = {"tam": (0, 0), "tumor-cell": (1, 0)}
    evil = "<script>alert(1)</script> {{ 7 * 7 }} </script> & \" '"
    step = arrow("a", "tam > tumor-cell", summary=evil, note=evil, model=evil)
    pathway = make(stage([{"id": "here", "cells": cells}], [step]), subtitle=evil)
    page = completed(build([pathway]).server.test_client().get("/").get_data(as_text=True))
    assert page.one(id="subtitle").text == evil
    assert page.one("article", data_edge="a").text.count(evil) == 3
    assert [tag for tag in page.all("script") if "alert" in tag.text] == [
        page.one("script", id="figure-data")
    ]


def test_a_small_pathway_speaks_of_itself(pathways, document):
    small = pathways["vicious-cycle"]
    about = parse(index([small], figure_data([small]))).one("dialog", id="about").text
    assert small.title in about
    assert "Erez" not in about and "metastatic cascade" not in about
    assert "Erez" in document.one("dialog", id="about").text
