"""Messages in masses and in pieces: the figure answers, and goes on moving."""

from course import COURSE, FIGURE, Site, course_page
from excerpt import frozen_excerpt

HOST = course_page(
    f'<iframe id="figure" src="{FIGURE}/figure.html" width="960" height="600"></iframe>'
)
# The longest time in which the figure does nothing else.
CLOCK = """() => {
  let last = performance.now();
  window.longest = 0;
  setInterval(() => {
    const now = performance.now();
    window.longest = Math.max(window.longest, now - last);
    last = now;
  }, 10);
}"""
FLOODS = (
    # Views, views and steps, wrong ones.
    """(n) => {
      const stages = ['primary-tumor', 'circulation', 'extravasation', 'colonization'];
      for (let i = 0; i < n; i += 1) say({type: 'cascade:set', view: {stage: stages[i % 4]}});
    }""",
    """(n) => {
      for (let i = 0; i < n; i += 1)
        say(i % 2 ? {type: 'cascade:set', view: {stage: 'colonization'}} : {type: 'cascade:prev'});
    }""",
    """(n) => {
      for (let i = 0; i < n - 1; i += 1) say({type: 'cascade:set', view: {stage: 'x' + i}});
      say({type: 'cascade:set', view: {stage: 'colonization'}});
    }""",
)


def test_half_a_character_is_an_error_and_a_flood_ends_in_its_last_view(page, context, watch):
    Site(context, FIGURE, watch).put("/figure.html", frozen_excerpt())
    page.goto(Site(context, COURSE, watch).put("/page", HOST))
    page.frame_locator("#figure").locator("html.drawn").wait_for(state="attached", timeout=20000)
    figure = page.frames[1]

    before = figure.evaluate("cascade.view()")
    for n, view in enumerate(("{q: '\\ud800'}", "{hide: ['a\\udc00:b']}", "{edge: '\\udfff'}"), 1):
        page.evaluate(f"say({{type: 'cascade:set', view: {view}}})")
        page.wait_for_function(f"() => told('cascade:error').length === {n}")
    assert figure.evaluate("cascade.view()") == before
    page.evaluate("say({type: 'cascade:next'})")
    page.wait_for_function("() => told('cascade:step').length === 1")

    # The flood does not freeze it.
    figure.evaluate(CLOCK)
    for flood, focus in zip(FLOODS, ("nk-cell", "tam", "platelet"), strict=True):
        page.evaluate(flood, 10_000)
        page.evaluate(f"say({{type: 'cascade:set', view: {{focus: '{focus}'}}}})")
        page.wait_for_function(f"() => told('cascade:select').some((m) => m.focus === '{focus}')")
        view = figure.evaluate("cascade.view()")
        assert (view["stage"], view["focus"]) == ("colonization", focus), flood
    assert figure.evaluate("longest") < 5000  # drawing each view would take a minute


def test_from_a_blob_it_plays_and_offers_no_link_to_itself(page, context, watch):
    site = Site(context, COURSE, watch)
    site.put("/figure.html", frozen_excerpt())
    site.put("/page", HOST.replace("https://figure.test/figure.html", "about:blank"))
    page.goto(f"{COURSE}/page")
    page.evaluate(
        """async () => {
          const file = await (await fetch('/figure.html')).blob();
          const html = new Blob([file], { type: 'text/html' });
          document.getElementById('figure').src = URL.createObjectURL(html);
        }"""
    )
    frame = page.frame_locator("#figure")
    frame.locator("html.drawn").wait_for(state="attached", timeout=20000)
    page.evaluate("say({type: 'cascade:set', view: {stage: 'circulation', ui: 'min'}})")
    page.wait_for_function("() => told('cascade:step').length === 1")
    assert frame.locator("#mini .name").inner_text() == "2 Circulation"
    assert frame.locator("#mini .full").is_hidden()
    page.evaluate("say({type: 'cascade:set', view: {ui: 'full'}})")
    frame.locator(".menu").wait_for()
    assert frame.locator("[data-do=copy]:visible").count() == 0
