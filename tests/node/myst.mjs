/** Writes a MyST page as HTML the way its themes do, as far as a frame and a caption go. */
import { readFileSync } from 'node:fs';
import { mystParse } from 'myst-parser';

const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const inside = (node) => (node.children ?? []).map(write).join('');

function write(node) {
  if (node.type === 'iframe') {
    return `<iframe src="${escape(node.src)}" title="${escape(node.title ?? '')}" width="${node.width}" height="640"></iframe>`;
  }
  if (node.type === 'text') return escape(node.value);
  if (node.type === 'link') return `<a href="${escape(node.url)}">${inside(node)}</a>`;
  if (node.type === 'container') return `<figure>${inside(node)}</figure>`;
  if (node.type === 'paragraph') return `<p>${inside(node)}</p>`;
  return inside(node);
}

/** @param {string} text  MyST Markdown without its front matter */
export const html = (text) => write(mystParse(text));

if (process.argv[2]) {
  process.stdout.write(html(readFileSync(process.argv[2], 'utf8').replace(/^---\n.*?\n---\n/s, '')));
}
