"""What one variant of the page differs in from another: the live page, a frozen file, a site."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True)
class PageVariant:
    """How a page starts and where it lives.

    `start` are view keys that differ from the plain start (the address still overrides them);
    `home` is the public address of the page, when it is known; `reach` that of a server for others
    than whoever sits at its machine; `head` is HTML for the page's head; `frozen` says that no
    server stands behind it, so the page itself must carry the licenses; `plots` says how it comes
    by its plots: 'still' as pictures inside it, 'lazy' from files when a reader opens them,
    'whole' as those files inside it; `lang` is the language it speaks; `lecture_files` says that
    its server makes slides and pictures of lectures.
    """

    start: Mapping[str, str | int] = field(default_factory=dict)
    home: str = ""
    reach: str = ""
    head: str = ""
    frozen: bool = False
    plots: Literal["still", "lazy", "whole"] = "still"
    lang: str = "en"
    lecture_files: bool = False

    @property
    def single_language(self) -> bool:
        """Whether no server stands behind it that has it in other languages, too."""
        return self.frozen or self.plots == "still"


LIVE = PageVariant(plots="lazy")
