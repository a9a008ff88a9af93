/*
 * Runs axe-core over a page and says what it finds by theme, for axe.py.
 *
 * A theme changes colors alone, yet most of a run is spent on what stands over what. So axe runs once,
 * in the first theme, and its checks of colors look at each element in the other themes, too, before
 * they answer. https://github.com/dequelabs/axe-core/blob/develop/doc/API.md has no way to ask for that.
 */
async ([[first, ...others], tags, colors]) => {
  cascade.view(); // tells what waits for the paint
  await new Promise((done) => requestIdleCallback(done, { timeout: 400 }));
  const root = document.documentElement.dataset;
  const before = root.theme;
  const rules = axe._audit.rules.filter(({ id }) => colors.includes(id));
  const checks = rules.flatMap(({ id, any }) => any.map((one) => {
    const check = axe._audit.checks[one.id ?? one];
    return { rule: id, check, evaluate: check.evaluate };
  }));
  const found = Object.fromEntries([first, ...others].map((theme) => [theme, []]));
  let waiting = [];

  /* Asks about all that waits in the other themes; a rule is broken where each of its checks fails. */
  function look() {
    const now = waiting;
    waiting = [];
    const groups = new Map(rules.map(({ id }) => [id, new Map()]));
    for (const one of now) {
      const [group, node] = [groups.get(one.rule), one.of[0]];
      group.set(node, [...(group.get(node) ?? []), one]);
    }
    for (const theme of others) {
      change(theme);
      for (const [rule, group] of groups) {
        for (const [node, all] of group) {
          const told = [];
          const helper = { data: (data) => told.push(JSON.stringify(data)), relatedNodes() {} };
          const failed = all.map(({ evaluate, of }) => evaluate.apply(helper, of) === false);
          if (failed.every(Boolean)) found[theme].push(`${rule}: ${axe.utils.getSelector(node)} ${told}`);
        }
      }
    }
    change(first);
    for (const { done, result } of now) done(result);
  }

  /* Changes the theme and what axe has noted of the looks of all; where things are stays true. */
  function change(theme) {
    root.theme = theme;
    axe._memoizedFns.forEach((one) => one.clear());
    const parts = [...axe._tree];
    for (const part of parts) {
      for (const key of Object.keys(part._cache)) if (/^computedStyle_|Color/.test(key)) delete part._cache[key];
      delete part._stackingContext;
      parts.push(...(part.children ?? []));
    }
  }

  /* What is hidden says nothing to anybody, but axe would walk through it: it stands aside for the
     run, but for what visible parts name themselves after. Gives the way back. */
  function aside() {
    const named = new Set([...document.querySelectorAll('[aria-controls], [aria-labelledby], [aria-describedby], [aria-owns]')]
      .flatMap((part) => ['controls', 'labelledby', 'describedby', 'owns'].map((name) => part.getAttribute(`aria-${name}`)))
      .flatMap((ids) => ids?.split(' ') ?? []));
    const needed = (part) => named.has(part.id) || [...part.querySelectorAll('[id]')].some(({ id }) => named.has(id));
    const hidden = [...document.querySelectorAll('body [hidden], dialog:not([open])')];
    const marks = hidden.filter((part) => part.isConnected && !needed(part)).map((part) => {
      const mark = document.createComment('');
      part.replaceWith(mark);
      return () => mark.replaceWith(part);
    });
    return () => marks.reverse().forEach((back) => back());
  }

  for (const { rule, check, evaluate } of checks) {
    check.evaluate = function (...of) {
      const result = evaluate.apply(this, of);
      if (!waiting.length) setTimeout(look);
      waiting.push({ rule, evaluate, of, done: this.async(), result });
    };
  }
  const back = aside();
  try {
    root.theme = first;
    const { violations } = await axe.run({ runOnly: tags, resultTypes: ['violations'] });
    for (const { id, nodes } of violations) {
      found[first].push(`${id}: ${nodes.slice(0, 3).map((n) => `${n.target} ${n.failureSummary}`).join(' | ')}`);
    }
  } finally {
    for (const { check, evaluate } of checks) check.evaluate = evaluate;
    root.theme = before;
    back();
  }
  return found;
}
