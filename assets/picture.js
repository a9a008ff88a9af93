/** The view as a PNG: the drawing, its legend and where it comes from, made in the browser. */
(function (kit) {
  'use strict';

  const MARGIN = 24; // CSS pixels
  const ROW = 24;
  const FACETS = ['outcome', 'effect', 'route', 'readout'];

  const load = (uri) => new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = reject;
    image.src = uri;
  });

  /** The legend's rows that the view uses, copied from the panel: title and [key svg, color, label]. */
  function legend(view, seen, pathway) {
    const used = (facet, value) => seen.shown.some((id) =>
      pathway.interactions[id].facets[facet].includes(value));
    const root = document.querySelector(`[data-legend="${view.pathway}"]`);
    return FACETS.map((facet) => {
      const set = root.querySelector(`fieldset[data-facet="${facet}"]`);
      const rows = [...set.querySelectorAll('.choice')]
        .filter((row) => used(facet, row.querySelector('input').dataset.token.split(':')[1]))
        .map((row) => {
          const key = row.querySelector('.key');
          return { svg: key.querySelector('svg'), color: getComputedStyle(key).color, label: row.querySelector('label > span').textContent };
        });
      return { title: set.querySelector('legend').textContent, rows };
    });
  }

  function keyUri({ svg, color }) {
    const copy = svg.cloneNode(true);
    copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
    copy.setAttribute('color', color);
    return `data:image/svg+xml,${encodeURIComponent(copy.outerHTML)}`;
  }

  /** One line that says what it is and where it is from; the words are those of every export. */
  function citation(view, data) {
    const here = location.protocol.startsWith('http') ? location.href : '';
    return [data.pathways[view.pathway].citation, here].filter(Boolean).join(' · ');
  }

  /** Draws and downloads the picture at `scale` times the screen's size. */
  async function picture(cy, view, data, scale) {
    const pathway = data.pathways[view.pathway];
    const seen = kit.visible.visible(view, pathway);
    const columns = legend(view, seen, pathway);
    const style = getComputedStyle(document.documentElement);
    const told = kit.lecture.at(view, pathway);
    const words = told ? [`${view.step}. ${told.step.title}`, told.asks ? told.step.predict.question : told.step.say] : [];
    const tall = words.length * ROW + Math.max(...columns.map((c) => c.rows.length)) * ROW + ROW;
    const width = cy.width();
    const height = cy.height() + tall + ROW + 2 * MARGIN;
    const canvas = document.createElement('canvas');
    canvas.width = width * scale;
    canvas.height = height * scale;
    const pen = canvas.getContext('2d');
    pen.scale(scale, scale);
    pen.fillStyle = style.getPropertyValue('--canvas');
    pen.fillRect(0, 0, width, height);
    pen.drawImage(await load(cy.png({ scale, full: false })), 0, 0, width, cy.height());
    pen.textBaseline = 'middle';
    pen.fillStyle = style.getPropertyValue('--ink');
    for (const [index, text] of words.entries()) {
      pen.font = `${index ? 400 : 700} 17px Inter, sans-serif`;
      pen.fillText(text, MARGIN, cy.height() + MARGIN + index * ROW, width - 2 * MARGIN);
    }
    for (const [index, column] of columns.entries()) {
      const x = MARGIN + (index * (width - 2 * MARGIN)) / columns.length;
      let y = cy.height() + MARGIN + words.length * ROW;
      pen.fillStyle = style.getPropertyValue('--ink');
      pen.font = '700 13px Inter, sans-serif';
      pen.fillText(column.title, x, y);
      pen.font = '400 13px Inter, sans-serif';
      for (const row of column.rows) {
        y += ROW;
        pen.drawImage(await load(keyUri(row)), x, y - 8, 46, 16);
        pen.fillText(row.label, x + 54, y);
      }
    }
    pen.fillStyle = style.getPropertyValue('--muted');
    pen.font = '400 12px Inter, sans-serif';
    pen.fillText(citation(view, data), MARGIN, height - MARGIN, width - 2 * MARGIN);
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
    save(blob, `${[view.pathway, view.lecture, view.step, view.stage, view.organ, view.focus].filter(Boolean).join('-')}-${scale}x.png`);
    kit.say.toast(kit.t('Picture saved.'));
    return { width: canvas.width, height: canvas.height };
  }

  /** Hands a file to the reader. */
  function save(blob, name) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  kit.picture = picture;
  kit.save = save;
})((globalThis.cascadeKit ??= {}));
