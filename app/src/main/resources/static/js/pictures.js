/*
 * Questions with places on a picture. Every place is an ordinary choice below the picture; with this file it can be
 * tapped on the picture too, and the picture shows what is chosen.
 */
const inputOf = spot => spot.closest('[data-scene]').querySelector('input[value="' + spot.dataset.spot + '"]');

export function showChosen() {
  document.querySelectorAll('[data-spot]').forEach(spot => {
    const input = inputOf(spot);
    spot.classList.toggle('chosen', input.checked);
    spot.classList.toggle('looked-at', input === document.activeElement);
  });
}

document.addEventListener('click', e => {
  const spot = e.target.closest('[data-spot]');
  if (spot) inputOf(spot).click();
  else if (e.target.closest('[data-scene] svg')) addPlace(e);
});
['input', 'focusin', 'focusout', 'pageshow'].forEach(event => addEventListener(event, showChosen));

/* Where a question is written, a click beside the places adds one to their list. */
function addPlace(e) {
  const places = document.querySelector('[data-places]');
  if (!places) return;
  const svg = e.target.closest('svg');
  const at = new DOMPoint(e.clientX, e.clientY).matrixTransform(svg.getScreenCTM().inverse());
  const wide = Math.max(1, Math.round(svg.viewBox.baseVal.width / 16));
  const line = 'circle ' + [at.x, at.y, wide].map(Math.round).join(',') + ': ';
  places.value = (places.value.trim() ? places.value.trimEnd() + '\n' : '') + line;
  places.focus();
  places.setSelectionRange(places.value.length, places.value.length);
}
