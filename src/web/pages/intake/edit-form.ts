import {
  codesOfField,
  type FieldEntry,
  type Fields,
  type Proposal,
  proposalType,
} from '../../../domain/intake/index.ts';
import { field } from '../../components/field/field.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { isEmpty, sameValue } from './proposal-words.ts';
import { texts } from './texts.ts';

/** The values of a proposal as its form shows them: lists as lines, yes and no as words of the select. */
export function formValues({ type, fields }: Pick<Proposal, 'type' | 'fields'>): FormState['values'] {
  return Object.fromEntries(entriesOf(type).map(([name]) => [name, asTyped(fields[name])]));
}

/** What a person changed: only fields whose value is another than the saved one. What cannot be read as its kind stays text, and is told of. */
export function changedFields(
  proposal: Pick<Proposal, 'type' | 'fields'>,
  typed: Readonly<Record<string, unknown>>,
): Fields {
  const changes = entriesOf(proposal.type).flatMap(([name, entry]) => {
    if (typed[name] === undefined) return [];
    const value = fromTyped(entry, typed[name]);
    return sameValue(value, proposal.fields[name]) ? [] : [[name, value] as const];
  });
  return Object.fromEntries(changes);
}

/** The names of the fields, for the summary of what is wrong. */
export function fieldNames(ctx: Pick<RequestContext, 'language'>, type: string): Readonly<Record<string, string>> {
  return Object.fromEntries(entriesOf(type).map(([name, { label }]) => [name, label[ctx.language]]));
}

/** One question for each field of the type, with what was read when a person has changed it. */
export function editFields(ctx: RequestContext, proposal: Proposal, state: FormState): Html {
  return html`${entriesOf(proposal.type).map(([name, entry]) => fieldOf(ctx, proposal, name, entry, state))}`;
}

function fieldOf(ctx: RequestContext, proposal: Proposal, name: string, entry: FieldEntry, state: FormState): Html {
  const t = texts[ctx.language];
  const { type, fields, originalFields } = proposal;
  const changed = !sameValue(fields[name], originalFields[name]);
  const read = isEmpty(originalFields[name]) ? t.readAsNothing : t.readAs(shown(ctx, type, name, originalFields[name]));
  const hint = [hintOf(ctx, entry), changed && read].filter(Boolean).join(' ');
  const shared = {
    name,
    label: entry.label[ctx.language],
    state,
    ...(!entry.required && { optional: true }),
    ...(hint && { hint }),
  };
  const codes = codesOfField(type, name);
  if (codes)
    return field(ctx, {
      ...shared,
      kind: 'select',
      empty: t.notStated,
      options: Object.entries(codes).map(([value, label]) => ({ value, text: label[ctx.language] })),
    });
  switch (entry.kind) {
    case 'boolean':
      return field(ctx, {
        ...shared,
        kind: 'select',
        empty: t.notStated,
        options: [
          { value: 'ja', text: t.yes },
          { value: 'nej', text: t.no },
        ],
      });
    case 'number':
      return field(ctx, { ...shared, kind: 'number' });
    case 'text':
      return field(ctx, { ...shared, kind: 'textarea', rows: rowsFor(fields[name]) });
    case 'lines':
    case 'days':
      return field(ctx, { ...shared, kind: 'textarea', rows: Math.max(2, rowsFor(fields[name])) });
    case 'line':
      return field(ctx, { ...shared, width: 'full' });
    default:
      return field(ctx, { ...shared, width: 'short' });
  }
}

function hintOf(ctx: RequestContext, { kind }: FieldEntry): string | undefined {
  const t = texts[ctx.language];
  return { lines: t.linesHint, days: t.daysHint, day: t.dayHint, time: t.timeHint }[kind as 'day'];
}

function shown(ctx: RequestContext, type: string, name: string, value: unknown): string {
  const code = typeof value === 'string' ? codesOfField(type, name)?.[value]?.[ctx.language] : undefined;
  const words =
    code ?? (Array.isArray(value) ? value.join('; ') : value === true ? texts[ctx.language].yes : String(value));
  return words.length > 240 ? `${words.slice(0, 238)}…` : words;
}

const entriesOf = (type: string): readonly (readonly [string, FieldEntry])[] =>
  Object.entries(proposalType(type)?.fields ?? {});

function asTyped(value: unknown): string {
  if (isEmpty(value)) return '';
  if (Array.isArray(value)) return value.join('\n');
  return value === true ? 'ja' : value === false ? 'nej' : String(value);
}

function fromTyped(entry: FieldEntry, typed: unknown): unknown {
  const text = String(Array.isArray(typed) ? typed[0] : typed)
    .replace(/\r\n?/g, '\n')
    .normalize('NFC')
    .trim();
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  switch (entry.kind) {
    case 'lines':
    case 'days':
      return lines;
    case 'number':
      return text === '' ? null : /^-?\d{1,9}$/.test(text) ? Number(text) : text;
    case 'boolean':
      return text === 'ja' ? true : text === 'nej' ? false : null;
    default:
      return text === '' ? null : text;
  }
}

function rowsFor(value: unknown): number {
  const text = Array.isArray(value) ? value.join('\n') : String(value ?? '');
  return Math.min(14, Math.max(3, text.split('\n').length + Math.floor(text.length / 80)));
}
