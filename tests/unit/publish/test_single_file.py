"""The frozen file: whole, the same everywhere, and refused where it could not work."""

import gzip
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from cascade.cli import main
from cascade.page.content_security import allowing, hashes
from cascade.page.variant import PageVariant
from cascade.publish.single_file import freeze

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def frozen(flagship):
    return freeze([flagship], PageVariant(frozen=True))


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return lambda *args: CliRunner().invoke(main, ["freeze", *map(str, args)])


def test_it_links_to_nothing(frozen):
    markup = re.sub(r"<script.*?</script>|<style.*?</style>", "", frozen, flags=re.S)
    links = re.findall(r'<(?:link|img|script|iframe|source)[^>]+(?:href|src)="([^"]*)"', markup)
    assert [link[:40] for link in links if not link.startswith("data:")] == []
    assert "url(assets" not in frozen
    assert "../assets/" not in frozen


def test_it_weighs_little(frozen):
    assert len(gzip.compress(frozen.encode(), 9, mtime=0)) <= 416 * 1024


def test_it_holds_the_licenses_of_its_scripts_and_font(frozen):
    for owner in ("Cytoscape Consortium", "OpenJS Foundation", "Xueqiao Xu", "Inter Project"):
        assert owner in frozen
    assert "Permission is hereby granted" in frozen
    assert "SIL OPEN FONT LICENSE" in frozen


def test_it_tells_nothing_of_the_machine(frozen):
    assert sys.version.split()[0] not in frozen
    for place in (ROOT, Path(sys.prefix), Path.home()):
        assert str(place) + os.sep not in frozen


@pytest.mark.slow
@pytest.mark.parametrize("seed", ["1", "2"])
def test_two_runs_give_the_same_bytes(frozen, tmp_path, seed):
    file = tmp_path / "figure.html"
    command = [sys.executable, "-m", "cascade", "freeze", "-o", str(file)]
    elsewhere = {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "TZ": "Asia/Tokyo"}
    environment = {**os.environ, **elsewhere}
    subprocess.run(command, check=True, cwd=tmp_path, env=environment, capture_output=True)
    assert file.read_text("utf-8") == frozen


def test_it_holds_nothing_of_dash(frozen):
    for word in ("DashRenderer", "react-dom", "_dash-config", "{%"):
        assert word not in re.sub(r"<pre.*?</pre>", "", frozen, flags=re.S), word


def test_the_policy_knows_every_script(frozen):
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', frozen)[1]
    allowed = policy.split("script-src ")[1].split(";")[0].split()
    found = re.findall(r"<script([^>]*)>(.*?)</script>", frozen, re.S)
    standing = [code for attributes, code in found if "application/json" not in attributes]
    assert len(standing) > 3 and set(hashes(standing)) == set(allowed)
    assert "unsafe-inline" not in policy.split("style-src")[0]
    assert "default-src 'none'" in policy and "connect-src" not in policy


def test_a_script_more_is_allowed_by_name_alone(frozen):
    more = frozen.replace("</body>", "<script>1</script>\n</body>")
    again = allowing(more, "1")
    assert again.count('"Content-Security-Policy"') == 1
    assert hashes("1")[0] in again and hashes("1")[0] not in more
    assert again.count("'sha256-") == frozen.count("'sha256-") + 1


def test_the_command_writes_the_file(run):
    result = run("vicious-cycle", "-o", "figure.html", "--theme", "dark", "--ui", "min")
    assert result.exit_code == 0, result.output
    html = Path("figure.html").read_text("utf-8")
    assert 'data-start-theme="dark"' in html
    assert 'data-start-ui="min"' in html
    start = json.loads(re.search(r'id="figure-start">(.*?)<', html)[1])["start"]
    assert start == {"theme": "dark", "ui": "min"}
    assert [path.name for path in Path().iterdir()] == ["figure.html"]


@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        (["vicious-cycel", "-o", "f.html"], 2, "did you mean 'vicious-cycle'?"),
        (["-o", "no/such/folder/f.html"], 2, "no/such/folder/f.html cannot be written: No such"),
        (["-o", "f.html", "--stage", "circulaton"], 2, "did you mean 'circulation'?"),
        (
            ["-o", "f.html", "--organ", "lungs"],
            2,
            "no organ 'lungs', did you mean 'lung'?",
        ),
        (["-o", "f.html", "--focus", "neutrofil"], 2, "did you mean 'neutrophil'?"),
        (["-o", "f.html", "--lecture", "x"], 2, "has no lecture 'x'"),
        (["-o", "f.html", "--lang", "xx"], 2, "no language 'xx'; there is en, de"),
        ([ROOT / "tests" / "bad" / "choice.yaml", "-o", "f.html"], 1, "choice.yaml:11:75: "),
        ([], 2, "say where to: cascade freeze -o figure.html"),
    ],
)
def test_a_bad_call_is_one_line_and_leaves_no_file(run, words, status, message):
    result = run(*words)
    assert result.exit_code == status
    assert message in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
    assert not list(Path().iterdir())
