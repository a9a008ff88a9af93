"""The legend is the filter: every box works, counts are right, and nothing moves."""

import re

FACETS = ("outcome", "effect", "route", "readout", "lineage", "stage", "organ", "class", "tier",
          "confidence", "disputed", "review")  # fmt: skip

# Unticks the first box of each facet in turn, and ticks it again; what is then not as it should be.
UNTICK = """(facets) => {
  const cy = document.getElementById('graph')._cyreg.cy;
  const { interactions, facets: known } = cascadeKit.state.data.pathways['metastatic-cascade'];
  const count = () => cascade.view() && document.getElementById('count').textContent;
  const places = () => JSON.stringify(cy.nodes('[kind="cell"]').map((n) => n.position()));
  const before = places();
  const wrong = [];
  for (const facet of facets) {
    const box = document.querySelector(`section.legend:not([hidden]) input[data-token^="${facet}:"]`);
    const value = box.dataset.token.split(':')[1];
    const passes = ({ facets: { [facet]: own } }) =>
      !(known[facet].any ? own.includes(value) : own.every((one) => one === value));
    box.click();
    const passing = Object.values(interactions).filter(passes).length;
    const told = count();
    if (passing === 182 || told !== `${passing} of 182 interactions shown`) wrong.push(`${facet}: ${told}`);
    const drawn = cy.edges('[kind="signal"]').not('.hidden').map((e) => interactions[e.id()].facets[facet]);
    if (drawn.some((own) => own.length === 1 && own[0] === value)) wrong.push(`${facet}: ${value} is drawn`);
    if (places() !== before) wrong.push(`${facet}: cells moved`);
    box.click();
    if (count() !== '182 of 182 interactions shown') wrong.push(`${facet}: ${count()} at the end`);
  }
  return wrong;
}"""


def test_unticking_hides_what_it_names(figure):
    figure.show("detail=extended")
    assert figure.page.evaluate(UNTICK, FACETS) == []


def test_only_leaves_one_value_and_a_bound_the_years_up_to_it(figure):
    figure.show("detail=extended")
    only_leaves_one_value(figure)
    figure.go("detail=extended&hide=after:2004")
    evidence_up_to_a_year(figure)


def only_leaves_one_value(figure) -> None:
    figure.page.get_by_role("button", name="Only kills").click()
    figure.settle()
    shown = figure.cy(
        "cy.edges('[kind=\"signal\"],[kind=\"pair\"]').not('.hidden').map(e => e.data('effect'))"
    )
    assert set(shown) == {"kills"}
    assert "hide=effect:!kills&" in figure.page.url
    boxes = figure.page.locator("section.legend:visible fieldset[data-facet=effect] input")
    checked = "(boxes) => boxes.filter((one) => one.checked).map((one) => one.dataset.token)"
    assert boxes.evaluate_all(checked) == ["effect:kills"]
    assert "5 of 182" in figure.page.locator("#count").inner_text()


def evidence_up_to_a_year(figure) -> None:
    late = figure.cy("""(() => {
      const p = cascadeKit.state.data.pathways['metastatic-cascade'];
      return cy.edges('[kind="signal"]').not('.hidden').filter((e) => p.interactions[e.id()].year > 2004).length;
    })()""")
    assert late == 0
    figure.page.locator("section.legend:visible details[data-facet=after] summary").click()
    slider = figure.page.locator("section.legend:visible input[type=range]")
    assert slider.input_value() == "2004"
    slider.fill("2011")
    figure.settle()
    assert "after:2011" in figure.page.evaluate("location.search")


def test_an_empty_view_says_so_and_levels_show_more(figure):
    figure.show("hide=outcome:pro-metastatic,outcome:anti-metastatic,outcome:context-dependent")
    notice = figure.page.locator("#notice")
    assert notice.is_visible()
    assert "no arrow" in notice.inner_text()
    notice.get_by_role("button", name="Reset").click()
    figure.settle()
    assert notice.is_hidden()
    assert figure.page.locator("#count").inner_text() == "40 of 182 interactions shown"
    counts = {}
    for name in ("overview", "core", "extended"):
        figure.page.locator(f"section.legend:visible [data-do=detail][data-id={name}]").click()
        figure.settle()
        counts[name] = figure.page.locator("#count").inner_text().split()[0]
    assert counts == {"overview": "40", "core": "85", "extended": "182"}


def test_organ_lights_every_stage_with_or_without_a_panel(figure):
    figure.show()
    figure.page.evaluate("cascade.set({organ: 'liver'})")
    stages = set(figure.cy("cy.edges('.lit').map(e => e.data('stage'))"))
    assert {"circulation", "extravasation", "colonization"} <= stages
    figure.go("stage=circulation")
    buttons = figure.page.locator(".organs:visible")
    assert buttons.text_content().split()[0] == "Organ"
    buttons.get_by_role("button", name="Skin").click()
    assert figure.settle()["stage"] == ""
    assert figure.cy("cy.edges('.lit').map(e => e.data('organ') || e.id())")
    assert not figure.page.locator("#count").text_content().startswith("0 ")


def test_filters_in_force_stand_beside_the_count(figure):
    figure.show("hide=effect:recruits,effect:kills,outcome:pro-metastatic&focus=tam")
    page = figure.page
    chips = page.locator("#filters button")
    assert chips.all_text_contents() == [
        "× without: recruits, kills",
        "× without: Promotes metastasis",
        "Clear all",
    ]
    beside = "e => Math.abs(e.getBoundingClientRect().top - count.getBoundingClientRect().top)"
    assert chips.last.evaluate(beside) < 12
    recruits = page.locator("[data-legend=metastatic-cascade] .choice", has_text="recruits")
    fewer = int(recruits.locator(".n").text_content())
    chips.nth(1).click()
    assert figure.settle()["hide"] == ["effect:recruits", "effect:kills"]
    assert int(recruits.locator(".n").text_content()) > fewer, "counts follow the other filters"
    shown = int(page.locator("#count").text_content().split()[0])
    more = int(re.fullmatch(r"(\d+) more at All", page.locator("#more").text_content())[1])
    page.locator("#more").click()
    figure.settle()
    assert int(page.locator("#count").text_content().split()[0]) == shown + more
    chips.last.click()
    assert figure.settle()["hide"] == [] and figure.settle()["focus"] == "tam"
    assert page.locator("#filters").is_hidden() and page.locator("#more").is_hidden()
    page.evaluate("cascade.set({focus: '', detail: 'auto'})")
    figure.settle()
    assert page.locator("#panel").evaluate("e => e.scrollHeight") < 1700, "groups fold"
    # Keys mean the figure after a click on a box of the panel.
    page.locator("section.legend:visible input[data-do=hide]").first.click()
    page.keyboard.press("2")
    assert figure.settle()["stage"] == "circulation"
