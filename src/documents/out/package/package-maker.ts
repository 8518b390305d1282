import { setTimeout as pause } from 'node:timers/promises';
import { makePackage, type PackagePlan, type PackageProgress } from './make-package.ts';

/** A package that is there, or how far it has come. */
export type PackageAnswer = { readonly bytes: Uint8Array } | { readonly progress: PackageProgress };

/**
 * Asks for the package with a key, which says all that the package says: the same key is the same bytes, made once and kept. Who asks first sets
 * the work going; nobody waits longer than a second, but is told how far it has come and asks again.
 */
export type PackageMaker = (key: string, plan: () => PackagePlan) => Promise<PackageAnswer>;

/** Where packages lie until there is no room: they can be made again. */
export type KeptFiles = {
  readonly find: (name: string) => Promise<Uint8Array | undefined>;
  readonly keep: (name: string, bytes: Uint8Array) => Promise<void>;
};

type Job = { readonly state: { progress: PackageProgress }; readonly finished: Promise<Uint8Array> };

/** Changes when the same key would give other bytes than before. */
const edition = 1;

export function openPackageMaker(kept: KeptFiles, { patience = 1_000 } = {}): PackageMaker {
  const jobs = new Map<string, Job>();

  const begin = (name: string, plan: PackagePlan): Job => {
    const state = { progress: { done: 0, total: plan.papers.length } };
    const making = makePackage(plan, (progress) => {
      state.progress = progress;
    });
    const finished = making.then(async (bytes) => {
      await kept.keep(name, bytes);
      return bytes;
    });
    const job: Job = { state, finished };
    jobs.set(name, job);
    // A job that failed is forgotten when it has told why to whoever asks next: that may be after the one who began it went away.
    job.finished.then(
      () => jobs.delete(name),
      () => pause(60_000, undefined, { ref: false }).then(() => jobs.delete(name)),
    );
    return job;
  };

  return async (key, plan) => {
    const name = `${key}-${edition}.pdf`;
    const found = await kept.find(name);
    if (found) return { bytes: found };
    const job = jobs.get(name) ?? begin(name, plan());
    const stopped = new AbortController();
    try {
      const waited = pause(patience, undefined, { signal: stopped.signal }).catch(() => undefined);
      const bytes = await Promise.race([job.finished, waited]);
      return bytes ? { bytes } : job.state;
    } catch (error) {
      jobs.delete(name);
      throw error;
    } finally {
      stopped.abort();
    }
  };
}
