"""New places are written into the files; every other byte stays."""

import os
import tempfile
import threading
import time
from pathlib import Path

import pytest

from cascade.authoring.yaml_edit import EditRefused, digest, edited, save, swap
from cascade.loading.loader import load
from cascade.resources import pathways_dir

FLOW = """# a comment
cells:   # and one here
  - { cell: tam, at: [1, 0.5], turn: true }  # it stands here
  - {at: [ 0,2 ],   cell: "mdsc"}
"""


def test_only_the_numbers_change():
    new = edited(FLOW, {(3, 5): ("here/tam", (2.25, 0)), (4, 5): ("here/mdsc", (10, 3.1))})
    assert new == FLOW.replace("[1, 0.5]", "[2.25, 0]").replace("[ 0,2 ]", "[ 10,3.1 ]")


def test_block_form_keeps_its_comments():
    text = "- cell: tam\n  at:\n    - 1.0   # column\n    - 2  # row\n  turn: true\n"
    new = edited(text, {(1, 3): ("here/tam", (0.5, 1.5))})
    assert new == text.replace("1.0", "0.5").replace("- 2", "- 1.5")


@pytest.mark.parametrize("end", ["\r\n", "\n"])
@pytest.mark.parametrize("start", ["\ufeff", "", "# β-catenin 🧬\n"])
def test_line_ends_marks_and_foreign_letters_stay(start, end):
    text = (start + FLOW).replace("\n", end)
    line = 3 + start.count("\n")
    new = edited(text, {(line, 5): ("here/tam", (7, 7))})
    assert new == text.replace("[1, 0.5]", "[7, 7]")


@pytest.mark.parametrize(
    "text",
    [
        "- { cell: tam, at: &a [1, 2] }\n- { cell: mdsc, at: *a }\n",
        "- { cell: tam, at: [1, &x 2] }\n- { cell: mdsc, at: [0, *x] }\n",
        "- { cell: caf, at: [0, 0] }\n- { cell: other, at: [0, 1] }\n",
        "- { cell: tam, at: [1, 1] }\n- { cell: mdsc }\n",
        "- { cell: tam, at: [1, 1] }\n- { cell: mdsc, at: [!!float 1, 2] }\n",
        "- { cell: tam, at: [1, 1] }\n",
    ],
)
def test_what_is_not_plain_is_refused(text):
    with pytest.raises(
        EditRefused, match=r"^f.yaml:2:3: write 'at: \[column, row\]' of 'here/mdsc'"
    ):
        edited(text, {(2, 3): ("here/mdsc", (5, 5))}, "f.yaml")


@pytest.fixture
def loop(tmp_path):
    path = tmp_path / "loop.yaml"
    path.write_bytes((pathways_dir() / "csf1-egf-loop.yaml").read_bytes())
    (pathway,) = load(path).pathways
    return path, pathway


def test_saved_places_load_again(loop):
    path, pathway = loop
    before = path.read_text("utf-8")
    path.chmod(0o640)
    moves = {"primary-tumor/tam": (1.5, 0.5), "primary-tumor/th2-cell": (0, 2.5)}
    assert save(moves, pathway.files, {str(path): digest(path)}) == [str(path)]
    (again,) = load(path).pathways
    assert {node: again.nodes[node].at for node in moves} == moves
    changed = [
        (old, new)
        for old, new in zip(before.splitlines(), path.read_text("utf-8").splitlines(), strict=True)
        if old != new
    ]
    assert len(changed) == 2 and all("at: [" in old for old, _ in changed)
    assert path.stat().st_mode & 0o777 == 0o640
    assert os.listdir(path.parent) == ["loop.yaml"]


def test_every_shipped_placement_can_be_written(pathways):
    for pathway in pathways.values():
        texts = {}
        for node in pathway.nodes:
            file, line, column = pathway.files[node].rsplit(":", 2)
            spots = texts.setdefault(file, {})
            spots[int(line), int(column)] = node, pathway.nodes[node].at
        for file, spots in texts.items():
            old = Path(file).read_text("utf-8")
            new = edited(old, spots, file)
            assert [*map(float, numbers(new))] == [*map(float, numbers(old))]


