"""The metastatic cascade as an interactive figure: Python compiles, the browser plays."""

__version__ = "1.0.0"
