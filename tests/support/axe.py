"""axe-core, run in a page: each violation as one line."""

from pathlib import Path

AXE = Path(__file__).parents[1] / "node/node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async (tags) => {
  cascade.view(); // tells what waits for the paint
  await new Promise((done) => requestIdleCallback(done, { timeout: 400 }));
  const aside = [...document.querySelectorAll('article[hidden], [data-legend][hidden]')].map((part) => {
    const mark = document.createComment('');
    part.replaceWith(mark);
    return () => mark.replaceWith(part);
  });
  try {
    const { violations } = await axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
    return violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.target + ' ' + n.failureSummary).join(' | ')}`);
  } finally {
    aside.forEach((back) => back());
  }
}"""
