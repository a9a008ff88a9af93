"""Scripts and styles as the page gets them: pressed of what lies here, or refused."""

import gzip
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from cascade.cli import main
from cascade.page import asset_bundles
from cascade.page.asset_bundles import StaleBundles, bundle, bundles, pressed
from cascade.resources import assets_dir

ROOT = Path(__file__).parents[3]


@pytest.fixture
def changed(monkeypatch, tmp_path):
    """Assets of which one script was changed and not pressed."""
    for folder in ("js", "css", "pressed"):
        shutil.copytree(assets_dir() / folder, tmp_path / folder)
    with (tmp_path / "js" / "rules" / "view.js").open("a", encoding="utf-8") as script:
        script.write("\n")
    monkeypatch.setattr(asset_bundles, "assets_dir", lambda: tmp_path)
    caches = (bundle, pressed)
    for one in caches:
        one.cache_clear()
    yield
    for one in caches:
        one.cache_clear()


@pytest.mark.slow
def test_the_pressed_files_are_what_the_sources_make():
    run = subprocess.run(
        ["node", "tools/press.mjs", "--check"], cwd=ROOT, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr


def test_a_stale_bundle_is_refused(changed):
    with pytest.raises(StaleBundles):
        pressed("cascade.js")


@pytest.mark.parametrize(
    "call",
    [
        ["serve", "--port", "8059"],
        ["serve", "--reload", "--port", "8059"],
        ["freeze", "-o", "x.html"],
    ],
)
def test_the_commands_say_so_in_one_line(changed, monkeypatch, tmp_path, call):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("waitress.serve", lambda *_, **__: None)
    result = CliRunner().invoke(main, call)
    assert result.exit_code == 2, result.output
    assert result.output.splitlines()[-1] == "Error: assets/js changed: run make press"


def test_names_follow_contents():
    for name, one in bundles().items():
        assert one.name == name
        assert one.text.strip()
    assert len(gzip.compress(bundle("js").text.encode(), 9)) < 53_500
