// Runs before the first paint: a file of its own, because the content-security policy allows no script in the page.
(function () {
  var root = document.documentElement;
  var kept = {};
  try {
    kept = JSON.parse(localStorage.getItem('lotse.preferences') || '{}') || {};
  } catch {
    // Without storage the device decides.
  }
  root.dataset.theme = kept.theme || 'system';
  root.dataset.density = kept.density || 'auto';
  root.lang = kept.language || 'de';
})();

// The policy lets no text become script either, and the checking library would try whether it may: each try is a violation that a browser
// reports. It reads this while it is loaded, which is before any script of the pages themselves runs.
globalThis.__zod_globalConfig = { jitless: true };
