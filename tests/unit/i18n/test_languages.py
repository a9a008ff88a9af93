"""Another language: string by string, ids and data untouched, checked for what is missing."""

import json
import re
import shutil
import textwrap
from pathlib import Path

import pytest
from click.testing import CliRunner
from jinja2 import TemplateSyntaxError
from jinja2.exceptions import SecurityError
from markupsafe import Markup

from cascade.cli import main
from cascade.i18n.catalog import catalog
from cascade.i18n.reader import find
from cascade.i18n.template_strings import Translated, template_strings
from cascade.i18n.templates import templates
from cascade.i18n.translate import translate
from cascade.loading.loader import load
from cascade.page.content_security import hashes
from cascade.page.variant import PageVariant
from cascade.publish.single_file import freeze
from cascade.resources import pathways_dir
from cascade.server.routes import create

OWN = pathways_dir() / "csf1-egf-loop.yaml"


@pytest.fixture
def home(tmp_path):
    """A folder with one pathway of its own; gives a writer of its language files."""
    shutil.copy(OWN, tmp_path / "mine.yaml")

    def write(name: str, text: str, lang: str = "qaa") -> Path:
        path = tmp_path / "lang" / lang / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), encoding="utf-8")
        return path

    return tmp_path, write


def check(*args):
    return CliRunner().invoke(main, ["check", *map(str, args)])


def test_a_check_of_an_own_file_speaks_of_that_file(home):
    """The words of the page and of what ships are no business of an author's."""
    folder, write = home
    write("mine.yaml", "pathway:\n  title: Meine Schleife\n  titel: x", "de")
    result = check(folder / "mine.yaml", "--lang", "de")
    lines = [*result.stdout.splitlines()[:-1], *result.stderr.splitlines()]
    assert lines and all("mine.yaml:" in line for line in lines)
    assert "pathway.subtitle" in result.stdout and "pathway.title" not in result.stdout
    assert "there is no 'titel' to translate here" in result.stderr
    assert result.exit_code == 1


def test_a_string_that_is_missing_stays_english(home):
    folder, write = home
    write("interface.yaml", "English: Français\n")
    write("mine.yaml", "pathway: {title: Le cercle}\nstages: {primary-tumor: {name: 3}}\n")
    pathway = load(folder / "mine.yaml").pathways[0]
    french = translate(pathway, find("qaa", [folder]))
    assert french.title == "Le cercle"
    assert french.description == pathway.description
    assert french.stages == pathway.stages  # what is no text is not taken
    assert french.cells == pathway.cells


def test_missing_strings_are_listed_and_no_error(home):
    folder, write = home
    write("interface.yaml", "English: Français\n")
    write("mine.yaml", "stages: {primary-tumor: {name: Tumeur}}\n")
    result = check(folder / "mine.yaml", "--lang", "qaa")
    lines = result.output.splitlines()
    assert result.exit_code == 0
    assert "lang/qaa/interface.yaml: Legend and filters" in lines
    assert any(line.startswith("lang/qaa/mine.yaml: pathway.title: ") for line in lines)
    assert not any("stages.primary-tumor.name" in line for line in lines)
    missing = len(lines) - 1
    assert re.fullmatch(rf"qaa: {missing} of \d+ strings missing, 0 errors", lines[-1])
    as_json = json.loads(check(folder / "mine.yaml", "--lang", "qaa", "--format", "json").output)
    assert len(as_json["missing"]) == missing


