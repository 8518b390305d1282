import type { PublishedRecord } from '../published/index.ts';

/** What stands where something was masked: the same for everything, so that its length tells nothing. */
export const maskedWords = '[maskerad uppgift]';

/** The record without some words, wherever they stand in it: title, text, data and all. Ids and codes are left as they are. */
export function maskRecord<R extends PublishedRecord>(record: R, words: readonly string[]): R {
  const longestFirst = words.filter((one) => one.trim() !== '').toSorted((a, b) => b.length - a.length);
  if (longestFirst.length === 0) return record;
  return masked(record, longestFirst) as R;
}

/** The record without some of its files, by their hashes. */
export function withoutFiles<R extends PublishedRecord>(record: R, hashes: ReadonlySet<string>): R {
  return { ...record, files: record.files.filter(({ sha256 }) => !hashes.has(sha256)) };
}

const kept = new Set(['noun', 'recordId', 'bodyId', 'personId', 'sha256', 'kind', 'relation', 'anchor']);

function masked(value: unknown, words: readonly string[]): unknown {
  if (typeof value === 'string') return words.reduce((text, one) => text.replaceAll(one, maskedWords), value);
  if (Array.isArray(value)) return value.map((one) => masked(one, words));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, kept.has(key) ? member : masked(member, words)]),
  );
}
