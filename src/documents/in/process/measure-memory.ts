import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** The memory that a process has in use, in megabytes; undefined when it cannot be told (the process has ended, or the system has neither way). */
export async function measureMemory(pid: number): Promise<number | undefined> {
  try {
    const status = await readFile(`/proc/${pid}/status`, 'latin1');
    const kilobytes = /^VmRSS:\s+(\d+)/m.exec(status)?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1_000;
  } catch {
    return process.platform === 'linux' ? undefined : await askSystem(pid);
  }
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
      done(kilobytes > 0 ? kilobytes / 1_000 : undefined);
    });
  });
}
