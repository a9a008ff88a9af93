/**
 * A reader's own results: what reads and matches tables is large, so it is loaded with the first
 * table or when the panel is opened, and never before.
 */
import { toast } from './access/announcer.js';
import { byId } from './app/dom.js';
import { t } from './app/i18n.js';
import { loadBundle } from './app/later-bundle.js';
import { searchIndex } from './rules/search-index.js';

const HIDDEN = /^[.~]|^(thumbs\.db|desktop\.ini)$/i;

/** Files of an entry of a drop, those of a folder and its folders, too. */
async function filesOf(entry) {
  if (HIDDEN.test(entry.name)) return [];
  if (entry.isFile) return [await new Promise((done, fail) => entry.file(done, fail))];
  const reader = entry.createReader();
  const entries = [];
  for (;;) {
    // It hands over 100 at a time: https://developer.mozilla.org/docs/Web/API/FileSystemDirectoryReader/readEntries
    const some = await new Promise((done, fail) => reader.readEntries(done, fail));
    if (!some.length) break;
    entries.push(...some);
  }
  return (await Promise.all(entries.map(filesOf))).flat();
}

/** @param {DataTransfer} drop  @returns {Promise<File[]>} */
async function droppedFiles(drop) {
  const entries = [...drop.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  // Files that a script puts into a drop have no entry.
  if (!entries.some((entry) => entry.isDirectory)) return [...drop.files];
  return (await Promise.all(entries.map(filesOf))).flat();
}

export function installResults(figure) {
  const { signal } = figure;
  const served = document.querySelector('meta[name="cascade-table"]');
  let loading = null;
  let view = null;

  async function load() {
    const install = await loadBundle('results', byId('results-parts'));
    const results = install(figure, { searchIndex });
    results.update(view);
    return results;
  }

  /** Runs an order to the panel when it is there. */
  async function then(order) {
    try {
      loading ??= load();
      order(await loading);
    } catch {
      loading = null;
      toast(t('What reads tables could not be loaded. Try again.'));
    }
  }

  const carries = (event) => event.dataTransfer?.types.includes('Files');
  document.addEventListener(
    'dragover',
    (event) => {
      if (carries(event)) event.preventDefault();
    },
    { signal },
  );
  document.addEventListener(
    'drop',
    (event) => {
      if (!carries(event)) return;
      event.preventDefault();
      const files = droppedFiles(event.dataTransfer);
      then((results) => results.read(files));
    },
    { signal },
  );

  return {
    open: () => then((results) => results.open()),
    /** Lays the table anew when another pathway is on screen. */
    update(next) {
      const first = !view;
      view = next;
      if (first && served) then((results) => results.given());
      else if (loading) then((results) => results.update(view));
    },
  };
}
