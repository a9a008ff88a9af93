"""What a class changes about a line or a cell: emphasis, never a position."""

from .grammar import HEADS
from .palette import part
from .sizes import CLOSE, FAR, LABEL_WRAP, LECTURE_FONTS, NEAR, NODE_FONT, PLAIN, SIZES, size_of

DIM = 0.16
GHOST = 0.22
"""What is not of the view: there, but without a name."""
_WIDTHS = {FAR: (5.0, 3.4), NEAR: (3.0, 2.0), CLOSE: (2.2, 1.5)}
"""Of firm and of paler arrows by size, in drawing units."""
_SHARE = 0.3
"""Of the size that cytoscape.js gives a head, how wide it is."""


def head_scale(width: float, word: str = PLAIN) -> float:
    """The arrow-scale that makes heads on a line of a width as wide as their size says."""
    return round(SIZES[word].head / (_SHARE * max((13.37 * width) ** 0.9, 29)), 2)


def rule(selector: str, **style) -> dict:
    """One rule; underscores in names become hyphens."""
    return {"selector": selector, "style": {k.replace("_", "-"): v for k, v in style.items()}}


def emphasis(t) -> list[dict]:
    """The rules of all classes, in a theme's tokens; later rules win."""
    return [*_states(t), *_lecture(t), *_questions(t)]


def _evidence(t) -> list[dict]:
    """A reader's results, as assets/js/results/results.js writes them: 0 to 1, or no data."""
    width = f"mapData(evidence, 0, 1, {3 * t['line-scale']:g}, {13 * t['line-scale']:g})"
    return [
        rule("edge[outcome][evidence=0]", opacity=DIM, z_index=8),
        rule(
            "node[kind='cell'][evidence=0]",
            background_image_opacity=GHOST,
            border_opacity=GHOST,
            text_opacity=0.6,
        ),
        rule("edge[outcome][evidence>=0.01]", width=width, z_index=15, min_zoomed_font_size=0),
    ]


def _sized(word: str, t) -> list[dict]:
    """A size of names, lines and heads."""
    node, edge, _ = SIZES[word]
    firm, soft = (width * t["line-scale"] for width in _WIDTHS[word])
    outline = round(3 * node / NODE_FONT, 1)
    return [
        rule(f"node[kind='cell'].{word}", font_size=node, text_outline_width=outline),
        rule(
            f"edge[outcome].{word}", font_size=edge, width=firm, arrow_scale=head_scale(firm, word)
        ),
        rule(f"edge[outcome][firm=0].{word}", width=soft, arrow_scale=head_scale(soft, word)),
    ]


_NAMELESS = {
    "text_opacity": 0,
    "text_outline_opacity": 0,
    "text_background_opacity": 0,
    "text_border_opacity": 0,
}


