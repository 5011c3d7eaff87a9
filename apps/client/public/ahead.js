// Begins to fetch what the page of this address needs while the first scripts are still on their way: on a slow network each thing that is
// only then asked for costs as much as the whole page. The build writes here what that is (tools/build/pages-ahead.mjs).
(function () {
  var pages = {};
  var given = location.pathname.split('/').filter(Boolean);
  var found = Object.keys(pages).find(function (path) {
    var wanted = path.split('/').filter(Boolean);
    return (
      wanted.length === given.length &&
      wanted.every(function (part, at) {
        return part[0] === ':' || part === given[at];
      })
    );
  });
  if (found === undefined) return;
  var page = pages[found];
  page.scripts.concat(page.texts[document.documentElement.lang] || []).forEach(function (script) {
    var link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = '/' + script;
    document.head.append(link);
  });
  if (location.search) return;
  globalThis.lotseAhead = new Map(
    page.answers.map(function (url) {
      return [url, { at: Date.now(), answer: fetch(url, { headers: { accept: 'application/json' } }) }];
    }),
  );
})();
