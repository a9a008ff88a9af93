"""Drafts of pathways from other programs' files, one module a format.

A format's module has `read(content) -> Sheet` (see sheet.py) and raises `sheet.Refusal` where the
file is not of that format. draft.py makes the pathway of a sheet, whatever it came from.
"""

from importlib import import_module
from types import ModuleType

FORMATS = ("csv", "sif", "cyjs", "gpml")
ENDINGS = {"csv": "csv", "tsv": "csv", "sif": "sif", "cyjs": "cyjs", "gpml": "gpml"}
"""What a file's ending says of its format."""


def reader(name: str) -> ModuleType:
    return import_module(f"{__name__}.{name}")
