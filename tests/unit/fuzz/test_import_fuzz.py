"""Any file given to `cascade import` makes a draft that passes the check, or one clear refusal."""

import csv
import io
import json
import re
from functools import cache

import pytest
import yaml
from fuzzing import inputs, told
from importing import GPML, settled
from mutation import SCRAPS, TEXTS, mutated
from rich import rich

from cascade.exports import writer
from cascade.imports import FORMATS, reader
from cascade.imports.sheet import ImportRefused
from cascade.loading.characters import UNSHOWABLE
from cascade.loading.loader import load
from cascade.model.selection import select

WRITERS = {"csv": ("csv", "tsv"), "sif": ("sif",), "cyjs": ("cyjs",), "gpml": ("gpml", "gpml2021")}
KEYS = ("GraphRef", "GraphId", "TextLabel", "ArrowHead", "Point", "Anchor", "Group", "Interaction")
FOREIGN = {
    "csv": b"Source;Target;Interaction;Ligand;Score;PMID;Year;x\n"
    b"TAM;tumor cell;activation;EGF;0,5;15028;2004;-\nNK;tam;inhibits;IL10|TGFB1;1e3;;;a\n",
    "sif": b"tam activates tumor-cell NK\nB cell\tpp\tT cell\n",
    "cyjs": b'[{"data": {"id": 1, "name": "A"}}, {"data": {"id": 2}, "position": {"x": 1, "y": 2}},'
    b' {"data": {"source": 1, "target": 2, "interaction": "activates", "weight": 3}}]',
}


@pytest.fixture(scope="module")
def sources(tmp_path_factory, library):
    """Good files by format: our own exports, and those of others."""
    path = tmp_path_factory.mktemp("sources") / "rich.yaml"
    path.write_text(yaml.safe_dump(rich(), sort_keys=False), "utf-8")
    whole = select(load(path, library).pathways[0])
    made = {form: [writer(name)(whole) for name in names] for form, names in WRITERS.items()}
    for form, content in FOREIGN.items():
        made[form].append(content)
    made["gpml"] += [path.read_bytes() for path in GPML]
    return made


@pytest.mark.parametrize("form", FORMATS)
def test_any_file_gives_a_draft_or_a_refusal(form, sources, library):
    outcomes = set()
    for name, luck in inputs(160):
        content = luck.choice(sources[form])
        changed = CHANGES[form](content, luck)
        with told(name, changed):
            try:
                pathway, made = settled(reader(form).read(changed), library)
                assert pathway.arrows
                said = made.said
                outcomes.add("draft")
            except ImportRefused as refusal:
                said = [str(refusal)]
                assert not said[0].startswith("no draft can be made of it")
                outcomes.add("refusal")
            for line in said:
                assert "\n" not in line and not UNSHOWABLE.search(line), repr(line)
    # Else it would try one of the two alone.
    assert outcomes == {"draft", "refusal"}


def _table(content: bytes, luck) -> bytes:
    """Cells, headings and rows exchanged, or its text damaged."""
    text = content.decode("utf-8-sig")
    mark = max("\t,;", key=text.partition("\n")[0].count)
    rows = list(csv.reader(io.StringIO(text), delimiter=mark))
    for _ in range(luck.randint(1, 6)):
        row = luck.choice(rows if luck.random() < 0.8 else rows[:1])
        if row:
            at = luck.randrange(len(row))
            row[at] = luck.choice((*TEXTS, luck.choice(luck.choice(rows) or [""])))
    if luck.random() < 0.1:
        del rows[luck.randrange(len(rows)) :]
    out = io.StringIO()
    csv.writer(out, delimiter=luck.choice((mark, mark, mark, ",", ";", "\t"))).writerows(rows)
    changed = out.getvalue()
    return _coded(_damaged(changed, luck) if luck.random() < 0.2 else changed, luck)


def _graph(content: bytes, luck) -> bytes:
    changed = json.dumps(mutated(json.loads(content), luck))
    return _coded(_damaged(changed, luck) if luck.random() < 0.2 else changed, luck)


def _lines(content: bytes, luck) -> bytes:
    text = content.decode("utf-8")
    for _ in range(luck.randint(1, 4)):
        words = _words(text, r"[^\s]+")
        text = text.replace(luck.choice(words), luck.choice((*TEXTS, *words)), 2)
    return _coded(_damaged(text, luck), luck)


def _markup(content: bytes, luck) -> bytes:
    """Attributes and elements exchanged, dropped, doubled, emptied."""
    text = content.decode("utf-8")
    for _ in range(luck.randint(1, 6)):
        words = _words(text, r'"[^"]*"|<[^>]+>')
        one, two = luck.choice(words), luck.choice(words)
        other = luck.choice((two, "", one * 2, f'"{luck.choice(TEXTS)}"', '"-1e999"', '"1e5"'))
        text = text.replace(one, other, luck.choice((1, 1, 2, 5)))
    if luck.random() < 0.3:
        text = text.replace(luck.choice(KEYS), luck.choice(("GraphRef", "Label", "x", "")))
    return _coded(_damaged(text, luck) if luck.random() < 0.1 else text, luck)


CHANGES = {"csv": _table, "sif": _lines, "cyjs": _graph, "gpml": _markup}


def _damaged(text: str, luck) -> str:
    at = luck.randrange(len(text) + 1)
    end = at + luck.choice((0, 1, 40, 400, len(text)))
    return text[:at] + luck.choice(("", *SCRAPS)) + text[end:]


def _coded(text: str, luck) -> bytes:
    coding = luck.choice(("utf-8",) * 9 + ("utf-16", "utf-8-sig", "latin-1"))
    return text.encode(coding, "surrogatepass" if coding.startswith("utf") else "replace")


@cache
def _words(text: str, pattern: str) -> list[str]:
    return re.findall(pattern, text) or [text or "x"]
