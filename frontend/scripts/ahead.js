// In the document's head, before any module is there: asks for what this address will need while the first modules are
// still on their way. Where it guesses wrong, or does nothing, the page asks for itself.
(function () {
  var files = FILES;
  var texts = TEXTS;
  var chosen = '';
  var leaving = true;
  try {
    chosen = localStorage.getItem('acordo.language') || '';
    leaving = localStorage.getItem('acordo.leaving') !== null;
  } catch {
    // Nothing is kept here.
  }
  var wishes = [chosen].concat(navigator.languages);
  function base(tag) {
    return tag.toLowerCase().split('-')[0];
  }
  var known = Object.keys(texts);
  var found = wishes.map(function (wish) {
    return known.find(function (one) {
      return base(one) === base(wish);
    });
  });
  var language = found.find(Boolean) || 'en';
  function come(view) {
    files[view].concat(texts[language][view]).forEach(function (file) {
      var link = document.createElement('link');
      var style = /css$/.test(file);
      link.rel = style ? 'preload' : 'modulepreload';
      if (style) link.as = 'style';
      // As the page asks for it.
      link.crossOrigin = '';
      link.href = '/_app/immutable/' + file;
      document.head.append(link);
    });
  }
  var early = (globalThis.acordoEarly = {});
  function ask(path) {
    early[path] = fetch(path, { headers: { 'Accept-Language': language } });
    return early[path].then(function (answer) {
      return answer.ok ? answer.clone().json() : {};
    });
  }
  var room = /^\/cases\/([0-9a-f-]{36})$/.exec(location.pathname);
  // The answers first: they are small, and the last of the files follow from them. Whom the server has not let go yet
  // is asked for nothing.
  if (room && !leaving) {
    ask('/api/v1/auth/session').catch(function () {});
    ask('/api/v1/cases/' + room[1])
      .then(function (view) {
        if (view.capacity === 'consumer') come('consumer');
      })
      .catch(function () {});
  }
  if (room) come('room');
  if (location.pathname === '/complain') come('complain');
})();
