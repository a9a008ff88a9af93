"""Our effects in the words of other notations: one table, after the grammar's heads."""

from dataclasses import dataclass

from ..notation.grammar import HEADS

LINEAGE = "becomes"
"""A lineage link, which is no effect, under its own name."""


@dataclass(frozen=True)
class Words:
    """SBGN Activity Flow arc, GPML2013a and GPML2021 arrowheads, CX2 arrow shape.

    `plain` says that the SBGN arc means less than the effect, so the verb goes into the notes.
    """

    sbgn: str
    gpml: str
    gpml2021: str
    cx2: str
    plain: bool = False


_POSITIVE, _NEGATIVE, _UNKNOWN = "positive influence", "negative influence", "unknown influence"
WORDS = {
    "activates": Words(_POSITIVE, "mim-stimulation", "Stimulation", "open_delta"),
    "differentiates": Words(_POSITIVE, "mim-conversion", "Conversion", "triangle"),
    "permeabilizes": Words(_POSITIVE, "mim-stimulation", "Stimulation", "open_delta", True),
    "recruits": Words(_POSITIVE, "mim-stimulation", "Stimulation", "arrow", True),
    "retains": Words(_POSITIVE, "mim-stimulation", "Stimulation", "open_circle", True),
    "inhibits": Words(_NEGATIVE, "mim-inhibition", "Inhibition", "tee"),
    "displaces": Words(_NEGATIVE, "mim-inhibition", "Inhibition", "tee", True),
    "kills": Words(_NEGATIVE, "mim-inhibition", "Inhibition", "tee", True),
    "binds": Words(_UNKNOWN, "mim-binding", "Binding", "open_diamond", True),
    "transfers": Words(_UNKNOWN, "mim-translocation", "Translocation", "arrow", True),
    LINEAGE: Words(_POSITIVE, "mim-conversion", "Conversion", "triangle", True),
}
assert WORDS.keys() == {*HEADS, LINEAGE}
