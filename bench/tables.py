"""Measurements as tables: Markdown, with each target beside what was measured."""

from statistics import median

from tools.docs import table

SMALL = 500  # bytes; below, compression would add some
STEPS = {
    "read": "read YAML",
    "validate": "validate",
    "resolve": "check references, assemble",
    "draw": "place cells, arrows, labels",
    "elements": "elements, facets, sheets",
    "cards": "contents of cards and legend",
    "html": "write HTML",
}


def compile_table(runs: dict[str, list[dict]]) -> str:
    rows = []
    names = list(runs)
    for step, label in STEPS.items():
        rows.append((label, *(spread(steps(runs[name], step)) for name in names)))
    totals = {name: [1000 * sum(run["steps"].values()) for run in runs[name]] for name in names}
    rows.append(("**together**", *(f"**{spread(totals[name])}**" for name in names)))
    counts = {name: runs[name][0]["interactions"] for name in names}
    walls = [[1000 * run["wall"] for run in runs[name]] for name in names]
    rows.append(("together, by the clock", *map(spread, walls)))
    each = (f"{median(totals[name]) / counts[name]:.2f}" for name in names)
    rows.append(("together, per interaction", *each))
    imports = [[1000 * run["imports"] for run in runs[name]] for name in names]
    rows.append(("before: importing Dash and all else", *map(spread, imports)))
    quiz = {name: [1000 * run["quiz"] for run in runs[name]] for name in names}
    rows.append(("later: questions of the self-test", *map(spread, quiz.values())))
    html = (f"{runs[name][0]['html'] / 1e6:.2f} MB" for name in names)
    rows.append(("HTML, uncompressed", *html))
    head = ("step, ms of processor time", *(f"{name} ({counts[name]:,})" for name in names))
    text = table(head, rows)
    if "flagship" in totals:
        flagship = median(totals["flagship"])
        text += (
            f"\n\nFlagship together, both shapes: {flagship:.0f} ms; target ≤ 700 ms:"
            f" {word(flagship <= 700)};"
            f" its questions {median(quiz['flagship']):.0f} ms; target < 50 ms:"
            f" {word(median(quiz['flagship']) < 50)}."
        )
    return text + " n = " + ", ".join(f"{len(runs[name])}" for name in names) + "."


def steps(runs: list[dict], step: str) -> list[float]:
    return [1000 * run["steps"].get(step, 0) for run in runs]


def weight_table(rows: list[dict], again: dict) -> str:
    rows = sorted(rows, key=lambda row: -row["gzip9"])
    lines = [
        (
            f"`{row['path']}`",
            *(f"{row[key]:,}" for key in ("raw", "gzip9")),
            *(sent(row, key) for key in ("gzip", "br")),
            row["cache"] or "none",
        )
        for row in rows
    ]
    sums = {key: sum(row[key] for row in rows) for key in ("raw", "gzip9", "gzip", "br")}
    lines.append(("**together**", *(f"**{total:,}**" for total in sums.values()), ""))
    head = ("response", "raw", "gzip -9", "sent as gzip", "sent as br", "Cache-Control")
    kilobytes = sums["gzip9"] / 1000
    plain = [
        row["path"]
        for row in rows
        if is_text(row) and row["raw"] > SMALL and not (row["gzip used"] and row["br used"])
    ]
    stale = [row["path"] for row in rows if lasting(row) and "max-age=31536000" not in row["cache"]]
    return "\n".join(
        (
            table(head, lines),
            "",
            f"- {len(rows)} responses, {kilobytes:.0f} kB gzip -9; target 540 kB:"
            f" {word(kilobytes <= 540)}.",
            f"- On the wire as brotli, {sums['br'] / 1000:.0f} kB; target 450 kB:"
            f" {word(sums['br'] <= 450_000)}.",
            f"- Text sent uncompressed: {listed(plain)}.",
            f"- Scripts, styles and fonts that a browser may not keep for a year: {listed(stale)}.",
            f"- A second visit asks the server {again['requests']} times, for"
            f" {again['bytes'] / 1000:.0f} kB.",
        )
    )


def sent(row: dict, encoding: str) -> str:
    return f"{row[encoding]:,}" + ("" if row[f"{encoding} used"] else " (plain)")


def is_text(row: dict) -> bool:
    return row["type"].startswith("text/") or row["type"].endswith(
        ("json", "javascript", "svg+xml")
    )


def lasting(row: dict) -> bool:
    return row["type"].endswith(("javascript", "css", "woff2", "svg+xml"))


def listed(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names) or "none"


def spread(values: list[float]) -> str:
    digits = 0 if median(values) >= 100 else 1
    return f"{median(values):,.{digits}f} ({min(values):,.{digits}f}–{max(values):,.{digits}f})"


def ratios(ours: list[float], bare: list[float]) -> tuple[float, str]:
    """Of the medians, and of the least, which other programs disturb least."""
    return median(ours) / max(median(bare), 0.1), f"{min(ours) / max(min(bare), 0.1):.2f}"


def judged(ratio: float, target: float) -> str:
    return f"≤ {target}: {word(ratio <= target)}"


def word(met: bool) -> str:
    return "met" if met else "**missed**"
