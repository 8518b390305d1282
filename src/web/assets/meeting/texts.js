import { clock, desk, kept, newKey, say, showSaved, words } from './desk.js';
import { refusal, send } from './sending.js';

/** Texts that the server does not have yet, by the name of their field: where to, from which version, what. */
const drafts = new Map();
const draftForm = (name) => desk?.querySelector(`[data-draft="${CSS.escape(name)}"]`);

function write(name, draft) {
  drafts.set(name, draft);
  kept.write(`text.${name}`, { url: draft.url, base: draft.base, body: draft.body });
  mark(name, 'unsaved', words.unsaved);
  clearTimeout(draft.timer);
  draft.timer = setTimeout(() => saveDraft(name), 700);
}

function mark(name, state, text) {
  const form = draftForm(name);
  if (form) {
    form.dataset.state = state;
    form.querySelector('[data-draft-status]').textContent = text;
  }
  showSaved();
}

export async function saveDraft(name) {
  const draft = drafts.get(name);
  if (!draft || draft.sending || draft.conflict) return;
  draft.sending = true;
  const body = draft.body;
  mark(name, 'saving', words.saving);
  const answer = await send(draft.url, { body, version: draft.base, auto: '1', idempotencyKey: newKey() });
  draft.sending = false;
  if (answer.kind === 'offline') return mark(name, 'unsaved', words.unsaved);
  if (answer.kind === 'page') return mark(name, 'unsaved', refusal(answer.page));
  const { saved, version, body: theirs, by } = answer.value;
  // An answer that was lost on its way back: the text that is saved is our own.
  if (saved || theirs === body) return draftSaved(name, draft, { body, version });
  draft.conflict = { body: theirs, version, by };
  mark(name, 'unsaved', words.unsaved);
  showConflict(name);
}

function draftSaved(name, draft, { body, version }) {
  ownSaves += 1;
  draft.base = version;
  const form = draftForm(name);
  if (form) {
    form.dataset.version = version;
    form.elements.body.defaultValue = body;
  }
  if (draft.body !== body) return write(name, draft);
  drafts.delete(name);
  kept.write(`text.${name}`, null);
  mark(name, 'saved', `${words.saved} ${clock(true)}`);
}

/** Both texts below the field; the writer decides, and until then both are kept. */
function showConflict(name) {
  const [form, draft] = [draftForm(name), drafts.get(name)];
  if (!form) return say(`${words.elsewhere}: ${draft.body.slice(0, 60)}`);
  showOther(form, { title: words.theirs.replace('{who}', draft.conflict.by), theirs: draft.conflict.body, mine: draft.body });
}

function showOther(form, { title, theirs, mine }) {
  const part = (key) => form.querySelector(`[data-draft-${key}]`);
  part('title').textContent = title;
  part('theirs').textContent = theirs;
  part('mine').textContent = mine ?? '';
  part('mine-box').hidden = mine === undefined;
  part('choices').hidden = mine === undefined;
  part('use').hidden = mine !== undefined;
  part('other').hidden = false;
}

function choose(form, choice) {
  const name = form.dataset.draft;
  const draft = drafts.get(name);
  const fresh = draft?.conflict ?? form.fresh;
  if (!fresh) return;
  form.querySelector('[data-draft-other]').hidden = true;
  form.fresh = undefined;
  if (choice === 'theirs') {
    drafts.delete(name);
    kept.write(`text.${name}`, null);
    setField(form, fresh);
    mark(name, 'saved', `${words.saved} ${clock(true)}`);
  } else {
    const body = choice === 'both' ? `${fresh.body}\n\n${draft.body}` : draft.body;
    form.elements.body.value = body;
    write(name, { url: draft.url, base: fresh.version, body });
  }
  form.elements.body.focus();
}

function setField(form, { body, version, status }) {
  form.elements.body.value = body;
  form.elements.body.defaultValue = body;
  form.dataset.version = version;
  if (status) form.querySelector('[data-draft-status]').textContent = status;
}

/** Texts of others into the fields nobody here is writing in; beside the one in which the cursor stands. */
export function mergeTexts(page) {
  for (const theirs of page.querySelectorAll('[data-draft]')) {
    const form = draftForm(theirs.dataset.draft);
    if (!form || drafts.has(theirs.dataset.draft) || Number(theirs.dataset.version) <= Number(form.dataset.version)) continue;
    const status = theirs.querySelector('[data-draft-status]').textContent;
    const fresh = { body: theirs.elements.body.defaultValue, version: theirs.dataset.version, status };
    if (document.activeElement === form.elements.body) {
      form.fresh = fresh;
      showOther(form, { title: status, theirs: fresh.body });
    } else setField(form, fresh);
  }
}

/** After a reload or a closed window: what was not sent comes back into its field and is sent. */
export function restoreDrafts() {
  for (const key of kept.names('text.')) {
    const name = key.slice('text.'.length);
    const form = draftForm(name);
    if (drafts.has(name)) {
      if (form) form.elements.body.value = drafts.get(name).body;
      if (drafts.get(name).conflict) showConflict(name);
      continue;
    }
    const draft = kept.read(key);
    if (!draft || form?.elements.body.defaultValue === draft.body) {
      kept.write(key, null);
      continue;
    }
    if (form) form.elements.body.value = draft.body;
    write(name, draft);
    if (form) say(words.kept);
  }
}

/** How many of these changes are texts that this screen saved itself: they are no news here. */
let ownSaves = 0;
export function takeOwnSaves(changes) {
  const known = Math.min(ownSaves, changes.filter(({ own, what }) => own && what === 'text').length);
  ownSaves -= known;
  return known;
}

/** Sends every text that the server does not have. */
export function saveAll() {
  for (const name of drafts.keys()) void saveDraft(name);
}

/** Each field saves itself: a while after the last letter, and when it is left. */
export function watchTexts() {
  desk.addEventListener('input', ({ target }) => {
    const form = target.closest('[data-draft]');
    if (!form) return;
    const name = form.dataset.draft;
    const draft = drafts.get(name) ?? { url: form.getAttribute('action'), base: Number(form.dataset.version) };
    draft.body = form.elements.body.value;
    write(name, draft);
    if (draft.conflict) showConflict(name);
  });
  desk.addEventListener('focusout', ({ target }) => {
    const form = target.closest('[data-draft]');
    if (form && drafts.has(form.dataset.draft)) void saveDraft(form.dataset.draft);
    else if (form?.fresh) setTimeout(() => useFresh(form));
  });
  desk.addEventListener('click', ({ target }) => {
    const choice = target.closest('[data-draft-choice]');
    if (choice) choose(choice.closest('[data-draft]'), choice.dataset.draftChoice);
  });
}

function useFresh(form) {
  if (!form.fresh || form.contains(document.activeElement) || drafts.has(form.dataset.draft)) return;
  setField(form, form.fresh);
  form.fresh = undefined;
  form.querySelector('[data-draft-other]').hidden = true;
}
