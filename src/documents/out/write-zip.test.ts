import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { writeZip } from './write-zip.ts';

const files = [
  { name: 'läs-mig.txt', bytes: strToU8('Hej') },
  { name: 'bilagor/4-plan.pdf', bytes: strToU8('%PDF') },
];

test('an archive holds its files in their folders, and is the same bytes each time', () => {
  const zip = writeZip(files);
  assert.deepEqual(
    Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, strFromU8(bytes)]),
    [
      ['läs-mig.txt', 'Hej'],
      ['bilagor/4-plan.pdf', '%PDF'],
    ],
  );
  assert.deepEqual(writeZip(files), zip);
});

test('two files of one name are refused rather than one of them lost', () => {
  assert.throws(() => writeZip([...files, files[0]!]), /läs-mig\.txt/u);
});
