"""Palette and grammar to a cytoscape.js 3.28 stylesheet. Looks live here, never in JavaScript."""

from collections.abc import Iterable

from .grammar import DASHES, HEADS
from .palette import THEMES
from .sizes import (
    ARROW_GAP,
    EDGE_FONT,
    LABEL_GAP,
    LABEL_PAD,
    LABEL_WRAP,
    LECTURE_FONTS,
    NEAR_EDGE_FONT,
    NEAR_NODE_FONT,
    NODE_FONT,
)

FONT = "Inter, system-ui, sans-serif"
_DIM = 0.16


def rule(selector: str, **style) -> dict:
    """One rule; underscores in names become hyphens."""
    return {"selector": selector, "style": {k.replace("_", "-"): v for k, v in style.items()}}


def stylesheet(theme: str) -> list[dict]:
    """All rules of a theme except the drawings (see `drawings`), later rules win."""
    t = THEMES[theme]
    return [*_panels(t), *_cells(t), *_lines(t), *_grounds(t), *_states(t), *_lecture(t)]


def drawings(elements: Iterable[dict], glyphs: dict[str, str], backdrops: dict[str, str]) -> list:
    """Rules that give each glyph and each backdrop its picture; the same in every theme."""
    used = {e["data"].get("glyph") for e in elements} | {e["data"].get("scenery") for e in elements}
    rules = [
        rule(f'node[glyph="{name}"]', background_image=uri)
        for name, uri in glyphs.items()
        if name in used
    ]
    return rules + [
        rule(f'node[scenery="{name}"]', background_image=uri)
        for name, uri in backdrops.items()
        if name in used
    ]


def _panels(t) -> list[dict]:
    return [
        rule(
            'node[kind="panel"]',
            shape="round-rectangle",
            width="data(w)",
            height="data(h)",
            events="no",
            z_index_compare="manual",
            z_index=0,
            border_width=1.5,
            label="data(label)",
            font_family=FONT,
            font_size=24,
            font_weight=700,
            color=t["muted"],
            text_valign="top",
            text_margin_y=36,
            background_fit="none",
            background_width="100%",
            background_height="100%",
            background_image_opacity=t["scenery"],
        ),
        rule('node[kind="panel"][ground="card"]', z_index=1, font_size=21, text_margin_y=32),
    ]


def _cells(t) -> list[dict]:
    sides = {
        "bottom": {"text_valign": "bottom", "text_margin_y": LABEL_GAP},
        "top": {"text_valign": "top", "text_margin_y": -LABEL_GAP},
        "left": {"text_halign": "left", "text_valign": "center", "text_margin_x": -LABEL_GAP},
        "right": {"text_halign": "right", "text_valign": "center", "text_margin_x": LABEL_GAP},
    }
    return [
        rule(
            'node[kind="cell"]',
            shape="data(shape)",
            width="data(w)",
            height="data(h)",
            background_opacity=0,
            border_width=0,
            background_fit="none",
            background_width="100%",
            background_height="100%",
            background_clip="none",
            z_index_compare="manual",
            z_index=20,
            label="data(label)",
            font_family=FONT,
            font_size=NODE_FONT,
            font_weight=600,
            line_height=1.2,
            color=t["ink"],
            text_wrap="wrap",
            text_max_width=LABEL_WRAP,
            text_outline_width=3,
            text_outline_opacity=1,
            overlay_opacity=0,
        ),
        rule(
            "node[vague]",
            border_width=2,
            border_style="dashed",
            border_color=t["muted"],
        ),
        *(rule(f'node[side="{side}"]', **style) for side, style in sides.items()),
    ]


