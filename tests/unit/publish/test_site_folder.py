"""`freeze --site DIR` replaces and deletes what it made itself, and nothing else."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from cascade.cli import main
from cascade.publish.site import names, site
from cascade.publish.site_folder import LIST, PART, Occupied, SiteFolder

ROOT = Path(__file__).parents[3]
FIRST = [("lib/old.js", b"old"), ("a/index.html", b"a"), ("a/v/x.html", b"x"), ("index.html", b"1")]
SECOND = [("lib/new.js", b"new"), ("a/index.html", b"b"), ("index.html", b"2")]


def fill(folder, files):
    target = SiteFolder(folder)
    target.demand_room(name for name, _ in files)
    return target.fill(iter(files))


def held(folder):
    """What lies in a folder, by path, but the list of what was written."""
    paths = (path for path in folder.rglob("*") if not path.is_dir() and path.name != LIST)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_a_site_takes_the_place_of_the_one_before(tmp_path):
    web = tmp_path / "deep" / "web"
    assert fill(web, FIRST) == [] and held(web) == dict(FIRST)
    assert fill(web, SECOND) == [] and held(web) == dict(SECOND)
    assert not (web / "a" / "v").exists() and not (web / PART).exists()


def test_the_list_is_one_that_sha256sum_reads(tmp_path):
    fill(tmp_path, FIRST)
    done = subprocess.run(["sha256sum", "-c", LIST], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0 and done.stdout.count(": OK") == len(FIRST)


def test_everything_else_stays(tmp_path):
    others = {".git/HEAD": b"ref", "CNAME": b"example.org", "a/mine.txt": b"m", "lib/z.js": b"z"}
    for name, content in others.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    (tmp_path / "empty").mkdir()
    fill(tmp_path, FIRST)
    assert fill(tmp_path, SECOND) == []
    assert held(tmp_path) == {**others, **dict(SECOND)}
    assert (tmp_path / "empty").is_dir()


@pytest.mark.parametrize("name", ["index.html", "a", "a/index.html", "lib"])
def test_what_is_in_the_way_is_named_and_stays(tmp_path, name):
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(b"mine")
    with pytest.raises(Occupied, match="which no run wrote or which was changed since"):
        fill(tmp_path, FIRST)
    with pytest.raises(Occupied):  # also where it is seen after the work alone
        SiteFolder(tmp_path).fill(FIRST)
    assert held(tmp_path) == {name: b"mine"}


def test_a_link_is_never_followed_out_of_the_folder(tmp_path):
    outside, web = tmp_path / "outside", tmp_path / "web"
    fill(web, FIRST)
    (web / "a").rename(outside)
    (web / "a").symlink_to(outside)
    with pytest.raises(Occupied):
        fill(web, SECOND)
    assert fill(web, [("index.html", b"3")]) == ["a/index.html", "a/v/x.html"]
    assert held(outside) == {"index.html": b"a", "v/x.html": b"x"}


def test_a_changed_file_is_not_replaced_and_not_deleted(tmp_path):
    fill(tmp_path, FIRST)
    (tmp_path / "lib" / "old.js").write_bytes(b"mended")
    assert fill(tmp_path, SECOND) == ["lib/old.js"]
    (tmp_path / "index.html").write_bytes(b"mended")
    with pytest.raises(Occupied, match=r"holds index\.html, which"):
        fill(tmp_path, SECOND)
    assert held(tmp_path) == {**dict(SECOND), "lib/old.js": b"mended", "index.html": b"mended"}


def test_a_list_that_leads_elsewhere_counts_for_nothing(tmp_path):
    web, other = tmp_path / "web", tmp_path / "other.txt"
    other.write_bytes(b"old")
    fill(web, FIRST)
    listed = (web / LIST).read_text("utf-8")
    digest = next(line for line in listed.splitlines() if "old.js" in line).split()[0]
    (web / LIST).write_text(f"{listed}{digest}  ../other.txt\n{digest}  {other}\n", "utf-8")
    fill(web, SECOND)
    assert other.read_bytes() == b"old"


def test_a_failure_leaves_all_as_it_was(tmp_path):
    def broken():
        yield FIRST[0]
        raise OSError("no space left")

    web = tmp_path / "deep" / "web"
    with pytest.raises(OSError):
        SiteFolder(web).fill(broken())
    assert not list(tmp_path.iterdir())
    fill(web, FIRST)
    with pytest.raises(OSError):
        SiteFolder(web).fill(broken())
    assert held(web) == dict(FIRST)


KILLED = """
import os, sys
from pathlib import Path
from cascade.publish.site_folder import SiteFolder
left = int(sys.argv[2])
def counted(do):
    def step(*parts, **more):
        global left
        left -= 1
        if left < 0:
            os._exit(9)
        return do(*parts, **more)
    return step
