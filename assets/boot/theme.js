(function () {
  var wanted = /[?&#]theme=(light|dark|projector)/.exec(location.search + location.hash);
  var dark = window.matchMedia && matchMedia('(prefers-color-scheme: dark)').matches;
  var strong = window.matchMedia && matchMedia('(prefers-contrast: more)').matches;
  document.documentElement.dataset.theme = wanted ? wanted[1] : dark ? 'dark' : strong ? 'projector' : 'light';
  if (/[?&#]ui=min/.test(location.search + location.hash)) document.documentElement.dataset.ui = 'min';
})();
