import type { FormState, Ui } from '../../contracts.ts';
import { attributes, type Content, fieldId, type Html, html } from '../../html.ts';
import { localized } from '../../localized.ts';
import { button } from '../button/button.ts';
import { errorMessage, errorOf, type Option } from '../field/field.ts';

const texts = localized(
  {
    when: 'Tid',
    minutes: 'Minuter',
    fixed: 'Börjar kl.',
    title: 'Rubrik',
    presenters: 'Föredragande',
    item: 'Punkt',
    pause: 'Paus',
    noItem: 'Ingen',
    row: (number: number) => `Rad ${number}`,
    earlier: 'Flytta upp',
    later: 'Flytta ned',
    remove: 'Ta bort',
    about: (number: number) => `rad ${number}`,
    late: (minutes: number | string) => `Skulle börja tidigare: det före tar ${minutes} minuter för länge.`,
    gap: (minutes: number | string) => `${minutes} minuter fria före`,
  },
  {
    when: 'Time',
    minutes: 'Minutes',
    fixed: 'Starts at',
    title: 'Heading',
    presenters: 'Presenters',
    item: 'Item',
    pause: 'Break',
    noItem: 'None',
    row: (number: number) => `Line ${number}`,
    earlier: 'Move up',
    later: 'Move down',
    remove: 'Remove',
    about: (number: number) => `line ${number}`,
    late: (minutes: number | string) => `Was to begin earlier: what comes before takes ${minutes} minutes too long.`,
    gap: (minutes: number | string) => `${minutes} minutes free before`,
  },
);

/** A line as it is counted: from when to when, and what is odd about it. Without times the minutes could not be read. */
export type SlotTimes = { readonly start?: string; readonly end?: string; readonly gap: number; readonly late: number };

/**
 * The lines of a timetable, each with how long it takes; the times follow from the lines above. Every button sends the form, so that it works
 * without script; `assets/timetable.js` counts at once and moves lines in place (Alt and an arrow key in any field of the line).
 */
export function slotEditor(
  ui: Ui,
  options: {
    readonly times: readonly SlotTimes[];
    readonly items: readonly Option[];
    readonly state: FormState;
    /** When the first line begins and the meeting is to end, for the script. */
    readonly startsAt: string;
    readonly endsAt: string | null;
  },
): Html {
  const t = texts[ui.language];
  const { times, items, state, startsAt, endsAt } = options;
  const heads = [t.when, t.minutes, t.fixed, t.title, t.presenters, t.item, t.pause, ''];
  return html`<div class="slot-editor"${attributes({ 'data-slot-editor': true, 'data-start': startsAt, 'data-end': endsAt ?? undefined, 'data-late-text': t.late('{minutes}'), 'data-gap-text': t.gap('{minutes}') })}>
<div class="slot-editor-head" aria-hidden="true">${heads.map((head) => html`<span>${head}</span>`)}</div>
<ol>${times.map((slot, index) => drawRow(ui, { slot, index, items, state, last: times.length - 1 }))}</ol></div>`;
}

function drawRow(
  ui: Ui,
  row: {
    readonly slot: SlotTimes;
    readonly index: number;
    readonly items: readonly Option[];
    readonly state: FormState;
    readonly last: number;
  },
): Html {
  const t = texts[ui.language];
  const { slot, index, items, state, last } = row;
  const about = t.about(index + 1);
  const move = (act: string, text: string, sign: string, hidden = false) =>
    html`<button${attributes({ type: 'submit', name: 'act', value: `${act}:${index}`, class: 'slot-button', 'data-act': act, title: text, hidden })}><span aria-hidden="true">${sign}</span><span class="sr-only">${text} ${about}</span></button>`;
  return html`<li data-slot${attributes({ 'data-late': slot.late > 0 })}><fieldset><legend class="sr-only">${t.row(index + 1)}</legend>
<p class="slot-editor-when" data-when>${slot.start ?? '–'}–${slot.end ?? '–'}</p>
${input(ui, state, index, 'minutes', t.minutes, { inputmode: 'numeric', size: '3' })}
${input(ui, state, index, 'fixed', t.fixed, { inputmode: 'numeric', size: '5', autocomplete: 'off' })}
${input(ui, state, index, 'title', t.title)}
${input(ui, state, index, 'presenters', t.presenters)}
${choose(ui, state, index, items)}
${tick(state, index, t.pause)}
<div class="slot-editor-acts">${move('up', t.earlier, '↑', index === 0)}${move('down', t.later, '↓', index === last)}${move('remove', t.remove, '×')}</div>
<p class="slot-editor-note" data-note>${slot.late > 0 ? t.late(slot.late) : slot.gap > 0 ? t.gap(slot.gap) : null}</p>
</fieldset></li>`;
}