@pytest.mark.parametrize(
    ("file", "text", "where", "words"),
    [
        ("cells.yaml", "tamm: {name: X}\n", "1:1",
         "there is no 'tamm' to translate here, did you mean 'tam'?"),
        ("mine.yaml", "interactions:\n  pt-egf-egfrr: {summary: X}\n", "2:3",
         "there is no 'pt-egf-egfrr' to translate here, did you mean 'pt-egf-egfr'?"),
        ("mine.yaml", "pathway: {titel: X}\n", "1:11",
         "there is no 'titel' to translate here, did you mean 'title'?"),
        ("mine.yaml", "pathway: {title: 3}\n", "1:18", "'title' must be text, not '3'"),
        ("mine.yaml", "pathway: Titre\n", "1:10",
         "'pathway' must be a group of 'key: value' lines, not 'Titre'"),
        ("cells.yaml", "tam: {synonyms: X}\n", "1:17",
         "'synonyms' must be a list of texts, not 'X'"),
        ("interface.yaml", "English: F\nClos: Fermer\n", "2:1",
         "there is no 'Clos' to translate here, did you mean 'Close'?"),
        ("interface.yaml", "English: F\nClose: 'a {{ 7 * 7 }}'\n", "2:8",
         "a translation is plain text, so '{{' means nothing; use the gaps: none"),
        ("interface.yaml", "English: F\nClose: a {% raw %}\n", "2:8",
         "a translation is plain text, so '{%' means nothing"),
        ("interface.yaml", "English: F\n'{n} steps': '{n.real} {n}'\n", "2:14",
         "the translation must keep what stands in braces: {n}"),
        ("interface.yaml", "English: F\nClose: Fermer <b>\n", "2:8",
         "a translation is plain text; take out '<b>'"),
        ("interface.yaml", "English: F\nClose: Fermer&nbsp;!\n", "2:8",
         "a translation is plain text; take out '&nbsp;'"),
        ("interface.yaml", "English: F\n'arrow {n} of {of}': '{n} sur {off}'\n", "2:22",
         "the translation must keep what stands in braces: {n}, {of}"),
        ("interface.yaml", "English: F\nClose: [X]\n", "2:8",
         "'Close' must be text, not such a list"),
        ("nine.yaml", "pathway: {title: X}\n", "1:1",
         "unknown pathway 'nine', did you mean 'mine'?"),
        ("mine.yaml", "pathway: {title: X\n", "1:10", "the '{' that opens here is never closed"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_file_is_named_at_its_place(file, text, where, words, home):
    folder, write = home
    write("interface.yaml", "English: F\n")
    path = write(file, text)
    result = check(folder / "mine.yaml", "--lang", "qaa")
    assert result.exit_code == 1
    assert f"{path}:{where}: {words}" in result.output


HOSTILE = """\
English: '<script>window.hit = 1</script>'
Skip to the diagram: 'Aller {{ 7 * 7 }} {% include "page.html" %}'
Side panel: '" onfocus="hit()'
Close: "Fermer <img src=x onerror='hit()'>"
'{n} arrows': '{n.__class__} {n}'
"""


def test_a_translation_is_text_and_never_source_or_markup(home):
    folder, write = home
    path = write("interface.yaml", HOSTILE)
    refused = check(folder / "mine.yaml")
    assert refused.exit_code == 1, "every check looks at the translations beside"
    lines = [line for line in refused.output.splitlines() if line.startswith(f"{path}:")]
    assert len(lines) == 4
    frozen = CliRunner().invoke(main, ["freeze", str(folder / "mine.yaml"), "--lang", "qaa",
                                       "-o", str(folder / "x.html")])  # fmt: skip
    assert frozen.exit_code == 1 and not (folder / "x.html").exists()
    assert [line for line in frozen.output.splitlines() if str(path) in line] == lines
    # What is wrong stays English, and what is odd is escaped.
    pathways = load(folder / "mine.yaml").pathways
    html = create(pathways).server.test_client().get("/?lang=qaa")
    assert "Skip to the diagram" in html.text and "Aller" not in html.text
    assert 'aria-label="&#34; onfocus=&#34;hit()"' in html.text
    assert "window.hit" not in html.text and "__class__" not in html.text


def test_a_script_in_the_page_is_not_allowed_because_it_stands_there(home, monkeypatch):
    folder, _ = home
    # As if markup found a way through all the rest.
    monkeypatch.setattr(
        "cascade.page.index.still_table", lambda pathway: Markup("<script>hit()</script>")
    )
    html = freeze(load(folder / "mine.yaml").pathways, PageVariant(frozen=True))
    assert "<script>hit()</script>" in html
    assert hashes(["hit()"])[0] not in html


def test_templates_take_plain_strings_alone():
    page = templates().from_string
    with pytest.raises(TemplateSyntaxError, match="use t"):
        Translated(templates()).preprocess("<p>One <b>two</b></p>", "x.html")
    assert page("{{ t('{n} arrows', n='<b>') }}").render() == "&lt;b&gt; arrows"
    with pytest.raises(SecurityError):
        page("{{ ''.__class__.__mro__ }}").render()


def test_captions_and_options_of_lectures_fit(home):
    folder, write = home
    shutil.copytree(pathways_dir() / "metastatic-cascade", folder / "flag")
    write("interface.yaml", "English: F\n")
    steps = {
        "loop": {"say": "x" * 161, "predict": {"options": ["a", "b"]}},
    }
    tree = {"lectures": {"cascade": {"steps": steps}}}
    write("flag.yaml", json.dumps(tree))
    result = check(folder / "flag", "--lang", "qaa")
    assert result.exit_code == 1
    assert "'say' has 161 characters, more than 160; shorten it" in result.output
    assert "'options' needs as many entries as the English has: 3, not 2" in result.output


def test_a_language_without_files_is_refused():
    result = check("--lang", "dee")
    assert result.exit_code == 2
    assert result.output.strip() == "Error: no language 'dee', did you mean 'de'?"
    frozen = CliRunner().invoke(main, ["freeze", "--lang", "dee", "-o", "-"])
    assert frozen.exit_code == 2
    assert "no language 'dee', did you mean 'de'?" in frozen.output


def test_freezing_stops_at_a_file_that_cannot_be_read(home):
    folder, write = home
    path = write("mine.yaml", "pathway: [\n")
    out = folder / "x.html"
    args = ["freeze", str(folder / "mine.yaml"), "--lang", "qaa", "-o", str(out)]
    result = CliRunner().invoke(main, args)
    assert result.exit_code == 1
    assert f"{path}:1:10: the '[' that opens here is never closed" in result.output
    assert not out.exists()


def test_the_catalog_knows_every_kind_of_source():
    known = set(catalog())
    for text in ("Legend and filters", "Only {name}", "For metastasis", "kills",
                 "{sender} kills {receiver}{through}", "Sorted by {name}, ascending.", "Sender",
                 "{n} cell types", "Presenter window",
                 "Close or clear, then a step back"):  # fmt: skip
        assert text in known, text
    assert not any(not text.strip() for text in known)


def test_strings_of_a_template_are_whole_sentences():
    found = template_strings(
        '<p title="A tip">One <b>two</b> {{ three }}.</p><button>{{ x }} Go</button>'
    )
    assert found == ["A tip", "One <b>two</b> {{ three }}.", "{{ x }} Go"]


def test_a_frozen_page_speaks_its_language_and_no_other():
    pathway = load(OWN).pathways[0]
    page = freeze([pathway], PageVariant(frozen=True, lang="de", start={"lang": "de"}))
    assert '<html lang="de"' in page
    assert "Legende und Filter" in page
    assert "Legend and filters" not in re.sub(r"<script.*?</script>", "", page, flags=re.S)
    assert '"langs":["de"]' in page
    english = freeze([pathway], PageVariant(frozen=True))
    assert '<html lang="en"' in english
    assert "Legende und Filter" not in english


def test_the_server_has_a_page_for_each_language_and_english_for_the_rest():
    client = create(list(load(OWN).pathways)).server.test_client()
    german_page = client.get("/?lang=de&stage=primary-tumor").get_data(as_text=True)
    assert '<html lang="de"' in german_page
    assert "Die CSF1-EGF-Schleife" in german_page
    assert client.get("/?lang=de").headers["Content-Security-Policy"]
    assert '<html lang="en"' in client.get("/?lang=xx").get_data(as_text=True)
    assert "Overview Overview" in client.get("/?lang=xx-long").get_data(as_text=True)
    plots = client.get("/plots/csf1-egf-loop.de.json")
    assert "Wer spricht mit wem" in plots.get_data(as_text=True)
    assert client.get("/plots/csf1-egf-loop.qaa.json").status_code == 404
    assert '<html lang="de"' in client.get("/embed/csf1-egf-loop?lang=de").get_data(as_text=True)
