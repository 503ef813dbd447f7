/*
 * The grid of students and competencies: one tab stop, then arrow keys.
 * Nothing is done per cell (12,000 of them): one listener each on document, and one
 * tabindex that moves. Cells are body td; row and column headers stay ordinary links.
 */
const current = new WeakMap();   // table -> td that holds the tab stop
const marked = new WeakMap();    // table -> th elements that are marked

const tableOf = el => el?.closest?.('table[data-grid]');
const cellOf = el => { const td = el?.closest?.('td'); return td && tableOf(td) ? td : null; };
const columnHead = (table, td) => table.tHead?.rows[table.tHead.rows.length - 1].cells[td.cellIndex];
const rowHead = td => td.parentElement.cells[0];
const words = el => (el?.title || el?.textContent || '').trim().replace(/\s+/g, ' ');
const stateWord = td => getComputedStyle(td, '::before').content.replace(/^"|"$/g, '')
  + (td.hasAttribute('data-j') ? ', ' + getComputedStyle(td, '::after').content.replace(/^"|"$/g, '') : '');

function hold(table, td) {
  const old = current.get(table);
  if (old && old !== td) old.removeAttribute('tabindex');
  td.tabIndex = 0;
  current.set(table, td);
}

function prepare(root) {
  for (const table of root.querySelectorAll('table[data-grid]')) {
    if (current.has(table) && table.contains(current.get(table))) continue;
    table.setAttribute('role', 'grid');
    const first = table.tBodies[0]?.querySelector('td');
    if (first) hold(table, first);
  }
}

function say(table, td) {
  const out = table.dataset.readout && document.querySelector(table.dataset.readout);
  if (!out) return;
  const strong = document.createElement('strong');
  strong.textContent = words(rowHead(td));
  out.replaceChildren(strong, ` · ${words(columnHead(table, td))} · ${stateWord(td)}`);
}

function mark(table, td) {
  marked.get(table)?.forEach(th => th.classList.remove('is-current'));
  const heads = td ? [columnHead(table, td), rowHead(td)].filter(Boolean) : [];
  heads.forEach(th => th.classList.add('is-current'));
  marked.set(table, heads);
}

/* Keeps the focused cell out from under the sticky header and first column. */
function reveal(td, table) {
  const wrap = table.closest('.grid-wrap');
  if (!wrap) { td.scrollIntoView({ block: 'nearest', inline: 'nearest' }); return; }
  const c = td.getBoundingClientRect(), w = wrap.getBoundingClientRect();
  const top = w.top + table.tHead.offsetHeight, left = w.left + rowHead(td).offsetWidth;
  if (c.top < top) wrap.scrollTop -= top - c.top;
  else if (c.bottom > w.top + wrap.clientHeight) wrap.scrollTop += c.bottom - w.top - wrap.clientHeight;
  if (c.left < left) wrap.scrollLeft -= left - c.left;
  else if (c.right > w.left + wrap.clientWidth) wrap.scrollLeft += c.right - w.left - wrap.clientWidth;
  const seen = td.getBoundingClientRect(), foot = document.querySelector('.phone-nav')?.offsetHeight || 0;
  if (seen.bottom > innerHeight - foot) scrollBy(0, seen.bottom - innerHeight + foot + 8);
  else if (seen.top < table.tHead.offsetHeight) scrollBy(0, Math.min(seen.top, w.top) - 8);
}

function open(table, td) {
  const pattern = table.dataset.href;
  const row = td.parentElement.dataset.id, col = columnHead(table, td)?.dataset.id;
  if (!pattern || row == null || col == null) return;
  location.assign(pattern.replace('{row}', encodeURIComponent(row)).replace('{col}', encodeURIComponent(col)));
}

const visibleRow = (row, step) => {
  do row = step > 0 ? row.nextElementSibling : row.previousElementSibling; while (row && (row.hidden || !row.cells[1]));
  return row;
};

function target(td, e) {
  const row = td.parentElement, cells = row.cells, i = td.cellIndex, body = row.parentElement;
  const down = n => { let r = row; for (let k = 0; k < n; k++) r = visibleRow(r, 1) || r; return r.cells[i]; };
  const up = n => { let r = row; for (let k = 0; k < n; k++) r = visibleRow(r, -1) || r; return r.cells[i]; };
  const rtl = getComputedStyle(td).direction === 'rtl';
  switch (e.key) {
    case 'ArrowRight': return cells[i + (rtl ? -1 : 1)];
    case 'ArrowLeft': return cells[i - (rtl ? -1 : 1)];
    case 'ArrowDown': return down(1);
    case 'ArrowUp': return up(1);
    case 'PageDown': return down(10);
    case 'PageUp': return up(10);
    case 'Home': return e.ctrlKey ? down(-1) && body.querySelector('tr:not([hidden]) td') : cells[1];
    case 'End': return e.ctrlKey ? down(body.rows.length)?.parentElement.cells[cells.length - 1] : cells[cells.length - 1];
    default: return undefined;
  }
}

document.addEventListener('keydown', e => {
  const td = cellOf(e.target);
  if (!td || e.target !== td || e.altKey || e.metaKey) return;
  const table = tableOf(td);
  if (e.key === 'Enter') { open(table, td); return; }
  const to = target(td, e);
  if (to === undefined) { if (e.key.startsWith('Arrow')) e.preventDefault(); return; }
  e.preventDefault();
  if (!to || to.tagName !== 'TD') return;
  hold(table, to);
  to.focus({ preventScroll: true });
  reveal(to, table);
});
document.addEventListener('focusin', e => {
  const td = cellOf(e.target), table = td && tableOf(td);
  if (!td || e.target !== td) return;
  mark(table, td);
  say(table, td);
});
document.addEventListener('focusout', e => {
  const table = tableOf(e.target);
  if (table && tableOf(e.relatedTarget) !== table) mark(table, null);
});
document.addEventListener('click', e => {
  const td = cellOf(e.target);
  if (!td || e.target.closest('a, button, input, label')) return;
  const table = tableOf(td);
  hold(table, td);
  td.focus({ preventScroll: true });
  open(table, td);
});
document.addEventListener('pointerover', e => {
  if (e.pointerType === 'touch') return;
  const td = cellOf(e.target);
  if (td && cellOf(document.activeElement) === null) say(tableOf(td), td);
});

prepare(document);
document.addEventListener('htmx:load', e => prepare(e.target.parentElement || document));
