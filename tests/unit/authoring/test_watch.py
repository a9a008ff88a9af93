"""A change of any file that a path reads is told; files that come, go and break are survived."""

import os
import random
import shutil
import threading
import time

import pytest

from cascade.authoring.live_figure import LiveFigure, kept
from cascade.authoring.watch import follow, snapshot
from cascade.loading.loader import Loaded, load_path
from cascade.resources import pathways_dir

LOOP = (pathways_dir() / "csf1-egf-loop.yaml").read_text("utf-8")


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(pathways_dir() / "library", tmp_path / "library")
    (tmp_path / "loop.yaml").write_text(LOOP, "utf-8")
    return tmp_path


class Told:
    """A follower of a path, whose calls can be waited for."""

    def __init__(self, path, every=0.01):
        self.stop, self.heard = threading.Event(), threading.Event()
        args = (path, self.heard.set, self.stop, every)
        self.thread = threading.Thread(target=follow, args=args, daemon=True)
        self.thread.start()

    def hears(self, seconds=5):
        heard = self.heard.wait(seconds)
        self.heard.clear()
        return heard

    def __enter__(self):
        time.sleep(0.05)
        return self

    def __exit__(self, *_):
        self.stop.set()
        self.thread.join(5)
        assert not self.thread.is_alive()


def test_what_a_path_reads_is_watched(folder):
    own = {"loop.yaml", "cells.yaml", "molecules.yaml", "organs.yaml", "references.yaml"}
    names = {os.path.basename(file) for file in snapshot(folder / "loop.yaml")}
    assert own <= names
    assert snapshot(folder).keys() >= snapshot(folder / "loop.yaml").keys()
    flagship = pathways_dir() / "metastatic-cascade"
    assert snapshot(flagship / "circulation.yaml") == snapshot(flagship)
    assert "cells.yaml" in {os.path.basename(file) for file in snapshot(flagship)}


def test_lectures_beside_a_file_are_watched_once_they_are_there(folder):
    path = folder / "loop.yaml"
    with Told(path) as told:
        (folder / "loop.lectures").mkdir()
        (folder / "loop.lectures" / "talk.yaml").write_text("title: A talk", "utf-8")
        assert told.hears()
        assert any(file.endswith("talk.yaml") for file in snapshot(path))
        shutil.rmtree(folder / "loop.lectures")
        assert told.hears()


@pytest.mark.parametrize("name", ["loop.yaml", "library/cells.yaml"])
def test_a_change_is_told_once_it_rests(folder, name):
    with Told(folder / "loop.yaml") as told:
        assert not told.hears(0.1)
        with (folder / name).open("a", encoding="utf-8") as file:
            file.write("# more\n")
        assert told.hears()
        assert not told.hears(0.1)


def test_new_gone_and_renamed_files_are_told(folder):
    with Told(folder) as told:
        (folder / "new.yaml").write_text(LOOP, "utf-8")
        assert told.hears()
        (folder / "new.yaml").rename(folder / "newer.yaml")
        assert told.hears()
        (folder / "newer.yaml").unlink()
        assert told.hears()


def test_a_file_that_never_rests_is_told_all_the_same(folder):
    with Told(folder / "loop.yaml") as told:
        until = time.monotonic() + 5
        while not told.heard.is_set() and time.monotonic() < until:
            with (folder / "loop.yaml").open("a", encoding="utf-8") as file:
                file.write("#\n")
            time.sleep(0.002)
        assert told.heard.is_set()


def figure_of(pathways, state):
    """What stands for the app: the titles."""
    return [pathway.title for pathway in pathways]


def live(path):
    return LiveFigure(path, load_path(path), figure_of)


def test_a_change_gives_a_new_figure(folder):
    path = folder / "loop.yaml"
    shown = live(path)
    path.write_text(LOOP.replace("title: The", "title: Our"), "utf-8")
    shown.renew()
    assert shown.app == ["Our CSF1-EGF loop"]
    assert (shown.state.figure, shown.state.problems) == (2, ())


def test_a_broken_file_keeps_the_last_good_figure(folder):
    path = folder / "loop.yaml"
    shown = live(path)
    path.write_text(LOOP.replace("to: tam\n", "to: tamm\n", 1), "utf-8")
    shown.renew()
    assert shown.app == ["The CSF1-EGF loop"] and shown.state.figure == 1
    (problem,) = shown.state.problems
    assert problem.startswith(f"{path}:") and "did you mean 'tam'?" in problem
    path.write_text(LOOP, "utf-8")
    shown.renew()
    assert (shown.state.figure, shown.state.problems, shown.state.version) == (1, (), 3)


