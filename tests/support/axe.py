"""axe-core, run in a page: each violation as one line."""

from pathlib import Path

AXE = Path(__file__).parents[1] / "node/node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLORS = ["color-contrast", "link-in-text-block"]  # all that a theme can change
RUN = (Path(__file__).parent / "axe.js").read_text("utf-8")


def ready(page) -> None:
    assert AXE.exists(), "axe-core is missing: npm install --no-package-lock --prefix tests/node"
    page.evaluate(AXE.read_text("utf-8"))


def violations(page, rules=TAGS) -> list[str]:
    """What axe finds in the present theme."""
    theme = page.evaluate("document.documentElement.dataset.theme")
    return page.evaluate(RUN, [[theme], rules, []])[theme]


def violations_by_theme(page) -> dict[str, list[str]]:
    """What axe finds by theme, where it finds something: everything in the light one, colors in
    the others.

    The page takes each theme's colors for the moment, by the attribute that a reader's choice sets.
    """
    found = page.evaluate(RUN, [["light", "dark", "projector"], TAGS, COLORS])
    return {theme: wrong for theme, wrong in found.items() if wrong}
