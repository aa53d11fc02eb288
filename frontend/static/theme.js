// Runs before the first paint: sets the theme and the language that this reader chose or the device prefers.
(function () {
  var root = document.documentElement;
  var dark = matchMedia('(prefers-color-scheme: dark)');
  function chosen(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  }
  function paint() {
    var theme = chosen('acordo.theme');
    root.dataset.theme = theme === 'light' || theme === 'dark' ? theme : dark.matches ? 'dark' : 'light';
    var bar = document.querySelector('meta[name=theme-color]');
    if (bar) bar.setAttribute('content', root.dataset.theme === 'dark' ? '#191f26' : '#ffffff');
  }
  dark.addEventListener('change', paint);
  addEventListener('acordo:theme', paint);
  paint();
  var language = chosen('acordo.language');
  if (language) root.lang = language;
  if (navigator.connection && navigator.connection.saveData) root.dataset.saveData = 'true';
})();
