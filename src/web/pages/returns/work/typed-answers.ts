import type { FormState } from '../../../contracts.ts';

/** The nested fields of a posted form with their full names again, to fill the form with what was typed. */
export function typedAnswers(posted: Readonly<Record<string, unknown>>): FormState['values'] {
  return Object.fromEntries(entriesOf('answers', posted));
}

function entriesOf(name: string, value: unknown): readonly (readonly [string, string | readonly string[]])[] {
  if (typeof value === 'string') return [[name, value]];
  if (Array.isArray(value)) return [[name, value.filter((one) => typeof one === 'string')]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => entriesOf(`${name}.${key}`, inner));
}
