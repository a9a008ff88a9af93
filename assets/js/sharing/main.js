/** Dialogs that hand the view on: lines to embed it, its papers, a code for phones. */
import { offer } from '../app/later-bundle.js';
import { state } from '../app/state.js';
import { installCiteDialog } from './cite-dialog.js';
import { installEmbedDialog } from './embed-dialog.js';
import { showCode } from './share-code.js';

/**
 * @param {any} figure
 * @param {{frozen: boolean, copyField: Function, shownInteractions: Function}} page
 * @returns {Record<string, () => void>} what the commands of these names do
 */
function installSharing(figure, page) {
  const embedding = installEmbedDialog(figure, page);
  const citing = installCiteDialog(figure, page);
  return {
    embed: () => embedding.open(state.view),
    'embed-copy': embedding.copy,
    cite: citing.open,
    'cite-copy': citing.copy,
    'cite-save': citing.save,
    'show-code': () => showCode(state.view, figure.data),
  };
}

offer('sharing', installSharing);
