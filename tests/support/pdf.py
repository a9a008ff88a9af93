"""A PDF, read back with the library that Chromium reads them with."""

from functools import cached_property

import pypdfium2
from pypdfium2 import raw


class Pdf:
    """The words of each page, its size in points, and whether it holds pixels."""

    def __init__(self, data: bytes):
        self.data = data
        with pypdfium2.PdfDocument(data) as pages:
            self.texts = [_words(page.get_textpage().get_text_bounded()) for page in pages]
            self.sizes = [page.get_size() for page in pages]

    @cached_property
    def images(self) -> list[int]:
        """Those of each page, which it takes long to tell from lines."""
        with pypdfium2.PdfDocument(self.data) as pages:
            return [len(list(page.get_objects([raw.FPDF_PAGEOBJ_IMAGE]))) for page in pages]

    @property
    def is_vector(self) -> bool:
        return not any(self.images) and b"/Subtype /Image" not in self.data


def _words(text: str) -> str:
    """PDFium marks a hyphen at the end of a line in a way of its own."""
    return "\n".join(_once(line) for line in text.replace("\x02", "-").splitlines())


def _once(line: str) -> str:
    """Chromium prints a name with an outline as two texts, whose letters PDFium reads in turns."""
    words = line.split(" ")
    if not any(len(word) > 3 and _is_double(word) for word in words):
        return line
    return " ".join(word[::2] if _is_double(word) else word for word in words)


def _is_double(word: str) -> bool:
    return word[::2] == word[1::2]
