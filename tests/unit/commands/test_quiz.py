"""`cascade quiz`: every question for a lecturer to read, and the rounds that the page asks."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from cascade.cli import main
from cascade.quiz.quiz import items
from cascade.quiz.round import choose


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return lambda *args: CliRunner().invoke(main, ["quiz", *args])


def test_the_list_has_every_question_with_its_answer(run, flagship):
    said = run("--list").stdout
    for item in items(flagship):
        assert item.id in said and item.ask in said
        for option in item.options:
            mark = r"\d\." if item.answer == "order" else r"\+" if option.right else "-"
            assert re.search(rf"^  {mark} {re.escape(option.text)}", said, re.M), item.id


def test_a_seed_prints_the_round_of_the_page(run, flagship):
    said = run("--seed", "7", "--count", "8", "--stage", "circulation").stdout
    chosen = choose(items(flagship), 7, "circulation", 8)
    assert re.findall(r"^(\w+:\S+:[0-9a-f]{4})  ", said, re.M) == [i.id for i, _ in chosen]


def test_a_stage_alone(run):
    said = run("--list", "--stage", "extravasation").stdout
    stages = set(re.findall(r"^\w+:\S+:[0-9a-f]{4}  (\S*) ", said, re.M))
    assert stages == {"extravasation"}


def test_it_counts(run, flagship):
    said = run().stdout
    assert f"{len(items(flagship))} questions, version " in said
    assert re.search(r"^end +\d+ +\d+ +\d+ +\d+ +\d+$", said, re.M)


def test_it_speaks_german(run):
    assert "Welche Zelle" in run("--list", "--lang", "de").stdout


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--list", "--seed", "1"], "--list shows every question, --seed those of a round: "
         "take one"),
        (["--count", "9"], "--count goes with --seed"),
        (["--stage", "blood"], "'metastatic-cascade' has no stage 'blood'; there is primary-tumor, "
         "circulation, extravasation, colonization"),
    ],
)  # fmt: skip
def test_refusals(run, args, said):
    result = run(*args)
    assert (result.exit_code, result.stderr) == (2, f"Error: {said}\n")
    assert not list(Path().iterdir())


def test_a_pathway_with_too_few_arrows_has_no_questions(run):
    assert run("csf1-egf-loop").stdout.splitlines()[-1].startswith("0 questions, version ")
