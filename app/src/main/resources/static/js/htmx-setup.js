/* htmx sends the CSRF token that the layout put into the head, and says when a call fails. */
const token = () => document.querySelector('meta[name="csrf-token"]')?.content;

document.addEventListener('htmx:configRequest', e => {
  const t = token();
  if (t && e.detail.verb !== 'get') e.detail.headers['X-CSRF-TOKEN'] = t;
});
for (const kind of ['htmx:responseError', 'htmx:sendError', 'htmx:timeout']) {
  document.addEventListener(kind, () => {
    const box = document.getElementById('live-error');
    if (box) { box.hidden = false; box.querySelector('[data-text]').textContent = box.dataset.words; }
  });
}
