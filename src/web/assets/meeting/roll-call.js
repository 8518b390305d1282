import { say, words } from './desk.js';
import { send } from './sending.js';

/** The roll call: quorum and deputies are counted by the server at each answer, and a lost connection leaves the answers where they are. */
export function watchRollCall() {
  document.addEventListener('change', count);
  document.addEventListener('submit', open);
}

let counting = 0;
async function count(event) {
  const form = event.target.closest('form');
  if (!form?.querySelector('[data-roll-call]') || event.target.name === 'at') return;
  const turn = ++counting;
  const fields = [...new FormData(form), ['act', 'count']];
  const answer = await send(form.getAttribute('action'), fields);
  const counted = answer.kind === 'page' && answer.page.querySelector('[data-roll-count]');
  if (!counted || turn !== counting) return;
  const place = document.querySelector('[data-roll-count]');
  const id = place.contains(document.activeElement) ? document.activeElement.id : '';
  place.innerHTML = counted.innerHTML;
  document.getElementById(id)?.focus();
}

async function open(event) {
  const { target: form, submitter } = event;
  if (!form.querySelector('[data-roll-call]')) return;
  event.preventDefault();
  const answer = await send(form.getAttribute('action'), [...new FormData(form, submitter)]);
  if (answer.kind !== 'page') return say(`${words.offlineTitle}.`);
  if (answer.page.querySelector('[data-desk]')) location.assign(answer.url);
  else document.querySelector('main').replaceWith(answer.page.querySelector('main'));
  document.querySelector('[data-focus]')?.focus();
}
