"""The licenses in assets/licenses name what the scripts of other people hold."""

import re

import pytest

from tools import licenses


def listed(name):
    """The packages that a list names."""
    text = (licenses.LICENSES / f"{name}.txt").read_text("utf-8")
    return set(re.findall(r"^([@\w][\w./@-]*): \S", text, re.M)), text


@pytest.mark.parametrize(("folder", "name"), licenses.BUNDLES)
def test_every_package_of_a_bundle_is_listed(folder, name):
    packages = licenses.bundled(folder, name)
    assert {"cytoscape", "react-redux"} & packages and len(packages) > 10
    assert packages - listed("scripts")[0] == set()


def test_every_package_of_cytoscape_is_listed():
    packages = licenses.cytoscape_packages()
    assert {"cytoscape", "heap", "lodash"} <= packages <= listed("cytoscape")[0]


def test_what_the_short_form_lacks_is_really_not_there():
    long, short = (
        (licenses.DASH / f"dash_renderer.{form}.js").read_text() for form in ("dev", "min")
    )
    for package, word in licenses.DEVELOPING.items():
        assert f"node_modules/{package}/" in long, "no longer a package of Dash's tools"
        assert word not in short, f"{package} is in the page and must be listed"


def test_the_list_of_plotly_is_of_the_bundle_that_is_installed():
    names, text = listed("plotly")
    assert licenses.digest() in text, "another plotly.js: run `python -m tools.licenses`"
    assert {"plotly.js", "maplibre-gl", "d3-geo", "gl-plot3d", "regl-line2d", "earcut"} <= names
    # Those that say in the bundle itself that they are there.
    bundle = licenses.PLOTLY.read_text("utf-8")
    for said, name in {
        "pad-left <": "pad-left",
        "ieee754. BSD": "ieee754",
        "MapLibre": "maplibre-gl",
    }.items():
        assert said in bundle and name in names


@pytest.mark.parametrize("name", ["scripts", "plotly"])
def test_the_license_of_each_is_there(name):
    names, text = listed(name)
    assert {"react", "react-dom", "dash", "dash-cytoscape"} <= names or name == "plotly"
    for words in ("Permission is hereby granted", "Permission to use, copy, modify, and/or distr"):
        assert words in text
    assert text.count("Neither the name") + text.count("may not be used to endorse") >= 1
    assert not re.search(r"\bGPL|GNU (?:Lesser |Affero )?General Public", text)
