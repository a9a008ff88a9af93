"""The address holds the whole view, and the back button works."""

import random

from playwright.sync_api import expect

# What the parts of a view are taken from; the whole figure would take long to come here.
NAMES = """() => {
  const { order, pathways } = cascadeKit.state.data;
  const names = ({ facets, stages, organs, cells, interactions, pairs }) => ({
    facets: Object.fromEntries(
      Object.entries(facets).map(([name, { values }]) => [name, { values: Object.keys(values) }])),
    stages: stages.map(({ id }) => ({ id })),
    organs: Array.isArray(organs) ? organs : Object.keys(organs),
    cells: Object.keys(cells),
    interactions: Object.keys(interactions),
    pairs: Object.keys(pairs),
  });
  return { order, pathways: Object.fromEntries(order.map((id) => [id, names(pathways[id])])) };
}"""


def random_view(rng: random.Random, data: dict) -> dict:
    name = rng.choice(data["order"])
    pathway = data["pathways"][name]
    facet = rng.choice([f for f in pathway["facets"] if pathway["facets"][f]["values"]])
    value = rng.choice(list(pathway["facets"][facet]["values"]))
    return {
        "pathway": name,
        "stage": rng.choice(["", *(s["id"] for s in pathway["stages"])]),
        "organ": rng.choice(["", *pathway["organs"]]),
        "focus": rng.choice(["", *pathway["cells"]]),
        "edge": rng.choice(["", "", *pathway["interactions"], *pathway["pairs"]]),
        "hide": rng.choice([[], [f"{facet}:{value}"], [f"{facet}:{value}", "after:2009"]]),
        "detail": rng.choice(["auto", "overview", "core", "extended"]),
        "q": rng.choice(["", "CXCL12", "β & co"]),
        "theme": rng.choice(["auto", "light", "dark", "projector"]),
    }


def test_many_views_survive_the_address(figure):
    figure.show()
    data = figure.page.evaluate(NAMES)
    rng = random.Random(7)
    views = [random_view(rng, data) for _ in range(60)]
    lost = figure.page.evaluate(
        """(views) => {
          return views.filter((wanted) => {
            cascade.set(wanted);
            const got = cascade.view();
            dispatchEvent(new PopStateEvent('popstate')); // the address is read again
            const equal = (a, b) => JSON.stringify(a) === JSON.stringify(b);
            return !equal(cascade.view(), got)
              || Object.keys(wanted).some((k) => !equal(got[k], wanted[k]));
          });
        }""",
        views,
    )
    assert lost == []


def test_a_link_opens_the_same_view(figure):
    figure.open("stage=colonization&organ=bone&focus=osteoclast")
    view = figure.page.evaluate("cascade.view()")
    assert (view["stage"], view["organ"], view["focus"]) == ("colonization", "bone", "osteoclast")
    assert figure.page.locator("#card-metastatic-cascade-osteoclast").is_visible()
    assert figure.page.locator("#welcome").is_hidden(), "who has a link needs no hint"
    assert (
        figure.page.locator("[data-do=stage][aria-current=step]").first.inner_text()
        == "4 Colonization"
    )


def test_back_and_forward(figure):
    figure.show()
    figure.page.keyboard.press("2")
    figure.page.evaluate("cascade.set({focus: 'platelet'})")
    figure.settle()
    assert "stage=circulation&focus=platelet" in figure.page.url
    figure.page.go_back()
    figure.page.wait_for_function("() => cascade.view().focus === ''")
    assert figure.page.evaluate("cascade.view().stage") == "circulation"
    assert figure.cy("cy.$('.focus').length") == 0
    figure.page.go_back()
    figure.page.wait_for_function("() => cascade.view().stage === ''")
    figure.page.go_forward()
    figure.page.go_forward()
    figure.page.wait_for_function("() => cascade.view().focus === 'platelet'")
    # An address typed or left by a host may name what is gone, as when the page loads.
    figure.page.evaluate("location.hash = '#organ=nowhere'")
    expect(figure.page.locator("#toast")).to_contain_text("nowhere")


def test_bad_values_warn_and_fall_back(figure):
    figure.open("stage=circulaton&focus=nobody&hide=effect:dances&utm_source=lms")
    expect(figure.page.locator("#toast")).to_contain_text("effect:dances")
    view = figure.page.evaluate("cascade.view()")
    assert (view["stage"], view["focus"], view["hide"]) == ("", "", [])
    assert figure.page.locator("#count").inner_text() == "40 of 182 interactions shown"


def test_copy_link(figure):
    figure.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    figure.show("stage=circulation")
    figure.page.locator(".tools > [data-do=copy]").click()
    figure.page.locator("#toast").wait_for()
    assert figure.page.evaluate("navigator.clipboard.readText()") == figure.page.url
    figure.page.context.clear_permissions()
