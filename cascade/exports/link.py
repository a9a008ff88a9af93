"""Where a step is to be found on the web."""

from urllib.parse import urlencode, urlsplit

from ..model.pathway import Pathway


def link(base: str, pathway: Pathway, lecture: str, step: int) -> str:
    """The address of a step, counted from 1, in the figure at `base`."""
    query = urlencode({"pathway": pathway.id, "lecture": lecture, "step": step})
    return f"{base}{'&' if '?' in base else '?'}{query}"


def is_address(text: str) -> bool:
    """Whether a text can be the address of a figure on the web, without a fragment."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not parts.fragment
