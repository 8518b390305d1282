import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';

/** Memory of a process in megabytes: in use now, and the most since `forgetPeak` (where the system keeps no peak, the same as now). */
export type Memory = { readonly now: number; readonly peak: number };

/** What a process has in use; undefined when it cannot be told (the process has ended, or the system has neither way). */
export async function measureMemory(pid: number): Promise<Memory | undefined> {
  try {
    const status = await readFile(`/proc/${pid}/status`, 'latin1');
    const megabytes = (name: string) =>
      Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0) * 0.001024;
    const now = megabytes('VmRSS');
    // A process that has ended but was not waited for has no memory any more.
    return now > 0 ? { now, peak: megabytes('VmHWM') } : undefined;
  } catch {
    const now = process.platform === 'linux' ? undefined : await askSystem(pid);
    return now === undefined ? undefined : { now, peak: now };
  }
}

/** Lets the kernel count the peak anew, so that a file is not blamed for the one before it. Where that cannot be asked, nothing happens. */
export async function forgetPeak(pid: number): Promise<void> {
  await writeFile(`/proc/${pid}/clear_refs`, '5').catch(() => {});
}

/** Where there is no /proc: `ps` on macOS and the BSDs, `tasklist` on Windows. */
function askSystem(pid: number): Promise<number | undefined> {
  const [command, args] =
    process.platform === 'win32'
      ? ['tasklist', ['/fi', `PID eq ${pid}`, '/fo', 'csv', '/nh']]
      : ['ps', ['-o', 'rss=', '-p', String(pid)]];
  return new Promise((done) => {
    execFile(command as string, args as string[], { timeout: 2_000 }, (error, printed) => {
      const last = error ? '' : (String(printed).trim().split('","').at(-1) ?? '');
      const kilobytes = Number(last.replace(/\D/g, ''));
      done(kilobytes > 0 ? kilobytes * 0.001024 : undefined);
    });
  });
}
