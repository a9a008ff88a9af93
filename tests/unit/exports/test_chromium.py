"""PDF and PNG without a browser: one line that says what to install."""

import stat

import pytest

from cascade.exports import chromium
from cascade.exports.chromium import Unavailable
from cascade.exports.picture_files import write_pdf, write_png
from cascade.model.selection import select


@pytest.fixture
def chosen(pathways):
    return select(pathways["csf1-egf-loop"])


@pytest.mark.parametrize(("name", "write"), [("PDF", write_pdf), ("PNG", write_png)])
def test_without_chromium_it_says_what_to_install(monkeypatch, chosen, name, write):
    monkeypatch.setenv("CHROMIUM", "no-such-program")
    with pytest.raises(Unavailable) as error:
        write(chosen)
    assert str(error.value) == (
        f"{name} needs Chromium or Google Chrome: install it, or set CHROMIUM to its path"
        " (SVG needs nothing)"
    )


@pytest.mark.parametrize("ending", ["exit 3", "exit 0"])
def test_a_browser_that_writes_nothing_is_named(monkeypatch, tmp_path, chosen, ending):
    program = tmp_path / "chromium"
    program.write_text(f"#!/bin/sh\n{ending}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("CHROMIUM", str(program))
    with pytest.raises(Unavailable) as error:
        write_pdf(chosen)
    assert str(error.value) == (
        f"PDF could not be made: {program} ran without writing it; SVG needs no browser"
    )


def test_the_page_has_the_size_and_the_title_of_its_picture():
    page = chromium._page('<svg width="10" height="20"><title id="t">A &amp; B</title></svg>')
    assert "<title>A &amp; B</title>" in page
    assert "@page{size:10px 20px;margin:0}" in page
    assert "font-family:Inter" in page and "http" not in page