os.replace, os.unlink, Path.mkdir = map(counted, (os.replace, os.unlink, Path.mkdir))
Path.unlink, Path.write_bytes = counted(Path.unlink), counted(Path.write_bytes)
SiteFolder(Path(sys.argv[1])).fill(eval(sys.argv[3]))
"""


def test_the_next_run_clears_what_a_killed_one_left(tmp_path):
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    for steps in range(100):
        web = tmp_path / f"web-{steps}"
        fill(web, FIRST)
        (web / "CNAME").write_bytes(b"example.org")
        command = [sys.executable, "-c", KILLED, str(web), str(steps), repr(SECOND)]
        status = subprocess.run(command, env=environment, capture_output=True).returncode
        assert fill(web, SECOND) == []
        assert held(web) == {**dict(SECOND), "CNAME": b"example.org"}
        if status == 0:
            break
        assert status == 9
    assert steps > 10


@pytest.fixture
def freeze(tmp_path, monkeypatch):
    """`cascade freeze csf1-egf-loop --site web` with a site that is quickly made."""
    monkeypatch.chdir(tmp_path)
    works = []

    def quick(pathways, home):
        works.append(home)
        yield from [("csf1-egf-loop/index.html", b"page"), ("index.html", b"all")]

    monkeypatch.setattr("cascade.publish.site.site", quick)

    def run():
        works.clear()
        return CliRunner().invoke(main, ["freeze", "csf1-egf-loop", "--site", "web"]), works

    return run


def test_the_command_refuses_before_the_work(freeze):
    Path("web", "csf1-egf-loop", "v").mkdir(parents=True)
    Path("web", "csf1-egf-loop", "overview.svg").write_text("mine")
    result, works = freeze()
    assert (result.exit_code, works) == (2, [])
    line = "Error: web holds csf1-egf-loop/overview.svg, which no run wrote or which was changed"
    assert result.stderr.startswith(line) and result.stderr.count("\n") == 1
    assert held(Path("web")) == {"csf1-egf-loop/overview.svg": b"mine"}


def test_the_command_tells_what_stays(freeze):
    fill(Path("web"), [("gone.html", b"old")])
    Path("web", "gone.html").write_text("mended")
    result, works = freeze()
    assert (result.exit_code, len(works)) == (0, 1)
    assert result.stderr == "web/gone.html was changed since it was written, and stays.\n"
    assert freeze()[0].stderr == ""
    assert Path("web", "gone.html").read_text() == "mended"


def test_the_command_says_that_a_file_is_no_folder(freeze):
    Path("web").write_text("a file")
    result, works = freeze()
    assert (result.exit_code, result.stderr, works) == (2, "Error: web is no folder\n", [])


def test_the_names_of_the_files_are_known_before(pathways):
    one = [pathways["csf1-egf-loop"]]
    made = {name for name, _ in site(one, paint=lambda *picture: b"\x89PNG")}
    assert {name for name in made if not name.startswith("lib/")} == set(names(one))
