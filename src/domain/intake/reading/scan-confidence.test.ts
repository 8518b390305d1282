import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readText } from '../../../documents/in/read-text.ts';
import type { SourceDocument } from '../../../documents/tree/source.ts';
import { readRecords } from '../read-records.ts';
import { mostSureOfScan } from './scan-confidence.ts';

const text = `# Protokoll Styrgruppen för läsning

Tid: 14 mars 2026 kl. 09:00-12:00

### Närvarande:

Anna Ek\tAlmby
Bo Alm\tBergby

## 1. Mötets öppnande

Anna hälsade alla välkomna.
`;
const paper = readText(new TextEncoder().encode(text));
const sureness = (source: SourceDocument) =>
  readRecords(source, 'protokoll.pdf').records.map(({ type, source: at, confidence }) => ({ type, at, confidence }));
const box = { x: 0, y: 0, width: 10, height: 10 };
const size = { width: 595, height: 842 };

test('nothing read from a scan or an image is surer than text recognition is', () => {
  const sure = sureness(paper);
  assert.ok(sure.some(({ confidence }) => confidence > 0.9));
  for (const format of ['scan', 'image'] as const)
    assert.deepEqual(
      sureness({ ...paper, format }),
      sure.map((one) => ({ ...one, confidence: Math.min(one.confidence, mostSureOfScan) })),
    );
});

test('in a mixed PDF only what stands on scanned pages is less sure', () => {
  const cut = text.indexOf('## 1.');
  const mixed: SourceDocument = {
    ...paper,
    format: 'pdf',
    pageSizes: [
      { number: 1, ...size, scanned: true },
      { number: 2, ...size },
    ],
    places: [
      { start: 0, end: cut, page: 1, box },
      { start: cut, end: text.length, page: 2, box },
    ],
  };
  assert.deepEqual(
    sureness(mixed),
    sureness(paper).map((one) => ({
      ...one,
      confidence: one.at.start < cut ? Math.min(one.confidence, mostSureOfScan) : one.confidence,
    })),
  );
});
