"""How large a view appears on the smallest screen to be readable."""

from ..notation.sizes import CLOSEST, NEAR
from .geometry import Rect

LAPTOP = (1026, 716)
"""The canvas at 1366 x 768 with the side panel open, in pixels."""
PAD = (14, 12, 56)
"""Left and right, top, bottom."""


def zoom(box: Rect) -> float:
    """Pixels a drawing unit where a box fills the smallest canvas."""
    width, height = LAPTOP[0] - 2 * PAD[0], LAPTOP[1] - PAD[1] - PAD[2]
    return min(width / box.width, height / box.height, CLOSEST)


def near(box: Rect) -> bool:
    """Whether a box is seen from near, where names are set smaller in drawing units."""
    return zoom(box) > NEAR
