"""How a browser test goes about the figure."""

from urllib.parse import urlsplit

SIZE = {"width": 1500, "height": 768}  # the narrowest whose panel starts open
LIVE = "document.getElementById('graph')._cyreg.cy"
# The camera stands, what waits for the paint is told, and two frames were drawn since.
REST = f"""() => new Promise((done) => {{
  const frame = (then) => requestAnimationFrame(() => setTimeout(then));
  cascade.view(); // what it tells may open the panel, which changes the canvas
  const moves = (cy) => {{
    const {{ clientWidth, clientHeight }} = document.getElementById('graph');
    return cy.animated() || cy.width() !== clientWidth || cy.height() !== clientHeight;
  }};
  const look = () => (moves({LIVE}) ? frame(look) : frame(() => frame(() => done(cascade.view()))));
  look();
}})"""
# Goes to another address of the same page, as Back does, but without gliding there.
GO = """(address) => {
  const { matchMedia } = window;
  const still = (query) => (query.includes('reduced-motion') ? { matches: true } : matchMedia(query));
  history.pushState(null, '', address);
  window.matchMedia = still;
  window.dispatchEvent(new PopStateEvent('popstate'));
  window.matchMedia = matchMedia;
}"""
# Notes which parts are unfolded in a figure that nobody has used.
NOTE = "document.querySelectorAll('details').forEach((one) => { one.first = one.open; })"
# Puts away what a test opened and typed.
TIDY = """async () => {
  const search = document.getElementById('search');
  search.value = '';
  search.dispatchEvent(new Event('input'));
  document.activeElement.blur();
  document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true })); // the wheel is the page's again
  document.getElementById('toast').hidden = true;
  document.querySelector('#listing [data-id=table][aria-pressed=false]')?.click();
  document.querySelector('#listing:not([hidden]) [data-do=listing]')?.click();
  for (const one of document.querySelectorAll('dialog[open]')) one.close();
  for (const one of [document.scrollingElement, document.getElementById('panel')]) one.scrollTo(0, 0);
  for (const one of document.querySelectorAll('details')) if ('first' in one) one.open = one.first;
}"""
# All that a reader could see of it then, as a number: the whole would take long to come here.
TRACES = f"""async () => {{
  await new Promise((done) => requestIdleCallback(done, {{ timeout: 400 }}));
  const body = document.body.cloneNode(true);
  // The hint is for the first view alone. The buttons over the canvas remember where the keyboard was, which such tests do not use.
  // Of scripts, Dash has a number that each load makes anew.
  for (const e of body.querySelectorAll('[hidden], script, dialog:not([open]), #say, #toast, #tip, #overlay, #welcome')) e.remove();
  for (const e of body.querySelectorAll('[style=""]')) e.removeAttribute('style');
  for (const e of body.querySelectorAll('[class]')) {{
    const names = [...e.classList].filter((name) => name !== 'pointing').sort().join(' ');
    if (names) e.setAttribute('class', names);
    else e.removeAttribute('class');
  }}
  const all = [...document.querySelectorAll('*')];
  const cy = {LIVE};
  const seen = JSON.stringify([
    body.innerHTML,
    [...document.documentElement.attributes].map(({{ name, value }}) => [name, value]).sort()
      .filter(([, value]) => value !== '--larger: 1;'), // words that grew and shrank
    all.filter((e) => e.scrollTop || e.scrollLeft).map((e) => e.id || e.className),
    all.filter((e) => e.matches('#toast:not([hidden]), #tip:not([hidden])')).map((e) => e.id),
    all.filter((e) => e.matches('input, select, textarea')).map((e) => [e.value, e.checked]),
    [cy.zoom(), cy.pan()],
    cy.elements().map((e) => [e.id(), [...e.classes()].sort(), e.position()]).sort(),
    cascade.view(),
    Object.keys(window).length,
    document.head.querySelectorAll('style').length,
  ]);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(seen));
  return [...new Uint8Array(digest)].join();
}}"""


def rest(page) -> dict:
    """Waits until a page or frame with the figure has done all that it was asked; the view."""
    return page.evaluate(REST)


def elapse(page, milliseconds: int) -> None:
    """Lets time pass: only where the promise is that nothing happens in it."""
    page.wait_for_timeout(milliseconds)


class Figure:
    """The figure in a page."""

    def __init__(self, page, base_url: str, kept=None):
        self.page = page
        self.base_url = base_url
        self.kept = kept

    def open(self, query: str = "") -> None:
        """Goes to a view, such as 'stage=circulation', and waits until it is drawn."""
        self.page.goto(f"{self.base_url}/?{query}")
        self.page.wait_for_selector("html.drawn", state="attached")
        if self.kept:
            self.page.evaluate(NOTE)
            self.kept.fresh = True

    def spoil(self) -> None:
        """Says that the page will do otherwise than others, though it looks the same."""
        self.kept.fresh = False

    def show(self, query: str = "") -> None:
        """As `open`, for tests that do not care how the view came on the screen.

        It takes the figure that the last such test left, if that has no traces of it.
        """
        if not self.kept:
            return self.open(query)
        if not self.kept.fresh:
            size = self.page.viewport_size
            self.page.set_viewport_size(SIZE)  # so that it is the same whichever test was before
            self.open()
            self.page.set_viewport_size(size)
        self.go(query)

    def traces(self) -> str:
        """What is on the page, back at its beginning; nothing if that is another."""
        if not self.page.evaluate("'cascade' in window"):
            return ""
        self.page.evaluate(TIDY)
        self.go("")
        return self.page.evaluate(TRACES)

    def go(self, query: str) -> None:
        """On to another view of the open page."""
        self.page.evaluate(GO, f"{urlsplit(self.page.url).path}?{query}")
        self.rest()

    def settle(self) -> dict:
        """The view, once card, count and address have caught up with the canvas."""
        return self.page.evaluate("cascade.view()")

    def rest(self) -> dict:
        """The view, once the camera stands, too, and the canvas is painted."""
        return rest(self.page)

    def cy(self, expression: str):
        """The value of a JavaScript expression in which `cy` is the live graph."""
        # Asking for the view also brings in what its first drawing did without, and asking for styles
        # what is visible now: until that or a paint, cytoscape tells what was visible before.
        ready = "cascade.view(); cy.elements().forEach((one) => one.style('display'))"
        return self.page.evaluate(
            f"(() => {{ const cy = {LIVE}; {ready}; return ({expression}); }})()"
        )
