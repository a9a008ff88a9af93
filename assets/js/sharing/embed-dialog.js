/** The dialog that makes a snippet of the view on screen, for the course page it shall stand on. */
import { byId, element } from '../app/dom.js';
import { t } from '../app/i18n.js';
import { saveFile } from '../save/picture.js';
import { startedFile } from './started-file.js';
import { sameValue, startView } from '../rules/view.js';
import { VIEW_KEYS } from '../rules/url.js';
import { THEMES } from '../rules/constants.js';
import { OFFERS } from '../rules/testing.js';
import { embedPlaces, frameTitle, snippet, startChoices } from '../rules/embed-snippets.js';

const FILES = ['file', 'ilias']; // where the whole file goes, not lines

export function installEmbedDialog({ data, signal }, { frozen, copyField }) {
  const box = byId('embed');
  const part = (name) => box.querySelector(`[data-part="${name}"]`);
  const [code, start, theme, quiz, tall, min, preview] = [
    'code',
    'start',
    'theme',
    'quiz',
    'height',
    'min',
    'preview',
  ].map(part);
  let shown = null; // the view on screen
  let choices = [];

  const kind = () => box.querySelector('[name="embed-kind"]:checked').value;
  const height = () => Math.min(Math.max(Math.round(Number(tall.value)) || 640, 200), 2000);
  const wanted = () => ({
    ...shown,
    ...choices[start.selectedIndex].change,
    theme: THEMES[theme.selectedIndex],
    quiz: OFFERS[quiz.selectedIndex],
    ui: min.checked ? 'min' : 'full',
  });

  function write() {
    const view = wanted();
    const where = { href: location.href, home: data.home, frozen };
    const places = embedPlaces(where, view, data);
    // What this reader loads comes from here; another origin would hand out no file.
    const { embed: near } = embedPlaces(where, view, { ...data, reach: '' });
    const name = frameTitle(view, data.pathways[view.pathway]);
    // Without an address a page beside the file can still frame it, a course system cannot.
    const beside = !places.embed && ['iframe', 'quarto', 'reveal'].includes(kind());
    const { embed, page } = beside ? { embed: places.file, page: places.file } : places;
    const lines = !FILES.includes(kind());
    const known = Boolean(embed) && lines;
    code.value = known ? snippet(kind(), { embed, page, title: name, height: height() }) : '';
    part('made').hidden = !known;
    for (const help of box.querySelectorAll('[data-for]'))
      help.hidden = help.dataset.for !== kind() || (lines && !known);
    part('whole').hidden = lines;
    part('beside').hidden = !beside;
    part('upload').hidden = known || !lines;
    part('local').hidden = !known || !places.local;
    for (const spot of box.querySelectorAll('[data-file]'))
      spot.textContent = places.file.split('?')[0];
    const file = part('download');
    file.hidden = !places.embed;
    part('this').hidden = !file.hidden;
    if (places.embed) file.href = near.split('?')[0] + (data.lang ? `?lang=${data.lang}` : '');
    file.download = places.file.split('?')[0];
    // A file has the height of its window; one that is not made here starts as it was made.
    part('tall').hidden = !lines;
    part('wishes').hidden = !lines && !places.embed;
    preview.hidden = !places.embed || !lines;
    if (preview.open) look(near);
  }

  /** Hands out the file so that it starts as the options say. */
  async function download(event) {
    const file = part('download');
    event.preventDefault();
    const view = wanted();
    const plain = startView({ ...data, order: [view.pathway] });
    const first = Object.fromEntries(
      VIEW_KEYS.filter((key) => !['pathway', 'lang'].includes(key))
        .filter((key) => !sameValue(view[key], plain[key]))
        .map((key) => [key, view[key]]),
    );
    try {
      const html = await (await fetch(file.href)).text();
      saveFile(new Blob([startedFile(html, first)], { type: 'text/html' }), file.download);
    } catch {
      part('said').textContent = t('The file could not be fetched. Try again.');
    }
  }

  /** The frame is made when somebody looks, and made anew when its address changes. */
  function look(address) {
    const old = preview.querySelector('iframe');
    if (old?.getAttribute('src') === address) {
      old.height = height();
      return;
    }
    old?.remove();
    const more = { src: address, title: t('Preview'), width: '100%', height: height() };
    preview.append(element('iframe', more));
  }

  function open(view) {
    if (box.open) box.close();
    shown = view;
    choices = startChoices(data.pathways[view.pathway]);
    start.replaceChildren(...choices.map(({ name }) => new Option(name)));
    theme.selectedIndex = THEMES.indexOf(view.theme);
    quiz.selectedIndex = OFFERS.indexOf(view.quiz);
    min.checked = view.ui === 'min';
    preview.open = false;
    write();
    box.showModal();
    byId('embed-title').focus();
  }

  box.addEventListener(
    'input',
    (event) => {
      if (event.target !== code) {
        part('said').textContent = '';
        write();
      }
    },
    { signal },
  );
  part('download').addEventListener('click', download, { signal });
  code.addEventListener('focus', () => code.select(), { signal });
  preview.addEventListener(
    'toggle',
    () => {
      if (preview.open) write();
      else preview.querySelector('iframe')?.remove();
    },
    { signal },
  );
  box.addEventListener(
    'close',
    () => {
      preview.open = false;
      preview.querySelector('iframe')?.remove();
    },
    { signal },
  );
  // A policy that lets no frame in makes the preview useless, so it goes.
  document.addEventListener(
    'securitypolicyviolation',
    ({ effectiveDirective }) => {
      if (effectiveDirective === 'frame-src') preview.remove();
    },
    { signal },
  );
  return { open, copy: () => copyField(code, part('said')) };
}
