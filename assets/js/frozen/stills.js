/** Saves the pictures and tables of the plots that stand in a frozen page. */
import { toast } from '../access/announcer.js';
import { byId, element } from '../app/dom.js';
import { t } from '../app/i18n.js';
import { toCsv } from '../rules/delimited-text.js';
import { saveFile } from '../save/picture.js';

/** The picture as a file of its own: with the theme's colors instead of the page's variables. */
function source(pictures) {
  const style = getComputedStyle(document.documentElement);
  let [top, wide] = [0, 0];
  const parts = pictures.map((picture) => {
    const { width, height } = picture.viewBox.baseVal;
    const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
    const part = `<svg y="${top}" ${size}>${picture.innerHTML}</svg>`;
    top += height + 12;
    wide = Math.max(wide, width);
    return part;
  });
  const text =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${top}"` +
    ` viewBox="-8 -4 ${wide + 16} ${top + 8}" font-family="Inter, sans-serif" font-size="11"` +
    ' fill="var(--ink)"><rect x="-8" y="-4" width="100%" height="100%" fill="var(--surface)"/>' +
    `${parts.join('')}</svg>`;
  return {
    wide,
    top,
    text: text.replace(/var\((--[\w-]+)\)/g, (_, name) => style.getPropertyValue(name).trim()),
  };
}

function png({ wide, top, text }) {
  return new Promise((resolve, reject) => {
    const image = new Image(wide * 2, top * 2);
    image.onerror = reject;
    image.onload = () => {
      const canvas = element('canvas', { width: wide * 2, height: top * 2 });
      canvas.getContext('2d').drawImage(image, 0, 0, wide * 2, top * 2);
      canvas.toBlob(resolve, 'image/png');
    };
    image.src = `data:image/svg+xml,${encodeURIComponent(text)}`;
  });
}

function rows(table) {
  const columns = [...table.tHead.rows[0].cells].map((cell, id) => ({
    id,
    name: cell.textContent,
  }));
  return toCsv(
    columns,
    [...table.tBodies[0].rows].map((row) => [...row.cells].map((cell) => cell.textContent)),
  );
}

byId('plots').addEventListener('click', async ({ target }) => {
  const format = target.closest('[data-save]')?.dataset.save;
  const still = target.closest('[data-still]');
  if (!format || !still) return;
  const picture = source([...still.querySelectorAll('svg')]);
  const blob = {
    csv: () => new Blob([rows(still.querySelector('table'))], { type: 'text/csv;charset=utf-8' }),
    svg: () => new Blob([picture.text], { type: 'image/svg+xml' }),
    png: () => png(picture),
  }[format]();
  saveFile(await blob, `${still.parentElement.dataset.pathway}-${still.dataset.still}.${format}`);
  toast(t('Saved as {format}.', { format: format.toUpperCase() }));
});