def numbers(text):
    return [part for line in text.splitlines() if "at: [" in line
            for part in line.split("at: [")[1].split("]")[0].split(",")]  # fmt: skip


def test_a_file_that_changed_is_left_alone(loop):
    path, pathway = loop
    word = digest(path)
    path.write_text(path.read_text("utf-8") + "\n# mine\n", "utf-8")
    before = path.read_bytes()
    with pytest.raises(EditRefused, match="has changed since you began to move cells"):
        save({"primary-tumor/tam": (1, 0)}, pathway.files, {str(path): word})
    assert path.read_bytes() == before
    path.unlink()
    with pytest.raises(EditRefused, match="has changed"):
        save({"primary-tumor/tam": (1, 0)}, pathway.files, {str(path): word})


def test_a_link_stays_a_link(loop, tmp_path):
    path, _ = loop
    link = tmp_path / "link.yaml"
    link.symlink_to(path)
    (pathway,) = load(link).pathways
    save({"primary-tumor/tam": (1, 0)}, pathway.files, {str(link): digest(link)})
    assert link.is_symlink() and "{ cell: tam, at: [1, 0]," in path.read_text("utf-8")


def test_a_folder_that_cannot_be_written(loop, monkeypatch):
    path, pathway = loop
    before = path.read_bytes()

    def fails(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(tempfile, "mkstemp", fails)
    with pytest.raises(EditRefused, match="cannot be written: Permission denied"):
        save({"primary-tumor/tam": (1, 0)}, pathway.files, {str(path): digest(path)})
    assert path.read_bytes() == before
    assert os.listdir(path.parent) == ["loop.yaml"]


@pytest.mark.parametrize("how", ["over", "instead"])
def test_no_save_of_an_editor_is_lost(tmp_path, how):
    """An editor and the server write as fast as they can: what the editor wrote last is there, or
    what the server made of that."""
    path = tmp_path / "flow.yaml"
    path.write_bytes(b"0")

    def write(content):
        if how == "over":
            path.write_bytes(content)
        else:
            (tmp_path / "new").write_bytes(content)
            os.replace(tmp_path / "new", path)

    def held():
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return b""

    stop, saves = threading.Event(), []

    def serve():
        while not stop.is_set():
            old = held()
            if old and not old.endswith(b"!"):
                saves.append(swap(path, old, old + b"!"))

    server = threading.Thread(target=serve)
    server.start()
    try:
        for number in range(300):
            write(b"%d" % number)
            until = time.monotonic() + 2
            # Taken away for a moment while the server looks at it.
            while (read := held()).rstrip(b"!") != b"%d" % number and time.monotonic() < until:
                continue
            assert read.rstrip(b"!") == b"%d" % number
        # Left in peace, the server saves at last.
        until = time.monotonic() + 10
        while not any(saves) and time.monotonic() < until:
            time.sleep(0.01)
    finally:
        stop.set()
        server.join()
    assert any(saves)
    assert [one.name for one in tmp_path.iterdir()] == ["flow.yaml"]


@pytest.mark.parametrize("moment", ["before", "taken", "after"])
def test_an_editor_that_saves_meanwhile_wins(tmp_path, monkeypatch, moment):
    path = tmp_path / "flow.yaml"
    path.write_bytes(b"old")
    rename, link = Path.rename, os.link
    opened = path.open("r+b")

    def renaming(source, target):
        if moment == "before":
            path.write_bytes(b"editor")
        return rename(source, target)

    def linking(source, target):
        if moment == "taken" and str(source).endswith(".part"):
            path.write_bytes(b"editor")
        link(source, target)
        if moment == "after" and str(source).endswith(".part"):
            opened.truncate()
            opened.write(b"editor")
            opened.flush()

    monkeypatch.setattr(Path, "rename", renaming)
    monkeypatch.setattr(os, "link", linking)
    assert swap(path, b"old", b"new") is False
    assert path.read_bytes() == b"editor"
    assert list(tmp_path.iterdir()) == [path]


def test_a_disk_without_hard_links(tmp_path, monkeypatch):
    def refuse(*paths):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    path = tmp_path / "flow.yaml"
    path.write_bytes(b"old")
    assert swap(path, b"old", b"new") and path.read_bytes() == b"new"
    assert not swap(path, b"old", b"newer") and path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]
