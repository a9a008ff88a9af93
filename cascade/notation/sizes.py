"""The numbers of the drawing, in drawing units; tools/constants.py hands them to the scripts."""

NODE_FONT = 24.5
EDGE_FONT = 22.5
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
NEAR = 0.85
"""From this zoom on (pixels a unit) a view is near: names keep a reader's size, not a poster's."""
FAR = 0.27
"""Below this zoom names of cells could not be read and are left out; as camera.js."""
NEAR_NODE_FONT = 17.0
NEAR_EDGE_FONT = 15.5
LECTURE_FONTS = (26, 28, 30, 33, 37, 41, 46, 52)
"""Names in a lecture whose camera is too far for NODE_FONT."""
CLOSEST = 1.6
"""The camera's limit when it fits a view, in pixels a drawing unit."""
TITLE = 38.0
"""The strip at the top of a panel that belongs to its title."""
PANEL_TITLE_FOOT, CARD_TITLE_FOOT, NEAR_TITLE_FOOT = 36, 32, 28
"""From a panel's upper edge to the foot of its title."""
PANEL_TITLE, CARD_TITLE, FAR_TITLE = 24, 21, 40
"""Font sizes of titles; the last one on a phone. A title too wide for its panel is set smaller."""
