"""The questions reach the page: from a file that it asks for later, or from inside it."""

import gzip
import json
import re

import pytest

from cascade.page.variant import PageVariant
from cascade.publish.single_file import freeze
from cascade.publish.site import site
from cascade.quiz.quiz import items
from cascade.server.routes import create

HEAVIEST = 15_000
"""Bytes, packed, that the questions of a pathway weigh at most."""


@pytest.fixture(scope="module")
def client(pathways):
    return create(list(pathways.values())).server.test_client()


def named(html: str) -> dict[str, str]:
    (files,) = re.findall(r'id="quiz-files" data-files="([^"]+)"', html)
    return dict(pair.split("=") for pair in files.split())


def test_a_page_names_a_file_for_each_pathway(client, pathways):
    files = named(client.get("/").text)
    assert files.keys() == pathways.keys()
    for id, address in files.items():
        answer = client.get(f"/{address}")
        assert answer.mimetype == "application/json"
        assert [one["id"] for one in answer.json["items"]] == [i.id for i in items(pathways[id])]


def test_the_file_is_light(client):
    data = client.get("/quiz/metastatic-cascade.json").data
    assert len(gzip.compress(data, 9)) <= HEAVIEST


def test_the_page_in_german_asks_for_german_questions(client):
    address = named(client.get("/?lang=de").text)["metastatic-cascade"]
    german, english = (
        client.get(f"/{address}").json,
        client.get("/quiz/metastatic-cascade.json").json,
    )
    assert any("Welche Zelle" in one["ask"] for one in german["items"])
    assert [one["id"] for one in german["items"]] == [one["id"] for one in english["items"]]
    assert german["version"] == english["version"]


def test_no_other_file_is_there(client):
    assert client.get("/quiz/nothing.json").status_code == 404
    assert client.get("/quiz/metastatic-cascade.qaa.json").status_code == 404


def test_a_frozen_page_has_them_inside(client, pathways):
    html = freeze([pathways["vicious-cycle"]], PageVariant(frozen=True))
    assert "quiz-files" not in re.sub(r"<script.*?</script>", "", html, flags=re.S)
    (data,) = re.findall(r'<script type="application/json" id="quiz-vicious-cycle">(.*?)<', html)
    assert json.loads(data) == client.get("/quiz/vicious-cycle.json").json


def test_a_site_has_a_file_beside_its_pages(client, pathways):
    files = dict(site([pathways["vicious-cycle"]], paint=lambda *_: b""))
    page = files["vicious-cycle/index.html"].decode()
    address = named(page)["vicious-cycle"]
    assert address.startswith("../lib/")
    data = files[address.removeprefix("../")]
    assert json.loads(data) == client.get("/quiz/vicious-cycle.json").json


def test_what_speaks_against_an_arrow_is_told_by_its_card(client, figure):
    """These texts are long, and the page has them already."""
    cards = figure["pathways"]["metastatic-cascade"]["cards"]
    asked = client.get("/quiz/metastatic-cascade.json").json["items"]
    options = [o for one in asked if one["kind"] == "against" for o in one["options"]]
    assert options and all("text" not in option for option in options)
    assert all(cards[option["disputed"]]["disputed"] for option in options)


def test_the_page_offers_files_for_course_systems(client, pathways):
    page = client.get("/?lang=de").text
    links = re.findall(r'<a href="(quiz/[^"]+)" download="([^"]+)"', page)
    assert {name.rpartition(".")[2] for _, name in links} == {"xml", "gift", "csv"}
    # The loop alone has too few arrows to ask about.
    assert {name.partition("-quiz")[0] for _, name in links} == pathways.keys() - {"csf1-egf-loop"}
    for address, _ in links:
        text = client.get(f"/{address}").text
        assert "Welche Zelle" in text or "vicious-cycle" in address


def test_a_site_offers_them_too_and_a_file_alone_does_not(pathways):
    files = dict(site([pathways["vicious-cycle"]], paint=lambda *_: b""))
    page = files["vicious-cycle/index.html"].decode()
    links = re.findall(r'<a href="\.\./(lib/[^"]+)" download="vicious-cycle-quiz', page)
    assert len(links) == 3 and all(files[link] for link in links)
    assert "-quiz." not in freeze([pathways["vicious-cycle"]], PageVariant(frozen=True))
