#!/usr/bin/env node
// Starts the command line under the Node that the project pins (npm package `node`). Plain JavaScript, because an older Node may run this file.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const needed = 24;
const main = join(dirname(fileURLToPath(import.meta.url)), '../src/main.ts');

if (Number(process.versions.node.split('.')[0]) >= needed) {
  // What Node makes of the sources is kept beside the packages, so that the next start is spared it. Where nothing can be kept, nothing is.
  nodeModule.enableCompileCache(join(dirname(fileURLToPath(import.meta.url)), '../node_modules/.cache/kansli'));
  const { run } = await import(main);
  await run(process.argv.slice(2));
} else {
  const pinned = pinnedNode();
  if (!pinned) {
    console.error(
      `Kansli behöver Node ${needed} eller senare. Kör "npm ci" i projektmappen, så följer rätt version med.`,
    );
    console.error(
      `Kansli needs Node ${needed} or later. Run "npm ci" in the project folder: the right version comes with it.`,
    );
    process.exit(2);
  }
  const child = spawn(pinned, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

/** The path of the runtime in node_modules, or undefined when it is not installed. */
function pinnedNode() {
  try {
    const folder = dirname(nodeModule.createRequire(import.meta.url).resolve('node/package.json'));
    const path = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}
