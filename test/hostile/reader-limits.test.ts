import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openReader, type ReaderOptions } from '../../src/documents/in/process/open-reader.ts';
import type { AppError } from '../../src/kernel/errors.ts';

/** A process that does what its file tells it: the limits are proved on harm that is known, whatever the readers of formats catch themselves. */
function openVictim(options: Partial<ReaderOptions<unknown>> = {}) {
  return openReader<unknown>({
    entry: new URL('./victim-process.ts', import.meta.url),
    check: (answer) => answer,
    ...options,
  });
}

async function told(what: string, options: Partial<ReaderOptions<unknown>> = {}) {
  const costs: number[] = [];
  const reader = openVictim({ onRead: ({ peakMegabytes }) => costs.push(peakMegabytes), ...options });
  try {
    const came = await reader.read(file(what)).catch((error: AppError) => error.code);
    // Whatever it was, the next file is read.
    assert.equal(await reader.read(file('answer')), 'answered');
    return { came, megabytes: costs[0] ?? 0 };
  } finally {
    await reader.close();
  }
}

const file = (what: string) => ({ fileName: 'fil.txt', bytes: new TextEncoder().encode(what) });
const short = { seconds: 3, silentSeconds: 3 };

for (const [what, code] of [
  ['loop', 'document.tooSlow'],
  ['wait', 'document.tooSlow'],
  ['exit', 'document.readerStopped'],
  ['abort', 'document.readerStopped'],
  ['throw', 'document.readerStopped'],
  ['throwLater', 'document.readerStopped'],
  ['unknownCode', 'document.readerStopped'],
  ['recurse', 'document.readerStopped'],
  ['heap', 'document.tooMuchMemory'],
  ['buffers', 'document.tooMuchMemory'],
  ['largeAnswer', 'document.tooMuchMemory'],
] as const)
  test(`a process that does "${what}" is one refusal, and the next file is read`, async () => {
    assert.equal(
      (
        await told(what, {
          // A heap that fills is silent for long where others use the processor too; it must still be the memory that ends it.
          limits: { ...short, seconds: 20, heapMegabytes: 100, ...(what === 'heap' ? { silentSeconds: 20 } : {}) },
        })
      ).came,
      code,
    );
  });

for (const what of [
  'readFile',
  'writeFile',
  'startProcess',
  'connect',
  'lookUp',
  'fetch',
  'send',
  'connectInThread',
  'environment',
])
  test(`what a file has no business with is out of reach: ${what}`, async () => {
    assert.match(String((await told(what)).came), /^(refused|nothing)/);
  });

test('where the kernel has no limits, memory is watched from outside', async () => {
  const { came, megabytes } = await told('buffers', {
    limits: { dataMegabytes: 20_000, residentMegabytes: 400, ...short },
  });
  assert.equal(came, 'document.tooMuchMemory');
  assert.ok(megabytes > 400, 'it was seen');
});

test('without its limits the same harm is done: the tests above would notice', async () => {
  const patient = { seconds: 60, silentSeconds: 60 };
  const { came, megabytes } = await told('buffersToOneGigabyte', {
    limits: { dataMegabytes: 20_000, residentMegabytes: 20_000, ...patient },
  });
  assert.equal(came, 'took it all');
  assert.ok(megabytes > 900, `only ${megabytes} MB were seen`);
  assert.equal((await told('loopForFourSeconds', { limits: patient })).came, 'looped to the end');
});

test('files are read one after the other, progress is heard, and a tired process makes room', async () => {
  const reader = openVictim({ limits: { files: 2 } });
  const heard: unknown[] = [];
  try {
    const answers = await Promise.all(
      ['pid', 'pid', 'pid'].map((what) => reader.read(file(what), { onProgress: (progress) => heard.push(progress) })),
    );
    assert.equal(answers[0], answers[1]);
    assert.notEqual(answers[1], answers[2], 'the third file got a fresh process');
    assert.equal(heard.length, 3);
  } finally {
    await reader.close();
  }
});
