"""Everything that people read of an export, in another language: the words of the figure."""

import csv
import io
import json
import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from lxml import etree, html
from openpyxl import load_workbook
from pptx import Presentation

from cascade.cli import main
from cascade.exports import CHOICES, pptx
from cascade.exports import lecture_pictures as pictures
from cascade.i18n.check import leaves
from cascade.i18n.reader import find
from cascade.i18n.translate import library_strings, pathway_strings, translate
from cascade.i18n.translation import using_language
from cascade.layout.drawing import draw
from cascade.publish.site import site

# A white pixel, so that these tests need no browser.
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f8ffff3f0005fe02fe0def46b80000000049454e44ae426082"
)
PAPERS = ("bibtex", "ris", "csl-json")  # as printed, in no language
PICTURES = ("svg", "png", "pdf")
PAIRS = ("cellphonedb", "liana", "cellchat")  # symbols of genes, in no language
WITHOUT_NAMES = (*PICTURES, *PAPERS, *PAIRS)
CLAIM = "Eine Tumorzelle lockt den tumorassoziierten Makrophagen über CSF-1 an"


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Runs `cascade export` in an empty folder; painting costs nothing."""
    monkeypatch.chdir(tmp_path)
    for module in (pptx, pictures):
        monkeypatch.setattr(module, "pngs", lambda svgs, *_: [PIXEL] * len(svgs))

    def run(*args):
        return CliRunner().invoke(main, ["export", *args])

    return run


@pytest.fixture(scope="module")
def english(flagship):
    """Names, sentences and words of the page that German says in another way."""
    de = find("de")
    other = translate(flagship, de)
    trees = [
        (pathway_strings(flagship), pathway_strings(other)),
        (library_strings(flagship), library_strings(other)),
    ]
    pairs = [
        (text, path)
        for before, after in trees
        for path, text in leaves(before)
        if "synonyms" not in path and dict(leaves(after)).get(path) != text
    ]
    german = {text for _, after in trees for _, text in leaves(after)} | {*de.words.values()}
    page = {text for text, said in de.words.items() if text != said and "{" not in text}
    known = {text.casefold() for text in german}
    found = {text.casefold() for text in (*page, *(one for one, _ in pairs)) if len(text) > 3}
    return found - known


def left(texts) -> set[str]:
    """Texts as a search compares them: a panel's title is written in capitals."""
    return {text.strip().casefold() for text in texts}


def texts(markup: bytes) -> list[str]:
    """Every text in a document of tags, what a browser shows as a tip or reads out included."""
    root = etree.fromstring(markup) if markup.startswith(b"<svg") else html.fromstring(markup)
    for one in root.xpath("//*[local-name()='style' or local-name()='script']"):
        one.text = ""
    return [text.strip() for text in root.itertext() if text.strip()]


def test_a_picture_speaks_german_throughout(run, english):
    result = run("--lang", "de", "--stage", "primary-tumor", "-o", "x.svg")
    assert result.exit_code == 0, result.output
    said = texts(Path("x.svg").read_bytes())
    for text in ("Die Metastasierungskaskade: Primärtumor", "Tumorzelle", CLAIM,
                 "Fördert die Metastasierung", "Wirkung auf die empfangende Zelle"):  # fmt: skip
        assert text in said, text
    assert any(text.startswith("Nach Erez N 2011") or "· Nach Erez" in text for text in said)
    assert not english & left(said)
    assert etree.parse("x.svg").getroot().get("lang") == "de"


@pytest.mark.parametrize("kind", ["full", "blanks", "key"])
def test_a_handout_speaks_german_throughout(run, english, kind):
    more = ["--word-bank"] if kind == "blanks" else []
    result = run("--lang", "de", "--format", "handout", "--kind", kind, *more)
    assert result.exit_code == 0, result.output
    name = f"metastatic-cascade-handout{'' if kind == 'full' else f'-{kind}'}-de.html"
    content = Path(name).read_bytes()
    said = texts(content)
    assert not english & left(said)
    assert html.fromstring(content).get("lang") == "de"
    assert "Literatur." in said and "1. Primärtumor" in said
    assert any(text.startswith("An den Pfeilen: − hemmt die Metastasierung") for text in said)
    wanted = {"full": CLAIM, "blanks": "Wörter:", "key": "Lösung"}
    assert wanted[kind] in said
    assert (CLAIM in said) == (kind == "full")  # the others would tell


