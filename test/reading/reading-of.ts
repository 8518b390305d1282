import { readText } from '../../src/documents/in/read-text.ts';
import type { Reading } from '../../src/documents/tree/recognise.ts';
import { type ReadResult, readRecords } from '../../src/domain/intake/read-records.ts';

/** An invented document as a recogniser gets it. */
export function readingOf(text: string, facts: Partial<Reading> = {}): Reading {
  const { blocks, contents } = readText(new TextEncoder().encode(text));
  return { kind: 'other', title: '', blocks, contents, text, ...facts };
}

/** An invented document, read whole. */
export function resultOf(text: string): ReadResult {
  return readRecords(readText(new TextEncoder().encode(text)), 'påhittad.txt');
}

/** The codes of what a person should look at, with the line of each. */
export function toldOf(text: string): readonly string[] {
  return resultOf(text).problems.map(({ code, source }) => `${code} ${source?.line}`);
}
