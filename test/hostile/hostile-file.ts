import type { ErrorCode } from '../../src/kernel/errors.ts';

/** One file of the corpus, made when it is needed: some are large. */
export type HostileFile = {
  /** The name under which it is handed in; unique in the corpus. */
  readonly name: string;
  readonly bytes: () => Uint8Array;
  /** What must come of it: `read`, or one of the refusals. Without it any of these will do, but nothing else. */
  readonly expect?: readonly ('read' | ErrorCode)[];
};

/** Chance with a seed (mulberry32): the same seed gives the same files on every machine. */
export function seededChance(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

export const latin = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
