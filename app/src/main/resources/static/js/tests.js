/*
 * Taking a test. Without this file every answer is an ordinary form; with it the answer is sent in the background,
 * sent again while there is no connection, and what is being typed survives a reload.
 * The server keeps the first answer to a question, so that sending it again is safe.
 */
import { showChosen } from './pictures.js';

const words = form => form.querySelector('[data-saving]');
const draftKey = form => 'draft ' + form.action + ' ' + form.elements.item.value;
const pause = ms => new Promise(done => setTimeout(done, ms));

const typed = form => [...form.querySelectorAll('input:not([type="hidden"]), select, textarea')];
function keepDraft(form) {
  const values = typed(form).map(e => e.type === 'checkbox' || e.type === 'radio' ? e.checked : e.value);
  try { sessionStorage.setItem(draftKey(form), JSON.stringify(values)); } catch { /* storage is full or closed: the page still works */ }
}
function takeUpDraft(form) {
  const values = JSON.parse(sessionStorage.getItem(draftKey(form)) || 'null');
  if (!values) return;
  typed(form).forEach((e, i) => {
    if (typeof values[i] === 'boolean') e.checked = values[i];
    else if (typeof values[i] === 'string') e.value = values[i];
  });
}

async function send(form, body) {
  for (let wait = 1000; ; wait = Math.min(wait * 2, 10000)) {
    try {
      const answer = await fetch(form.action, { method: 'POST', body, headers: { 'Accept': 'text/html' } });
      if (answer.status < 500) return answer;
      words(form).textContent = 'The server did not take it. Your answer is kept on this page; trying again.';
    } catch {
      words(form).textContent = 'No connection. Your answer is kept on this page and is sent as soon as there is one.';
    }
    await pause(wait);
  }
}

async function submit(form, button) {
  const fields = new FormData(form);
  if (button?.name) fields.append(button.name, button.value);
  form.querySelectorAll('button').forEach(b => { b.disabled = true; });
  words(form).textContent = 'Saving your answer.';
  const answer = await send(form, new URLSearchParams(fields));
  if (!answer.headers.get('content-type')?.includes('html') || answer.url.includes('/sign-in')) {
    location.assign(answer.url);
    return;
  }
  if (answer.ok) sessionStorage.removeItem(draftKey(form));
  show(new DOMParser().parseFromString(await answer.text(), 'text/html'), answer);
}

function show(page, answer) {
  document.title = page.title;
  if (answer.redirected) history.replaceState(null, '', answer.url);
  document.querySelector('main').replaceWith(page.querySelector('main'));
  begin();
  document.querySelectorAll('main [data-needs-js][hidden]').forEach(e => { e.hidden = false; });
  const heading = document.querySelector('main h1');
  heading.tabIndex = -1;
  heading.focus();
  scrollTo(0, 0);
}

function begin() {
  document.querySelectorAll('form[data-answer]').forEach(takeUpDraft);
  showChosen();
  tick();
}

document.addEventListener('submit', e => {
  if (!e.target.matches('form[data-answer]')) return;
  e.preventDefault();
  submit(e.target, e.submitter);
});
document.addEventListener('input', e => {
  const form = e.target.closest('form[data-answer]');
  if (form) keepDraft(form);
});

function tick() {
  const clock = document.querySelector('[data-until]');
  if (!clock) return;
  const left = Math.round((new Date(clock.dataset.until) - Date.now()) / 1000);
  if (left <= 0) { location.assign(clock.dataset.over); return; }
  const minutes = Math.floor(left / 60);
  clock.textContent = minutes >= 1 ? minutes + ' min left' : left + ' s left';
}
if (document.querySelector('[data-until]')) setInterval(tick, 1000);

document.addEventListener('click', e => {
  const button = e.target.closest('[data-read-aloud]');
  if (!button || !('speechSynthesis' in window)) return;
  if (speechSynthesis.speaking) { speechSynthesis.cancel(); return; }
  const text = document.querySelector(button.dataset.readAloud).cloneNode(true);
  text.querySelectorAll('math[alttext]').forEach(m => m.replaceWith(' ' + m.getAttribute('alttext') + ' '));
  text.querySelectorAll('svg[aria-label]').forEach(p => p.replaceWith(' ' + p.getAttribute('aria-label') + '. '));
  text.querySelectorAll('label, option, p, li').forEach(p => p.append('. '));
  speechSynthesis.speak(new SpeechSynthesisUtterance(text.textContent));
});
begin();
