/** The menu of the page: what is chosen in it, and a press anywhere else, closes it. */
const openMenu = () => document.querySelector('details.menu[open]');

/** Closes the menu, if it is open; the focus goes from its inside to its button. */
export function closeMenu() {
  const menu = openMenu();
  if (!menu) return false;
  const inside = menu.contains(document.activeElement);
  menu.open = false;
  if (inside) menu.querySelector('summary').focus();
  return true;
}

export function installMenu({ signal }) {
  document.addEventListener(
    'pointerdown',
    ({ target }) => {
      if (!openMenu()?.contains(target)) closeMenu();
    },
    { signal },
  );
}
