import { desk, notes, say, words } from './desk.js';

const isText = (at) => at.matches('textarea, select, [contenteditable], input:not([type="radio"], [type="checkbox"], [type="submit"])');
const keysAreOff = () => localStorage.getItem('kansli.keys') === 'off';
let pending = '';

function inList(event, radio) {
  const rows = [...radio.closest('[data-person-choices]').querySelectorAll('fieldset')];
  const at = rows.indexOf(radio.closest('fieldset'));
  const go = (row) => row && (row.querySelector('input:checked') ?? row.querySelector('input')).focus();
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    go(rows[at + (event.key === 'ArrowDown' ? 1 : -1)]);
    return true;
  }
  const choice = rows[at].querySelector(`[data-choice-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!choice) return false;
  choice.checked = true;
  choice.dispatchEvent(new Event('input', { bubbles: true }));
  choice.dispatchEvent(new Event('change', { bubbles: true }));
  if (rows[at + 1]) go(rows[at + 1]);
  else choice.closest('form').querySelector('[type="submit"]')?.focus();
  return true;
}

function onDesk(key) {
  const sign = pending + key;
  pending = '';
  const person = sign.length === 2 && desk.querySelector(`[data-keys="${CSS.escape(sign)}"] button`);
  if (person) return person.click(), true;
  if (key === '?') return openPart(desk.querySelector('[data-desk-keys]'));
  const button = desk.querySelector(`[data-shortcut="${CSS.escape(key)}"]`);
  if (button && !button.closest('details:not([open])')) return button.click(), true;
  const part = desk.querySelector(`[data-key-open="${CSS.escape(key)}"]`);
  if (part) return openPart(part);
  const text = desk.querySelector(`[data-key-focus="${CSS.escape(key)}"]`);
  if (text) return text.focus(), true;
  if (desk.querySelector(`[data-keys^="${CSS.escape(key)}"]`)) {
    pending = key;
    say(words.keyPending);
    return true;
  }
  return false;
}

function openPart(part) {
  part.open = !part.open;
  const first = part.open && part.querySelector('input:not([type="hidden"]), select, textarea, button, a[href]');
  (first || part.querySelector('summary')).focus();
  return true;
}

/** Keys work where nobody is writing. They come before those of every page, so that turning them off turns all of them off (WCAG 2.1.4). */
export function watchKeys() {
  addEventListener('keydown', onKey, true);
  desk?.addEventListener('change', ({ target }) => {
    if (!target.closest('[data-keys-switch]')) return;
    localStorage.setItem('kansli.keys', target.checked ? 'off' : 'on');
    say(target.checked ? words.keysOff : words.keysOn);
  });
}

function onKey(event) {
    const at = event.target instanceof Element ? event.target : document.body;
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || !notes) return;
    if (event.key === 'Escape' && desk?.contains(at) && isText(at)) return at.blur();
    if (isText(at)) return;
    const letter = event.key.length === 1;
    if (letter && keysAreOff()) return event.stopImmediatePropagation();
    const list = at.closest('[data-person-choices]');
    const handled = (list && at.matches('input') && inList(event, at)) || (letter && desk && onDesk(event.key.toLowerCase()));
    if (!handled) return;
    event.preventDefault();
    event.stopImmediatePropagation();
}
