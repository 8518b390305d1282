import { execSync } from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import { readFileSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { serveReader } from '../../src/documents/in/process/serve-reader.ts';

/** A process that a file has taken over: it tries what the file says. What it could do it answers; what it could not is `refused`. */
const deeds: Readonly<Record<string, () => unknown>> = {
  answer: () => 'answered',
  pid: () => process.pid,
  loop: () => {
    for (;;);
  },
  loopForFourSeconds: () => {
    const end = performance.now() + 4_000;
    while (performance.now() < end);
    return 'looped to the end';
  },
  wait: () => sleep(60_000),
  exit: () => process.exit(0),
  abort: () => process.abort(),
  throw: () => {
    throw new Error('A bug in a reader.');
  },
  throwLater: () => {
    setTimeout(() => {
      throw new Error('Thrown into the event loop.');
    });
    return sleep(5_000);
  },
  unknownCode: () => {
    throw Object.assign(new Error('x'), { name: 'AppError', code: 'not.inTheCatalogue' });
  },
  recurse: function again(): unknown {
    return [again()];
  },
  heap: () => {
    const held: unknown[] = [];
    for (;;) held.push(Array.from({ length: 1_000 }, () => ({ more: held.length })));
  },
  buffers: () => takeMemory(20_000),
  buffersToOneGigabyte: async () => {
    const held = takeMemory(1_000);
    await sleep(1_000);
    return held.length > 0 && 'took it all';
  },
  largeAnswer: () => 'x'.repeat(70_000_000),
  readFile: () => tried(() => readFileSync('/etc/hostname')),
  writeFile: () => tried(() => writeFileSync(join(tmpdir(), 'kansli-victim'), 'x')),
  startProcess: () => tried(() => execSync('id')),
  connect: () => tried(() => net.connect(9, '127.0.0.1')),
  lookUp: () => tried(() => dns.lookup('example.org', () => {})),
  fetch: () => tried(() => fetch('http://127.0.0.1:9')),
  send: () => tried(() => dgram.createSocket('udp4').send('x', 9, '127.0.0.1')),
  connectInThread: () =>
    new Promise((done) => {
      const thread = new Worker("require('node:net').connect(9, '127.0.0.1').on('error', (e) => { throw e })", {
        eval: true,
      });
      thread.on('error', (error) => done(`refused: ${error.message}`));
      thread.on('exit', () => done('left the thread in peace'));
    }),
  environment: () =>
    Object.keys(process.env).filter((name) => name !== 'PATH').length === 0 ? 'nothing' : Object.keys(process.env),
};

function tried(run: () => unknown): string {
  try {
    run();
    return 'did it';
  } catch (error) {
    return `refused: ${(error as Error).message}`;
  }
}

function takeMemory(megabytes: number): readonly Buffer[] {
  return Array.from({ length: megabytes / 10 }, () => Buffer.alloc(10_000_000, 1));
}

serveReader(async ({ bytes }, onProgress) => {
  onProgress({ phase: 'reading' });
  return await deeds[new TextDecoder().decode(bytes)]?.();
});
