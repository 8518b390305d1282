import { readFileSync } from 'node:fs';
import type { AnnotatedRecord } from './score.ts';
import type { Expected } from './seal.ts';

/** What a person found in one paper; `sha256` names the very bytes that were read. */
export type Annotations = { readonly sha256: string; readonly records: readonly AnnotatedRecord[] };

/** The annotations of a paper: '003' for a genuine one, sealed, or the name of an invented one, plain. */
export function annotationsOf(paper: string): Annotations {
  const { sha256, records } = JSON.parse(readFileSync(new URL(`./${paper}.json`, import.meta.url), 'utf8')) as {
    readonly sha256: string;
    readonly records: readonly { readonly type: string; readonly line: number; readonly [field: string]: Expected }[];
  };
  return { sha256, records: records.map(({ type, line, ...fields }) => ({ type, line, fields })) };
}
