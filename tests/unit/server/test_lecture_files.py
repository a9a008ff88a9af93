"""Slides and pictures of lectures, from the menu of a page whose server makes them."""

import io
import zipfile

import pytest

from cascade.exports import chromium
from cascade.loading.loader import load_path
from cascade.page.variant import PageVariant
from cascade.publish.single_file import freeze
from cascade.resources import pathways_dir
from cascade.server import lecture_files
from cascade.server.routes import create

LINK = 'href="lectures/en/metastatic-cascade/friend-or-foe.{}"'


@pytest.fixture(scope="module")
def pathways():
    return load_path(pathways_dir() / "metastatic-cascade").pathways


def page(pathways, monkeypatch, possible: bool):
    """A client of a server that can make slides, or cannot, and its page."""
    monkeypatch.setattr("cascade.server.routes.can_make", lambda: possible)
    client = create(pathways).server.test_client()
    return client, client.get("/").get_data(as_text=True)


def test_the_page_offers_what_its_server_makes(pathways, monkeypatch):
    """In the menu, with a link for each lecture; the link leads to the file."""

    def svgs(pictures, width, height):
        return [b"\x89PNG" for _ in pictures]

    monkeypatch.setattr("cascade.exports.lecture_pictures.pngs", svgs)
    client, html = page(pathways, monkeypatch, True)
    assert "Slides and pictures of lectures" in html
    assert LINK.format("pptx") in html and LINK.format("zip") in html
    answer = client.get("/lectures/de/metastatic-cascade/friend-or-foe.zip")
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].endswith('cascade-friend-or-foe-de.zip"')
    names = zipfile.ZipFile(io.BytesIO(answer.data)).namelist()
    assert len(names) == 1 + 2 * len(pathways[0].lectures["friend-or-foe"].steps)
    for wrong in (
        "en/none/cascade.zip",
        "en/metastatic-cascade/none.zip",
        "en/metastatic-cascade/cascade.exe",
        "qq/metastatic-cascade/cascade.zip",
    ):
        assert client.get(f"/lectures/{wrong}").status_code == 404, wrong


def test_without_the_means_nothing_is_offered(pathways, monkeypatch):
    client, html = page(pathways, monkeypatch, False)
    for text in (html, freeze(pathways, PageVariant(frozen=True))):
        assert "lecture-files" not in text.split("<script")[0] and LINK.format("zip") not in text
    assert client.get("/lectures/en/metastatic-cascade/cascade.zip").status_code == 404


def test_it_takes_chromium_and_the_packages(monkeypatch):
    monkeypatch.setattr(chromium, "find", lambda name: "/usr/bin/chromium")
    monkeypatch.setattr(lecture_files, "find_spec", lambda name: object())
    assert lecture_files.can_make()
    monkeypatch.setattr(lecture_files, "find_spec", lambda name: None if name == "pptx" else 1)
    assert not lecture_files.can_make()

    def missing(name):
        raise chromium.Unavailable("no Chromium")

    monkeypatch.setattr(lecture_files, "find_spec", lambda name: object())
    monkeypatch.setattr(chromium, "find", missing)
    assert not lecture_files.can_make()
