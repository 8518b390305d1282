/**
 * The process that is killed: it owns the folder, and writes through `transact` as fast as it can, eight at a time. Each write is state (the
 * key's row), log entry and outbox row; when all are committed it acknowledges the number on standard output. With "early" it acknowledges
 * before the commit, which the harness must notice.
 */
import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemRuntime } from '../../src/kernel/runtime.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { writeNumber } from './kill-rounds.ts';

const [folder, tenantId, firstNumber, manner] = process.argv.slice(2);
if (!folder || !tenantId || !firstNumber) throw new Error('Usage: kill-writer.ts FOLDER TENANT FIRST [early]');
const early = manner === 'early';

const db = await openDatabase({ dataFolder: folder, runtime: systemRuntime(), poolSize: 8, patience: 25_000 });
writeSync(1, 'ready\n');

let next = Number(firstNumber);
const acknowledge = (number: number) => writeSync(1, `${number}\n`);
async function writeForEver(): Promise<never> {
  for (;;) {
    const number = next;
    next += 1;
    await writeNumber(db, tenantId!, number, async () => {
      if (!early) return;
      acknowledge(number);
      await sleep(20);
    });
    if (!early) acknowledge(number);
  }
}
await Promise.all(Array.from({ length: 8 }, writeForEver));
