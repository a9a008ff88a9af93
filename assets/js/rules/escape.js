/** Text that can stand in HTML. Pure. */
const ENTITIES = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** A text, or nothing, as HTML, also inside a quoted attribute. */
export const escapeHtml = (text) => String(text ?? '').replace(/[&<>"]/g, (sign) => ENTITIES[sign]);

/** The same on one line, and for readers of HTML that know more signs as quotes (Markdown). */
export const escapeLine = (text) =>
  text.replace(/\s+/g, ' ').replace(/[&<>"'`]/g, (sign) => ENTITIES[sign]);
