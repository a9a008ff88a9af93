"""The one palette: themes for paper and lines, tints for lineages.

Stylesheet, legend, CSS variables and exports all read it from here. Line hues are the Okabe-Ito
vermillion, blue and purple, set apart in lightness so that gray and color-blind readers tell them
apart too, and dark or light enough for 3:1 on every panel and on whatever the backdrops paint there
(see tests/unit/notation/test_palette.py and test_contrast.py, which check each theme).
"""

from collections.abc import Mapping

# Fill, outline, nucleus, granules, highlight of the cell drawings, the same in every theme.
TINTS: Mapping[str, Mapping[str, str]] = {
    "neoplastic": {
        "body": "#dcb3cb", "line": "#8f3a73", "nucleus": "#a5568b", "dark": "#6f2558", "light": "#f6e4ee",
    },
    "myeloid": {
        "body": "#f9d5a8", "line": "#b8691a", "nucleus": "#d98a33", "dark": "#8f4d0c", "light": "#fdf0dc",
    },
    "lymphoid": {
        "body": "#bcd5f2", "line": "#2f6db5", "nucleus": "#4a83c4", "dark": "#1d4f8c", "light": "#e8f2fc",
    },
    "platelet": {
        "body": "#e9dd9a", "line": "#8a7a1e", "nucleus": "#b3a138", "dark": "#665a10", "light": "#f9f4d4",
    },
    "stromal": {
        "body": "#b9dcbd", "line": "#33823f", "nucleus": "#52a05c", "dark": "#1f5f2a", "light": "#e6f4e7",
    },
    "vascular": {
        "body": "#f4b9b3", "line": "#bf3a33", "nucleus": "#d2564e", "dark": "#8f211c", "light": "#fde9e7",
    },
    "resident": {
        "body": "#c9c8ec", "line": "#5a56b0", "nucleus": "#7975c8", "dark": "#3d3a8a", "light": "#eeeefa",
    },
}  # fmt: skip

# Stage tints are used in the order of a pathway's stages and start over after the last.
THEMES: Mapping[str, Mapping] = {
    "light": {
        "canvas": "#fbf9f4",
        "stages": ("#f9eef2", "#fbece6", "#f6f1e2", "#eaf0f5"),
        "stage-lines": ("#e6cfd8", "#ecd2c7", "#e0d6b8", "#cbd8e3"),
        "card": "#ffffff",
        "card-line": "#d9dde3",
        "ink": "#1b2430",
        "muted": "#56606e",
        "pro-metastatic": ("#a23508", "#a84b28"),
        "anti-metastatic": ("#043a66", "#26557f"),
        "context-dependent": ("#8b629a", "#946e9a"),
        "becomes": "#6b7280",
        "journey": "#e6d3df",
        "journey-mark": "#f3e6ee",
        "journey-ink": "#6b2a5c",
        "scenery": 0.5,
        "lumen": "#fbe6e1",
        "wall": "#f6d3cc",
        "vein": "#e3b0a7",
        "blood": "#f6d5ce",
        "lymph": "#eef4e8",
        "lymph-line": "#b4cbae",
        "stray": "#e4c6d8",
        "stray-line": "#b0709a",
        "halo": "#ffd166",
        "focus": "#12467a",
        "surface": "#ffffff",
        "raised": "#f6f4ee",
        "rule": "#dcd8cf",
        "control": "#7d8590",
        "accent": "#12467a",
        "accent-ink": "#ffffff",
        "pen": "#1b6b37",
        "warn": "#8a4b00",
        "warn-surface": "#fff4dd",
        "line-scale": 1.0,
    },
    "dark": {
        "canvas": "#10151b",
        "stages": ("#201a20", "#221b1a", "#1e1d19", "#171d25"),
        "stage-lines": ("#42323c", "#463531", "#3d392b", "#2e3b48"),
        "card": "#131a22",
        "card-line": "#33404d",
        "ink": "#eef2f6",
        "muted": "#aab4c0",
        "pro-metastatic": ("#ff9a68", "#cc7550"),
        "anti-metastatic": ("#b4dbff", "#7ba9d1"),
        "context-dependent": ("#a97bb5", "#8c6a96"),
        "becomes": "#9aa4b0",
        "journey": "#453441",
        "journey-mark": "#5a4254",
        "journey-ink": "#f3d9ea",
        "scenery": 0.36,
        "lumen": "#261c1d",
        "wall": "#33211f",
        "vein": "#63403b",
        "blood": "#33211f",
        "lymph": "#1c241d",
        "lymph-line": "#3d5340",
        "stray": "#573a4d",
        "stray-line": "#8d5f80",
        "halo": "#a87c18",
        "focus": "#8ecbff",
        "surface": "#171d25",
        "raised": "#1f2731",
        "rule": "#343f4b",
        "control": "#7f8b98",
        "accent": "#8ecbff",
        "accent-ink": "#0c1a28",
        "pen": "#7fe0a0",
        "warn": "#ffcf7a",
        "warn-surface": "#3a2c10",
        "line-scale": 1.0,
    },
    "projector": {
        "canvas": "#ffffff",
        "stages": ("#ffffff", "#ffffff", "#ffffff", "#ffffff"),
        "stage-lines": ("#7a4a5e", "#8a4a3a", "#6e6023", "#3f5f7a"),
        "card": "#ffffff",
        "card-line": "#6b7480",
        "ink": "#000000",
        "muted": "#3d4550",
        "pro-metastatic": ("#a03000", "#b4501f"),
        "anti-metastatic": ("#002f5c", "#1a4f80"),
        "context-dependent": ("#9564a0", "#a174a7"),
        "becomes": "#4b5563",
        "journey": "#eadbe4",
        "journey-mark": "#f6ecf2",
        "journey-ink": "#5c1f4d",
        "scenery": 0.5,
        "lumen": "#fdeeea",
        "wall": "#fbe3dd",
        "vein": "#d9998d",
        "blood": "#fbe3dd",
        "lymph": "#f0f7ec",
        "lymph-line": "#8fb087",
        "stray": "#e4c6d8",
        "stray-line": "#a55c8b",
        "halo": "#ffc233",
        "focus": "#003366",
        "surface": "#ffffff",
        "raised": "#f4f4f4",
        "rule": "#8a8f96",
        "control": "#5c6570",
        "accent": "#003366",
        "accent-ink": "#ffffff",
        "pen": "#005a24",
        "warn": "#6b3800",
        "warn-surface": "#fff2d6",
        "line-scale": 1.4,
    },
}


