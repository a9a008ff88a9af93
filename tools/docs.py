"""Writes the generated parts of README.md and docs/*.md between their markers.

A part stands between `<!-- NAME -->` and `<!-- end -->`. `python -m tools.docs` writes all parts
anew; a test demands that they are current.
"""

import re
from collections import Counter
from pathlib import Path
from textwrap import fill

import click

from cascade.cli import main as cli
from cascade.exports import FORMATS
from cascade.exports.notations import LINEAGE, WORDS
from cascade.exports.questions import FORMATS as QUIZ
from cascade.loading.loader import load_path
from cascade.model import vocabulary as words
from cascade.model.json_schema import schema
from cascade.notation.grammar import DASHES, FIRM_READOUT, HEADS, TAILS
from cascade.notation.keyboard import KEYS, LECTURE_KEYS
from cascade.quiz.item import KINDS
from cascade.quiz.quiz import items
from cascade.resources import pathways_dir
from tools.workarounds import NO_SOURCE, workarounds

ROOT = Path(__file__).parents[1]
FILES = (
    "README.md",
    "docs/authoring.md",
    "docs/cli.md",
    "docs/developing.md",
    "docs/formats.md",
    "docs/lecturing.md",
    "docs/selftest.md",
)
PART = re.compile(r"(<!-- ([a-z]+(?:: \w+)?) -->\n).*?(<!-- end -->)", re.DOTALL)
WIDTH = 88


def current(text: str) -> str:
    """A document with all its generated parts made anew."""
    return PART.sub(lambda part: f"{part[1]}\n{_part(part[2])}\n\n{part[3]}", text)


def _part(name: str) -> str:
    kind, _, argument = name.partition(": ")
    return PARTS[kind](*([argument] if argument else []))


def fields(name: str) -> str:
    """The fields of one kind of entry, those needed first."""
    entry = schema()["$defs"][name]
    needed = entry.get("required", [])
    names = sorted(entry["properties"], key=lambda field: field not in needed)
    rows = []
    for field in names:
        about = entry["properties"][field]
        label = f"**`{field}`**" if field in needed else f"`{field}`"
        rows.append((label, _value(about), about["description"].replace("<", "&lt;")))
    return table(("field", "value", "meaning"), rows)


def _value(about: dict) -> str:
    """What may stand for a field, in words."""
    if "enum" in about or "const" in about:
        return ", ".join(f"`{word}`" for word in about.get("enum") or [about["const"]])
    if "anyOf" in about:
        kinds = [_value(one) for one in about["anyOf"] if one.get("type") != "null"]
        return " or ".join(dict.fromkeys(kinds))
    if "$ref" in about:
        kind = about["$ref"].rsplit("/", 1)[-1]
        return f"[{kind}](#{kind.lower()})"
    if about.get("type") == "array":
        if "prefixItems" in about:
            return f"{len(about['prefixItems'])} numbers"
        return f"list of {_value(about['items'])}"
    if about.get("pattern", "").startswith("^[a-z0-9]+"):
        return "id"
    kinds = {"string": "text", "integer": "number", "boolean": "`true` or `false`"}
    return kinds.get(about["type"], about["type"])


def effects() -> str:
    ends = {"sender": "A", "receiver": "B", "through": "", "signal": "a molecule"}
    rows = [
        (f"`{id_}`", words.CLAIMS[id_].format(**ends), _head(head)) for id_, head in HEADS.items()
    ]
    return table(("effect", "an arrow from A to B says", "arrowhead"), rows)


def _head(head) -> str:
    shape = head.shape.replace("triangle-tee", "triangle with a bar at its tip")
    shape = shape.replace("triangle-cross", "triangle with a bar behind")
    shape = shape.replace("tee", "bar")
    return shape if shape == "bar" else f"{head.fill} {shape}"


def routes() -> str:
    rows = [(f"`{id_}`", label, _line(DASHES[id_])) for id_, label in words.ROUTES.items()]
    return table(("route", "in the legend", "line"), rows)


def _line(pattern: tuple[int, ...]) -> str:
    """A dash pattern drawn with characters, some four drawing units each."""
    if not pattern:
        return "`" + "━" * 12 + "`"
    strokes = pattern[::2]
    gaps = pattern[1::2]
    period = "".join(
        ("·" if stroke <= 1 else "━" * max(1, round(stroke / 5))) + " " * max(1, round(gap / 7))
        for stroke, gap in zip(strokes, gaps, strict=True)
    )
    return "`" + (period * 12)[:12].rstrip() + "`"


def lists() -> str:
    """The closed lists that are not drawn as heads and lines."""
    rows = [
        (f"`{field}`", f"`{id_}`", label + (_tail(id_) if field == "readout" else ""))
        for field, values in (
            ("outcome", words.OUTCOMES),
            ("readout", words.READOUTS),
            ("systems", words.SYSTEMS),
            ("notice`: `kind", words.NOTICES),
            ("tier", words.TIERS),
            ("confidence", words.CONFIDENCES),
            ("mediator_basis`, `receptor_basis", words.BASES),
            ("lineage", words.LINEAGES),
        )
        for id_, label in values.items()
    ]
    return table(("field", "value", "for the reader"), rows)


