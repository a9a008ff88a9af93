"""The programs beside Python are found, installed where we may, or asked for in plain words."""

import os

import pytest

from tools import programs


@pytest.fixture
def bare(tmp_path, monkeypatch):
    """A machine with no program at all, whose user may install nothing."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(programs, "may_install", lambda: False)
    for name in programs.PROGRAMS:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    programs.find.cache_clear()
    yield tmp_path
    programs.find.cache_clear()


def put(folder, name, says):
    path = folder / name
    path.write_text(f"#!/bin/sh\necho '{says}'\n")
    path.chmod(0o755)
    return path


def test_found_by_any_of_its_names(bare):
    path = put(bare, "google-chrome", "Google Chrome 156.0.1")
    assert programs.demand("chromium") == str(path)


def test_the_one_in_the_environment_comes_first(bare, monkeypatch):
    put(bare, "node", "v20.1.0")
    other = put(bare, "other", "v22.1.0")
    monkeypatch.setenv("NODE", str(other))
    assert programs.demand("node") == str(other)


@pytest.mark.parametrize("says", ["v16.20.0", "this is a stub, install the snap"])
def test_too_old_or_a_stub_is_not_it(bare, capsys, says):
    put(bare, "node", says)
    assert programs.main(["node"]) == 1
    told = capsys.readouterr()
    assert "Node.js 18.19 or newer" in told.err and "apt-get install nodejs" in told.err
    assert not told.out


def test_all_that_are_missing_are_named_at_once(bare, capsys):
    assert programs.main(["chromium", "node"]) == 1
    told = capsys.readouterr().err
    assert "apt-get install chromium" in told and "nodejs" in told


def test_installed_where_we_may(bare, monkeypatch):
    log = bare / "log"
    apt = bare / "apt-get"
    apt.write_text(
        f'#!/bin/sh\necho "$DEBIAN_FRONTEND $*" >> {log}\n'
        f"printf '#!/bin/sh\\necho Chromium 156.0\\n' > {bare}/chromium\n"
        f"{os.path.realpath('/bin/chmod')} +x {bare}/chromium\n"
    )
    apt.chmod(0o755)
    monkeypatch.setattr(programs, "may_install", lambda: True)
    assert programs.demand("chromium") == str(bare / "chromium")
    assert log.read_text().splitlines() == [
        "noninteractive -qq update",
        "noninteractive -qq install -y --no-install-recommends chromium",
    ]


def test_nothing_is_installed_over_a_chosen_program(bare, monkeypatch):
    monkeypatch.setattr(programs, "may_install", lambda: True)
    monkeypatch.setattr(programs, "install", lambda program: pytest.fail("installed"))
    monkeypatch.setenv("CHROMIUM", "nowhere")
    with pytest.raises(LookupError, match="set CHROMIUM"):
        programs.demand("chromium")


def test_the_lighter_browser_is_taken_and_the_other_does_as_well(bare):
    full = put(bare, "chromium", "Chromium 156.0")
    assert programs.demand("headless") == str(full)
    light = put(bare, "chromium-headless-shell", "Chromium 156.0")
    programs.find.cache_clear()
    assert programs.demand("headless") == str(light)


def test_a_chosen_browser_is_the_one_for_the_tests_too(bare, monkeypatch):
    put(bare, "chromium-headless-shell", "Chromium 156.0")
    other = put(bare, "other", "Chromium 150.0")
    monkeypatch.setenv("CHROMIUM", str(other))
    assert programs.demand("headless") == str(other)


def test_without_any_browser_the_advice_is_the_full_one_s(bare):
    with pytest.raises(LookupError, match="apt-get install chromium;"):
        programs.demand("headless")
