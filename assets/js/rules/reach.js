/** Where other computers and phones reach the page. Pure. */

const ALONE = /^(localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\])$/;

/** Whether an address means the computer alone that opens it. */
export const isLocal = (address) => ALONE.test(new URL(address).hostname);

/**
 * The address of the page without its view: that of the network or the published one, where a
 * server tells it and the reader's own would lead nobody else here; '' for a file on a disk.
 * @param {string} href  what the page was opened with
 * @param {string} [reach]  what the server tells
 */
export function pageAddress(href, reach = '') {
  const { protocol } = new URL(href);
  if (!/^https?:$/.test(protocol)) return '';
  return (isLocal(href) && reach) || href.split(/[?#]/)[0];
}
