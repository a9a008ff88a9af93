"""axe-core, run in a page: each violation as one line."""

from pathlib import Path

AXE = Path(__file__).parents[1] / "node/node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What is hidden says nothing to anybody, but axe would walk through it each time: it stands aside
# for the run, but for what visible parts name themselves after.
RUN = """async ({ rules, known }) => {
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
  try {
    const { violations } = await axe.run({ exclude: known }, { runOnly: rules, resultTypes: ['violations'] });
    return violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.target + ' ' + n.failureSummary).join(' | ')}`);
  } finally {
    aside.reverse().forEach((back) => back());
  }
}"""


def ready(page) -> None:
    assert AXE.exists(), "axe-core is missing: npm install --no-package-lock --prefix tests/node"
    page.evaluate(AXE.read_text("utf-8"))


def violations(page, rules: list[str] = TAGS, known: tuple[str, ...] = ()) -> list[str]:
    """What axe finds but in the parts that are `known`, CSS selectors."""
    return page.evaluate(RUN, {"rules": rules, "known": list(known)})
