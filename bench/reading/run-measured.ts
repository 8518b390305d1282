import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** How long a program ran, and the most memory that it and the programs it started had (on Linux; elsewhere not known). */
export type MeasuredRun = { readonly milliseconds: number; readonly peakBytes?: number };

/** Runs a program to its end. */
export async function runMeasured(program: string, words: readonly string[]): Promise<MeasuredRun> {
  const started = performance.now();
  const child = spawn(program, words, { stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (chunk) => {
    complaint += chunk;
  });
  const peaks = new Map<number, number>();
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  let running = true;
  const watching = (async () => {
    while (running && child.pid) {
      for (const id of familyOf(child.pid)) peaks.set(id, Math.max(peaks.get(id) ?? 0, peakOf(id)));
      await pause(5);
    }
  })();
  const code = await ended;
  const milliseconds = performance.now() - started;
  running = false;
  await watching;
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${complaint.slice(0, 500)}`);
  const peakBytes = [...peaks.values()].reduce((all, one) => all + one, 0);
  return { milliseconds, ...(peakBytes > 0 && { peakBytes }) };
}

/** A process and those it started. */
function familyOf(id: number): readonly number[] {
  const children = told(`/proc/${id}/task/${id}/children`).split(' ').filter(Boolean).map(Number);
  return [id, ...children.flatMap(familyOf)];
}

/** The high-water mark that Linux keeps of a process. */
function peakOf(id: number): number {
  const match = /^VmHWM:\s+(\d+) kB/m.exec(told(`/proc/${id}/status`));
  return match ? Number(match[1]) * 1024 : 0;
}

function told(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
