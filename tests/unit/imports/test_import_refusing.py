"""Broken files and wrong calls: a draft or one clear line, never a traceback."""

import random
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from importing import settled

from cascade.cli import main
from cascade.imports import FORMATS, reader
from cascade.imports.sheet import ImportRefused
from cascade.loading.library import library_files, read_library
from cascade.resources import pathways_dir

OVERLAY = Path(__file__).parents[3] / "examples" / "overlay"


@pytest.fixture(scope="module")
def facts():
    return read_library(*library_files(pathways_dir() / "library"))


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Runs a command in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda *args: CliRunner().invoke(main, [str(arg) for arg in args])


@pytest.mark.parametrize("name", FORMATS)
def test_rubbish_is_refused(name, facts):
    luck = random.Random(name)
    for content in (b"", b"\0" * 50, b"\xff\xfe\x00", b"[1,2", b"{}", b"[]", b"a,b\n1,2\n",
                    b"<a/>", b'<!DOCTYPE x [<!ENTITY y "z">]><x>&y;</x>', b"[" * 20000,
                    bytes(luck.randrange(256) for _ in range(2000))):  # fmt: skip
        try:
            settled(reader(name).read(content), facts)
        except ImportRefused as refusal:
            assert "\n" not in str(refusal)


@pytest.mark.parametrize(
    ("content", "name", "options", "words"),
    [
        ("a,b\n1,2\n", "f.csv", [], "no column names the sender ('from'); it has a, b"),
        ("from,x\n1,2\n", "f.csv", [], "no column names the receiver"),
        ("source,target\n", "f.csv", [], "the table has a header and no rows"),
        ("alone\n", "f.sif", [], "no line has a sender, a verb and a receiver"),
        ("{", "f.cyjs", [], "this is not JSON"),
        ('{"elements": []}', "f.cyjs", [], "the file has no nodes"),
        ("<svg/>", "f.gpml", [], "this is not GPML: its first element is 'svg'"),
        ("<Pathway", "f.gpml", [], "this is not XML"),
        (
            '<Pathway xmlns="http://pathvisio.org/GPML/2013a"/>', "f.gpml", [],
            "no interaction of this GPML file joins two nodes",
        ),
        ("<!DOCTYPE x><x/>", "f.gpml", [], "the file has a DOCTYPE"),
    ],
)  # fmt: skip
def test_what_is_no_such_file_is_told_in_one_line(run, content, name, options, words):
    Path(name).write_text(content)
    result = run("import", name, "-o", "new.yaml", *options)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{name}: ") and words in result.stderr
    assert result.stderr.count("\n") == 1
    assert [path.name for path in Path().iterdir()] == [name]


RESULTS = sorted(path for path in OVERLAY.iterdir() if path.suffix in (".csv", ".txt"))


@pytest.mark.parametrize("path", RESULTS, ids=lambda path: path.stem)
def test_a_table_of_results_is_sent_to_the_figure(run, path):
    result = run("import", path, "-o", "new.yaml")
    assert result.exit_code == 1
    assert result.stderr == (
        f"{path}: this is a table of results: lay it on the figure "
        "(cascade serve --overlay FILE, or drop it on the page)\n"
    )
    assert not Path("new.yaml").exists()


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["f.csv"], "-o"),
        (["no.csv", "-o", "new.yaml"], "no file no.csv"),
        ([".", "-o", "new.yaml"], ". is no file"),
        (["f.csv", "-o", "new.txt"], "its name must end in .yaml"),
        (["f.csv", "-o", "Bad_Name.yaml"], "'Bad_Name' cannot be a pathway's id"),
        (["f.csv", "-o", "old.yaml"], "old.yaml exists; --force overwrites it"),
        (["f.dat", "-o", "new.yaml"], "say the format with --format: csv, sif"),
        (["f.csv", "-o", "no/new.yaml"], "no/new.yaml cannot be written"),
    ],
)
def test_a_wrong_call_is_told(run, args, words):
    for name in ("f.csv", "f.dat"):
        Path(name).write_text("from,to\ntam,tumor-cell\n")
    Path("old.yaml").write_text("mine")
    result = run("import", *args)
    assert result.exit_code == 2
    assert words in result.stderr
    assert sorted(path.name for path in Path().iterdir()) == ["f.csv", "f.dat", "old.yaml"]
    assert Path("old.yaml").read_text() == "mine"


