import { clock, desk, kept, newKey, notes, showSaved, words } from './desk.js';
import { lookAgain, place } from './placing.js';
import { refusal, send } from './sending.js';
import { saveAll, saveDraft } from './texts.js';

export const queue = () => kept.read('queue') ?? [];
let flushing = false;

function enqueue(entry) {
  kept.write('queue', [...queue(), entry]);
  showQueue();
}

export function showQueue() {
  const box = notes?.querySelector('[data-desk-queue]');
  if (!box) return;
  const waiting = queue();
  box.hidden = waiting.length === 0;
  const list = document.createElement('ol');
  for (const { key, label, refused } of waiting) {
    const row = document.createElement('li');
    const drop = Object.assign(document.createElement('button'), { type: 'button', className: 'ds-button', textContent: words.drop });
    drop.dataset.variant = 'tertiary';
    drop.setAttribute('aria-label', `${words.drop}: ${label}`);
    drop.addEventListener('click', () => {
      kept.write('queue', queue().filter((one) => one.key !== key));
      showQueue();
    });
    row.toggleAttribute('data-refused', Boolean(refused));
    row.append(`${label} ${refused ? `${words.refused} ${refused}` : ''} `, drop);
    list.append(row);
  }
  const title = document.createElement('strong');
  title.textContent = words.waiting;
  box.replaceChildren(title, list);
  showSaved();
}

/** Sends what waits, in its order; what is refused stays and says why, and nothing after it is sent past it. */
export async function flush() {
  if (flushing) return;
  flushing = true;
  let last;
  for (let [first] = queue(); first && !first.refused; [first] = queue()) {
    const answer = await send(first.url, first.fields);
    if (answer.kind === 'offline') break;
    const rest = queue().filter((one) => one.key !== first.key);
    const refused = answer.kind === 'page' && !answer.ok ? refusal(answer.page) : undefined;
    kept.write('queue', refused ? [{ ...first, refused }, ...rest] : rest);
    if (!refused) last = answer;
  }
  flushing = false;
  showQueue();
  saveAll();
  if (last) await lookAgain();
}

/** Takes over the forms of the screen: each is sent on the spot, or waits visibly when there is no way through. */
export function watchForms() {
  document.addEventListener('submit', async (event) => {
    const form = event.target;
    if (!desk.contains(form) || form.method !== 'post') return;
    event.preventDefault();
    if (form.dataset.draft) return void saveDraft(form.dataset.draft);
    const { submitter } = event;
    const url = submitter?.getAttribute('formaction') ?? form.getAttribute('action');
    const key = newKey();
    const fields = [...new FormData(form, submitter)].filter(([name]) => name !== 'idempotencyKey');
    fields.push(['idempotencyKey', key]);
    const label = `${clock(false)} ${(submitter?.querySelector('span') ?? submitter)?.textContent.trim() ?? ''}`;
    const entry = { key, url, label, fields: [...fields, ['clock', clock(false)]] };
    if (form.dataset.sending) return;
    // What waits comes first: nothing overtakes what was pressed before it.
    if (queue().length > 0) return enqueue(entry);
    form.dataset.sending = 'yes';
    const answer = await send(url, entry.fields);
    delete form.dataset.sending;
    if (answer.kind === 'offline') enqueue(entry);
    else place(answer, form);
  });
  desk.addEventListener('input', ({ target }) => {
    const form = target.closest('form');
    if (form && !form.dataset.draft) form.dataset.dirty = 'yes';
  });
}
