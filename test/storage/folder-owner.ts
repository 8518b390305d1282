/** A process that opens a data folder, says how, and stays until it is told to stop: node folder-owner.ts FOLDER own|join. */
import { writeSync } from 'node:fs';
import { systemRuntime } from '../../src/kernel/runtime.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { describeEngine } from '../../src/storage/describe-engine.ts';
import { stopOnSignals } from '../../src/storage/stop-on-signals.ts';

const [dataFolder, mode] = process.argv.slice(2);
try {
  const db = await openDatabase({ dataFolder, mode: mode === 'join' ? 'join' : 'own', runtime: systemRuntime() });
  stopOnSignals(db.close);
  writeSync(1, `${JSON.stringify({ engine: db.engine, line: await describeEngine(db) })}\n`);
  setInterval(() => {}, 60_000);
} catch (error) {
  writeSync(1, `${JSON.stringify({ error: error instanceof Error ? error.message : String(error) })}\n`);
  process.exitCode = 1;
}
