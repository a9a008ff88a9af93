"""SVG as short text: tags, escaped words and rounded numbers."""

from markupsafe import escape


def number(value: float, digits: int = 1) -> str:
    """A number without needless zeros: 12.0 -> '12', 0.5 -> '.5'."""
    text = f"{value:.{digits}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    if text in ("-0", ""):
        return "0"
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text


def tag(name: str, *inner: str, **attributes) -> str:
    """An element; numbers are rounded, None is left out, underscores become hyphens."""
    parts = [name]
    for key, value in attributes.items():
        if value is None:
            continue
        word = number(value, 2) if isinstance(value, int | float) else str(escape(value))
        parts.append(f'{key.rstrip("_").replace("_", "-")}="{word}"')
    content = "".join(inner)
    start = " ".join(parts)
    return f"<{start}>{content}</{name}>" if content else f"<{start}/>"


def words(text: str) -> str:
    """Plain text inside an element."""
    return str(escape(text)).replace("&#39;", "'").replace("&#34;", '"')


def path(*steps: str | tuple[float, float], digits: int = 1) -> str:
    """Path data from letters and points, as short as it gets: no space before a minus."""
    text = ""
    for step in steps:
        if isinstance(step, str):
            text += step
            continue
        for value in step:
            short = number(value, digits)
            joined = not text or not (text[-1].isdigit() or text[-1] == ".")
            text += short if joined or short[0] == "-" else f" {short}"
    return text
