/* Theme switch: system > light > dark. theme-early.js applies the choice on the next page. */
const KEY = 'ownpath.theme';
const ORDER = ['auto', 'light', 'dark'];
const root = document.documentElement;

const now = () => root.dataset.theme || 'auto';

function show() {
  for (const b of document.querySelectorAll('[data-theme-switch]')) {
    b.dataset.now = now();
    const label = b.dataset['label' + now()[0].toUpperCase() + now().slice(1)];
    if (label) { b.setAttribute('aria-label', label); b.title = label; }
  }
}

document.addEventListener('click', e => {
  if (!e.target.closest('[data-theme-switch]')) return;
  const next = ORDER[(ORDER.indexOf(now()) + 1) % ORDER.length];
  if (next === 'auto') delete root.dataset.theme; else root.dataset.theme = next;
  try { next === 'auto' ? localStorage.removeItem(KEY) : localStorage.setItem(KEY, next); } catch { /* this page only */ }
  show();
});
show();