def test_a_broken_pathway_keeps_its_place_among_the_others(folder):
    other = LOOP.replace("title: The", "title: Other")
    (folder / "other.yaml").write_text(other, "utf-8")
    shown = live(folder)
    (folder / "other.yaml").write_text("title: [", "utf-8")
    (folder / "loop.yaml").write_text(LOOP.replace("title: The", "title: Our"), "utf-8")
    shown.renew()
    assert shown.app == ["Our CSF1-EGF loop", "Other CSF1-EGF loop"]
    (folder / "other.yaml").unlink()
    shown.renew()
    assert shown.app == ["Our CSF1-EGF loop"] and not shown.state.problems


def test_the_last_pathway_never_goes(folder):
    shown = live(folder)
    (folder / "loop.yaml").unlink()
    shown.renew()
    assert shown.app == ["The CSF1-EGF loop"]
    assert "no pathway in this folder" in shown.state.problems[0]
    assert kept(shown.pathways, Loaded()) == shown.pathways


def test_a_fault_of_ours_is_told_and_survived(folder):
    def make(pathways, state):
        if state.figure > 1:
            raise ZeroDivisionError("oh")
        return "first"

    path = folder / "loop.yaml"
    shown = LiveFigure(path, load_path(path), make)
    path.write_text(LOOP.replace("title: The", "title: Our"), "utf-8")
    shown.renew()
    assert shown.app == "first" and shown.state.figure == 1
    assert shown.state.problems == (
        f"{path}:1:1: the figure could not be drawn: ZeroDivisionError('oh')",
    )


def test_a_waiting_page_is_told_at_once(folder):
    path = folder / "loop.yaml"
    shown = live(path)
    assert shown.wait("another", 1, 0) == shown.state
    first = shown.state
    path.write_text(LOOP.replace("title: The", "title: Our"), "utf-8")
    threading.Timer(0.05, shown.renew).start()
    begun = time.monotonic()
    assert shown.wait(first.run, first.version, 60).figure == 2
    assert time.monotonic() - begun < 30  # on whatever machine
    assert shown.wait(first.run, 2, 0.01).version == 2


def test_two_hundred_rude_saves_are_survived(folder):
    """Halves, renames, deletions, folders and rubbish in turn; whenever the file rests, the figure
    is right."""
    path = folder / "loop.yaml"
    shown = live(path)
    stop = threading.Event()
    shown.follow(stop)
    dice = random.Random(2011)

    def half():
        path.write_text(LOOP[: dice.randrange(len(LOOP))], "utf-8")

    def pieces():
        with path.open("w", encoding="utf-8") as file:
            for start in range(0, len(LOOP), 1500):
                file.write(LOOP[start : start + 1500])
                file.flush()

    def renamed():
        (folder / "part").write_text(LOOP.replace("title: The", "title: A"), "utf-8")
        (folder / "part").replace(path)

    def away_and_back():
        path.replace(folder / "away")
        time.sleep(0.002)
        (folder / "away").replace(path)

    def deleted():
        path.unlink()

    def rubbish():
        path.write_bytes(dice.randbytes(200))

    def a_folder():
        path.unlink()
        path.mkdir()
        time.sleep(0.002)
        path.rmdir()

    acts = [half, pieces, renamed, away_and_back, deleted, rubbish, a_folder]
    before = "The"
    for burst in range(8):
        for number in range(25):
            if not path.exists():
                path.write_text(LOOP, "utf-8")
            acts[number % len(acts)]()
            time.sleep(dice.choice((0, 0.002, 0.01)))
            assert shown.app in [[f"{word} CSF1-EGF loop"] for word in (before, "The", "A")]
        before = f"Burst {burst}"
        path.write_text(LOOP.replace("title: The", f"title: {before}"), "utf-8")
        until = time.monotonic() + 30
        while shown.app != [f"{before} CSF1-EGF loop"] and time.monotonic() < until:
            time.sleep(0.01)
        assert shown.app == [f"{before} CSF1-EGF loop"]
        assert not shown.state.problems
    stop.set()
    assert shown.state.version > 8, "nothing was noticed on the way"