type Part = 'minutes' | 'fixed' | 'title' | 'presenters' | 'item' | 'pause';
const nameOf = (index: number, part: Part) => `rows.${index}.${part}`;
const typedIn = (state: FormState, name: string) => [state.values[name] ?? ''].flat()[0] ?? '';

function input(
  ui: Ui,
  state: FormState,
  index: number,
  part: Part,
  label: string,
  more: Readonly<Record<string, string>> = {},
): Html {
  const name = nameOf(index, part);
  const error = errorOf(ui, state, name);
  return labelled(ui, name, part, label, error, {
    control: html`<input${attributes({ class: 'ds-input', ...described(name, error), type: 'text', ...more, value: typedIn(state, name) })}>`,
  });
}

function choose(ui: Ui, state: FormState, index: number, items: readonly Option[]): Html {
  const t = texts[ui.language];
  const name = nameOf(index, 'item');
  const error = errorOf(ui, state, name);
  return labelled(ui, name, 'item', t.item, error, {
    control: html`<select${attributes({ class: 'ds-input', ...described(name, error) })}><option value="">${t.noItem}</option>${items.map(
      ({ value, text }) =>
        html`<option${attributes({ value, selected: value === typedIn(state, name) })}>${text}</option>`,
    )}</select>`,
  });
}

function tick(state: FormState, index: number, label: string): Html {
  const name = nameOf(index, 'pause');
  return html`<div class="slot-field" data-part="pause"><label for="${fieldId(name)}">${label}</label><input${attributes({ type: 'checkbox', id: fieldId(name), name, value: 'on', checked: typedIn(state, name) !== '' })}></div>`;
}

const described = (name: string, error: string | undefined) => ({
  id: fieldId(name),
  name,
  'aria-invalid': error ? 'true' : undefined,
  'aria-describedby': error ? `${fieldId(name)}-error` : undefined,
});

function labelled(
  ui: Ui,
  name: string,
  part: Part,
  label: string,
  error: string | undefined,
  { control }: { readonly control: Content },
): Html {
  return html`<div class="slot-field" data-part="${part}"><label for="${fieldId(name)}">${label}</label>${control}${error ? errorMessage(ui, fieldId(name), error) : null}</div>`;
}

/** What the whole day comes to. The script says it again when a line changes: `ends` of a clock time, `overrun` of a number of minutes. */
export function slotSum(options: {
  readonly end: string | undefined;
  readonly overrun: number;
  readonly ends: (time: string) => string;
  readonly pastMidnight: string;
  readonly overrunText: (minutes: string) => string;
}): Html {
  const { end, overrun, ends, pastMidnight, overrunText } = options;
  return html`<p class="slot-sum" role="status"${attributes({ 'data-slot-sum': true, 'data-ends': ends('{time}'), 'data-midnight': pastMidnight, 'data-overrun': overrunText('{minutes}') })}><span>${end === undefined ? pastMidnight : ends(end)}</span> <strong>${overrun > 0 ? overrunText(String(overrun)) : null}</strong></p>`;
}

/** The buttons below the lines: one more line, count again. */
export function slotActs(options: { readonly add: string; readonly count: string }): Html {
  return html`<div class="actions">${button({ text: options.add, variant: 'secondary', name: 'act', value: 'add' })}${button({ text: options.count, variant: 'secondary', name: 'act', value: 'count' })}</div>`;
}
