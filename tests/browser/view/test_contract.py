"""What we rely on but do not own: if an upgrade changes it, these say so."""

from app import app


def test_the_live_instance_and_the_bundled_cytoscape_are_what_we_look_for(figure):
    figure.show()
    assert (
        figure.page.evaluate("typeof document.getElementById('graph')._cyreg.cy.batch")
        == "function"
    )
    assert figure.cy("cy.version ?? cy.constructor.version ?? '3.28.1'") == "3.28.1"
    script = figure.page.locator("script[src*='dash_cytoscape']").get_attribute("src")
    assert (
        '"3.28.1"'
        in figure.page.request.get(figure.page.url.split("/?")[0].rstrip("/") + script).text()
    )
    elements_carry_the_fixed_names(figure)


def test_every_callback_is_clientside():
    client = app.server.test_client()
    dependencies = client.get("/_dash-dependencies").get_json()
    assert dependencies
    assert all(d["clientside_function"] for d in dependencies)


def test_every_style_property_is_accepted(figure):
    """cytoscape only logs what it does not know; the figure fixture fails on such a warning."""
    for theme in ("light", "dark", "projector"):
        figure.show(f"theme={theme}")
        assert figure.cy("cy.style().json().length") > 60


def test_nothing_is_kept_on_the_machine(figure):
    figure.show("focus=platelet")
    assert figure.page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert figure.page.context.cookies() == []


def elements_carry_the_fixed_names(figure) -> None:
    need = {
        'node[kind="cell"]': {"id", "kind", "cell", "label", "lineage", "stage"},
        'node[kind="panel"]': {"id", "kind", "stage"},
        'edge[kind="signal"]': {"id", "kind", "interaction", "source", "target", "effect", "outcome",
                                "route", "readout", "mediators", "receptors", "tier"},
        'edge[kind="pair"]': {"id", "kind", "interactions", "source", "target"},
        'edge[kind="flow"]': {"id", "kind"},
        'edge[kind="becomes"]': {"id", "kind"},
    }  # fmt: skip
    for selector, names in need.items():
        missing = figure.cy(
            f"cy.elements({selector!r}).filter(e => {sorted(names)}.some(n => e.data(n) === undefined)).length"
        )
        assert figure.cy(f"cy.elements({selector!r}).length") > 0
        assert missing == 0, selector
