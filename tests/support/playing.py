"""The page as a reader meets it: with the cards that the browser makes of the figure."""

import json
import subprocess
from pathlib import Path

import pytest
from tags import parse

SCRIPTS = Path(__file__).parents[1] / "js"


def played(html: str) -> dict:
    """The figure that the browser makes of a page's data, and the HTML of the cards by pathway."""
    return played_all([html])[0]


def played_all(pages: list[str]) -> list[dict]:
    """As `played`, of several pages: starting Node.js takes most of the time."""
    return _run("play.js", json.dumps(pages))


def shown(html: str, views: list[dict]) -> list[list[str]]:
    """The interactions that a page's figure shows in each view, by the rule of the drawing."""
    return _run("shown.js", json.dumps({"html": html, "views": views}))


def _run(script: str, text: str):
    command = ["node", str(SCRIPTS / script)]
    try:
        done = subprocess.run(command, input=text, capture_output=True, text=True, encoding="utf-8")
    except FileNotFoundError:
        pytest.fail("this test needs Node.js: make test installs it, or says how")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def completed(html: str):
    """The page as a tree of tags, with every card that the browser would make."""
    for pathway, cards in played(html)["cards"].items():
        mark = f'<div data-cards="{pathway}">'
        assert html.count(mark) == 1
        html = html.replace(mark, mark + cards)
    return parse(html)
