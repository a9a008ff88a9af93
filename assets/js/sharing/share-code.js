/** The address of the view for students, as a code that fills the screen. */
import { byId, element, svgElement } from '../app/dom.js';
import { t } from '../app/i18n.js';
import { withoutAnswers } from '../rules/lecture-rules.js';
import { isLocal, pageAddress } from '../rules/reach.js';
import { formatAddress } from '../rules/url.js';
import { qrCode } from './qr.js';

/**
 * The web address of a view without notes and answers; '' where no phone reaches the page. A frozen
 * file may know where it lies on the web.
 * @param {Figure} data
 */
export function studentAddress(view, data) {
  const page = pageAddress(location.href, data.reach);
  const home = (page && !isLocal(page) && page) || data.home || '';
  return home && home + formatAddress(withoutAnswers(view, data.pathways[view.pathway]), data);
}

/** Why there is no such address. */
const whyNone = () =>
  location.protocol.startsWith('http')
    ? t(
        'Only this computer reaches this address. For phones start the server with --host 0.0.0.0, or name its published address with --home.',
      )
    : t(
        'This file lies on a disk, so it has no address for a phone. Give the file itself to your students.',
      );

/** A code as SVG, dark on white with the margin that readers need; null if the text is too long. */
function drawing(text) {
  const rows = qrCode(text);
  if (!rows) return null;
  const size = rows.length + 8;
  const d = rows
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + 4} ${y + 4}h1v1h-1z` : '')))
    .join('');
  return svgElement(
    'svg',
    { viewBox: `0 0 ${size} ${size}`, role: 'img', 'aria-label': t('QR code of {text}', { text }) },
    svgElement('path', { d: `M0 0h${size}v${size}H0z`, fill: '#fff' }),
    svgElement('path', { d, fill: '#000', 'shape-rendering': 'crispEdges' }),
  );
}

/** Fills the dialog with the code of a view, and opens it. */
export function showCode(view, data) {
  const dialog = byId('code');
  const address = studentAddress(view, data);
  const picture = address && drawing(address);
  const words = element('p', { className: 'address' }, address || whyNone());
  dialog.querySelector('.code').replaceChildren(...(picture ? [picture] : []), words);
  dialog.showModal();
}