def test_the_draft_may_go_to_standard_output(run):
    Path("f.csv").write_text("from,to\ntam,tumor-cell\n")
    result = run("import", "f.csv", "-o", "-")
    assert yaml.safe_load(result.stdout)["stages"][0]["interactions"][0]["from"] == "tam"


@pytest.mark.parametrize(
    ("column", "value", "kept"),
    [
        ("year", "²", None),
        ("year", "20019999999", None),
        ("year", "0020011", None),
        ("year", "2001.0", ("year", 2001)),
        ("bend", "nan", None),
        ("bend", "inf", None),
        ("bend", "1e7", None),
        ("bend", "-40", ("bend", -40)),
        ("pmid", "²", None),
        ("pmid", "1" * 300, None),
    ],
)
def test_a_number_that_is_none_goes_into_the_note(run, column, value, kept):
    Path("f.csv").write_text(f"from,to,{column}\ntam,tumor-cell,{value}\n", "utf-8")
    done = run("import", "f.csv", "-o", "new.yaml")
    assert done.exit_code == 0, done.output
    (step,) = yaml.safe_load(Path("new.yaml").read_text("utf-8"))["stages"][0]["interactions"]
    if kept:
        assert step[kept[0]] == kept[1] and "note" not in step
    else:
        assert step["note"] == f"Imported with it: {column}: {value}."
        said = (
            f"f.csv: line 2: '{value[:60]}' is no {column} that can be read; it stands in the note"
        )
        assert said in done.stderr.splitlines()


def test_a_paper_of_a_spreadsheet_keeps_its_number(run):
    Path("f.csv").write_text("from,to,pmid\ntam,tumor-cell,99999999.0\n", "utf-8")
    assert run("import", "f.csv", "-o", "new.yaml").exit_code == 0
    draft = yaml.safe_load(Path("new.yaml").read_text("utf-8"))
    assert [one.get("pmid") for one in draft["references"]] == ["99999999"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_doctype_is_refused_in_every_encoding(encoding):
    mark = {"utf-16-le": "\ufeff", "utf-16-be": "\ufeff"}.get(encoding, "")
    text = '<!DOCTYPE Pathway [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><Pathway Name="&b;"/>'
    with pytest.raises(ImportRefused, match="has a DOCTYPE"):
        reader("gpml").read((mark + text).encode(encoding))


def test_a_full_disk_is_told_in_one_line(run, monkeypatch):
    def full(*_, **__):
        raise OSError(28, "No space left on device")

    Path("a.csv").write_text("from,to\nTAM,tumor cell\n")
    monkeypatch.setattr(Path, "write_text", full)
    result = run("import", "a.csv", "-o", "new.yaml")
    assert result.exit_code == 2
    assert result.stderr == (
        "Error: the draft cannot be written for its check: No space left on device\n"
    )
    assert not Path("new.yaml").exists()


def test_a_table_without_a_whole_row_is_refused(run):
    Path("f.csv").write_text("from,to\ntam,\n,nk-cell\n")
    result = run("import", "f.csv", "-o", "new.yaml")
    assert result.exit_code == 1
    assert result.stderr == "f.csv: no row names both a sender and a receiver\n"


def test_characters_that_the_check_refuses_are_left_out(run):
    Path("f.csv").write_text(
        "from,to,note\ntam,tumor-cell,a\u2028b\x07\ufdd0c\U0001fffe\n", "utf-8"
    )
    assert run("import", "f.csv", "-o", "new.yaml").exit_code == 0
    (step,) = yaml.safe_load(Path("new.yaml").read_text("utf-8"))["stages"][0]["interactions"]
    assert step["note"] == "a bc"


def test_cells_far_apart_stay_in_their_places(run):
    spots = "from,from_x,from_y,to,to_x,to_y\ntam,0,0,tumor-cell,39000,20\n"
    Path("f.csv").write_text(spots)
    assert run("import", "f.csv", "-o", "new.yaml").exit_code == 0
    (panel,) = yaml.safe_load(Path("new.yaml").read_text("utf-8"))["stages"][0]["panels"]
    assert panel["box"][2] == 39180 and max(panel["grid"]) <= 1000
