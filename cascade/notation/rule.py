"""One rule of a cytoscape.js stylesheet."""


def rule(selector: str, **style) -> dict:
    """One rule; underscores in names become hyphens."""
    return {"selector": selector, "style": {k.replace("_", "-"): v for k, v in style.items()}}
