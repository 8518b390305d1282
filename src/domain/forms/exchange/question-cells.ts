import type { BindingKind, Condition, QuestionBinding, QuestionPeriod } from '../form-structure.ts';
import { bindingKinds } from '../form-structure.ts';

/*
 * Parts of a question as one cell each, readable and exact: "alla: 10=yes, 13/r1=o2", "under 2024", "goal: samverkan, vård | indicator: andel".
 * Signs that part the pieces are written as %2C and the like when they stand in a piece. Nothing is null; what cannot be read is undefined.
 */

const whens = { all: 'alla', any: 'någon' } as const;

export function conditionCell(condition: Condition | null): string {
  if (condition === null) return '';
  const terms = condition.terms.map(({ question, row, option }) => {
    const at = row === null ? sealed(question) : `${sealed(question)}/${sealed(row)}`;
    return `${at}=${sealed(option)}`;
  });
  return `${whens[condition.when]}: ${terms.join(', ')}`.trim();
}

export function conditionIn(cell: string): Condition | null | undefined {
  if (cell.trim() === '') return null;
  const [, word, list = ''] = /^\s*(alla|någon)\s*:(.*)$/su.exec(cell) ?? [];
  if (word === undefined) return undefined;
  const terms = pieces(list, ',').map((piece) => {
    const [, question, row, option] = /^([^/=]+)(?:\/([^/=]+))?=([^/=]+)$/u.exec(piece) ?? [];
    return question === undefined || option === undefined
      ? undefined
      : { question: opened(question), row: row === undefined ? null : opened(row), option: opened(option) };
  });
  if (terms.includes(undefined)) return undefined;
  return { when: word === 'alla' ? 'all' : 'any', terms: terms.filter((term) => term !== undefined) };
}

export function periodCell(period: QuestionPeriod | null): string {
  if (period === null) return '';
  if (period.kind === 'asOf') return `den ${period.date}`;
  return `${period.kind === 'during' ? 'under' : 'sedan'} ${period.year}`;
}

export function periodIn(cell: string): QuestionPeriod | null | undefined {
  const written = cell.trim();
  if (written === '') return null;
  const [, word, year] = /^(under|sedan)\s+(\d{4})$/u.exec(written) ?? [];
  if (word !== undefined) return { kind: word === 'under' ? 'during' : 'since', year: Number(year) };
  const date = /^den\s+(\S{1,10})$/u.exec(written)?.[1];
  return date === undefined ? undefined : { kind: 'asOf', date };
}

export function bindingCell(bindings: readonly QuestionBinding[]): string {
  return bindings.map(({ kind, words }) => `${kind}: ${words.map(sealed).join(', ')}`).join(' | ');
}

export function bindingsIn(cell: string): readonly QuestionBinding[] | undefined {
  const bindings = pieces(cell, '|').map((piece): QuestionBinding | undefined => {
    const [, kind, list = ''] = /^(\w+)\s*:(.*)$/su.exec(piece) ?? [];
    if (kind === undefined || !Object.hasOwn(bindingKinds, kind)) return undefined;
    return { kind: kind as BindingKind, words: pieces(list, ',').map(opened) };
  });
  return bindings.includes(undefined) ? undefined : bindings.filter((binding) => binding !== undefined);
}

function pieces(list: string, between: string): readonly string[] {
  return list
    .split(between)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

const sealed = (text: string): string => text.replace(/[%,|/=]|^\s|\s$/gu, (sign) => encodeURIComponent(sign));

function opened(text: string): string {
  return text.replace(/%([0-9A-F]{2})/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