def _lines(t) -> list[dict]:
    scale = t["line-scale"]
    rules = [
        rule(
            "edge",
            curve_style="unbundled-bezier",
            edge_distances="node-position",
            z_index_compare="manual",
            font_family=FONT,
            overlay_opacity=0,
        ),
        rule(
            'edge[kind="flow"]',
            z_index=2,
            width=26,
            line_color=t["journey"],
            line_cap="round",
            target_arrow_shape="triangle",
            target_arrow_color=t["journey"],
            arrow_scale=1.1,
            events="no",
            control_point_weights="data(weights)",
            control_point_distances="data(distances)",
            target_distance_from_node=14,
            source_distance_from_node=4,
        ),
        rule(
            'edge[kind="becomes"]',
            z_index=6,
            width=2.4 * scale,
            line_color=t["becomes"],
            line_style="dashed",
            line_dash_pattern=[9, 7],
            target_arrow_shape="triangle",
            target_arrow_color=t["becomes"],
            arrow_scale=1.1,
            control_point_weights="data(weights)",
            control_point_distances="data(distances)",
            target_distance_from_node=ARROW_GAP,
            source_distance_from_node=ARROW_GAP,
        ),
        rule(
            "edge[outcome]",
            z_index=10,
            width=4 * scale,
            arrow_scale=1.25,
            control_point_weights=[0.5],
            control_point_distances="data(bend)",
            target_distance_from_node=ARROW_GAP,
            source_distance_from_node=ARROW_GAP,
            label="data(label)",
            font_size=EDGE_FONT,
            font_weight=500,
            color=t["ink"],
            text_margin_x="data(lx)",
            text_margin_y="data(ly)",
            text_background_opacity=0.88,
            text_background_padding=LABEL_PAD,
            text_background_shape="round-rectangle",
            min_zoomed_font_size=7,
            loop_direction="0deg",
            loop_sweep="-60deg",
            control_point_step_size=58,
        ),
        rule('edge[kind="pair"]', width=5.5 * scale),
    ]
    for name in ("pro-metastatic", "anti-metastatic", "context-dependent"):
        firm, soft = t[name]
        rules += [
            rule(f'edge[outcome="{name}"]', line_color=firm, target_arrow_color=firm),
            rule(f'edge[outcome="{name}"][firm=0]', line_color=soft, target_arrow_color=soft),
        ]
    rules.append(rule("edge[firm=0]", width=2.6 * scale, arrow_scale=1.15))
    for route, dashes in DASHES.items():
        if dashes:
            cap = "round" if min(dashes) <= 1 else "butt"
            rules.append(
                rule(
                    f'edge[route="{route}"]',
                    line_style="dashed",
                    line_dash_pattern=list(dashes),
                    line_cap=cap,
                )
            )
    for effect, head in HEADS.items():
        rules.append(
            rule(
                f'edge[effect="{effect}"]',
                target_arrow_shape=head.shape,
                target_arrow_fill=head.fill,
            )
        )
    return rules


def _grounds(t) -> list[dict]:
    rules = []
    looks = {f"s{i}": (t["stages"][i], t["stage-lines"][i]) for i in range(4)}
    looks["card"] = (t["card"], t["card-line"])
    for name, (fill, line) in looks.items():
        rules += [
            rule(f'node[kind="panel"][ground="{name}"]', background_color=fill, border_color=line),
            rule(f'node[kind="cell"][ground="{name}"]', text_outline_color=fill),
            rule(f'edge[ground="{name}"]', text_background_color=fill),
        ]
    return rules


def _evidence(t) -> list[dict]:
    """What assets/evidence.js says of a reader's results: 0 to 1, and no data without results."""
    width = f"mapData(evidence, 0, 1, {3 * t['line-scale']:g}, {13 * t['line-scale']:g})"
    return [
        rule("edge[outcome][evidence=0]", opacity=_DIM, z_index=8),
        rule("edge[outcome][evidence>=0.01]", width=width, z_index=15, min_zoomed_font_size=0),
    ]


def _states(t) -> list[dict]:
    """Classes that `render` sets; a class changes emphasis, never a position."""
    return [
        rule(".hidden", display="none"),
        rule("node[kind='cell'].near", font_size=NEAR_NODE_FONT, text_outline_width=2),
        rule("node[kind='panel'].near", font_size=17, text_margin_y=28),
        rule("node[kind='cell'].far", text_opacity=0, text_outline_opacity=0),
        rule("node[kind='panel'].far", font_size=40, text_margin_y=60, text_wrap="wrap"),
        rule("edge[outcome].far", text_opacity=0, text_background_opacity=0),
        rule("edge[outcome].near", font_size=NEAR_EDGE_FONT, width=3 * t["line-scale"]),
        rule("edge[outcome][firm=0].near", width=2 * t["line-scale"]),
        rule("node.quiet", background_image_opacity=0.35, color=t["muted"], font_weight=500),
        rule("edge.plain", text_opacity=0, text_background_opacity=0),
        rule("node[kind='cell'].dim", background_image_opacity=0.28, color=t["muted"]),
        rule("edge[outcome].dim", opacity=_DIM, label="", z_index=8),
        rule("edge[kind='flow'].dim", opacity=0.3),
        rule("edge[kind='becomes'].dim", opacity=0.3),
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
            text_opacity=0,
            text_outline_opacity=0,
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
