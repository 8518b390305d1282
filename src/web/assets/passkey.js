/**
 * Passkeys (WebAuthn): asks the server for a question, lets the browser answer it, and sends the answer as a form. Forms for passkeys are hidden until
 * here, because without this script, or in a browser without passkeys, they can do nothing.
 */
const knowsPasskeys =
  'PublicKeyCredential' in window &&
  'parseRequestOptionsFromJSON' in PublicKeyCredential &&
  'parseCreationOptionsFromJSON' in PublicKeyCredential;

for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (!knowsPasskeys || !(form instanceof HTMLFormElement)) continue;
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    if (field(form, 'svar').value !== '') return;
    event.preventDefault();
    answer(form).catch(() => {
      const fault = form.querySelector('[data-passkey-error]');
      if (fault instanceof HTMLElement) fault.hidden = false;
    });
  });
}

/** @param {HTMLFormElement} form */
async function answer(form) {
  const asked = await fetch(form.dataset.ask ?? '', {
    method: 'POST',
    body: new URLSearchParams({ csrf: field(form, 'csrf').value }),
    headers: { accept: 'application/json' },
  });
  if (!asked.ok) throw new Error('no question');
  const options = await asked.json();
  const credential =
    form.dataset.passkey === 'make'
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  if (!(credential instanceof PublicKeyCredential)) throw new Error('no answer');
  field(form, 'svar').value = JSON.stringify(credential.toJSON());
  if (form.dataset.sendFirst === undefined) return form.requestSubmit();
  // What was typed waits in the first form of the page; it goes on when the person has shown who they are.
  const proved = await fetch(form.action, { method: 'POST', body: new URLSearchParams(entriesOf(form)) });
  if (!proved.ok) throw new Error('not proved');
  document.querySelector('main form')?.requestSubmit();
}

/**
 * @param {HTMLFormElement} form
 * @returns {[string, string][]}
 */
function entriesOf(form) {
  return [...new FormData(form)].map(([name, value]) => [name, String(value)]);
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 */
function field(form, name) {
  const found = form.elements.namedItem(name);
  if (!(found instanceof HTMLInputElement)) throw new Error(`The form has no field ${name}.`);
  return found;
}
