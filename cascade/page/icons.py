"""The handful of icons, 20 x 20, drawn in the text's color."""

from markupsafe import Markup

_PATHS = {
    "link": "M8.5 11.5a3.2 3.2 0 0 0 4.6 0l2.6-2.6a3.25 3.25 0 0 0-4.6-4.6l-1 1M11.5 8.5a3.2 3.2 0"
    " 0 0-4.6 0l-2.6 2.6a3.25 3.25 0 0 0 4.6 4.6l1-1",
    "theme": "M10 3a7 7 0 1 0 0 14zM10 3a7 7 0 0 1 0 14",
    "help": "M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM7.8 8a2.2 2.2 0 1 1 3.2 2c-.7.4-1"
    " .8-1 1.6M10 14.2v.1",
    "panel": "M3 4h14v12H3zM12.5 4v12",
    "menu": "M3.5 5.5h13M3.5 10h13M3.5 14.5h13",
    "table": "M3 4.5h14v11H3zM3 8.2h14M3 11.8h14M8 8.2v7.3",
    "present": "M2.5 3.5h15M4 3.5v9.5h12V3.5M10 13v3.5M7 17l3-3 3 3",
    "plots": "M3.5 3.5v13h13M7 13.5V10M10.5 13.5V6M14 13.5V8.5",
    "plus": "M10 4.5v11M4.5 10h11",
    "minus": "M4.5 10h11",
    "fit": "M3.5 7V3.5H7M13 3.5h3.5V7M16.5 13v3.5H13M7 16.5H3.5V13",
    "back": "M11.5 4.5 6 10l5.5 5.5",
    "on": "M8.5 4.5 14 10l-5.5 5.5",
    "out": "M8 4H4v12h12v-4M11 4h5v5M16 4l-7 7",
}


def _icon(path: str) -> Markup:
    return Markup(
        '<svg viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor"'
        ' stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">'
        f'<path d="{path}"/></svg>'
    )


ICONS = {name: _icon(path) for name, path in _PATHS.items()}
