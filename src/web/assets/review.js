/**
 * What script adds to the surface on which proposals are reviewed (`components/review-desk`): what is done there changes the surface alone, the
 * focus goes to the proposal that is looked at next, and keys work while the focus is in the list. Whenever an answer is not such a surface, or
 * does not come, the browser does what it would have done without this file.
 */
const desk = () => document.querySelector('[data-review]');

/** Each row is one act: any of its keys presses the visible control that carries one of them. */
const reviewKeys = [
  ['j', 'arrowdown'],
  ['k', 'arrowup'],
  ['b', 'c', 'enter'],
  ['a', 'x'],
  ['ä', 'e'],
  ['u'],
];

function focusCurrent() {
  const field = desk()?.querySelector('[data-focus], form.form [aria-invalid="true"], .proposal-card form.form .ds-input');
  const card = desk()?.querySelector('[data-tone="current"]');
  (field ?? card ?? desk()?.querySelector('[data-review-list] a'))?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: 'nearest' });
}

/** Puts the surface of an answer in the place of the one that is shown. Answers false when the answer has none. */
function showDesk(text, address) {
  const answer = new DOMParser().parseFromString(text, 'text/html');
  const next = answer.querySelector('[data-review]');
  if (!next || !desk()) return false;
  desk().replaceWith(next);
  document.title = answer.title;
  const heading = document.querySelector('h1');
  const nextHeading = answer.querySelector('h1');
  if (heading && nextHeading) heading.replaceWith(nextHeading);
  history.replaceState(null, '', address);
  readyDesk();
  focusCurrent();
  const said = answer.querySelector('.flash') ?? next.querySelector('[role="alert"], [data-just-done] p');
  const status = document.querySelector('[data-review-status]');
  if (status) status.textContent = said?.textContent?.trim() ?? '';
  return true;
}

let asking = false;
async function ask(address, options, otherwise) {
  if (asking) return;
  asking = true;
  desk()?.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(address, { ...options, headers: { accept: 'text/html' } });
    const hash = new URL(address, location.href).hash;
    if (!showDesk(await answer.text(), answer.url + (answer.url.includes('#') ? '' : hash))) {
      if (options?.method) location.assign(answer.url);
      else otherwise();
    }
  } catch {
    otherwise();
  } finally {
    asking = false;
    desk()?.removeAttribute('aria-busy');
  }
}

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.closest('[data-review]') || event.defaultPrevented) return;
  event.preventDefault();
  const data = new FormData(form, event.submitter);
  if (form.method === 'post') {
    const body = new URLSearchParams([...data].map(([name, value]) => [name, String(value)]));
    ask(form.action, { method: 'POST', body }, () => form.submit());
  } else {
    const address = new URL(form.action);
    for (const [name, value] of data) if (value !== '') address.searchParams.append(name, String(value));
    ask(address.href, undefined, () => location.assign(address));
  }
});

/** Links to the same review change the surface; with text that was typed and not sent, the browser asks first as it always does. */
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('[data-review] a[href]') : null;
  if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const [, file] = /^\/las-in\/([0-9a-f-]{36})/.exec(location.pathname) ?? [];
  const path = new URL(link.href).pathname;
  const isReview = path === `/las-in/${file}` || (path.startsWith(`/las-in/${file}/post/`) && path.endsWith('/andra'));
  if (!isReview || link.getAttribute('href').startsWith('#') || document.body.dataset.unsaved) return;
  event.preventDefault();
  ask(link.href, undefined, () => location.assign(link.href));
});

/** The keys of the list. In a field a letter is a letter; only Escape leaves the form. */
document.addEventListener('keydown', (event) => {
  const list = event.target instanceof Element ? event.target.closest('[data-review="keys"] [data-review-list]') : null;
  if (!list || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.repeat) return;
  const press = (control) => {
    if (!(control instanceof HTMLElement)) return;
    event.preventDefault();
    control.click();
  };
  if (event.target.closest('form.form')) {
    if (event.key === 'Escape') press(list.querySelector('.proposal-card form.form .actions a'));
    return;
  }
  if (event.target.closest('textarea, select, input:not([type="checkbox"])')) return;
  const key = event.key.toLowerCase();
  if (key === 'enter' && event.target.closest('a, button, summary, input')) return;
  const current = list.querySelector('[data-tone="current"]');
  if (key === '?') {
    const keys = list.querySelector('[data-review-keys]');
    keys.open = !keys.open;
    event.preventDefault();
    if (keys.open) keys.querySelector('summary').focus();
  } else if (key === '/') {
    event.preventDefault();
    desk().querySelector('input[type="search"]')?.focus();
  } else if (key === 'm') press(current?.querySelector('.proposal-head > input'));
  else {
    const wanted = reviewKeys.find((keys) => keys.includes(key));
    const has = (control) => wanted?.includes(control.dataset.shortcut) && control.getClientRects().length > 0;
    const near = [...(current?.querySelectorAll('[data-shortcut]') ?? [])];
    press(near.find(has) ?? [...desk().querySelectorAll('[data-shortcut]')].find(has));
  }
});

/** One box that ticks all others of the page, which only script can do. */
function readyDesk() {
  const all = desk()?.querySelector('[data-tick-all]');
  if (!all) return;
  all.hidden = false;
  all.querySelector('input').addEventListener('change', ({ target }) => {
    for (const box of desk().querySelectorAll('.proposal-head > input')) box.checked = target.checked;
  });
}

readyDesk();
if (location.hash.startsWith('#post-')) focusCurrent();
