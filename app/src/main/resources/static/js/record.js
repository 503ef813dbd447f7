/*
 * Scoring from the keyboard. A row is [data-rate-row] with one group of radios.
 * A digit sets the radio with that data-key (or value) and goes on to the next row;
 * m = missed, e = excused; Delete clears; up and down change rows.
 * Backspace takes back what was marked last: the mark of this row or, where it has none, of the row before.
 * The button that stores is the row after the last one: a slip in the last mark is taken back from there.
 * Keys act only while the focus is on a radio in a row or, up and Backspace, on that button (WCAG 2.1.4).
 */
const rowOf = el => el?.closest?.('[data-rate-row]');
const radios = row => [...row.querySelectorAll('input[type="radio"]:not(:disabled)')];
const key = r => r.dataset.key || (/^[0-9]$/.test(r.value) ? r.value : { missed: 'm', excused: 'e' }[r.value.toLowerCase()]);

function rows(row) {
  const scope = row.closest('form') || document;
  return [...scope.querySelectorAll('[data-rate-row]')].filter(r => !r.closest('[hidden]'));
}
function focusRow(row) {
  const all = radios(row);
  const to = all.find(r => r.checked) || all[0];
  to?.focus();
  to?.closest('[data-rate-row]').scrollIntoView({ block: 'nearest' });
}
function clear(row) {
  const on = radios(row).find(r => r.checked);
  if (on) { on.checked = false; changed(on); }
  return Boolean(on);
}
function takeBack(row) {
  if (clear(row)) return;
  const all = rows(row), before = all[all.indexOf(row) - 1];
  if (before) { clear(before); focusRow(before); }
}
/* From the button that stores, back into the last row. */
function back(e) {
  if (e.key !== 'ArrowUp' && e.key !== 'Backspace') return;
  const last = e.target.matches?.('[type="submit"]') && [...e.target.form?.querySelectorAll('[data-rate-row]') ?? []]
    .filter(r => !r.closest('[hidden]')).pop();
  if (!last) return;
  e.preventDefault();
  if (e.key === 'Backspace') clear(last);
  focusRow(last);
}
function move(row, step) {
  const all = rows(row), to = all[all.indexOf(row) + step];
  if (to) focusRow(to);
  else if (step > 0) row.closest('form')?.querySelector('[type="submit"]')?.focus();
}
function count(form) {
  const out = form?.dataset.rateCount && document.querySelector(form.dataset.rateCount);
  if (!out) return;
  const all = [...form.querySelectorAll('[data-rate-row]')];
  const done = all.filter(r => radios(r).some(i => i.checked)).length;
  out.textContent = (out.dataset.words || '{done} of {all}').replace('{done}', done).replace('{all}', all.length);
}
const changed = r => r.dispatchEvent(new Event('change', { bubbles: true }));

document.addEventListener('keydown', e => {
  if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing) return;
  const row = e.target.matches?.('input[type="radio"]') ? rowOf(e.target) : null;
  if (!row) { back(e); return; }
  if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
    e.preventDefault();
    const all = rows(row);
    if (e.key === 'ArrowDown' || all.indexOf(row) > 0) move(row, e.key === 'ArrowDown' ? 1 : -1);
    return;
  }
  if (e.key === 'Enter') { e.preventDefault(); move(row, 1); return; }
  if (e.key === 'Backspace' || e.key === 'Delete') {
    e.preventDefault();
    (e.key === 'Delete' ? clear : takeBack)(row);
    return;
  }
  const hit = radios(row).find(r => key(r) === e.key.toLowerCase());
  if (!hit) return;
  e.preventDefault();
  if (!hit.checked) { hit.checked = true; changed(hit); }
  hit.focus();
  move(row, 1);
});
document.addEventListener('change', e => count(rowOf(e.target)?.closest('form')));
document.addEventListener('reset', e => setTimeout(() => count(e.target)));
document.querySelectorAll('form[data-rate-count]').forEach(count);
// The browser gives the focus a moment after the page has loaded; a quick hand has typed by then.
document.querySelector('[data-rate-row] [autofocus]')?.focus();
document.addEventListener('htmx:load', e => count(e.target.closest?.('form') || e.target.querySelector?.('form[data-rate-count]')));
