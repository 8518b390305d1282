import type { Finding, KeptFinding } from './finding.ts';

/** A finding as the register keeps it: what stopped is told by its form alone. */
export function keptFinding({ kind, place, form, words, sha256 }: Finding): KeptFinding {
  return { kind, place, form, file: sha256 !== null, maskable: words !== '' };
}
