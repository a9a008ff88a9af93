"""The citations of an arrow and of the library, read by other people's readers."""

import json
import re
from functools import cache

import bibtexparser
import rispy
import yaml

from cascade.exports import writer
from cascade.i18n.reader import find
from cascade.i18n.translate import translate
from cascade.i18n.translation import using_language
from cascade.loading.loader import load_path
from cascade.model.selection import select
from cascade.page.variant import PageVariant
from cascade.publish.single_file import freeze
from cascade.resources import pathways_dir

ARROW = "stage=extravasation&edge=x-lox-cd11b"
SMALL = pathways_dir() / "csf1-egf-loop.yaml"
SMALL_ARROW = "pt-csf1-csf1r"
FORMS = {"bibtex": "bib", "ris": "ris", "csl": "csl.json"}


@cache
def flagship():
    (one,) = load_path(pathways_dir() / "metastatic-cascade").pathways
    return one


def opened(page):
    """The dialog, opened from the open card."""
    page.locator("#cards article:visible [data-do=cite]").click()
    page.locator("#cite[open]").wait_for()
    return page.locator("#cite textarea")


def chosen(page, name, value):
    page.locator(f"#cite label:has([name=cite-{name}][value={value}])").click()


def saved(page) -> tuple[str, str]:
    with page.expect_download() as download:
        page.locator("#cite [data-do=cite-save]").click()
    content = download.value.path().read_bytes().decode("utf-8")
    return download.value.suggested_filename, content


def test_it_is_worked_by_keys_alone(figure):
    page = figure.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    figure.show(ARROW)
    cite = page.locator("#cards article:visible [data-do=cite]")
    cite.focus()
    page.keyboard.press("Enter")
    page.locator("#cite-title:focus").wait_for()
    focused = "document.activeElement.value || document.activeElement.dataset.do"
    page.keyboard.press("Tab")
    assert page.evaluate(focused) == "edge"
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    assert page.evaluate(focused) == "bibtex"
    assert (
        page.locator("#cite textarea").input_value().startswith("@misc{metastatic-cascade-figure,")
    )
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.part") == "text"
    page.keyboard.press("Tab")
    assert page.evaluate(focused) == "cite-copy"
    page.keyboard.press("Enter")
    page.locator("#cite").get_by_text("Copied.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").startswith("@misc{")
    page.context.clear_permissions()
    page.keyboard.press("Escape")
    assert page.locator("#cite[open]").count() == 0
    assert cite.evaluate("e => e === document.activeElement")


def test_an_arrow_is_cited_with_its_papers_and_the_library_as_the_command_exports_it(figure, watch):
    figure.open(ARROW)
    with_its_view_and_its_papers(figure, watch)
    papers_against_it_apart(figure)
    figure.go("")
    the_library(figure, "en")
    figure.open("lang=de")
    the_library(figure, "de")


def with_its_view_and_its_papers(figure, watch) -> None:
    page = figure.page
    before = len(watch.requests)
    text = opened(page).input_value()
    cff = yaml.safe_load((pathways_dir().parent / "CITATION.cff").read_text("utf-8"))
    assert text.startswith(f"{cff['authors'][0]['name']}. A tumor cell recruits")
    assert f"{figure.base_url}/?{ARROW} (accessed " in text
    assert "After Erez N 2011" in text
    assert "- Erler JT et al. Hypoxia-induced lysyl oxidase" in text
    assert "doi:10.1016/j.ccr.2008.11.012" in text and "[Concern: Two other papers" in text
    assert "Papers against" not in text
    assert page.locator("#cite [data-part=local]").is_visible(), "127.0.0.1 is this computer only"

    chosen(page, "form", "bibtex")
    name, content = saved(page)
    assert name == "metastatic-cascade-x-lox-cd11b.bib"
    library = bibtexparser.parse_string(content)
    assert not library.failed_blocks
    view, paper = library.entries
    assert f"{figure.base_url}/?{ARROW}" in view["url"]
    assert paper.key == "erler-2009" and "10.1016/j.ccr.2008.11.012" in paper["doi"]

    chosen(page, "form", "ris")
    name, content = saved(page)
    assert name.endswith(".ris")
    view, paper = rispy.loads(content)
    assert view["urls"] == [f"{figure.base_url}/?{ARROW}"] and view["access_date"]
    assert paper["id"] == "erler-2009" and "Concern:" in paper["notes"][0]
    asked = [one for one in watch.requests[before:] if one.startswith("http")]
    assert all(one.startswith(f"{figure.base_url}/bundle/sharing-") for one in asked)
    chosen(page, "form", "text")
    page.keyboard.press("Escape")


def papers_against_it_apart(figure) -> None:
    figure.go("stage=primary-tumor&edge=pt-il4-il4r")
    pro, against = opened(figure.page).input_value().split("Papers against:")
    assert "- DeNardo DG et al." in pro and "Franklin" not in pro
    assert "- Franklin RA et al." in against
    chosen(figure.page, "form", "csl")
    entries = {
        one["id"]: one for one in json.loads(figure.page.locator("#cite textarea").input_value())
    }
    assert "Opposes: pt-il4-il4r." in entries["franklin-2014"]["note"]
    figure.page.keyboard.press("Escape")


def the_library(figure, lang: str) -> None:
    page = figure.page
    page.locator(".menu summary").click()
    page.locator(".menu [data-do=cite]").click()
    page.locator("#cite[open]").wait_for()
    assert page.locator("#cite [data-part=chosen]").is_hidden()
    chosen(page, "what", "all")
    pathway = flagship()
    for form, ending in FORMS.items():
        chosen(page, "form", form)
        name, content = saved(page)
        assert name == f"metastatic-cascade{'' if lang == 'en' else '-de'}.{ending}"
        with using_language(find(lang)):
            told = select(translate(pathway, find(lang)))
            wanted = writer("csl-json" if form == "csl" else form)(told)
        assert rest(form, content) == rest(form, wanted.decode())


def rest(form: str, content: str):
    """All but the figure itself, and what the command says of its file."""
    if form == "csl":
        return [one for one in json.loads(content) if one["type"] == "article-journal"]
    if form == "bibtex":
        return re.findall(r"^@article\{.*?^\}$", content, re.M | re.S)
    return [one for one in content.split("\r\n\r\n") if one.startswith("TY  - JOUR")]


def test_a_file_cites_its_address_if_it_has_one(figure, tmp_path, frozen_file, watch):
    page = figure.page
    figure.spoil()
    page.context.set_offline(True)
    page.goto(f"{frozen_file.as_uri()}?edge=x-lox-cd11b")
    page.wait_for_selector("html.drawn", state="attached")
    text = opened(page).input_value()
    assert "file:" not in text and "Erler JT et al." in text
    assert page.locator("#cite [data-part=nowhere]").is_visible()
    name, _ = saved(page)
    assert name.endswith(".txt")
    assert [one for one in watch.requests if one.startswith("http")] == []
    # A small figure, as it takes long to make one.
    variant = PageVariant(frozen=True, home="https://figure.test/")
    file = tmp_path / "figure.html"
    file.write_text(freeze(load_path(SMALL).pathways, variant), "utf-8")
    page.goto(f"{file.as_uri()}?edge={SMALL_ARROW}")
    page.wait_for_selector("html.drawn", state="attached")
    assert f"https://figure.test/?edge={SMALL_ARROW} (accessed " in opened(page).input_value()
    assert page.locator("#cite [data-part=nowhere]").is_hidden()
    page.context.set_offline(False)
