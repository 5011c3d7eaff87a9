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
