"""The plots as pictures and tables inside a page that asks nobody for anything.

The colors are the page's variables, so the pictures follow its theme. A field of the matrix and
the first word of its table's rows choose a pair in the diagram, as in the living plot.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator

from markupsafe import Markup

from ..i18n.translation import t, translate_tree
from ..model.pathway import Pathway
from ..notation.palette import TINTS
from ..svg.xml import number, tag, words
from . import plots
from .flow import MARGIN, PAD, ROW, links, placed
from .matrix import axes, fields
from .organs import VARIANTS, columns, rows, shared
from .plot import Plot, outcomes
from .theme import SCALE_BREAK
from .timeline import DRAG, bars, span

CELL = 17
WIDE = 760
ACROSS = (0, 200, 420, 620)


def stills(pathway: Pathway) -> Markup:
    """Every plot of a pathway with its table, as HTML."""
    parts = [f"<p>{t('All arrows of the pathway, whatever the filters hide.')}</p>"]
    for plot in plots(pathway):
        about = plot.about.removesuffix(t(DRAG)).strip().removesuffix(".")
        picture = "".join(DRAWN[plot.id](plot, pathway))
        parts.append(
            f'<section class="still" data-still="{plot.id}"><h3>{words(plot.name)}</h3>'
            f'<p class="about">{words(about)}.</p>'
            f'<div class="paper" role="region" tabindex="0" aria-label="{words(plot.name)}">'
            f"{picture}</div>"
            '<p class="saves" data-needs="download">'
            + "".join(f'<button type="button" data-save="{s}">{s.upper()}</button>' for s in SAVES)
            + f"</p><details><summary>{t('The same as a table')}</summary>{table(plot)}"
            "</details></section>"
        )
    return Markup("".join(parts))


SAVES = ("png", "svg", "csv")


def table(plot: Plot) -> str:
    """The numbers of a plot; rows of the matrix begin with a button that chooses their pair."""
    heads, lines = plot.table()
    body = []
    for index, (first, *rest) in enumerate(lines):
        start = words(str(first))
        if plot.id == "matrix":
            edge = "~".join(plot.marks[index].key)
            start = f'<button type="button" data-do="edge" data-id="{edge}">{start}</button>'
        body.append(f"<tr><td>{start}" + "".join(f"<td>{words(str(text))}" for text in rest))
    name = words(f"{plot.name}, {t('table')}")
    head = "".join(f'<th scope="col">{words(text)}' for text in heads)
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-label="{name}">'
        f"<table><thead><tr>{head}</thead><tbody>{''.join(body)}</tbody></table></div>"
    )


def _svg(plot: Plot, width: float, height: float, *inner: str) -> str:
    total = len({arrow for mark in plot.marks for arrow in mark.arrows})
    return tag(
        "svg",
        *inner,
        viewBox=f"0 0 {number(width)} {number(height)}",
        role="img",
        aria_label=f"{plot.name}: {t('{n} arrows', n=total)}. "
        + t("The table below has the numbers."),
        font_size=11,
        fill="var(--ink)",
        style=f"min-width:{min(width, 620):.0f}px",
    )


def _field(x: int, y: int, wide: int, share: float, value: int) -> str:
    """A field as dark as its share of the most, with its number."""
    bright = "var(--accent-ink)" if share > SCALE_BREAK else None
    return tag(
        "rect",
        x=x,
        y=y,
        width=wide - 1,
        height=CELL - 1,
        fill="var(--accent)",
        opacity=round(0.14 + 0.42 * share if share <= SCALE_BREAK else 0.7 + 0.3 * share, 2),
    ) + tag("text", str(value), x=x + wide // 2, y=y + 12, fill=bright)


def _share(value: int, most: int) -> float:
    return 1.0 if most < 2 else (value - 1) / (most - 1)


def _matrix(plot: Plot, pathway: Pathway) -> Iterator[str]:
    senders, receivers = axes(plot)
    left, top = 112, 96
    z = fields(plot, "count", outcomes(pathway))
    most = max(mark.count for mark in plot.marks)
    names = [
        tag("text", words(plot.names[id_]), x=left - 5, y=top + CELL * row + 12)
        for row, id_ in enumerate(senders)
    ]
    heads = [
        tag(
            "text",
            words(plot.names[id_]),
            transform=f"translate({left + CELL * column + 12} {top - 5})rotate(-60)",
        )
        for column, id_ in enumerate(receivers)
    ]
    boxes = [
        tag(
            "g",
            _field(left + CELL * column, top + CELL * row, CELL, _share(value, most), value),
            data_do="edge",
            data_id=f"{sender}~{receivers[column]}",
        )
        for row, sender in enumerate(senders)
        for column, value in enumerate(z[row])
        if value
    ]
    yield _svg(
        plot,
        left + CELL * len(receivers) + 60,
        top + CELL * len(senders),
        tag("g", *names, text_anchor="end"),
        *heads,
        tag("g", *boxes, text_anchor="middle"),
    )


def _flow(plot: Plot, pathway: Pathway) -> Iterator[str]:
    ways = links(plot, outcomes(pathway))
    nodes = Counter(node.split(":")[0] for node in plot.names)
    height = ROW * max(nodes.values())
    spots = placed(ways, sum(mark.count for mark in plot.marks), height)
    unit = (height - PAD * (max(nodes.values()) - 1)) / sum(mark.count for mark in plot.marks)
    out = {node: top for node, (_, top, _) in spots.items()}
    into = dict(out)
    bands = defaultdict(list)
    order = lambda link: (spots[link[0]][1], spots[link[1]][1])  # noqa: E731
    for source, target, outcome in sorted(ways, key=order):
        wide = ways[source, target, outcome] * unit
        y1, y2 = out[source] + wide / 2, into[target] + wide / 2
        out[source] += wide
        into[target] += wide
        x1, x2 = ACROSS[spots[source][0]] + 12, ACROSS[spots[target][0]]
        mid = (x1 + x2) // 2
        bands[outcome, ways[source, target, outcome]].append(
            f"M{x1} {y1:.0f}C{mid} {y1:.0f} {mid} {y2:.0f} {x2} {y2:.0f}"
        )
    lines = [
        tag("path", d="".join(paths), stroke=f"var(--{outcome})", stroke_width=many * unit)
        for (outcome, many), paths in sorted(bands.items())
    ]
    boxes = []
    for node, (column, top, tall) in spots.items():
        side, _, id_ = node.partition(":")
        color = "var(--accent)" if side == "stage" else "var(--control)"
        if side in ("sender", "receiver"):
            color = TINTS[pathway.cells[id_].lineage if side == "receiver" else id_]["line"]
        x = ACROSS[column]
        boxes.append(tag("path", d=f"M{x} {top:.0f}h12v{max(tall, 1):.0f}h-12z", fill=color))
        name = words(plot.names[node])
        boxes.append(tag("text", name, x=x + 16, y=round(top + tall / 2 + 4)))
    inside = tag(
        "g",
        tag("g", *lines, fill="none", opacity=0.42),
        *boxes,
        transform=f"translate(0 {MARGIN})",
    )
    yield _svg(plot, WIDE, height + 2 * MARGIN, inside)


def _timeline(plot: Plot, pathway: Pathway) -> Iterator[str]:
    years = span(plot)
    by_year = bars(plot)
    step = (WIDE - 40) / len(years)
    most = max(sum(counts[i] for counts in by_year.values()) for i in range(len(years)))
    unit, bar = 220 / most, round(step * 0.85)
    base = [250.0] * len(years)
    parts = []
    for number_, (stage, counts) in enumerate(by_year.items()):
        path = []
        for index, count in enumerate(counts):
            if count:
                base[index] -= count * unit
                x = 34 + index * step
                path.append(f"M{x:.0f} {base[index]:.0f}h{bar}v{count * unit:.0f}h-{bar}z")
        shade = round(1 - 0.72 * number_ / max(len(by_year) - 1, 1), 2)
        color = {"fill": "var(--accent)", "fill_opacity": shade}
        parts.append(tag("path", d="".join(path), stroke="var(--accent)", **color))
        x = 34 + 170 * number_
        parts.append(tag("path", d=f"M{x} 2h11v11h-11z", stroke="var(--accent)", **color))
        parts.append(tag("text", words(plot.names[stage]), x=x + 17, y=12))
    for index, year in enumerate(years):
        if year % 5 == 0:
            x = round(34 + (index + 0.42) * step)
            parts.append(tag("text", str(year), x=x, y=266, text_anchor="middle"))
    tick = max(1, round(most / 4))
    for value in range(0, most + 1, tick):
        y = round(250 - value * unit)
        parts.append(tag("text", str(value), x=28, y=y + 4, text_anchor="end"))
        parts.append(tag("path", d=f"M32 {y}H{WIDE}", stroke="var(--rule)", opacity=0.6))
    yield _svg(plot, WIDE, 272, *parts)


def _organs(plot: Plot, pathway: Pathway) -> Iterator[str]:
    across = columns(plot)
    for kind, name in translate_tree(VARIANTS).items():
        lines = rows(plot, kind)
        if not lines:
            continue
        most = max(n for acts in lines.values() for n in acts.values())
        left, top, wide = 190, 20, 86
        parts = [
            tag("text", words(plot.names[f"organ:{organ}"]), x=left + wide * i + wide // 2, y=13)
            for i, organ in enumerate(across)
        ]
        ends, asides, before = [], [], ""
        for row, (id_, acts) in enumerate(lines.items()):
            y = top + CELL * row
            ends.append(tag("text", words(plot.names[f"{kind}:{id_}"]), x=left - 6, y=y + 12))
            for column, organ in enumerate(across):
                if n := acts.get(organ):
                    parts.append(_field(left + wide * column, y, wide, _share(n, most), n))
            word = shared(plot, acts)
            if word != before:
                x = left + wide * len(across) + 8
                asides.append(tag("text", words(word), x=x, y=y + 12))
            before = word
        picture = _svg(
            plot,
            left + wide * len(across) + 130,
            top + CELL * len(lines),
            tag("g", *parts, text_anchor="middle"),
            tag("g", *ends, text_anchor="end"),
            tag("g", *asides, fill="var(--muted)"),
        )
        yield tag("h4", name) + picture


DRAWN = {"matrix": _matrix, "flow": _flow, "timeline": _timeline, "organs": _organs}
