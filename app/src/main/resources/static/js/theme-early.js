/* Classic script, in the head, before the first paint: puts back the theme a person chose. */
try {
  var t = localStorage.getItem('ownpath.theme');
  if (t === 'light' || t === 'dark') document.documentElement.dataset.theme = t;
} catch (e) { /* no storage: the system's theme stands */ }
