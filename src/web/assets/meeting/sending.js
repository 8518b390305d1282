import { notes, words } from './desk.js';

/** Sends a form and answers what came of it: a page, data, or that there was no way through. The proof of the form is that of the page now. */
export async function send(url, fields) {
  const body = new URLSearchParams(fields);
  const csrf = document.querySelector('input[name="csrf"]')?.value;
  if (csrf) body.set('csrf', csrf);
  const response = await fetch(url, { method: 'POST', body }).catch(() => undefined);
  return await answerOf(response);
}

export async function answerOf(response) {
  if (!response || response.status >= 502) {
    showConnection('offline');
    return { kind: 'offline' };
  }
  const text = await response.text().catch(() => undefined);
  if (text === undefined) {
    showConnection('offline');
    return { kind: 'offline' };
  }
  if (response.status === 401 || new URL(response.url).pathname === '/logga-in') {
    showConnection('signedOut');
    return { kind: 'offline' };
  }
  showConnection('there');
  if (response.headers.get('content-type')?.includes('json')) return { kind: 'data', value: JSON.parse(text) };
  const page = new DOMParser().parseFromString(text, 'text/html');
  return { kind: 'page', ok: response.ok, url: response.url, page };
}

let connection = 'there';
export const isThere = () => connection === 'there';

function showConnection(state) {
  if (state === connection) return;
  connection = state;
  const box = notes?.querySelector('[data-desk-offline]');
  if (!box) return;
  box.hidden = state === 'there';
  box.replaceChildren();
  if (state === 'there') return;
  const title = document.createElement('strong');
  title.textContent = `${words.offlineTitle}. `;
  if (state === 'offline') box.append(title, words.offline);
  else {
    const link = document.createElement('a');
    link.href = `/logga-in?till=${encodeURIComponent(location.pathname + location.search)}`;
    link.textContent = words.signIn;
    box.append(`${words.signedOut} `, link);
  }
}

/** Why a page says no: its summary of errors, or its heading. */
export function refusal(page) {
  const place = page.querySelector('.error-summary ul') ?? page.querySelector('main h1');
  return place?.textContent.trim() ?? words.refused;
}
