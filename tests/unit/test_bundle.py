"""Scripts and styles as the page gets them: joined, small, and pressed of what lies here."""

import gzip

import pytest

from cascade.page.asset_bundles import ALONE, PARTS, alone, bundle, bundles, pressed
from cascade.resources import assets_dir


@pytest.mark.parametrize("part", PARTS)
def test_the_pressed_scripts_are_of_the_scripts_that_lie_here(part):
    texts = [path.read_text("utf-8") for path in sorted((assets_dir() / part).glob("*.js"))]
    assert pressed(part, texts), "run: make press"
    assert bundle("js", part).text == pressed(part, texts)
    assert pressed(part, [*texts, "1"]) == "", "another script makes the pressed file stale"


@pytest.mark.parametrize("name", ALONE)
def test_so_are_those_that_stand_alone(name):
    part = name.rpartition("/")[2]
    text = (assets_dir() / f"{name}.js").read_text("utf-8")
    assert pressed(part, [text]), "run: make press"
    assert alone(name) == pressed(part, [text])


def test_every_script_of_those_folders_is_known():
    for folder in {name.partition("/")[0] for name in ALONE}:
        for path in (assets_dir() / folder).glob("*.js"):
            assert f"{folder}/{path.stem}" in ALONE


def test_names_follow_contents():
    for name, one in bundles().items():
        assert one.name == name
        assert one.text.strip()
    assert len(gzip.compress(bundle("js").text.encode(), 9)) < 47_000
