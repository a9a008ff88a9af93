"""docs/embedding.md says what the dialog and the figure do."""

import re
from pathlib import Path

import pytest
from test_docs import BRITISH, CODE

from cascade.page.index import EMBEDS

ROOT = Path(__file__).parents[3]
FILES = ("docs/embedding.md", "examples/embedding/README.md")
GUIDE = (ROOT / FILES[0]).read_text("utf-8")


@pytest.mark.parametrize("name", FILES)
def test_links_and_pictures_are_there(name):
    path = ROOT / name
    text = path.read_text("utf-8")
    targets = re.findall(r"\]\(([^)\s#]+)", text)
    assert targets
    for target in targets:
        assert (path.parent / target).exists(), target
    assert not BRITISH.findall(CODE.sub("", text))


def test_every_message_is_explained():
    code = (ROOT / "assets/js/embed/host-messages.js").read_text("utf-8")
    assert set(re.findall(r"`(cascade:\w+)`", GUIDE)) == set(re.findall(r"'(cascade:\w+)'", code))


def test_every_place_of_the_dialog_is_explained():
    for name in EMBEDS.values():
        assert name.split(" (")[0].replace("Web page", "your own page") in GUIDE, name


def test_the_words_of_the_dialog_are_those_of_the_guide():
    page = (ROOT / "cascade/templates/page.html").read_text("utf-8")
    dialog = (ROOT / "cascade/templates/embed.html").read_text("utf-8")
    assert ">Embed in a course page<" in page and "**Embed in a course page**" in GUIDE
    for word in ("Copy", "Preview", "Picture only"):
        assert word in dialog and f"**{word}**" in GUIDE
