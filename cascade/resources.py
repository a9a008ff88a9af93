"""Where the pathways and the assets are: in the installed wheel or in the checkout."""

from pathlib import Path

HERE = Path(__file__).resolve().parent
TRANSLATIONS = "lang"
"""The folder beside pathways that holds their translations."""


def assets_dir() -> Path:
    return _find("assets")


def pathways_dir() -> Path:
    return _find("pathways")


def _find(name: str) -> Path:
    bundled = HERE / "_bundle" / name
    return bundled if bundled.is_dir() else HERE.parent / name
