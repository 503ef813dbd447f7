/* Menus are <details>; this closes them on Escape, on a click outside, and when another opens. Messages and paper. */
const MENUS = 'details.menu, .phone-nav details';

document.addEventListener('click', e => {
  for (const d of document.querySelectorAll(MENUS)) if (d.open && !d.contains(e.target)) d.open = false;
  const b = e.target.closest('[data-dismiss]');
  if (b) document.querySelector(b.dataset.dismiss)?.remove();
  if (e.target.closest('[data-print]')) window.print();
});
document.addEventListener('keydown', e => {
  if (e.key !== 'Escape') return;
  for (const d of document.querySelectorAll(MENUS)) {
    if (!d.open) continue;
    const inside = d.contains(document.activeElement);
    d.open = false;
    if (inside) d.querySelector('summary').focus();
  }
});
document.addEventListener('focusout', e => {
  const d = e.target.closest?.(MENUS);
  if (d?.open && e.relatedTarget && !d.contains(e.relatedTarget)) d.open = false;
});

/* On a phone the tab that is open may lie beside the window. */
document.querySelectorAll('.subnav [aria-current], .tabs [aria-current]').forEach(tab => {
  const row = tab.parentElement;
  row.scrollLeft = tab.offsetLeft - row.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
});

/* What an address points to is seen, however folded: browsers of before 2025 do not open it by themselves. */
function unfold() {
  const place = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  for (let fold = place && place.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
  if (place) place.scrollIntoView();
}
unfold();
addEventListener('hashchange', unfold);
