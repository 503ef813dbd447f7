/*
 * Recording a voice into a file field. Without this file, or without a microphone, a sound file can be chosen.
 * What was recorded stands in the field like any chosen file, and is sent with the form.
 */
const MOST_SECONDS = 300;
const KINDS = [['audio/webm;codecs=opus', 'webm'], ['audio/mp4', 'm4a'], ['audio/ogg;codecs=opus', 'ogg']];
let running = null;

const part = (box, name) => box.querySelector('[data-voice-' + name + ']');
function say(box, what) { part(box, 'words').textContent = part(box, 'words').dataset[what]; }

function tick() {
  const seconds = Math.round((Date.now() - running.since) / 1000);
  part(running.box, 'time').textContent = Math.floor(seconds / 60) + ':' + String(seconds % 60).padStart(2, '0');
  if (seconds >= MOST_SECONDS) running.recorder.stop();
}

async function start(box, button) {
  const kind = window.MediaRecorder && KINDS.find(([type]) => MediaRecorder.isTypeSupported(type));
  const stream = kind && await navigator.mediaDevices?.getUserMedia({ audio: true }).catch(() => null);
  if (!stream) { say(box, 'none'); return; }
  const chunks = [];
  const recorder = new MediaRecorder(stream, { mimeType: kind[0], audioBitsPerSecond: 32000 });
  recorder.addEventListener('dataavailable', e => chunks.push(e.data));
  recorder.addEventListener('stop', () => {
    stream.getTracks().forEach(track => track.stop());
    clearInterval(running.clock);
    running = null;
    keep(box, button, new File(chunks, 'Spoken.' + kind[1], { type: kind[0].split(';')[0] }));
  });
  button.textContent = button.dataset.stop;
  part(box, 'play').hidden = true;
  say(box, 'on');
  running = { box, recorder, since: Date.now(), clock: setInterval(tick, 1000) };
  recorder.start();
}

/* A field's files cannot be added to, only replaced: the others are taken over, an earlier recording is not. */
function keep(box, button, file) {
  const field = document.querySelector(box.dataset.voice);
  const files = new DataTransfer();
  [...field.files].filter(other => other.name !== file.name).forEach(other => files.items.add(other));
  files.items.add(file);
  field.files = files.files;
  const play = part(box, 'play');
  if (play.src) URL.revokeObjectURL(play.src);
  play.src = URL.createObjectURL(file);
  play.hidden = false;
  button.textContent = button.dataset.again;
  say(box, 'off');
}

document.addEventListener('click', e => {
  const button = e.target.closest('[data-voice-switch]');
  if (!button) return;
  if (running) running.recorder.stop();
  else start(button.closest('[data-voice]'), button);
});
/* A form that is sent in the midst of recording waits until the recording stands in its field. */
document.addEventListener('submit', e => {
  if (!running || !e.target.contains(running.box)) return;
  e.preventDefault();
  running.recorder.addEventListener('stop', () => e.target.requestSubmit(e.submitter));
  running.recorder.stop();
});
