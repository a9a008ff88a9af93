"""The numbers of the drawing, in drawing units; tools/constants.py hands them to the scripts."""

from typing import NamedTuple


class Size(NamedTuple):
    """How large names of cells, names on arrows and heads are drawn in a view."""

    node: float
    edge: float
    head: float


FAR, PLAIN, NEAR, CLOSE = "far", "", "near", "close"
"""The class words of sizes: a phone's overview, the overview, a stage, an organ."""
SIZES = {
    FAR: Size(26.0, 23.0, 25.0),
    PLAIN: Size(26.0, 23.0, 15.6),
    NEAR: Size(21.5, 19.0, 11.7),
    CLOSE: Size(14.5, 13.5, 8.7),
}
NODE_FONT, EDGE_FONT, _ = SIZES[PLAIN]
LABEL_WRAP = 148.0
LABEL_GAP = 3.0
"""Between a glyph and its label."""
LABEL_PAD = 3.0
"""Around an edge label's text."""
DISPUTE = 1.5
"""The broken frame around a disputed label."""
ARROW_GAP = 5.0
"""Between an arrow's end and the cell."""
LANE = 36.0
"""Between parallel arrows, at their middle."""
STAGE_ZOOM = 0.65
"""From this zoom on (pixels a unit) a stage has the size NEAR; on a phone names are PLAIN."""
FAR_ZOOM = 0.3
"""Below this zoom names of cells could not be read and are left out."""
LECTURE_FONTS = (28, 30, 33, 37, 41, 46, 52)
"""Names in a lecture whose camera is too far for NODE_FONT."""
LECTURE_EDGE = 0.85
"""Names on arrows in proportion to those, in a lecture."""
CLOSEST = 4.0
"""The camera's limit when it fits a view, in pixels a drawing unit."""
TITLE = 42.0
"""The strip at the top of a panel that belongs to its title."""
CARD_STRIP = 34.0
"""The same of a card."""
PANEL_TITLE_FOOT, CARD_TITLE_FOOT = 38, 31
"""From a panel's upper edge to the foot of its title."""
TITLES = {PLAIN: (34, 27), NEAR: (28, 23), CLOSE: (19, 19)}
"""Font sizes of the titles of panels and of cards. One too wide for its panel is set smaller."""
FAR_TITLE = 42
"""On a phone."""
NOTE_FONT = 22
"""Words beside the journey."""


def size_of(word: str) -> Size:
    """The sizes that a class word stands for; 't33' is a lecture's."""
    if word in SIZES:
        return SIZES[word]
    font = float(word[1:])
    return Size(font, round(LECTURE_EDGE * font, 1), SIZES[PLAIN].head)
