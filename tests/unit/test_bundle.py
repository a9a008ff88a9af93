"""Scripts and styles as the page gets them: joined, small, and pressed of what lies here."""

import gzip

import pytest

from cascade.bundle import PARTS, bundle, bundles, pressed
from cascade.resources import assets_dir


@pytest.mark.parametrize("part", PARTS)
def test_the_pressed_scripts_are_of_the_scripts_that_lie_here(part):
    texts = [path.read_text("utf-8") for path in sorted((assets_dir() / part).glob("*.js"))]
    assert pressed(part, texts), "run: make press"
    assert bundle("js", part).text == pressed(part, texts)
    assert pressed(part, [*texts, "1"]) == "", "another script makes the pressed file stale"


def test_names_follow_contents():
    for name, one in bundles().items():
        assert one.name == name
        assert one.text.strip()
    assert len(gzip.compress(bundle("js").text.encode(), 9)) < 47_000
