import type { Localized } from '../../kernel/language.ts';

/** How a field of a proposal is written and checked: one line, running text, a whole number, a number, a day, a clock time, yes/no, a list of lines. */
export type FieldKind =
  | 'line'
  | 'text'
  | 'number'
  | 'decimal'
  | 'day'
  | 'time'
  | 'boolean'
  | 'lines'
  | 'days'
  | 'other';

export type FieldEntry = { readonly kind: FieldKind; readonly label: Localized; readonly required?: true };

/** One type of proposed record: what people call it, in which order it is confirmed, and its fields. */
export type ProposalTypeEntry = {
  readonly label: Localized;
  readonly plural: Localized;
  /** Lower is confirmed first: an answer needs its assignment, an item its meeting. Absent when no register takes it. */
  readonly order?: number;
  readonly fields: Readonly<Record<string, FieldEntry>>;
};

export const line = (sv: string, en: string): FieldEntry => ({ kind: 'line', label: { sv, en } });
export const text = (sv: string, en: string): FieldEntry => ({ kind: 'text', label: { sv, en } });
export const number = (sv: string, en: string): FieldEntry => ({ kind: 'number', label: { sv, en } });
export const day = (sv: string, en: string): FieldEntry => ({ kind: 'day', label: { sv, en } });
export const time = (sv: string, en: string): FieldEntry => ({ kind: 'time', label: { sv, en } });
export const lines = (sv: string, en: string): FieldEntry => ({ kind: 'lines', label: { sv, en } });
export const decimal = (sv: string, en: string): FieldEntry => ({ kind: 'decimal', label: { sv, en } });
export const other = (sv: string, en: string): FieldEntry => ({ kind: 'other', label: { sv, en } });
export const yesNo = (sv: string, en: string): FieldEntry => ({ kind: 'boolean', label: { sv, en } });
export const must = (field: FieldEntry): FieldEntry => ({ ...field, required: true });

export const year = must(number('År', 'Year'));
export const body = line('Organ', 'Body');
