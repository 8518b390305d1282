import { type Expected, matches } from './seal.ts';

/** A record that a person found in a paper: what kind, on which line, and the fields whose truth is plain. */
export type AnnotatedRecord = { readonly type: string; readonly line: number; readonly fields: Fields };
type Fields = { readonly [field: string]: Expected };

/** A record as the reader proposes it. */
export type ReadRecord = {
  readonly type: string;
  readonly confidence: number;
  readonly source: { readonly line: number };
  readonly [field: string]: unknown;
};

/** Right, too many, and missing; `sureAndWrong` are those too many of which the reader was surer than 0.9. */
export type Count = {
  readonly right: number;
  readonly tooMany: number;
  readonly missing: number;
  readonly sureAndWrong: number;
};

/** A record that differs: annotated and not read, read and not annotated, or both with the fields in which they part. */
export type Difference = {
  readonly type: string;
  readonly expected?: AnnotatedRecord;
  readonly read?: ReadRecord;
  readonly fields: readonly string[];
};

export type Score = {
  readonly types: ReadonlyMap<string, Count>;
  readonly total: Count;
  readonly differences: readonly Difference[];
};

/** The kinds of records of the design that papers are read into; what else a reader proposes is not measured here. */
export const measuredTypes = [
  'assignment',
  'reportEntry',
  'meeting',
  'seat',
  'attendance',
  'agendaItem',
  'timeslot',
  'decision',
  'planActivity',
  'focusArea',
  'goal',
  'budgetInputPoint',
  'consultationResponse',
  'decisionStep',
  'populationRow',
  'commission',
  'agreement',
  'meetingDate',
  'indicator',
  'question',
] as const;

const sure = 0.9;

/** Compares what was read of a paper with what a person found in it. A record is right when every annotated field is. */
export function score(annotated: readonly AnnotatedRecord[], read: readonly ReadRecord[]): Score {
  const types = new Map<string, Count>();
  const differences: Difference[] = [];
  for (const type of measuredTypes) {
    const expected = annotated.filter((record) => record.type === type);
    const found = read.filter((record) => record.type === type);
    if (expected.length + found.length === 0) continue;
    const { right, missing, tooMany } = pairExactly(expected, found);
    const sureAndWrong = tooMany.filter(({ confidence }) => confidence > sure).length;
    types.set(type, { right, tooMany: tooMany.length, missing: missing.length, sureAndWrong });
    differences.push(...pairNearest(missing, tooMany));
  }
  return { types, total: sum([...types.values()]), differences };
}

/** Annotations with the most fields choose first, so that a sparse one does not take the record of another; the nearest line wins. */
function pairExactly(expected: readonly AnnotatedRecord[], found: readonly ReadRecord[]) {
  const left = new Set(found);
  const missing: AnnotatedRecord[] = [];
  const richestFirst = expected.toSorted((a, b) => Object.keys(b.fields).length - Object.keys(a.fields).length);
  for (const record of richestFirst) {
    const [match] = [...left]
      .filter((one) => differingFields(record, one).length === 0)
      .sort((a, b) => distance(record, a) - distance(record, b));
    if (match) left.delete(match);
    else missing.push(record);
  }
  return { right: expected.length - missing.length, missing, tooMany: [...left] };
}

/** Of the records left over, those that are meant to be the same stand together, so that a person sees in what they part. */
function pairNearest(missing: readonly AnnotatedRecord[], tooMany: readonly ReadRecord[]): readonly Difference[] {
  const left = new Set(tooMany);
  const differences = missing.map((expected): Difference => {
    const [nearest] = [...left]
      .map((read) => ({ read, fields: differingFields(expected, read) }))
      .filter(({ fields }) => fields.length < Object.keys(expected.fields).length)
      .sort((a, b) => a.fields.length - b.fields.length || distance(expected, a.read) - distance(expected, b.read));
    if (!nearest) return { type: expected.type, expected, fields: [] };
    left.delete(nearest.read);
    return { type: expected.type, expected, read: nearest.read, fields: nearest.fields };
  });
  return [...differences, ...[...left].map((read) => ({ type: read.type, read, fields: [] }))];
}

function differingFields(expected: AnnotatedRecord, read: ReadRecord): readonly string[] {
  return Object.entries(expected.fields).flatMap(([field, value]) => (matches(value, read[field]) ? [] : [field]));
}

function distance(expected: AnnotatedRecord, read: ReadRecord): number {
  return Math.abs(expected.line - read.source.line);
}

/** All counts together: every record weighs the same, whatever its type. */
export function sum(counts: readonly Count[]): Count {
  const add = (of: (count: Count) => number) => counts.reduce((all, count) => all + of(count), 0);
  return {
    right: add((count) => count.right),
    tooMany: add((count) => count.tooMany),
    missing: add((count) => count.missing),
    sureAndWrong: add((count) => count.sureAndWrong),
  };
}

export function precision({ right, tooMany }: Count): number {
  return right + tooMany === 0 ? 1 : right / (right + tooMany);
}

export function recall({ right, missing }: Count): number {
  return right + missing === 0 ? 1 : right / (right + missing);
}

/** The harmonic mean of precision and recall. */
export function f1({ right, tooMany, missing }: Count): number {
  return right + tooMany + missing === 0 ? 1 : (2 * right) / (2 * right + tooMany + missing);
}
