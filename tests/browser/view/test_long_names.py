"""Titles and names of stages of any sensible length: nothing of the header is cut or covered."""

import pytest
import yaml
from author import served
from making import arrow, stage

PANEL = {"cells": {"tam": (0, 0), "tumor-cell": (2, 0)}}
# What stands in the header, with its text; the rest are icons of one size.
COVERED = """() => {
  const parts = [...document.querySelectorAll('#title, #top .stages button, #top .tools > *')]
    .filter((one) => one.checkVisibility());
  const boxes = parts.map((one) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    const box = (one.id === 'title' ? range : one).getBoundingClientRect();
    return [one.textContent.trim() || one.title, box];
  });
  const bad = [];
  boxes.forEach(([name, a], i) => {
    if (a.left < 0 || a.right > innerWidth + 0.5) bad.push(`${name} leaves the window`);
    for (const [other, b] of boxes.slice(i + 1))
      if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1
        && b.top < a.bottom - 1) bad.push(`${name} covers ${other}`);
  });
  for (const one of document.querySelectorAll('#title, #top .stages button'))
    if (one.scrollWidth > one.clientWidth + 1) bad.push(`${one.textContent} is cut`);
  return bad;
}"""


def words(count: int) -> str:
    return ("Paracrine loops of macrophages and tumor cells in the primary tumor, " * 3)[:count]


@pytest.mark.parametrize(
    ("title", "stages", "name"), [(45, 3, 20), (17, 3, 60), (60, 4, 40), (120, 2, 25)]
)
def test_titles_and_stages_stand_beside_each_other(figure, tmp_path, watch, title, stages, name):
    page = figure.page
    figure.spoil()
    path = tmp_path / "long.yaml"
    parts = [
        stage([{"id": f"p{n}", **PANEL}], [arrow(f"a{n}", "tam > tumor-cell")], id=f"s{n}")
        | {"name": words(name).strip()}
        for n in range(stages)
    ]
    path.write_text(yaml.safe_dump({"title": words(title).strip(), "stages": parts}), "utf-8")
    with served(path) as address:
        watch.origins.add(address.rstrip("/"))
        page.goto(address)
        page.wait_for_selector("html.drawn", state="attached")
        for width in (1280, 1024, 760):
            page.set_viewport_size({"width": width, "height": 720})
            assert page.evaluate(COVERED) == [], width
        page.goto("about:blank")  # which lets go of the server
