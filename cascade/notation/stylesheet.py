"""Palette and grammar to a cytoscape.js 3.28 stylesheet. Looks live here, never in JavaScript."""

from collections.abc import Iterable, Mapping

from ..model.vocabulary import OUTCOMES
from .grammar import DASHES, HEADS, TAILS
from .palette import tokens
from .sizes import (
    ARROW_GAP,
    CARD_TITLE_FOOT,
    DISPUTE,
    EDGE_FONT,
    LABEL_GAP,
    LABEL_PAD,
    LABEL_WRAP,
    NODE_FONT,
    NOTE_FONT,
    PANEL_TITLE_FOOT,
)
from .state_rules import emphasis, head_scale, rule

FONT = "Inter, system-ui, sans-serif"


def stylesheet(theme: str) -> list[dict]:
    """All rules of a theme except the drawings (see `drawings`), later rules win."""
    t = tokens(theme)
    return [*_panels(t), *_journey(t), *_cells(t), *_lines(t), *_grounds(t), *emphasis(t)]


def drawings(elements: Iterable[dict], **pictures: Mapping[str, str]) -> list:
    """Rules that give each `glyph`, `scenery` and organ's `icon` its picture; the same in every
    theme."""
    used = {(key, element["data"].get(key)) for element in elements for key in pictures}
    return [
        rule(f'node[{key}="{name}"]', background_image=uri)
        for key, uris in pictures.items()
        for name, uri in uris.items()
        if (key, name) in used
    ]


def _panels(t) -> list[dict]:
    whole = {"background_fit": "none", "background_width": "100%", "background_height": "100%"}
    picture = {
        **whole,
        "shape": "rectangle",
        "width": "data(w)",
        "height": "data(h)",
        "events": "no",
        "z_index_compare": "manual",
        "background_opacity": 0,
        "border_width": 0,
    }
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
            font_size="data(size)",
            font_weight=700,
            color=t["muted"],
            text_valign="top",
            text_margin_x="data(aside)",
            text_margin_y=PANEL_TITLE_FOOT,
            **whole,
            background_image_opacity=t["scenery"],
        ),
        rule('node[kind="panel"][ground="card"]', z_index=1, text_margin_y=CARD_TITLE_FOOT),
        # The title of a panel that scenery runs through, above it.
        rule('node[kind="panel"][ground="title"]', z_index=3, background_opacity=0, border_width=0),
        rule('node[kind="scenery"]', **picture, z_index=0),
        rule('node[kind="icon"]', **picture, z_index=2),
    ]


def _journey(t) -> list[dict]:
    """The ribbon behind everything, the numbers of the stages on it, and the words beside it."""
    quiet = {"events": "no", "z_index_compare": "manual", "border_width": 0, "overlay_opacity": 0}
    return [
        rule(
            'node[kind="ribbon"]',
            **quiet,
            shape="polygon",
            shape_polygon_points="data(points)",
            width="data(w)",
            height="data(h)",
            z_index=2,
            background_color=t["journey"],
        ),
        # The ribbon is its picture.
        rule('edge[kind="flow"]', events="no", opacity=0, width=1),
        rule(
            'node[kind="mark"]',
            **quiet,
            shape="ellipse",
            width="data(w)",
            height="data(w)",
            z_index=3,
            background_color=t["journey-mark"],
            label="data(label)",
            font_family=FONT,
            font_size=24,
            font_weight=700,
            color=t["journey-ink"],
            text_valign="center",
            text_halign="center",
        ),
        rule(
            'node[kind="note"]',
            **quiet,
            width=1,
            height=1,
            z_index=3,
            background_opacity=0,
            label="data(label)",
            font_family=FONT,
            font_size=NOTE_FONT,
            font_weight=500,
            color=t["muted"],
            text_valign="center",
            text_halign="center",
            text_rotation="data(turn)",
        ),
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
            'edge[kind="becomes"]',
            z_index=6,
            width=2.4 * scale,
            line_color=t["becomes"],
            line_style="dashed",
            line_dash_pattern=[9, 7],
            target_arrow_shape="triangle",
            target_arrow_color=t["becomes"],
            arrow_scale=1.1,
            control_point_weights=[0.5],
            control_point_distances=[0],
            target_distance_from_node=ARROW_GAP,
            source_distance_from_node=ARROW_GAP,
        ),
        rule(
            "edge[outcome]",
            z_index=10,
            width=4 * scale,
            arrow_scale=head_scale(4 * scale),
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
            # Of loops, where cytoscape.js asks for no distance: edge_routing.py has the same.
            control_point_step_size=57.9,
        ),
        # Arrows end where the compiler found room around their cells.
        rule("edge[leave]", source_endpoint="data(leave)", target_endpoint="data(enter)"),
        rule("edge[turn]", loop_direction="data(turn)", loop_sweep="data(sweep)"),
        rule('edge[kind="pair"]', width=5.5 * scale),
    ]
    for name in OUTCOMES:
        firm, soft = t[name]
        rules += [
            rule(f'edge[outcome="{name}"]', line_color=firm, target_arrow_color=firm),
            rule(
                f'edge[outcome="{name}"][firm=0]',
                line_color=soft,
                target_arrow_color=soft,
                source_arrow_color=soft,
            ),
        ]
    soft = 2.6 * scale
    rules.append(rule("edge[firm=0]", width=soft, arrow_scale=head_scale(soft)))
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
    for readout, (shape, fill) in TAILS.items():
        rules.append(
            rule(
                f'edge[readout="{readout}"]',
                source_arrow_shape=shape,
                source_arrow_fill=fill,
            )
        )
    rules.append(
        rule(
            "edge[disputed]",
            text_border_width=DISPUTE,
            text_border_style="dashed",
            text_border_color=t["muted"],
            text_border_opacity=1,
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
