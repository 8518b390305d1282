import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What a call of the command line came to. */
export type KansliRun = { readonly code: number; readonly out: string; readonly err: string };

const program = fileURLToPath(new URL('../../bin/kansli.mjs', import.meta.url));

/** Runs `kansli` as a person at a terminal does: its own process, Swedish unless told. */
export function runKansli(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<KansliRun> {
  const { DATABASE_URL: _, KANSLI_LANG: __, ...inherited } = process.env;
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...inherited, LANG: 'sv_SE.UTF-8', LC_ALL: '', ...env },
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? -1, out, err }));
  });
}