def contrast(color: str, other: str) -> float:
    """WCAG 2 contrast ratio of two #rrggbb colors, 1 to 21."""
    high, low = sorted((_luminance(color), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def mix(top: str, bottom: str, opacity: float) -> str:
    """The color seen where `top` is painted over `bottom` at an opacity."""
    pairs = zip(_channels(top), _channels(bottom), strict=True)
    return "#" + "".join(f"{round(a * opacity + b * (1 - opacity)):02x}" for a, b in pairs)


def _channels(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def _luminance(color: str) -> float:
    def linear(value: int) -> float:
        c = value / 255
        return c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(v) for v in _channels(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


PAGE = "page"
"""The theme of a picture inside a page: its colors are the page's variables, so it follows along."""


def css_variables(theme: str) -> str:
    """The theme's tokens as CSS custom properties, for the page around the canvas."""
    rows = []
    for name, value in THEMES[theme].items():
        values = value if isinstance(value, tuple) else (value,)
        rows += [
            f"{variable}:{own}"
            for variable, own in zip(_variables(name, value), values, strict=True)
        ]
    return ";".join(rows)


def tokens(theme: str) -> Mapping:
    """The tokens of a theme. Widths of PAGE are those of all themes but the projector's, as shapes
    follow from them."""
    if theme != PAGE:
        return THEMES[theme]
    light = THEMES["light"]
    result = {}
    for name, value in light.items():
        used = tuple(f"var({variable})" for variable in _variables(name, value))
        result[name] = used if isinstance(value, tuple) else used[0]
    return {**result, "line-scale": light["line-scale"]}


def part(share: float, value: float | str) -> float | str:
    """A share of a number that may be a variable of the page."""
    return f"calc({share:g}*{value})" if isinstance(value, str) else share * value


def _variables(name: str, value: object) -> list[str]:
    """The names of a token's custom properties."""
    if not isinstance(value, tuple):
        return [f"--{name}"]
    if name in ("stages", "stage-lines"):
        return [f"--{name[:-1]}-{index}" for index in range(len(value))]
    return [f"--{name}", f"--{name}-soft"]
