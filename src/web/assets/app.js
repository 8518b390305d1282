/**
 * What script adds, and only adds: every flow works without this file. Focus on what has to be corrected, keys, and a question before unsaved
 * text is left behind.
 */
document.querySelector('[data-focus]:not(.gallery-example *)')?.focus();

/** A key pressed outside a field clicks the visible button or link that carries it (`data-shortcut`). */
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.repeat) return;
  const at = event.target instanceof Element ? event.target : document.body;
  if (at.closest('input, textarea, select, [contenteditable]') || document.querySelector('[data-review]')) return;
  const current = document.querySelector('[data-tone="current"]') ?? document;
  const wanted = `[data-shortcut="${CSS.escape(event.key.length === 1 ? event.key.toLowerCase() : event.key)}"]`;
  const control = current.querySelector(wanted) ?? document.querySelector(wanted);
  if (!(control instanceof HTMLElement) || control.getClientRects().length === 0) return;
  event.preventDefault();
  control.click();
});

/** Typed text that was not sent is asked for before the page is left. The browser writes the question. */
const { dataset } = document.body;
document.addEventListener('input', (event) => {
  if (event.target instanceof Element && event.target.closest('form[data-guard]')) dataset.unsaved = 'yes';
});
document.addEventListener('submit', () => {
  delete dataset.unsaved;
});
addEventListener('beforeunload', (event) => {
  if (dataset.unsaved) event.preventDefault();
});

/**
 * Work under way (`refresh` of a page): its parts marked `data-live` are fetched anew each second and put in place, so that the focus stays; when the work is done the page is asked for whole. Without script the browser asks for the page every few seconds.
 */
if (dataset.refresh) {
  const follow = setInterval(async () => {
    const answer = await fetch(location.href).catch(() => undefined);
    if (!answer?.ok) return;
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (!next.body.dataset.refresh) {
      clearInterval(follow);
      location.reload();
      return;
    }
    const fresh = [...next.querySelectorAll('[data-live]')];
    for (const [index, part] of [...document.querySelectorAll('[data-live]')].entries())
      if (fresh[index] && fresh[index].innerHTML !== part.innerHTML) part.innerHTML = fresh[index].innerHTML;
  }, 1_000);
}

/** An open menu closes when one goes elsewhere or presses Escape, and focus goes back to what opened it. */
const account = document.querySelector('details.account');
document.addEventListener('click', (event) => {
  if (account?.open && event.target instanceof Node && !account.contains(event.target)) account.open = false;
});
account?.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  account.open = false;
  account.querySelector('summary')?.focus();
});
