/**
 * What the parts of the script share: the screen, its words, what is kept on this computer until the server has it, and the line that says so.
 */
export const desk = document.querySelector('[data-desk]');
export const notes = document.querySelector('[data-desk-notes]');
export const words = notes ? JSON.parse(notes.dataset.words) : {};
const prefix = desk ? `kansli.${desk.dataset.account}.${desk.dataset.meeting}.` : 'kansli.';
export const say = (text) => {
  const place = notes?.querySelector('[data-desk-news]');
  if (place && place.textContent !== text) place.textContent = text;
};
export const clock = (seconds) =>
  new Intl.DateTimeFormat('sv-SE', {
    timeStyle: seconds ? 'medium' : 'short',
    timeZone: 'Europe/Stockholm',
  }).format(new Date());

/** What is kept here; a browser that keeps nothing still works as long as the page stands. */
export const kept = {
  read(name) {
    try {
      return JSON.parse(localStorage.getItem(prefix + name) ?? 'null');
    } catch {
      return null;
    }
  },
  write(name, value) {
    try {
      if (value === null) localStorage.removeItem(prefix + name);
      else localStorage.setItem(prefix + name, JSON.stringify(value));
    } catch {
      // A full or forbidden store: the text still stands in its field.
    }
  },
  names(start) {
    try {
      return Object.keys(localStorage).flatMap((key) =>
        key.startsWith(prefix + start) ? [key.slice(prefix.length)] : [],
      );
    } catch {
      return [];
    }
  },
};

/** Whether all that was done here has reached the server, with the second at which it last did. */
export function showSaved() {
  const place = desk?.querySelector('[data-desk-saved]');
  if (!place) return;
  const waiting = kept.names('text.').length > 0 || (kept.read('queue') ?? []).length > 0;
  place.dataset.state = waiting ? 'unsaved' : 'saved';
  place.textContent = waiting ? words.unsaved : `${words.saved} ${clock(true)}`;
}

/** A key of its own for each thing that is sent: sent again, it is written once. */
export const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
