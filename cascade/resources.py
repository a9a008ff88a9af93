"""Where pathways and assets are, in the installed wheel or in the checkout, and Chromium."""

from pathlib import Path

HERE = Path(__file__).resolve().parent
TRANSLATIONS = "lang"
"""The folder beside pathways that holds their translations."""
CHROMIUM = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
)
"""What it is called, or where it is. tools/programs.py reads this before anything is installed."""


def assets_dir() -> Path:
    return _find("assets")


def pathways_dir() -> Path:
    return _find("pathways")


def _find(name: str) -> Path:
    bundled = HERE / "_bundle" / name
    return bundled if bundled.is_dir() else HERE.parent / name
