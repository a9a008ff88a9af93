/** Gets data that a page does not need at its start: from inside the page, else from a file. */
import { byId } from './dom.js';

/**
 * The data of a pathway: a frozen page has them inside, in a script named by kind and pathway; else
 * a box names their file among its `data-files`, "pathway=address pathway=address".
 * @param {string} kind
 * @param {HTMLElement|null} box  null where the data are inside
 * @param {string} pathway
 */
export async function laterFile(kind, box, pathway) {
  const inside = byId(`${kind}-${pathway}`);
  if (inside) return JSON.parse(inside.textContent);
  const address = box.dataset.files
    .split(' ')
    .find((pair) => pair.startsWith(`${pathway}=`))
    .slice(pathway.length + 1);
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(address);
  return answer.json();
}