def _states(t) -> list[dict]:
    """Classes that `render` sets; a class changes emphasis, never a position."""
    return [
        rule(".hidden", display="none"),
        *(sized for word in (FAR, NEAR, CLOSE) for sized in _sized(word, t)),
        rule("node[kind='cell'].far", **_NAMELESS),
        rule(
            "node[kind='panel'].far",
            font_size="data(far)",
            text_margin_x=0,
            text_margin_y="data(drop)",
        ),
        rule("node[kind='panel'].near", font_size="data(near)", text_margin_y=33),
        rule("node[kind='panel'][ground='card'].near", text_margin_y=28),
        rule("node[kind='panel'].close", font_size="data(close)", text_margin_y=23),
        rule("edge[outcome].far", **_NAMELESS),
        rule("node.quiet", background_image_opacity=GHOST, border_opacity=GHOST, label=""),
        rule("edge.plain", **_NAMELESS),
        rule(".mute", **_NAMELESS),
        rule(
            "node[kind='cell'].dim",
            background_image_opacity=GHOST,
            border_opacity=GHOST,
            # Not merely transparent: cytoscape.js draws transparent words, which takes its time.
            label="",
        ),
        rule("edge[outcome].dim", opacity=DIM, label="", z_index=8),
        rule("node[kind='ribbon'].dim", opacity=GHOST),
        rule("node[kind='note'].dim", opacity=0),
        rule("edge[kind='becomes'].dim", opacity=GHOST),
        rule("node[kind='mark'].dim", opacity=GHOST),
        rule("node[kind='icon'].dim", opacity=GHOST),
        rule("node[kind='panel'].bare", label=""),
        rule("node[kind='panel'].dim", background_image_opacity=part(0.2, t["scenery"])),
        rule("edge[outcome].lit", width=6 * t["line-scale"], z_index=14, font_weight=600),
        rule("edge[outcome][firm=0].lit", width=4.2 * t["line-scale"]),
        rule("edge[outcome].lit", min_zoomed_font_size=0),
        *(
            rule(f"{which}.{word}", text_opacity=1, **{ground: opacity})
            for which, ground, opacity in (
                ("edge[outcome]", "text_background_opacity", 0.88),
                ("node", "text_outline_opacity", 1),
            )
            for word in ("lit", "hover")
        ),
        *(rule(f"edge[disputed].{word}", text_border_opacity=1) for word in ("lit", "hover")),
        rule("edge[outcome].near.lit", width=4.4 * t["line-scale"]),
        rule("edge[outcome][firm=0].near.lit", width=3 * t["line-scale"]),
        rule("edge[outcome].close.lit", width=3 * t["line-scale"]),
        rule("edge[outcome][firm=0].close.lit", width=2.2 * t["line-scale"]),
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
        # A line of a card points at its arrow, however pale that was.
        rule("edge[outcome].hover", opacity=1, z_index=17),
        rule("edge.hover", underlay_color=t["focus"], underlay_opacity=0.2, underlay_padding=5),
    ]


def _questions(t) -> list[dict]:
    """What a question hides, see assets/js/rules/testing.js, and the arrows that a reader sets."""
    return [
        rule(".asked", label="?"),
        rule(
            "edge.headless",
            width=5 * t["line-scale"],
            line_color=t["muted"],
            target_arrow_color=t["muted"],
            target_arrow_shape="none",
            source_arrow_shape="none",
        ),
        rule(
            "edge[kind='sketch']",
            curve_style="bezier",
            width=5 * t["line-scale"],
            line_style="dashed",
            line_color=t["focus"],
            target_arrow_color=t["focus"],
            target_arrow_shape="none",
            z_index=30,
            events="no",
        ),
        *(
            rule(f"edge[kind='sketch'][effect='{name}']", target_arrow_shape=head.shape)
            for name, head in HEADS.items()
        ),
    ]


def _lecture(t) -> list[dict]:
    """Classes of a lecture: the new arrow is `lit`, earlier ones `kept`, other cells `faint`."""
    rules = [
        rule("edge[outcome].new", width=6 * t["line-scale"]),
        rule("edge[outcome][firm=0].new", width=4.8 * t["line-scale"]),
        rule(
            "edge[outcome].kept", width=3 * t["line-scale"], text_opacity=1, min_zoomed_font_size=0
        ),
        rule("edge[outcome][firm=0].kept", width=2.4 * t["line-scale"]),
        rule(
            "node[kind='cell'].faint",
            background_image_opacity=GHOST,
            border_opacity=GHOST,
            # Workaround: not merely transparent, as cytoscape.js draws transparent words, which
            # takes its time; no source found.
            label="",
            z_index=19,
        ),
        # Until it is drawn on, an arrow shows its name alone.
        rule("edge.coming", line_opacity=0),
    ]
    for size in LECTURE_FONTS:
        ratio = size / NODE_FONT
        edge = size_of(f"t{size}").edge
        rules += [
            rule(f"node[kind='cell'].t{size}", font_size=size, text_max_width=LABEL_WRAP * ratio),
            rule(f"edge[outcome].t{size}", font_size=edge),
        ]
    for word, (new, kept) in {NEAR: (4.8, 2.4), CLOSE: (3.6, 1.8)}.items():
        for firm, share in (("", 1.0), ("[firm=0]", 0.8)):
            scale = share * t["line-scale"]
            rules.append(rule(f"edge[outcome]{firm}.{word}.new", width=new * scale))
            rules.append(rule(f"edge[outcome]{firm}.{word}.kept", width=kept * scale))
    return rules
