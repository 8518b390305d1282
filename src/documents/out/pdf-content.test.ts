import assert from 'node:assert/strict';
import { it } from 'node:test';
import { instructionsOf } from './pdf-content.ts';

const operators = (stream: string) => [...instructionsOf(stream)].map((each) => each.operator);

it('reads operators with their operands', () => {
  assert.deepEqual(
    [...instructionsOf('/P <</MCID 3>> BDC (a) Tj EMC')],
    [
      { operator: 'BDC', operands: ['/P', '<<', '/MCID', '3', '>>'] },
      { operator: 'Tj', operands: ['(a)'] },
      { operator: 'EMC', operands: [] },
    ],
  );
});

it('is not led astray by operators inside strings, hex strings and comments', () => {
  assert.deepEqual(operators('(BT (ET) \\) Tj) Tj <4554> Tj % EMC\n[(Q) -12 (q)] TJ'), ['Tj', 'Tj', 'TJ']);
});

it('takes an inline image for one instruction', () => {
  assert.deepEqual(operators('q BI /W 1 /H 1 ID \u0001Tj\u0002 EI Q'), ['q', 'BI', 'Q']);
});

it('ends, also on a stream that is cut off', () => {
  assert.deepEqual(operators('q (no end'), ['q']);
  assert.deepEqual(operators('BI ID aa'), ['BI']);
});
