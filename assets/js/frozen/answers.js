/**
 * Answers what Dash asks its server for, out of the page itself: a frozen page has no server.
 * Runs before Dash; anything else that somebody fetches is refused, as no request may leave.
 *
 * It stands before the script that fills `cascadeKit`, and so looks there only when it is asked.
 */
const ANSWERS = { '_dash-layout': 'dash-layout', '_dash-dependencies': 'dash-dependencies' };

// Workaround: Dash looks for a cookie with every question; a sandboxed frame throws at that look.
// https://github.com/plotly/dash/pull/1080
Object.defineProperty(document, 'cookie', { get: () => '', set: () => {} });

const own = window.fetch?.bind(window);
window.fetch = function (/** @type {any} */ resource) {
  const path = String(resource?.url ?? resource).split('?')[0];
  const id = ANSWERS[path.slice(path.lastIndexOf('/') + 1)];
  // A site's page names the files that it may ask for later; a single file has none.
  if (document.querySelector(`[data-files*="=${CSS.escape(String(resource))}"]`))
    return own(resource);
  // A server's page in another language may ask for what lies there, such as tables of results.
  if (!id && window.cascadeKit?.state.data?.langs.length > 1) return own(resource);
  if (!id) return Promise.reject(new TypeError(`A frozen page asks nobody: ${path}`));
  const body = document.getElementById(id).textContent;
  return Promise.resolve(new Response(body, { headers: { 'Content-Type': 'application/json' } }));
};
