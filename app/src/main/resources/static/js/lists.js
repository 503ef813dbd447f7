/* Filter boxes, 'select all', selects that send their form. */
const fold = s => s.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const texts = new WeakMap();   // item -> folded text, read once

function itemsOf(list) {
  if (list.matches('table')) return [...list.tBodies].flatMap(b => [...b.rows]);
  if (list.matches('tbody')) return [...list.rows];
  if (list.matches('select')) return [...list.options].filter(o => o.value !== '');
  const marked = list.querySelectorAll('[data-filter-text]');
  if (marked.length) return [...marked];
  return [...list.children].filter(c => !c.matches('legend, .hint, .error'));
}
function textOf(item) {
  let t = texts.get(item);
  if (t === undefined) {
    const head = item.matches('tr') && item.closest('[data-grid]') ? item.cells[0] : item;
    texts.set(item, t = fold(item.dataset.filterText ?? head.textContent));
  }
  return t;
}
function filter(box) {
  const list = document.querySelector(box.dataset.filters);
  if (!list) return;
  const wanted = fold(box.value).split(/\s+/).filter(Boolean);
  let n = 0;
  for (const item of itemsOf(list)) {
    const on = wanted.every(w => textOf(item).includes(w));
    if (item.hidden === on) item.hidden = !on;
    if (on) n++;
  }
  for (const fold of list.querySelectorAll('details')) {
    fold.open = wanted.length > 0 && itemsOf(list).some(item => !item.hidden && fold.contains(item));
  }
  const empty = box.dataset.filterEmpty && document.querySelector(box.dataset.filterEmpty);
  if (empty) empty.hidden = n > 0;
  const count = box.dataset.filterCount && document.querySelector(box.dataset.filterCount);
  if (count) count.textContent = (count.dataset.words || '{n}').replace('{n}', n);
  document.querySelectorAll('input[data-select-all]').forEach(sync);
}
let waiting = 0;
document.addEventListener('input', e => {
  if (!e.target.matches?.('input[data-filters]')) return;
  cancelAnimationFrame(waiting);
  waiting = requestAnimationFrame(() => filter(e.target));
});
document.addEventListener('keydown', e => {
  if (!e.target.matches?.('input[data-filters]')) return;
  if (e.key === 'Enter' && !e.target.name) e.preventDefault();   // a filter box sends no form
});

const scopeOf = all => all.dataset.selectAll ? document.querySelector(all.dataset.selectAll) : all.closest('fieldset, form');
const boxesOf = all => [...(scopeOf(all)?.querySelectorAll('input[type="checkbox"]:not(:disabled)') || [])]
  .filter(b => b !== all && !b.hasAttribute('data-select-all') && !b.closest('[hidden]'));
function sync(all) {
  const boxes = boxesOf(all), on = boxes.filter(b => b.checked).length;
  all.checked = boxes.length > 0 && on === boxes.length;
  all.indeterminate = on > 0 && on < boxes.length;
}
document.addEventListener('change', e => {
  const t = e.target;
  if (t.matches?.('input[data-select-all]')) {
    for (const b of boxesOf(t)) if (b.checked !== t.checked) { b.checked = t.checked; b.dispatchEvent(new Event('change', { bubbles: true })); }
    sync(t);
  } else if (t.matches?.('input[type="checkbox"]')) {
    for (const all of document.querySelectorAll('input[data-select-all]')) if (scopeOf(all)?.contains(t)) sync(all);
  } else if (t.matches?.('select[data-submit-on-change]')) {
    t.form?.requestSubmit();
  }
});

function start(root) {
  root.querySelectorAll('input[data-filters]').forEach(b => { if (b.value) filter(b); });
  root.querySelectorAll('input[data-select-all]').forEach(sync);
}
start(document);
document.addEventListener('htmx:load', e => start(e.target));
