"""How large a view appears on the screens that must be readable; as assets/ have it."""

from dataclasses import dataclass

from ..notation.sizes import CLOSE, CLOSEST, FAR, FAR_ZOOM, NEAR, PLAIN, STAGE_ZOOM
from .geometry import Rect

PAD = (14, 12, 56)
"""Left and right, top, bottom: the strip below holds the buttons."""
NARROW, COUNT = 640, 28
"""On a canvas no wider than that the count stands above the figure: the room at the top there."""


@dataclass(frozen=True)
class Screen:
    """A window, and the canvas that the page leaves in it, in pixels."""

    name: str
    width: float
    height: float

    @property
    def tall(self) -> bool:
        return self.height > self.width

    @property
    def room(self) -> tuple[float, float]:
        """What a view may fill."""
        side, top, bottom = PAD
        top = top if self.width > NARROW else COUNT
        return self.width - 2 * side, self.height - top - bottom

    def zoom(self, box: Rect) -> float:
        """Pixels a drawing unit where a box fills the canvas."""
        width, height = self.room
        return min(width / box.width, height / box.height, CLOSEST)


LAPTOP = Screen("1366 x 768", 1366, 716)
DESK = Screen("1920 x 1080", 1580, 1028)
TABLET = Screen("768 x 1024", 768, 934)
PHONE = Screen("390 x 844", 390, 756)
SCREENS = (LAPTOP, DESK, TABLET, PHONE)


def zoom(box: Rect) -> float:
    """Pixels a drawing unit on the smallest screen whose every name must be readable."""
    screen = TABLET if box.height > box.width else LAPTOP
    return screen.zoom(box)


def size(kind: str, zoom: float) -> str:
    """The class word of the size that a kind of view is drawn at."""
    if kind == "organ":
        return CLOSE
    if kind == "stage":
        return NEAR if zoom >= STAGE_ZOOM else PLAIN
    return PLAIN if zoom >= FAR_ZOOM else FAR
