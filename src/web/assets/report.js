/**
 * What script adds to the page on which a whole report is written: what is typed saves itself a few seconds after the last key. The whole form is sent
 * as the button would send it, and the versions of the answer page are taken over, so that saving again is never a conflict with oneself. When something
 * needs a person's eye it stops and says so; the button then shows what. Without this file the button saves.
 */
const form = document.querySelector('form[data-autosave]');
const status = document.querySelector('[data-autosave-status]');
const pause = 3_000;
let timer;
let saving = false;
let stopped = false;

form?.addEventListener('input', (event) => {
  if (stopped || !(event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLSelectElement)) return;
  clearTimeout(timer);
  timer = setTimeout(save, pause);
});
form?.addEventListener('submit', () => {
  stopped = true;
  clearTimeout(timer);
});

async function save() {
  if (saving || stopped) return;
  saving = true;
  status.textContent = form.dataset.saving;
  const before = typed();
  const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) }).catch(
    () => undefined,
  );
  saving = false;
  // Without a connection nothing is lost: the text stands in the form, and the next key tries again.
  if (answer === undefined) {
    status.textContent = '';
    return;
  }
  if (stopped) return;
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('form[data-autosave]');
  if (!answer.ok || next === null) {
    stopped = true;
    status.textContent = form.dataset.stopped;
    return;
  }
  for (const hidden of form.querySelectorAll('input[type="hidden"]')) {
    const fresh = next.querySelector(`input[type="hidden"][name="${CSS.escape(hidden.name)}"]`);
    if (fresh) hidden.value = fresh.value;
  }
  if (typed() === before) {
    status.textContent = form.dataset.saved;
    delete document.body.dataset.unsaved;
  } else timer = setTimeout(save, pause);
}

function typed() {
  return [...form.querySelectorAll('textarea, select')].map(({ value }) => value).join('\u0000');
}
