"""Simple interaction format: sender, verb and one or more receivers a line."""

from .sheet import ImportRefused, Row, Sheet, clean, decoded, listed

_ENDS = ({"source", "sender", "from", "node1", "a"}, {"target", "receiver", "to", "node2", "b"})
_VERBS = {"interaction", "interaction type", "interaction_type", "type", "edge", "effect", "verb",
          "relation", "relationship", "edgetype", "edge_type"}  # fmt: skip


def _is_header(words: list[str]) -> bool:
    """Whether the first line names the columns, as a spreadsheet saves them."""
    plain = [word.casefold() for word in words]
    if len(plain) != 3 or plain[1] not in _VERBS:
        return False
    return plain[0].split(" ")[0] in _ENDS[0] and plain[2].split(" ")[0] in _ENDS[1]


def read(content: bytes) -> Sheet:
    remarks: list[str] = []
    lines = [clean(text) for text in decoded(content, remarks).splitlines()]
    tabs = any("\t" in text for text in lines)
    rows, alone = [], []
    first = next((n for n, text in enumerate(lines, start=1) if text.strip()), 0)
    for index, text in enumerate(lines, start=1):
        if not text.strip() or text.startswith("#"):
            continue
        words = [word.strip() for word in (text.split("\t") if tabs else text.split())]
        words = [word for word in words if word]
        if len(words) == 1:
            alone.append(words[0])
        elif index == first and _is_header(words):
            remarks.append(f"line {index} holds headings and is no arrow: {text.strip()[:80]}")
        elif len(words) == 2:
            remarks.append(f"line {index} has two words, not three; left out: {text.strip()[:80]}")
        else:
            for target in words[2:]:
                cells = {"from": words[0], "effect": words[1], "to": target}
                rows.append(Row(cells, where=f"line {index}"))
    if alone:
        remarks.append(f"names without an interaction, left out: {listed(alone)}")
    if not rows:
        raise ImportRefused("no line has a sender, a verb and a receiver")
    return Sheet(rows, said=remarks)
