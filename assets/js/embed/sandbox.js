/** In a frame: what its sandbox forbids is not offered, and new windows are asked for first. */
import { toast } from '../access/announcer.js';
import { byId, element } from '../app/dom.js';
import { t } from '../app/i18n.js';

/**
 * What the page cannot do, as words for `data-cannot`. Pure. A sandbox tells nobody its rules: an
 * opaque origin means that there is one, and then only what is known to be allowed is offered.
 * @param {{opaque: boolean, tokens: string[]|null, fullscreen: boolean, address: string}} about
 *   tokens are the sandbox's, null where they cannot be read
 */
export function cannotDo({ opaque, tokens, fullscreen, address }) {
  const denied = (token) => (tokens ? !tokens.includes(token) : opaque);
  return [
    denied('allow-modals') && 'print',
    denied('allow-downloads') && 'download',
    !fullscreen && 'fullscreen',
    // What one browser made for itself leads nowhere in another.
    /^(about|blob|data):/.test(address) && 'link',
  ].filter(Boolean);
}

/** The sandbox around this page where the frame can be seen, null where it cannot or has none. */
function sandboxTokens() {
  try {
    return frameElement?.getAttribute('sandbox')?.split(/\s+/) ?? null;
  } catch {
    return null;
  }
}

/** Copies a text in one of two ways; false where both are closed. */
async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const had = document.activeElement;
    const field = element('textarea', { value: text });
    // Inside the open dialog, as nothing outside it can be selected.
    (document.querySelector('dialog[open]') ?? document.body).append(field);
    field.select();
    let done = false;
    try {
      done = document.execCommand('copy');
    } catch {
      /* closed as well */
    }
    field.remove();
    had?.focus({ preventScroll: true });
    return done;
  }
}

/** Copies what a field holds, and says so; where that is closed it is selected instead. */
export async function copyField(field, said) {
  const done = await copyText(field.value);
  said.textContent = t(done ? /* t */ 'Copied.' : /* t */ 'Copying is closed here: press Ctrl+C.');
  if (done) return;
  field.focus();
  field.select();
}

/** Shows an address as text to select, where it can be neither copied nor opened. */
export function showAddress(text, why) {
  const box = byId('address');
  box.querySelector('p').textContent = why;
  const field = box.querySelector('input');
  field.value = text;
  if (!box.open) box.showModal();
  field.select();
}

/** Copies an address, and says so in words of its own; where that is closed it can be selected. */
export async function copyAddress(address, copied, more = '') {
  if (await copyText(address)) toast(copied + more);
  else showAddress(address, t('Copying is closed here. Copy this link yourself:') + more);
}

export function installSandbox({ signal }, { pointer }) {
  const framed = window.parent !== window;
  document.documentElement.dataset.cannot = cannotDo({
    opaque: framed && self.origin === 'null' && location.protocol !== 'file:',
    tokens: sandboxTokens(),
    fullscreen: document.fullscreenEnabled,
    address: location.href,
  }).join(' ');

  if (framed) {
    document.addEventListener(
      'click',
      (event) => {
        const link = event.target.closest('a[target="_blank"]');
        if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey)
          return;
        event.preventDefault();
        const opened = open(link.href, '_blank');
        if (!opened) showAddress(link.href, t('This page may not open others. Copy the address:'));
        else
          try {
            opened.opener = null;
          } catch {
            /* already elsewhere */
          }
      },
      { signal },
    );
  }

  let hinted = false;
  byId('stage').addEventListener(
    'wheel',
    (event) => {
      if (hinted || pointer.takesWheel(event)) return;
      hinted = true;
      toast(t('To zoom with the wheel, click the figure first or hold Ctrl.'), 2500);
    },
    { passive: true, signal },
  );
}
