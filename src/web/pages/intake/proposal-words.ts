import { codesOfField, type FieldEntry, type Proposal, proposalType } from '../../../domain/intake/index.ts';
import { isCivilDate } from '../../../kernel/civil-date.ts';
import type { SummaryRow } from '../../components/summary-list/summary-list.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, html } from '../../html.ts';
import { texts } from './texts.ts';

type Words = Pick<RequestContext, 'language' | 'format'>;

/** What a proposal is called in a list and in a sentence: the record it would become, in words. */
export function proposalTitle(ctx: Words, { type, fields }: Pick<Proposal, 'type' | 'fields'>): string {
  const t = texts[ctx.language];
  const word = (name: string) => (typeof fields[name] === 'string' ? (fields[name] as string).trim() : '');
  const figure = (name: string) => (fields[name] === null || fields[name] === undefined ? '' : String(fields[name]));
  const ref = [figure('year'), figure('number')].filter(Boolean).join(':');
  switch (type) {
    case 'assignment':
      return [ref, shortened(word('text')) || t.assignmentWithout].filter(Boolean).join(' ');
    case 'reportEntry':
      return [
        figure('number') ? t.answerTo(ref) : shortened(word('assignmentText')) || t.answerWithout,
        codesOfField(type, 'answerType')?.[word('answerType')]?.[ctx.language],
      ]
        .filter(Boolean)
        .join(': ');
    case 'meeting':
      return [word('body'), dayOf(ctx, fields.date)].filter(Boolean).join(', ') || labelOf(ctx, type);
    case 'seat':
      return [fields.vacant ? t.vacant : word('person'), word('party') && `(${word('party')})`]
        .filter(Boolean)
        .join(' ');
    case 'agendaItem':
      return [figure('number') && `${figure('number')}.`, shortened(word('title'))].filter(Boolean).join(' ');
    case 'timeslot':
      return [t.slot(word('start'), word('end')), shortened(word('title'))].join(' ');
    case 'decision':
      return figure('item') ? t.decisionIn(figure('item')) : shortened(firstOf(fields.clauses)) || labelOf(ctx, type);
    case 'goal':
      return shortened(word('heading')) || labelOf(ctx, type);
    case 'budgetInputPoint':
      return [figure('number') && `${figure('number')}.`, shortened(word('text'))].filter(Boolean).join(' ');
    case 'bodyAlias':
      return t.sameBody(word('name'), word('body'));
    case 'assignmentLink':
      return t.laterThan(shortened(word('to')), shortened(word('from')));
    case 'recordLink':
      return `${shortened(word('from'))} – ${shortened(word('to'))}`;
    default:
      return labelOf(ctx, type);
  }
}

/** The name of a type, in the singular or for many. */
export function labelOf(ctx: Pick<Words, 'language'>, type: string, count = 1): string {
  const entry = proposalType(type);
  if (!entry) return type;
  return (count === 1 ? entry.label : entry.plural)[ctx.language];
}

/** The fields of a proposal as pairs of name and words, in the order of its type; empty ones are left out. */
export function proposalFacts(ctx: Words, { type, fields, originalFields }: Proposal): readonly SummaryRow[] {
  const t = texts[ctx.language];
  const rows = Object.entries(proposalType(type)?.fields ?? {}).map(([name, entry]): SummaryRow => {
    const value = fieldWords(ctx, type, name, entry, fields[name]);
    const changed = !sameValue(fields[name], originalFields[name]);
    return {
      term: entry.label[ctx.language],
      value: value === null ? null : changed ? html`${value} <em>(${t.changedByPerson})</em>` : value,
    };
  });
  return [...rows, { term: t.evidence, value: evidenceWords(ctx, fields.evidence) }];
}

/** One value in words; null when there is nothing to say. */
export function fieldWords(ctx: Words, type: string, name: string, entry: FieldEntry, value: unknown): Content {
  const t = texts[ctx.language];
  if (isEmpty(value)) return null;
  const code = typeof value === 'string' ? codesOfField(type, name)?.[value]?.[ctx.language] : undefined;
  if (code) return code;
  if (entry.kind === 'boolean') return value === true ? t.yes : value === false ? t.no : t.unknown;
  if (entry.kind === 'day') return dayOf(ctx, value);
  if (entry.kind === 'days' && Array.isArray(value)) return ctx.format.list(value.map((one) => dayOf(ctx, one)));
  if (Array.isArray(value) && value.length > 1)
    return html`<ul lang="sv">${value.map((one) => html`<li>${String(one)}</li>`)}</ul>`;
  return html`<span lang="sv">${Array.isArray(value) ? String(value[0]) : String(value)}</span>`;
}

export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Whether two values of a field say the same; nothing and an empty text are the same. */
export function sameValue(a: unknown, b: unknown): boolean {
  return (isEmpty(a) && isEmpty(b)) || JSON.stringify(a) === JSON.stringify(b);
}

function evidenceWords(ctx: Words, evidence: unknown): Content {
  if (!Array.isArray(evidence) || evidence.length === 0) return null;
  const pieces = evidence as readonly { readonly date?: string; readonly text?: string }[];
  return html`<ul>${pieces.map(({ date, text }) => html`<li>${date ? html`${dayOf(ctx, date)}: ` : null}<span lang="sv">${text}</span></li>`)}</ul>`;
}

function dayOf(ctx: Words, value: unknown): string {
  return typeof value === 'string' && isCivilDate(value) ? ctx.format.date(value) : String(value ?? '');
}

const firstOf = (value: unknown): string => (Array.isArray(value) ? String(value[0] ?? '') : '');

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= 110) return line;
  return `${line.slice(0, 108).replace(/\s+\S*$/, '')} …`;
}
