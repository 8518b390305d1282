import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentKindCodes } from '../../src/documents/tree/source.ts';
import { recognisePart } from '../../src/domain/intake/reading/recognisers.ts';
import { readingOf, resultOf } from './reading-of.ts';

/**
 * Text that makes careless patterns take time in the square of its length: a hundred pages on one line, marks that never pair, headers that
 * repeat thousands of times. Each is some 200 000 characters; what is in proportion takes well under a second, what is not takes minutes.
 */
const shapes: Readonly<Record<string, string>> = {
  'one line without a full stop': 'ord utan slut '.repeat(15_000),
  'the words of a decision over and over': `Återrapportering till kulturnämnden\n\nBeredning för x 2023\n\n${'beslut om x fattades av '.repeat(8_000)}`,
  'the names of bodies over and over': 'beredning för nära kultur '.repeat(8_000),
  'marks that never pair': '*a **b '.repeat(30_000),
  'tags that never close': '<p>x</p> <i>'.repeat(17_000),
  'spaces between two letters': `a${' '.repeat(200_000)}b`,
  'blank lines between two letters': `a${'\n'.repeat(200_000)}b`,
  'a row of a hundred thousand cells': 'a\t'.repeat(100_000),
  'six thousand entries': `Återrapportering till kulturnämnden 2023\n\n${'Nr 1. Att göra\n\nSvar: den 3 maj\n\n'.repeat(6_000)}`,
  'three thousand headers': 'Tjänsteställe\nA\nB\nC\nD\nE\nF\n\n'.repeat(3_000),
  'a table of eight thousand rows': 'ett två tre\tfyra fem sex\n'.repeat(8_000),
};

for (const [what, text] of Object.entries(shapes))
  test(`${what} is read in proportion to its length`, () => {
    const started = performance.now();
    resultOf(text);
    assert.ok(performance.now() - started < 10_000);
  });

/** Text alone is of no kind that most rules apply to; said to be of each kind, it meets all of them. */
const facts = { year: 2023, date: '2023-03-03', body: 'Beredningen', title: 'Återrapportering till kulturnämnden' };
const space = ' '.repeat(50_000);

for (const kind of documentKindCodes)
  test(`long runs of space are read in proportion to their length as ${kind}`, () => {
    const started = performance.now();
    for (const text of [
      `A${space}b`,
      `A. ${space}får i uppdrag${space}att b`,
      `Nr 1. A${space}b\n\nSvar: ja${space}och b`,
    ])
      recognisePart(readingOf(text, { ...facts, kind }));
    assert.ok(performance.now() - started < 10_000);
  });
