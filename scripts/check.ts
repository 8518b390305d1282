/**
 * `npm run check`: everything that can be known without running the product. Types, form, and the promises the house makes about itself.
 * Goes on after a failure, so that one run tells all; each failure names the command that repairs it or shows more.
 */
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

type Step = { readonly name: string; readonly says: string; readonly run: readonly string[]; readonly repair: string };

const steps: readonly Step[] = [
  {
    name: 'types',
    says: 'the types fit together',
    run: ['node_modules/typescript/bin/tsc', '--noEmit', '--pretty', 'false'],
    repair: 'npx tsc --watch      (shows the rest as you repair them)',
  },
  {
    name: 'form',
    says: 'format and lint are clean',
    run: ['node_modules/@biomejs/biome/bin/biome', 'check', '--max-diagnostics=20', '.'],
    repair: 'npx biome check --write .      (formats, sorts imports, repairs what is safe)',
  },
  {
    name: 'promises',
    says: 'the house keeps its promises',
    run: ['--test', '--test-reporter=spec', 'test/promises/*.test.ts'],
    repair:
      'node --test test/promises/*.test.ts      (each failure says where the code belongs; "node scripts/regenerate-reference.ts" renews the reference)',
  },
];

const failed: Step[] = [];
for (const step of steps) {
  const started = performance.now();
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [...step.run], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const seconds = `${((performance.now() - started) / 1000).toFixed(1)} s`;
  if (status === 0) {
    console.log(`  ok      ${step.name.padEnd(9)} ${step.says} (${seconds})`);
    continue;
  }
  failed.push(step);
  console.log(`  FAILED  ${step.name.padEnd(9)} (${seconds})\n`);
  console.log(
    indented(
      error ? `${step.run[0]} could not be started (${error.message}). Run "npm ci" first.` : told(stdout, stderr),
    ),
  );
}

if (failed.length === 0) console.log('\nEverything checks out. Next: npm test');
else console.log(`\nTo repair:\n${failed.map((step) => `  ${step.name.padEnd(9)} ${step.repair}`).join('\n')}`);
process.exitCode = failed.length === 0 ? 0 : 1;

/** What a tool said; of a test run only the part from its failures on, because what passed is of no interest here. */
function told(stdout: string, stderr: string): string {
  const failures = stdout.indexOf('failing tests:');
  const all = `${failures < 0 ? stdout : stdout.slice(stdout.lastIndexOf('\n', failures) + 1)}\n${stderr}`;
  return all.replace(/^\s+at .*\n/gm, '').trim();
}

function indented(text: string): string {
  const lines = text.split('\n');
  const shown = lines.slice(0, 60).map((line) => `    ${line}`);
  if (lines.length > shown.length) shown.push(`    … and ${lines.length - shown.length} lines more`);
  return `${shown.join('\n')}\n`;
}
