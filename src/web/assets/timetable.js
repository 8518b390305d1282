/**
 * What script adds to the lines of a timetable (`components/slot-editor`): the times are counted while one writes, and lines move, come and go in
 * place. The server counts again when the form is sent (`domain/meetings/recalculate-timetable.ts`); without this file every button asks it.
 */
const editor = document.querySelector('[data-slot-editor]');
const list = editor?.querySelector('ol');
const rows = () => [...(list?.querySelectorAll('[data-slot]') ?? [])];
const part = (row, name) => row.querySelector(`[data-part="${name}"] input, [data-part="${name}"] select`);
/** A clock time as the server reads it, with a point or a colon; anything else is none. */
const clock = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/;
const minutesOf = (time) => {
  const [, hours, minutes] = clock.exec(time.trim()) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
};
const clockOf = (minutes) =>
  minutes >= 1440 ? '–' : `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Counts the day: each line begins where the one before ends, or at its fixed time when that is later. */
function count() {
  let end = minutesOf(editor.dataset.start);
  for (const row of rows()) {
    const minutes = Number.parseInt(part(row, 'minutes').value, 10);
    const fixed = minutesOf(part(row, 'fixed').value) ?? end;
    const start = Math.max(end, fixed);
    const late = start - fixed;
    const before = end;
    const known = Number.isInteger(minutes) && minutes > 0;
    end = known ? start + minutes : start;
    row.querySelector('[data-when]').textContent = `${clockOf(start)}–${known ? clockOf(end) : '–'}`;
    row.toggleAttribute('data-late', late > 0);
    const gap = start - before;
    const said = late > 0 ? [editor.dataset.lateText, late] : gap > 0 ? [editor.dataset.gapText, gap] : ['', 0];
    row.querySelector('[data-note]').textContent = said[0].replace('{minutes}', said[1]);
  }
  sayEnd(end);
}

/** Says when the day ends, and by how much it runs over; the same words are not said twice. */
function sayEnd(end) {
  const sum = document.querySelector('[data-slot-sum]');
  const { ends, midnight, overrun } = sum.dataset;
  const over = editor.dataset.end ? end - minutesOf(editor.dataset.end) : 0;
  const words = [
    end < 1440 ? ends.replace('{time}', clockOf(end)) : midnight,
    over > 0 ? overrun.replace('{minutes}', over) : '',
  ];
  for (const [index, part] of [...sum.children].entries())
    if (part.textContent !== words[index]) part.textContent = words[index];
}

/** Names and ids carry the place of their line; after a move they are written anew. */
function renumber() {
  const all = rows();
  for (const [index, row] of all.entries()) {
    for (const control of row.querySelectorAll('[name^="rows."]')) {
      const name = control.name.replace(/^rows\.\d+/, `rows.${index}`);
      const label = row.querySelector(`label[for="${CSS.escape(control.id)}"]`);
      control.name = name;
      control.id = `field-${name.replace(/[^a-zA-Z0-9]+/g, '-')}`;
      if (label) label.htmlFor = control.id;
    }
    for (const act of row.querySelectorAll('[data-act]')) {
      act.value = `${act.dataset.act}:${index}`;
      act.hidden = (act.dataset.act === 'up' && index === 0) || (act.dataset.act === 'down' && index === all.length - 1);
      const said = act.querySelector('.sr-only');
      said.textContent = said.textContent.replace(/\d+$/, String(index + 1));
    }
    const legend = row.querySelector('legend');
    legend.textContent = legend.textContent.replace(/\d+$/, String(index + 1));
  }
  count();
}

function move(row, direction) {
  const other = direction === 'up' ? row.previousElementSibling : row.nextElementSibling;
  if (!other) return;
  if (direction === 'up') other.before(row);
  else other.after(row);
  renumber();
  document.body.dataset.unsaved = 'yes';
}

editor?.addEventListener('input', count);
editor?.addEventListener('keydown', (event) => {
  const row = event.target.closest('[data-slot]');
  if (!row || !event.altKey || !['ArrowUp', 'ArrowDown'].includes(event.key)) return;
  event.preventDefault();
  move(row, event.key === 'ArrowUp' ? 'up' : 'down');
  event.target.focus();
});
editor?.addEventListener('click', (event) => {
  const act = event.target.closest('[data-act="up"], [data-act="down"]');
  if (!act) return;
  event.preventDefault();
  move(act.closest('[data-slot]'), act.dataset.act);
  (act.hidden ? act.parentElement.querySelector('[data-act]:not([hidden])') : act).focus();
});
