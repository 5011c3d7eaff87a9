// Runs before the first paint: a file of its own, because the content-security policy allows no script in the page.
(function () {
  try {
    var root = document.documentElement;
    root.dataset.theme = localStorage.getItem('lotse.theme') || 'system';
    root.lang = localStorage.getItem('lotse.language') || 'de';
  } catch {
    // Without storage the device decides.
  }
})();
