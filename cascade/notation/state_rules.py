"""What a class changes about a line or a cell: emphasis, never a position."""

from .sizes import LABEL_WRAP, LECTURE_FONTS, NEAR_EDGE_FONT, NEAR_NODE_FONT, NODE_FONT

DIM = 0.16


def rule(selector: str, **style) -> dict:
    """One rule; underscores in names become hyphens."""
    return {"selector": selector, "style": {k.replace("_", "-"): v for k, v in style.items()}}


def emphasis(t) -> list[dict]:
    """The rules of all classes, in a theme's tokens; later rules win."""
    return [*_states(t), *_lecture(t)]


def _evidence(t) -> list[dict]:
    """What assets/evidence.js says of a reader's results: 0 to 1, and no data without results."""
    width = f"mapData(evidence, 0, 1, {3 * t['line-scale']:g}, {13 * t['line-scale']:g})"
    return [
        rule("edge[outcome][evidence=0]", opacity=DIM, z_index=8),
        rule("edge[outcome][evidence>=0.01]", width=width, z_index=15, min_zoomed_font_size=0),
    ]


def _states(t) -> list[dict]:
    """Classes that `render` sets; a class changes emphasis, never a position."""
    return [
        rule(".hidden", display="none"),
        rule("node[kind='cell'].near", font_size=NEAR_NODE_FONT, text_outline_width=2),
        rule("node[kind='panel'].near", font_size=17, text_margin_y=28),
        rule("node[kind='cell'].far", text_opacity=0, text_outline_opacity=0),
        rule("node[kind='panel'].far", font_size="data(far)", text_margin_y="data(drop)"),
        rule("edge[outcome].far", text_opacity=0, text_background_opacity=0),
        rule("edge[outcome].near", font_size=NEAR_EDGE_FONT, width=3 * t["line-scale"]),
        rule("edge[outcome][firm=0].near", width=2 * t["line-scale"]),
        rule("node.quiet", background_image_opacity=0.35, color=t["muted"], font_weight=500),
        rule("edge.plain", text_opacity=0, text_background_opacity=0),
        rule("node[kind='cell'].dim", background_image_opacity=0.28, color=t["muted"]),
        rule("edge[outcome].dim", opacity=DIM, label="", z_index=8),
        rule("edge[kind='flow'].dim", opacity=0.3),
        rule("edge[kind='becomes'].dim", opacity=0.3),
        rule("node[kind='panel'].bare", label=""),
        rule("node[kind='panel'].dim", background_image_opacity=0.2 * t["scenery"]),
        rule("edge[outcome].lit", width=6 * t["line-scale"], z_index=14, font_weight=600),
        rule("edge[outcome][firm=0].lit", width=4.2 * t["line-scale"]),
        rule("edge[outcome].lit", text_opacity=1, min_zoomed_font_size=0),
        rule("edge[outcome].near.lit", width=4.4 * t["line-scale"]),
        rule("edge[outcome][firm=0].near.lit", width=3 * t["line-scale"]),
        *_evidence(t),
        rule("node.lit", background_image_opacity=1, color=t["ink"], z_index=24),
        rule(
            "node.focus",
            underlay_color=t["halo"],
            underlay_opacity=0.75,
            underlay_padding=11,
            underlay_shape="ellipse",
            background_image_opacity=1,
            color=t["ink"],
            font_weight=700,
        ),
        rule(
            "edge.focus",
            underlay_color=t["halo"],
            underlay_opacity=0.85,
            underlay_padding=7,
            z_index=16,
        ),
        rule(
            "node.hover",
            underlay_color=t["focus"],
            underlay_opacity=0.22,
            underlay_padding=7,
            underlay_shape="ellipse",
        ),
        rule("edge.hover", underlay_color=t["focus"], underlay_opacity=0.2, underlay_padding=5),
    ]


def _lecture(t) -> list[dict]:
    """Classes of a lecture: the new arrow is `lit`, earlier ones `kept`, other cells `faint`."""
    rules = [
        rule("edge[outcome].new", width=6 * t["line-scale"]),
        rule("edge[outcome][firm=0].new", width=4.8 * t["line-scale"]),
        rule("edge[outcome].near.new", width=4.8 * t["line-scale"]),
        rule("edge[outcome][firm=0].near.new", width=4 * t["line-scale"]),
        rule(
            "edge[outcome].kept", width=3 * t["line-scale"], text_opacity=1, min_zoomed_font_size=0
        ),
        rule("edge[outcome][firm=0].kept", width=2.4 * t["line-scale"]),
        rule("edge[outcome].near.kept", width=2.4 * t["line-scale"]),
        rule("edge[outcome][firm=0].near.kept", width=2 * t["line-scale"]),
        rule(
            "node[kind='cell'].faint",
            background_image_opacity=0.22,
            border_opacity=0.3,
            # Not merely transparent: cytoscape.js draws transparent words, which takes its time.
            label="",
            z_index=19,
        ),
        # Until it is drawn on, an arrow shows its name alone.
        rule("edge.coming", line_opacity=0),
    ]
    for size in LECTURE_FONTS:
        ratio = size / NODE_FONT
        rules += [
            rule(f"node[kind='cell'].t{size}", font_size=size, text_max_width=LABEL_WRAP * ratio),
            rule(f"edge[outcome].t{size}", font_size=round(0.85 * size, 1)),
        ]
    return rules