def test_slides_speak_german_throughout(run, english):
    link = ["--link", "https://figure.example/"]
    result = run("--lang", "de", "--format", "pptx", "--lecture", "cascade", *link)
    assert result.exit_code == 0, result.output
    deck = Presentation("metastatic-cascade-cascade-de.pptx")
    first = deck.slides[1]
    shown = {one.name: one.text_frame.text for one in first.shapes if one.has_text_frame}
    assert shown["Title 1"] == "Eine Schleife setzt Zellen in Bewegung"
    assert shown["Caption"].startswith("Karzinomzellen rufen Makrophagen")
    assert "Nach Erez N 2011" in shown["References"] and "1 von 14" in shown["References"]
    assert shown["Link"] == "Diesen Schritt öffnen"
    notes = first.notes_slide.notes_text_frame.text
    assert notes.startswith("Zuerst fragen: Ein Wirkstoff blockiert")
    for word in (
        "\nAntwort: C. ",
        f"\nPfeile: {CLAIM} (gesehen: Mäuse und Ratten). ",
        "\nArbeiten:\nLin EY 2001, J Exp Med.",
    ):
        assert word in notes
    for slide in deck.slides:
        paragraphs = [*slide.notes_slide.notes_text_frame.paragraphs]
        for one in slide.shapes:
            paragraphs += one.text_frame.paragraphs if one.has_text_frame else []
        assert not english & left(paragraph.text for paragraph in paragraphs)
    assert deck.core_properties.language == "de"
    assert {run.get("lang") for run in first.shapes._spTree.iter("{*}rPr")} == {"de"}


def test_pictures_of_a_lecture_speak_german(run, english):
    result = run("--lang", "de", "--format", "pictures", "--lecture", "friend-or-foe")
    assert result.exit_code == 0, result.output
    with ZipFile("metastatic-cascade-friend-or-foe-de.zip") as archive:
        table = archive.read("captions.csv").decode("utf-8-sig")
        drawn = [archive.read(name) for name in archive.namelist() if name.endswith(".svg")]
    rows = list(csv.DictReader(io.StringIO(table)))
    assert len(rows) == len(drawn) == 5
    assert list(rows[0]) == list(pictures.COLUMNS)  # what a program looks for stays
    assert all("· Nach Erez N 2011" in row["source"] for row in rows)
    steps = translate_lecture("friend-or-foe")
    told = [(row["title"], row["caption"]) for row in rows]
    assert told == [(step.told.title, step.told.say) for step in steps]
    for svg in drawn:
        assert not english & left(texts(svg))


def translate_lecture(id_):
    from cascade.commands.pathway_argument import demand_pathway

    return translate(demand_pathway(None), find("de")).lectures[id_].steps


def test_a_package_for_course_systems_speaks_german(run):
    result = run("--lang", "de", "--format", "scorm", "csf1-egf-loop")
    assert result.exit_code == 0, result.output
    with ZipFile("csf1-egf-loop-scorm-de.zip") as package:
        page = package.read("index.html").decode()
        manifest = package.read("imsmanifest.xml").decode()
    assert '<html lang="de"' in page and "Legende und Filter" in page
    assert "<title>Die CSF1-EGF-Schleife</title>" in manifest
    assert "csf1-egf-loop-de" in manifest  # a course system keeps both languages apart


def text_of(path):
    """The text of a file; of a workbook that of its cells."""
    if path.suffix != ".xlsx":
        return path.read_text("utf-8")
    sheets = load_workbook(path).worksheets
    return "\n".join(str(v) for sheet in sheets for row in sheet.values for v in row if v)


@pytest.mark.parametrize("form", [one for one in CHOICES if one not in WITHOUT_NAMES])
def test_names_are_german_and_what_programs_look_for_is_not(run, form):
    assert run("csf1-egf-loop", "--lang", "de", "--format", form).exit_code == 0
    assert run("csf1-egf-loop", "--format", form).exit_code == 0
    german, plain = (next(Path().glob(f"csf1-egf-loop{end}.*")) for end in ("-de", ""))
    german, plain = map(text_of, (german, plain))
    # A paper's title stays as printed.
    assert "Tumorzelle" in german and "Tumor cell" not in german.replace("Tumor cell-derived", "")
    assert "Tumor cell" in plain and "Tumorzelle" not in plain
    if form in ("csv", "tsv"):
        assert german.splitlines()[0] == plain.splitlines()[0]
    elif form != "sif":  # which has no ids
        ids, same = (
            set(re.findall(r'\bpt-[a-z0-9-]+|\bid="[^"]+"', text)) for text in (plain, german)
        )
        assert len(ids) > 3 and ids == same


