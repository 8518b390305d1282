/**
 * Adds lock entries for optional platform packages that the registry in use does not carry, so that `npm ci` finds a complete lock
 * file on every platform. Run it after each `npm install` (`npm run lock`); the test in `test/promises/lock.test.ts` keeps watch.
 */
import { readFileSync, writeFileSync } from 'node:fs';

type LockedPackage = {
  version?: string;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
};
type Lock = { packages: Record<string, LockedPackage> };

const platformInName =
  /(android|darwin|linux|win32|windows|freebsd|openharmony)-(x64|arm64|arm|ia32|ppc64|riscv64|s390x)(?:-(gnu|musl|msvc|gnueabihf|eabi))?/;

/** The optional packages that some package names but the lock file does not hold, as path → entry. */
export function missingEntries(lock: Lock): Record<string, LockedPackage> {
  const missing: Record<string, LockedPackage> = {};
  for (const [path, locked] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(locked.optionalDependencies ?? {})) {
      const at = `node_modules/${name}`;
      if (lock.packages[at] || lock.packages[`${path}/${at}`]) continue;
      missing[at] = { version, optional: true, ...platformOf(name) };
    }
  }
  return missing;
}

function platformOf(name: string): Pick<LockedPackage, 'os' | 'cpu' | 'libc'> {
  const [, os, cpu, abi] = platformInName.exec(name) ?? [];
  if (!os || !cpu) return {};
  const libc = abi === 'musl' ? ['musl'] : abi === 'gnu' ? ['glibc'] : undefined;
  return { os: [os === 'windows' ? 'win32' : os], cpu: [cpu], ...(libc ? { libc } : {}) };
}

if (import.meta.main) {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
  const missing = missingEntries(lock);
  const all = { ...lock.packages, ...missing };
  lock.packages = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`Added ${Object.keys(missing).length} optional platform packages to package-lock.json.`);
}
