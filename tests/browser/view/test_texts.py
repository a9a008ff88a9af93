"""Titles of 150 letters, words without a break and texts from right to left, on three screens."""

import pytest
import yaml
from figure import rest

from cascade.loading.loader import load_path
from cascade.page.variant import PageVariant
from cascade.publish.single_file import freeze

LONG = (
    "Leukocytes as paracrine regulators of metastasis and determinants of organ-specific "
    "colonization: an interactive figure for second-year students, 2026"
)
WORD = "CD11b+F4/80+CD206+MHCIIlowTIE2+LYVE1+FOLR2+macrophage"
LINK = "https://example.org/geo/query/acc.cgi?acc=GSE0000000&targ=self&form=text&view=quick"
ARABIC = {
    "cell": "البلاعم المرتبطة بالورم",
    "other": "خلية ورمية",
    "text": "يجذب CSF-1 البلاعم (1/2).",
}
PLAIN = {"stage": "", "edge": "", "focus": "", "ui": "full"}
VIEWS = (
    {},
    {"stage": "stage-1", "edge": "arrow-1"},
    {"stage": "stage-2", "focus": "aa"},
    {"ui": "min"},
)
SCREENS = [(390, 844), (820, 1180), (1280, 720)]


def pathway(title="Loop", cell="Macrophage", other="Tumor cell", text="CSF-1 draws it.") -> dict:
    arrow = {
        **{"from": "bb", "to": "aa", "mediators": ["CSF1"], "mediator_basis": "paper"},
        **{"effect": "recruits", "route": "secreted", "outcome": "pro-metastatic"},
        **{"readout": "metastasis", "tier": "overview", "year": 2020, "references": ["doe"]},
        **{"confidence": "high", "summary": text, "id": "one"},
    }
    cells = [
        {"id": "aa", "name": cell, "short": cell[:12], "description": text, "lineage": "myeloid"},
        {
            "id": "bb",
            "name": other,
            "short": other[:12],
            "description": text,
            "lineage": "neoplastic",
        },
    ]
    places = [{"cell": "aa", "at": [0, 0]}, {"cell": "bb", "at": [2, 0]}]
    stages = [
        {
            "id": f"stage-{n}",
            "name": name,
            "panels": [{"id": f"panel-{n}", "name": name, "cells": places}],
            "interactions": [{**arrow, "id": f"arrow-{n}"}],
        }
        for n, name in enumerate(("Primary tumor", "Circulation", other), 1)
    ]
    paper = {"id": "doe", "first_author": "Doe A", "year": 2020, "title": title}
    return {
        "title": title,
        "description": text,
        "cells": cells,
        "references": [{**paper, "doi": "10.1000/made-up"}],
        "stages": stages,
    }


TEXTS = {
    "title": {"title": LONG},
    "word": {"cell": WORD, "text": f"See {LINK} for the data."},
    "title-of-one-word": {"title": (WORD * 3)[:150]},
    "arabic": {"title": ARABIC["cell"], **ARABIC},
}
# What sticks out of the window or of the panel that it stands in; a finger moves the stages.
OUTSIDE = """() => {
  const out = [];
  const panel = document.getElementById('panel').getBoundingClientRect();
  for (const one of document.querySelectorAll('#top *, #panel *, #mini *, .count')) {
    if (!one.checkVisibility() || one.closest('.hush, .skip, svg, option')) continue;
    if (innerWidth < 1100 && one.closest('.stages')) continue;
    const { left, right, width } = one.getBoundingClientRect();
    const edge = one.closest('#panel') ? panel.right : innerWidth;
    if (width && (right > edge + 1 || left < -1)) out.push(one.outerHTML.slice(0, 120));
  }
  return out;
}"""
HEAD = """() => {
  const box = (one) => one.getBoundingClientRect();
  const title = document.getElementById('title');
  const { left, right, top, bottom } = box(title);
  const covers = [...document.querySelectorAll('#top :is(.tools, .stages) :is(button, input, summary)')]
    .filter((one) => one.checkVisibility())
    .filter((one) => box(one).left < right && box(one).right > left)
    .filter((one) => box(one).top < bottom && box(one).bottom > top);
  const cut = title.scrollHeight > title.clientHeight + 2 || title.scrollWidth > title.clientWidth + 1;
  return { cut, covers: covers.length, height: box(document.getElementById('top')).height };
}"""
# Where the first and the last letter of a text stand.
ENDS = """(one) => {
  const letter = (at) => {
    const range = document.createRange();
    range.setStart(one.firstChild, at);
    range.setEnd(one.firstChild, at + 1);
    return range.getBoundingClientRect().left;
  };
  return [letter(0), letter(one.firstChild.length - 1)];
}"""


@pytest.fixture(params=TEXTS)
def drawn(request, tmp_path, figure):
    """The kind of text, and its figure as a file."""
    figure.spoil()
    (tmp_path / "loop.yaml").write_text(yaml.safe_dump(pathway(**TEXTS[request.param])), "utf-8")
    file = tmp_path / "loop.html"
    file.write_text(freeze(load_path(tmp_path / "loop.yaml").pathways, PageVariant(frozen=True)))
    return request.param, file.as_uri()


def test_every_text_stays_in_its_place_and_whole(drawn, figure):
    kind, address = drawn
    page = figure.page
    page.set_viewport_size(dict(zip(("width", "height"), SCREENS[0], strict=True)))
    page.goto(address)
    page.wait_for_selector("html.drawn", state="attached")
    for width, height in SCREENS:
        page.set_viewport_size({"width": width, "height": height})
        for view in VIEWS:
            page.evaluate("view => { cascade.set(view); cascade.view(); }", {**PLAIN, **view})
            where = f"{kind} {width} {view}"
            assert page.evaluate("document.scrollingElement.scrollWidth") <= width, where
            assert page.evaluate(OUTSIDE) == [], where
            if "ui" in view:
                continue
            head = page.evaluate(HEAD)
            assert not head["cut"] and not head["covers"], where
            assert head["height"] <= (200 if width < 400 else 140 if width < 1000 else 90), where
    if kind == "arabic":
        page.evaluate("view => cascade.set(view)", {**PLAIN, **VIEWS[1]})
        rest(page)
        it_runs_from_right_to_left_and_its_arrow_from_sender_to_receiver(page)


def it_runs_from_right_to_left_and_its_arrow_from_sender_to_receiver(page) -> None:
    card = page.locator("#cards article:not([hidden])")
    summary = card.locator(".summary")
    first, last = summary.evaluate(ENDS)
    box = summary.bounding_box()
    assert last < first and first > box["x"] + box["width"] - 20, "it begins at the right"
    sender, receiver = card.locator(".ends button").all()
    assert sender.inner_text() == ARABIC["other"] and receiver.inner_text() == ARABIC["cell"]
    assert sender.bounding_box()["x"] < receiver.bounding_box()["x"]
    # English stands as ever.
    assert page.locator(".detail legend").evaluate("e => getComputedStyle(e).direction") == "ltr"
