/** The diagram as a nested list: stage, cell, interactions. Its buttons set the same view. */
import { button, element } from '../app/dom.js';
import { t } from '../app/i18n.js';
import { plural } from '../rules/accessible-names.js';
import { rowsOf } from '../rules/id-table.js';

/**
 * What stands in the outline: per stage its cells, per cell the shown interactions. Pure.
 * @param {Pathway} pathway
 */
export function outlineTree(shown, pathway) {
  return pathway.stages.map((stage) => {
    const cells = new Map();
    for (const node of rowsOf(pathway.nodes)) if (node.stage === stage.id) cells.set(node.cell, []);
    for (const id of shown) {
      const interaction = pathway.interactions[id];
      if (interaction.stage !== stage.id) continue;
      for (const cell of new Set([interaction.from, interaction.to])) cells.get(cell)?.push(id);
    }
    const arrows = shown.filter((id) => pathway.interactions[id].stage === stage.id).length;
    return {
      ...stage,
      arrows,
      cells: [...cells].map(([id, ids]) => ({ id, ids })).filter((c) => c.ids.length),
    };
  });
}

function fold(id, title, was, parts) {
  const more = { dataset: { fold: id }, open: was.has(id) };
  return element('details', more, element('summary', {}, title), ...parts);
}

/**
 * Fills the outline; parts that were open stay open.
 * @param {Pathway} pathway
 */
export function fillOutline(root, shown, pathway) {
  const was = new Set([...root.querySelectorAll('details[open]')].map((d) => d.dataset.fold));
  root.replaceChildren(
    ...outlineTree(shown, pathway).map((stage) => {
      const cells = stage.cells.map(({ id, ids }) => {
        const list = element(
          'ul',
          {},
          ...ids.map((one) =>
            element('li', {}, button(pathway.interactions[one].claim, { do: 'edge', id: one })),
          ),
        );
        const name = pathway.cells[id].name;
        const choose = button(t('Show {name} in the diagram', { name }), { do: 'focus', id });
        return fold(`${stage.id}/${id}`, `${name}, ${plural(ids.length, 'interaction')}`, was, [
          choose,
          list,
        ]);
      });
      const enter = button(t('Go to {name}', { name: stage.name }), { do: 'stage', id: stage.id });
      const cellTypes = plural(stage.cells.length, 'cell type');
      const title = `${stage.name}: ${cellTypes}, ${plural(stage.arrows, 'interaction')}`;
      return fold(stage.id, title, was, [enter, ...cells]);
    }),
  );
}
