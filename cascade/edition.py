"""What one edition of the page differs in from another: the live page, a frozen file, a site."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Edition:
    """How a page starts and where it lives.

    `start` are view keys that differ from the plain start (the address still overrides them);
    `home` is the public address of the page, when it is known; `head` is
    HTML for the page's head; `frozen` says that no server stands
    behind it, so the page itself must carry the licenses.
    """

    start: Mapping[str, str | int] = field(default_factory=dict)
    home: str = ""
    head: str = ""
    frozen: bool = False


LIVE = Edition()
