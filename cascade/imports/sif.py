"""Simple interaction format: sender, verb and one or more receivers a line."""

from .sheet import Refusal, Row, Sheet, clean, decoded, listed


def read(content: bytes) -> Sheet:
    said: list[str] = []
    lines = [clean(text) for text in decoded(content, said).splitlines()]
    tabs = any("\t" in text for text in lines)
    rows, alone = [], []
    for index, text in enumerate(lines, start=1):
        if not text.strip() or text.startswith("#"):
            continue
        words = [word.strip() for word in (text.split("\t") if tabs else text.split())]
        words = [word for word in words if word]
        if len(words) == 1:
            alone.append(words[0])
        elif len(words) == 2:
            said.append(f"line {index} has two words, not three; left out: {text.strip()[:80]}")
        else:
            for target in words[2:]:
                cells = {"from": words[0], "effect": words[1], "to": target}
                rows.append(Row(cells, where=f"line {index}"))
    if alone:
        said.append(f"names without an interaction, left out: {listed(alone)}")
    if not rows:
        raise Refusal("no line has a sender, a verb and a receiver")
    return Sheet(rows, said=said)