def _tail(readout: str) -> str:
    if readout == FIRM_READOUT:
        return ", drawn firm"
    shape, fill = TAILS[readout]
    return f", {fill} {shape} at the tail"


def keys(rows=KEYS) -> str:
    return table(("key", "does"), [(f"<kbd>{key}</kbd>", does) for key, does in rows])


def lecture_keys() -> str:
    return keys(LECTURE_KEYS)


def commands() -> str:
    """One row a command, for the README."""
    rows = []
    for name, command in cli.commands.items():
        usage = " ".join([name, *_arguments(command)])
        does = command.help.splitlines()[0]
        rows.append((f"`cascade {usage}`", does))
    return table(("command", "does"), rows)


def _arguments(command: click.Command) -> list[str]:
    return [
        parameter.make_metavar(click.Context(command))
        for parameter in command.params
        if isinstance(parameter, click.Argument)
    ]


def reference() -> str:
    """The whole help of every command."""
    width = {"terminal_width": WIDTH, "max_content_width": WIDTH}
    top = click.Context(cli, info_name="cascade", **width, **cli.context_settings)
    parts = [_block(cli, top)]
    for name, command in cli.commands.items():
        context = click.Context(command, info_name=name, parent=top)
        parts.append(f"## cascade {name}\n\n{_block(command, context)}")
    return "\n\n".join(parts)


def _block(command: click.Command, context: click.Context) -> str:
    return f"```text\n{command.get_help(context)}\n```"


def formats() -> str:
    """One row a format of `cascade export`."""
    rows = [
        (
            "`gpml --gpml2021`" if one.name == "gpml2021" else f"`{one.name}`",
            one.reader,
            one.loses,
            ", ".join(f"`{package}`" for package in one.needs),
        )
        for one in FORMATS.values()
    ]
    return table(("format", "for", "not in it", "needs"), rows)


def notations() -> str:
    """Our effects in other notations."""
    rows = [
        (
            f"`{effect}`" + (" (lineage)" if effect == LINEAGE else ""),
            one.sbgn + (", verb in the notes" if one.plain else ""),
            one.gpml,
            one.gpml2021,
            f"`{one.cx2}`",
        )
        for effect, one in WORDS.items()
    ]
    return table(("effect", "SBGN Activity Flow", "GPML2013a", "GPML2021", "CX2"), rows)


def counts() -> str:
    """What the flagship holds, in numbers."""
    (pathway,) = load_path(pathways_dir() / "metastatic-cascade").pathways
    arrows = [arrow.interaction for arrow in pathway.arrows]
    cells = {node.cell.id for node in pathway.nodes.values()}
    papers = {id for arrow in arrows for id in (*arrow.references, *arrow.opposing)}
    disputed = sum(bool(arrow.disputed) for arrow in arrows)
    other = sum(arrow.readout != FIRM_READOUT for arrow in arrows)
    patients = sum("patients" in arrow.systems for arrow in arrows)
    mice = sum(arrow.systems == ("mouse",) for arrow in arrows)
    text = (
        f"The figure holds {len(arrows)} interactions of {len(cells)} cell types, "
        f"from {len(papers)} papers. "
        f"Experts disagree about {disputed} of the arrows; {other} rest on papers that measured "
        "growth, immunity, culture or expression, not metastasis; "
        f"{patients} were seen in patients, {mice} in mice alone."
    )
    return fill(text, 100)


def question_formats() -> str:
    """One row a format of questions."""
    rows = [(f"`{name}`", f"`.{ending}`", reader) for name, (_, ending, reader) in QUIZ.items()]
    return table(("format", "file", "for"), rows)


def questions() -> str:
    """How many questions of each kind the flagship gives."""
    (pathway,) = load_path(pathways_dir() / "metastatic-cascade").pathways
    counts = Counter(item.kind for item in items(pathway))
    rows = [
        (f"`{kind}`", asked, wrong, str(counts[kind])) for kind, (asked, wrong) in KINDS.items()
    ]
    return table(("kind", "asks", "wrong answers", "questions"), rows)


def table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def workaround_list() -> str:
    rows = [(found.text, f"`{found.file}`", found.link or NO_SOURCE) for found in workarounds()]
    return table(("workaround", "where", "source"), rows)


PARTS = {
    "workarounds": workaround_list,
    "counts": counts,
    "fields": fields,
    "effects": effects,
    "routes": routes,
    "lists": lists,
    "keys": keys,
    "lecturekeys": lecture_keys,
    "formats": formats,
    "notations": notations,
    "commands": commands,
    "reference": reference,
    "questions": questions,
    "questionformats": question_formats,
}


def main() -> None:
    for name in FILES:
        path = ROOT / name
        old = path.read_text("utf-8")
        new = current(old)
        if new != old:
            path.write_text(new, "utf-8", newline="\n")
            print(f"Wrote {name}")


if __name__ == "__main__":
    main()
