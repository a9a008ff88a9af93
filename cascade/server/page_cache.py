"""The other pages of a server: in other languages, and as one file for course pages.

Each is made when it is first asked for. A page in another language mounts its graph itself, as a
frozen one does, because Dash has one page a server.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from threading import Lock

from ..figure.later_file import LaterFile
from ..i18n.reader import known
from ..loading.problem import Problem
from ..model.pathway import Pathway
from ..page.page_parts import PageParts, compose
from ..page.variant import PageVariant
from ..publish.single_file import freeze


@dataclass
class PageCache:
    """The pages beside the one of `variant`."""

    pathways: Sequence[Pathway]
    problems: Sequence[Problem]
    variant: PageVariant
    _made: dict = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def page(self, lang: str) -> tuple[str, Sequence[str]] | None:
        """The server's page in a language with its inline scripts; None where that is no other
        one that it knows."""
        spoken = self._spoken(lang)
        if not spoken:
            return None
        parts = self._live(spoken)
        return parts.without_dash(), parts.inline

    def later(self, address: str) -> LaterFile | None:
        """A file that such a page asks for later."""
        lang = address.split(".")[-2] if address.count(".") > 1 else ""
        spoken = self._spoken(lang)
        return self._live(spoken).later.get(address) if spoken else None

    def embed(self, id_: str, lang: str = "") -> str | None:
        """The frozen page of a pathway id, the first one's for ''; None where there is no such."""
        chosen = next((pathway for pathway in self.pathways if id_ in ("", pathway.id)), None)
        if not chosen:
            return None
        lang = self._spoken(lang) or self.variant.lang
        # The plain start of a page is English.
        start = {"lang": lang} if lang != "en" else {}
        variant = PageVariant(start=start, frozen=True, lang=lang)

        return self._once(("embed", chosen.id, lang), lambda: freeze([chosen], variant))

    def _spoken(self, lang: str) -> str:
        """The other language that a tag such as 'de-AT' asks for, '' where there is none.

        As `languageOf` in assets/js/rules/url.js."""
        if not lang or self.variant.single_language:
            return ""
        languages = known([pathway.folder for pathway in self.pathways])
        wanted = (lang, re.split("[-_]", lang.lower())[0])
        chosen = next((language for language in wanted if language in languages), "")
        return "" if chosen == self.variant.lang else chosen

    def _live(self, lang: str) -> PageParts:
        """The page in a language."""
        variant = replace(self.variant, lang=lang)
        make = partial(compose, self.pathways, self.problems, variant)
        return self._once(("page", lang), make)

    def _once(self, key: tuple, make):
        # Without the lock, so that nobody waits for a page that somebody else is having made.
        if key not in self._made:
            with self._lock:
                if key not in self._made:
                    self._made[key] = make()
        return self._made[key]
