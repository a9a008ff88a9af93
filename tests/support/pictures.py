"""A picture of the figure, read back."""

from xml.etree import ElementTree as ET

NS = "{http://www.w3.org/2000/svg}"


def flat(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())


class Picture:
    """An SVG read back: the drawing inside, its lines by title, its texts."""

    def __init__(self, text: str):
        self.root = ET.fromstring(text)
        self.inner = self.root.find(f"{NS}svg")
        self.box = [float(v) for v in self.inner.get("viewBox").split()]

    def texts(self, root=None) -> list[str]:
        root = self.root if root is None else root
        return [flat(" ".join(t.itertext())) for t in root.iter(f"{NS}text")]

    def titled(self) -> dict[str, list[ET.Element]]:
        """Groups with a title, by the title: arrows and cells."""
        found: dict[str, list[ET.Element]] = {}
        for group in self.inner.iter(f"{NS}g"):
            title = group.find(f"{NS}title")
            if title is not None:
                found.setdefault(title.text, []).append(group)
        return found

    def holds(self, x: float, y: float) -> bool:
        left, top, wide, high = self.box
        return left <= x <= left + wide and top <= y <= top + high
