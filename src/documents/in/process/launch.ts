import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ProcessLimits } from '../limits.ts';

/**
 * What holds the process that reads. `permission` (Node: reads the program only, writes nothing, starts nothing), `noNetworkInNode`, `heap`,
 * `watchedMemory` and `clock` are there on every system; `kernelLimits` (prlimit) and `noNetworkInKernel` (unshare) where Linux has them.
 */
export const processLayers = [
  'permission',
  'noNetworkInNode',
  'heap',
  'watchedMemory',
  'clock',
  'kernelLimits',
  'noNetworkInKernel',
] as const;
export type ProcessLayer = (typeof processLayers)[number];

export type Launch = {
  readonly command: string;
  readonly arguments: readonly string[];
  readonly layers: readonly ProcessLayer[];
};

/** Where the two programs of util-linux lie; the process gets no other environment than this path. */
export const environment = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' };

const projectFolder = fileURLToPath(new URL('../../../../', import.meta.url));

/** How to start the program at `entry` so that it can do its work and nothing else. */
export function launchOf(entry: URL, limits: ProcessLimits): Launch {
  const node = [
    process.execPath,
    `--max-old-space-size=${limits.heapMegabytes}`,
    '--permission',
    '--allow-addons',
    '--allow-worker',
    ...readableFolders().map((folder) => `--allow-fs-read=${folder}`),
    // Node warns at each start that addons and threads could reach around the permissions; the other layers are there for that.
    '--disable-warning=SecurityWarning',
    '--import',
    new URL('./deny-network.ts', import.meta.url).href,
    fileURLToPath(entry),
  ];
  const kernel = kernelPrograms();
  const prefix = [
    ...(kernel.unshare ? ['unshare', '--net', ...kernel.unshare] : []),
    ...(kernel.prlimit ? ['prlimit', ...prlimitOptions(limits), '--'] : []),
  ];
  const [command = process.execPath, ...rest] = [...prefix, ...node];
  return {
    command,
    arguments: rest,
    layers: processLayers.filter(
      (layer) => !(layer === 'kernelLimits' && !kernel.prlimit) && !(layer === 'noNetworkInKernel' && !kernel.unshare),
    ),
  };
}

/** The program and its packages. The data folder is not among them, wherever it lies; nor is the folder of the project itself. */
function readableFolders(): readonly string[] {
  const packages = dirname(dirname(createRequire(import.meta.url).resolve('fflate/package.json')));
  // Where the folder of the packages is a link, Node asks for them under both its names.
  const linked = join(projectFolder, 'node_modules');
  const folders = existsSync(linked) && linked !== packages ? [packages, linked] : [packages];
  return [join(projectFolder, 'src'), join(projectFolder, 'package.json'), ...folders];
}

function prlimitOptions(limits: ProcessLimits): readonly string[] {
  return [
    `--data=${limits.dataMegabytes * 1_000_000}`,
    `--cpu=${limits.processorSeconds}`,
    `--nofile=${limits.openFiles}`,
    '--fsize=0',
    '--core=0',
  ];
}

type KernelPrograms = { readonly prlimit: boolean; readonly unshare: readonly string[] | undefined };
let tried: KernelPrograms | undefined;

/** Tried once: whether the programs are there, and whether this user may use them (a container often forbids new networks). */
function kernelPrograms(): KernelPrograms {
  if (!tried && (process.platform !== 'linux' || !existsSync('/proc/self/statm')))
    tried = { prlimit: false, unshare: undefined };
  tried ??= {
    prlimit: works('prlimit', ['--core=0', '--', 'true']),
    unshare: [['--map-root-user'], []].find((more) => works('unshare', ['--net', ...more, 'true'])),
  };
  return tried;
}

function works(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore', env: environment, timeout: 2_000 }).status === 0;
}
