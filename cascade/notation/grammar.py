"""The arrow grammar: three questions, three visual channels, none resting on hue alone.

Head = what it does to the receiving cell. Color = what it means for metastasis. Line style = how
the signal travels. A thinner, paler line = the readout was not metastasis, and the mark at its tail
says what it was instead. A broken frame around its label = experts disagree. The stylesheet, the
legend and every export read these tables, so they cannot drift apart.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Head:
    """A cytoscape.js 3.28 arrow shape, filled or hollow, and the sign of the effect."""

    shape: str
    fill: str
    family: str


HEADS = {
    "activates": Head("triangle", "hollow", "promotes"),
    "differentiates": Head("triangle", "filled", "promotes"),
    "permeabilizes": Head("triangle-cross", "hollow", "promotes"),
    "recruits": Head("vee", "filled", "attracts"),
    "retains": Head("circle", "hollow", "attracts"),
    "inhibits": Head("tee", "filled", "suppresses"),
    "displaces": Head("square", "filled", "suppresses"),
    "kills": Head("triangle-tee", "filled", "suppresses"),
    "binds": Head("diamond", "hollow", "contact"),
    "transfers": Head("chevron", "filled", "contact"),
}

# A merged arrow whose effects differ takes the head of its family's plainest member.
FAMILY_HEADS = {
    "promotes": "activates",
    "attracts": "recruits",
    "suppresses": "inhibits",
    "contact": "binds",
}

# Dash patterns in drawing units; an empty pattern is a solid line. Dots need round caps.
DASHES = {
    "secreted": (),
    "small-molecule": (14, 7),
    "contact": (1, 8),
    "matrix": (18, 7, 1, 7),
    "vesicle": (30, 9),
    "unknown": (6, 10),
}

# The readout that speaks about metastasis itself; every other one is drawn lighter.
FIRM_READOUT = "metastasis"

# What was measured instead: the shape and filling at the tail.
TAILS = {
    "growth": ("circle", "filled"),
    "immunity": ("circle", "hollow"),
    "thrombosis": ("diamond", "filled"),
    "in-vitro": ("square", "hollow"),
    "expression": ("diamond", "hollow"),
}


def family(effect: str) -> str:
    """The sign family of an effect: only arrows of one family may merge."""
    return HEADS[effect].family


def sign_of(effect: str) -> int:
    """1 for more, -1 for less of what the receiver is or does, 0 for neither."""
    return {"promotes": 1, "attracts": 1, "suppresses": -1}.get(family(effect), 0)
