"""Pathways as plain data, for tests that draw their own."""


def stage(panels, arrows=(), id="blood"):
    """A stage of panels, each {'id': ..., 'cells': {cell: (column, row)}}."""
    return {
        "id": id,
        "name": id.capitalize(),
        "panels": [_card(panel) for panel in panels],
        "interactions": list(arrows),
    }


def _card(card):
    card = dict(card)
    if "cells" in card:
        card["cells"] = [{"cell": cell, "at": list(at)} for cell, at in card["cells"].items()]
    if "cards" in card:
        card["cards"] = [_card(part) for part in card["cards"]]
    return card


def arrow(id, ends, effect="activates", **more):
    """An interaction between two cells, as 'tam > tumor-cell'."""
    sender, receiver = ends.split(" > ")
    return {
        "id": id,
        "from": sender,
        "to": receiver,
        "effect": effect,
        "route": "secreted",
        "outcome": "pro-metastatic",
        "readout": "metastasis",
        "tier": "core",
        "summary": "It does something.",
        "year": 2001,
        "references": ["lin-2001"],
        "confidence": "high",
        **more,
    }