def test_the_data_says_its_language(run):
    run("csf1-egf-loop", "--lang", "de", "-o", "x.json")
    run("csf1-egf-loop", "-o", "y.json")
    assert [json.loads(Path(one).read_text("utf-8"))["lang"] for one in ("x.json", "y.json")] == [
        "de",
        "en",
    ]


def test_a_german_table_comes_back_as_a_pathway(run):
    assert run("csf1-egf-loop", "--lang", "de", "-o", "x.csv").exit_code == 0
    result = CliRunner().invoke(main, ["import", "x.csv", "-o", "draft.yaml"])
    assert result.exit_code == 0, result.output
    assert CliRunner().invoke(main, ["check", "draft.yaml"]).exit_code == 0
    assert "title: Die CSF1-EGF-Schleife" in Path("draft.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    "args",
    [["export", "-o", "x.svg"], ["export", "--format", "handout"], ["freeze", "-o", "x.html"],
     ["freeze", "--site", "web"], ["lint"], ["check"]],
)  # fmt: skip
def test_a_language_that_is_not_there_is_one_line(tmp_path, monkeypatch, args):
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, [*args, "--lang", "dee"])
    said = "Error: no language 'dee', did you mean 'de'?\n"
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", said)
    assert not list(tmp_path.iterdir())
    result = CliRunner().invoke(main, [*args, "--lang", "klingon"])
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert re.fullmatch(r"Error: no language 'klingon'; there is [a-z, -]*de[a-z, -]*\n",
                        result.stderr)  # fmt: skip


@pytest.fixture(scope="module")
def web(pathways):
    with using_language(find("de")):
        loop = [pathways["csf1-egf-loop"]]
        return dict(site(loop, "https://a.example", paint=lambda *_: b"PNG"))


def test_a_site_speaks_german_throughout(web, english):
    pages = {name: text.decode() for name, text in web.items() if name.endswith("html")}
    assert len(pages) >= 4
    for name, page in pages.items():
        assert '<html lang="de"' in page, name
    assert not english & left(texts(web["index.html"]))
    assert "<h1>Interaktive Abbildungen von Signalwegen</h1>" in pages["index.html"]
    assert '<a href="csf1-egf-loop/">Die CSF1-EGF-Schleife</a>' in pages["index.html"]
    view = pages["csf1-egf-loop/v/primary-tumor/index.html"]
    assert "<title>Primärtumor: Die CSF1-EGF-Schleife</title>" in view
    assert 'property="og:title" content="Primärtumor: Die CSF1-EGF-Schleife"' in view
    answer = json.loads(web["csf1-egf-loop/v/primary-tumor/oembed.json"])
    assert answer["title"] == "Primärtumor: Die CSF1-EGF-Schleife"
    assert 'title="Interaktives Diagramm: Primärtumor' in answer["html"]


def test_a_page_of_a_site_starts_with_its_view_and_its_words(web):
    page = web["csf1-egf-loop/v/primary-tumor/index.html"].decode()
    start = json.loads(re.search(r'id="figure-start">(.*?)</script>', page)[1])
    assert start["start"] == {"lang": "de", "stage": "primary-tumor"}
    assert start["home"] == "https://a.example/csf1-egf-loop/"
    assert (start["lang"], start["words"]["Preview"]) == ("de", "Vorschau")


def test_what_stands_on_arrows_is_german(flagship):
    german = translate(flagship, find("de"))
    on_arrows = set(draw(german).texts.values())
    assert {"Fibrin(ogen)", "KIT-Ligand", "Tryptase β2", "Auto-AK"} <= on_arrows
    assert not {"fibrin(ogen)", "KIT ligand", "tryptase β2", "autoantibody"} & on_arrows
    # The search finds a molecule by the names of both languages, each once.
    assert german.molecules["FGA"].synonyms == ("Fibrin(ogen)",)
    assert {"Autoantikörper", "autoantibody"} <= {*german.molecules["IgG-immune-complex"].synonyms}
