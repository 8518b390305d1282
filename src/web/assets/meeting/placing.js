import { desk, say, showSaved } from './desk.js';
import { answerOf, refusal } from './sending.js';
import { mergeTexts, restoreDrafts } from './texts.js';

const partNames = ['head', 'agenda', 'item', 'presence'];
const partOf = (root, name) => root.querySelector(`[data-part="${name}"]`);

/** Puts the parts of an answered page where they belong: what is being typed, what stands open and where the focus is are kept. */
export function place(answer, sent) {
  if (answer.kind !== 'page') return;
  const next = answer.page.querySelector('[data-desk]');
  if (!next) {
    if (answer.ok) location.assign(answer.url);
    else say(refusal(answer.page));
    return;
  }
  const done = answer.ok && sent ? sent.closest('details') : null;
  const focus = focusMark();
  const sameItem = next.dataset.item === desk.dataset.item;
  for (const name of sameItem ? partNames : [...partNames, 'texts']) swap(name, next, { sent, done, sameItem });
  if (sameItem) mergeTexts(next);
  desk.dataset.item = next.dataset.item;
  desk.dataset.marker = next.dataset.marker;
  if (sent && answer.ok) history.replaceState(null, '', answer.url);
  document.title = answer.page.title;
  restoreDrafts();
  showScriptParts();
  showSaved();
  const flash = answer.page.querySelector('.flash .notice-body')?.textContent;
  if (flash && sent) say(flash);
  refocus(focus, { error: !answer.ok, moved: !sameItem });
}

function swap(name, next, { sent, done, sameItem }) {
  const [mine, theirs] = [partOf(desk, name), partOf(next, name)];
  if (!mine || !theirs) return;
  const open = [...mine.querySelectorAll('details[open][id]')].filter((one) => one !== done).map((one) => one.id);
  const typed = [...mine.querySelectorAll('form[data-dirty]')].filter((form) => form !== sent).flatMap(valuesOf);
  mine.innerHTML = theirs.innerHTML;
  if (!sameItem) return;
  for (const id of open) document.getElementById(id)?.setAttribute('open', '');
  for (const value of typed) restoreValue(mine, value);
}

function valuesOf(form) {
  const action = form.getAttribute('action');
  return [...form.elements]
    .filter(({ name, type }) => name && type !== 'hidden' && type !== 'submit')
    .map(({ name, value, type, checked }) => ({ action, name, value, type, checked }));
}

function restoreValue(root, { action, name, value, type, checked }) {
  for (const form of root.querySelectorAll('form')) {
    if (form.getAttribute('action') !== action) continue;
    for (const element of form.elements) {
      if (element.name !== name) continue;
      if (type === 'radio' || type === 'checkbox') {
        if (element.value === value) element.checked = checked;
      } else element.value = value;
      form.dataset.dirty = 'yes';
    }
  }
}

/** Where the focus is, told so that it is found again in a part that was put in place anew. */
function focusMark() {
  const at = document.activeElement;
  if (!at || at === document.body || !desk.contains(at)) return null;
  return { id: at.id, text: at.textContent, tag: at.tagName, start: at.selectionStart ?? null };
}

function refocus(mark, { error, moved }) {
  const problem = desk.querySelector('[data-focus]');
  if (error && problem) return problem.focus();
  const still = document.activeElement && document.activeElement !== document.body && document.activeElement.isConnected;
  if (still) return;
  const list = desk.querySelector('[data-part="item"] [data-person-choices] input');
  const same = mark && !moved && (mark.id ? document.getElementById(mark.id) : [...desk.querySelectorAll(mark.tag)].find((one) => one.textContent === mark.text));
  const target = list ?? same ?? desk.querySelector('.desk-item h2');
  if (!target || (!mark && !list)) return;
  if (target.tagName === 'H2') target.tabIndex = -1;
  target.focus();
  if (mark?.start !== null && target === same && 'setSelectionRange' in target) target.setSelectionRange(mark.start, mark.start);
}

/** Asks for the screen as it is now; who is writing stays at the item in which she writes. */
export async function lookAgain() {
  const typing = desk.querySelector('[data-part="texts"]').contains(document.activeElement) || desk.querySelector('form[data-dirty]');
  const url = typing && desk.dataset.item ? `${location.pathname}?punkt=${desk.dataset.item}` : location.href;
  place(await answerOf(await fetch(url).catch(() => undefined)));
}

/** With script texts save themselves, and keys can be turned off. */
export function showScriptParts() {
  for (const one of document.querySelectorAll('[data-draft-save]')) one.hidden = true;
  for (const one of document.querySelectorAll('[data-keys-switch]')) {
    one.hidden = false;
    one.querySelector('input').checked = localStorage.getItem('kansli.keys') === 'off';
  }
}
