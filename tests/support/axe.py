"""axe-core, run in a page: each violation as one line."""

from pathlib import Path

AXE = Path(__file__).parents[1] / "node/node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLORS = ["color-contrast", "link-in-text-block"]  # all that a theme can change
# What is hidden says nothing to anybody, but axe would walk through it each time: it stands aside
# for the runs, but for what visible parts name themselves after.
RUN = """async (runs) => {
  cascade.view(); // tells what waits for the paint
  await new Promise((done) => requestIdleCallback(done, { timeout: 400 }));
  const named = new Set([...document.querySelectorAll('[aria-controls], [aria-labelledby], [aria-describedby], [aria-owns]')]
    .flatMap((part) => ['controls', 'labelledby', 'describedby', 'owns'].map((name) => part.getAttribute(`aria-${name}`)))
    .flatMap((ids) => ids?.split(' ') ?? []));
  const needed = (part) => named.has(part.id) || [...part.querySelectorAll('[id]')].some(({ id }) => named.has(id));
  const hidden = [...document.querySelectorAll('body [hidden], dialog:not([open])')];
  const aside = hidden.filter((part) => part.isConnected && !needed(part)).map((part) => {
    const mark = document.createComment('');
    part.replaceWith(mark);
    return () => mark.replaceWith(part);
  });
  const root = document.documentElement.dataset;
  const before = root.theme;
  const frame = () => new Promise(requestAnimationFrame);
  const found = [];
  try {
    for (const { theme = before, rules, known } of runs) {
      if (root.theme !== theme) {
        root.theme = theme;
        await frame().then(frame); // colors change within a frame
      }
      const { violations } = await axe.run({ exclude: known }, { runOnly: rules, resultTypes: ['violations'] });
      found.push(violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.target + ' ' + n.failureSummary).join(' | ')}`));
    }
  } finally {
    root.theme = before;
    aside.reverse().forEach((back) => back());
  }
  return found;
}"""


def ready(page) -> None:
    assert AXE.exists(), "axe-core is missing: npm install --no-package-lock --prefix tests/node"
    page.evaluate(AXE.read_text("utf-8"))


def violations(page, rules=TAGS) -> list[str]:
    """What axe finds in the present theme."""
    return page.evaluate(RUN, [{"rules": rules, "known": []}])[0]


def violations_by_theme(page, known: tuple[str, ...] = ()) -> dict[str, list[str]]:
    """What axe finds by theme, where it finds something: everything in the light one, colors in
    the others, there but in the parts that are `known`, CSS selectors.

    The page takes each theme's colors for the moment, by the attribute that a reader's choice sets.
    """
    runs = [
        {"theme": "light", "rules": TAGS, "known": []},
        *({"theme": name, "rules": COLORS, "known": list(known)} for name in ("dark", "projector")),
    ]
    found = page.evaluate(RUN, runs)
    return {run["theme"]: wrong for run, wrong in zip(runs, found, strict=True) if wrong}
