/* Passkeys: the browser's device makes one (form[data-passkey-new]) or signs with one (form[data-passkey-sign-in]);
 * what it gives goes into the form's hidden field, and the form is sent as any other. */
const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
const withIds = list => (list ?? []).map(c => ({ ...c, id: bytes(c.id) }));

const told = (credential, response) => JSON.stringify({
  id: credential.id, rawId: text(credential.rawId), type: credential.type, response,
  authenticatorAttachment: credential.authenticatorAttachment, clientExtensionResults: {},
});

async function made(options) {
  const credential = await navigator.credentials.create({ publicKey: {
    ...options, challenge: bytes(options.challenge), user: { ...options.user, id: bytes(options.user.id) },
    excludeCredentials: withIds(options.excludeCredentials),
  } });
  return told(credential, {
    attestationObject: text(credential.response.attestationObject),
    clientDataJSON: text(credential.response.clientDataJSON),
    transports: credential.response.getTransports?.() ?? [],
  });
}

async function signed() {
  const answer = await fetch('/sign-in/passkey', { headers: { Accept: 'application/json' } });
  if (!answer.ok) throw new Error(`The server answered ${answer.status}`);
  const options = await answer.json();
  const credential = await navigator.credentials.get({ publicKey: {
    ...options, challenge: bytes(options.challenge), allowCredentials: withIds(options.allowCredentials),
  } });
  const { authenticatorData, clientDataJSON, signature, userHandle } = credential.response;
  return told(credential, {
    authenticatorData: text(authenticatorData), clientDataJSON: text(clientDataJSON), signature: text(signature),
    userHandle: userHandle ? text(userHandle) : undefined,
  });
}

document.addEventListener('submit', async e => {
  const form = e.target;
  if (!form.matches('[data-passkey-new], [data-passkey-sign-in]')) return;
  e.preventDefault();
  const problem = form.querySelector('[data-passkey-problem]');
  problem.hidden = true;
  try {
    form.elements.credential.value = form.dataset.options ? await made(JSON.parse(form.dataset.options)) : await signed();
    HTMLFormElement.prototype.submit.call(form);
  } catch {
    problem.hidden = false;
  }
});

if (!window.PublicKeyCredential) document.querySelectorAll('[data-passkey-sign-in]').forEach(f => f.remove());
