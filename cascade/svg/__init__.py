"""The figure as one SVG: the canvas's elements and stylesheet, drawn without a browser."""

from .document import svg

__all__ = ["svg"]
