/**
 * The proof that an entry stood on its board (bevis om anslag). Each minute the board is read back; what is found is kept as spans of time in which
 * the entry was seen and gaps in which it was not. A time of appeal runs only while the entry is up (KL 13:5), so a gap in it stops the clock.
 *
 * Worked example: put up 09:00:10, seen each minute until 09:31, the power goes, seen again 10:05. Then the proof is one span 09:00–09:31, one gap
 * 09:31–10:05 of the kind "nobody looked", and one span from 10:05 that is still growing.
 */

import { addDays, type CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import { stockholmInstant } from '../../kernel/stockholm-instant.ts';

/** Milliseconds between two looks at a board. */
export const probeEvery = 60_000;
/** A longer silence than this is a gap: one look may be late or missed, two may not. */
export const longestSilence = 150_000;

/** Why a span of time is not proved. */
export const gapReasons = {
  notProbed: { sv: 'ingen läste tavlan', en: 'nobody read the board' },
  missing: { sv: 'anslaget fanns inte på tavlan', en: 'the notice was not on the board' },
  differs: { sv: 'något annat stod på tavlan', en: 'something else stood on the board' },
  unreachable: { sv: 'tavlans adress svarade inte', en: 'the address of the board did not answer' },
  clock: { sv: 'klockan ställdes tillbaka', en: 'the clock was put back' },
} as const satisfies Record<string, Localized>;
export type GapReason = keyof typeof gapReasons;

/** How an entry was seen: in the files of the board, or besides at the address where everybody reads it. */
export const probeWays = {
  file: { sv: 'filen lästes tillbaka', en: 'the file was read back' },
  http: { sv: 'filen och tavlans adress lästes', en: 'the file and the address of the board were read' },
} as const satisfies Record<string, Localized>;
export type ProbeWay = keyof typeof probeWays;

/** What one look at the board found of an entry. */
export type Sighting =
  | { readonly hash: string; readonly how: ProbeWay }
  | {
      readonly fault: Exclude<GapReason, 'notProbed' | 'clock'>;
      /** Whether it was found where we write, and not only at an address that may be a moment behind. */
      readonly firm: boolean;
    };

/** The latest that is kept of an entry: a span that may grow, or a gap that may still last. */
export type LatestProof =
  | {
      readonly kind: 'seen';
      readonly id: Id<'postingProof'>;
      readonly to: Date;
      readonly hash: string;
      readonly how: ProbeWay;
    }
  | { readonly kind: 'gap'; readonly to: Date; readonly reason: GapReason };

/** What a look adds to the proof. */
export type ProofStep =
  | { readonly kind: 'extend'; readonly id: Id<'postingProof'>; readonly to: Date }
  | { readonly kind: 'seen'; readonly from: Date; readonly to: Date; readonly hash: string; readonly how: ProbeWay }
  | { readonly kind: 'gap'; readonly from: Date; readonly to: Date; readonly reason: GapReason };

/**
 * What a look at an instant adds to what is kept. `start` is when the proof of the entry should begin: when it was put up, or when the board began to
 * be read if that was later. Of a fault that lasts only the beginning and the end are written.
 */
export function proofSteps(
  known: { readonly start: Date; readonly latest: LatestProof | undefined },
  sighting: Sighting,
  now: Date,
): readonly ProofStep[] {
  const { start, latest } = known;
  const until = latest?.to ?? start;
  const silence = now.getTime() - until.getTime();
  if ('fault' in sighting) {
    if (latest?.kind === 'gap') return [];
    // What was put up just now may not have been written yet, and an address may not have answered once.
    if (silence <= longestSilence && (!latest || !sighting.firm)) return [];
    return [gap(silence < 0 ? now : until, now, sighting.fault)];
  }
  const { hash, how } = sighting;
  const anew: ProofStep = { kind: 'seen', from: now, to: now, hash, how };
  if (silence < -longestSilence) return [gap(now, until, 'clock'), anew];
  if (latest?.kind === 'gap') return silence > 0 ? [gap(until, now, latest.reason), anew] : [anew];
  if (silence > longestSilence) return [gap(until, now, 'notProbed'), anew];
  if (silence < 0) return [];
  if (latest && latest.hash === hash && latest.how === how) return [{ kind: 'extend', id: latest.id, to: now }];
  return [{ ...anew, from: until }];
}

function gap(from: Date, to: Date, reason: GapReason): ProofStep {
  return { kind: 'gap', from, to, reason };
}

/** The instant at which a day has ended in Stockholm. */
export function endOfDay(day: CivilDate): Date {
  return stockholmInstant(addDays(day, 1));
}

/** Whether a gap takes something away from a time of appeal: it had begun before the last day was over, or the last day is not known yet. */
export function breaksAppeal(gapFrom: Date, appeal: { readonly last: CivilDate | null }): boolean {
  return appeal.last === null || gapFrom < endOfDay(appeal.last);
}

/** What is known of an entry's proof at a moment, as its page and the clock ask for it. */
export type PostingWatch = {
  /** When the proof should begin; null where the board is not read back: then its events are the proof, as on a board of wood. */
  readonly start: Date | null;
  /** Until when it has been seen without a stop. */
  readonly provenUntil: Date | null;
};

/** Since when nobody has seen the entry, when that is longer ago than a look may be late; undefined when it was seen just now. */
export function unseenSince({ start, provenUntil }: PostingWatch, now: Date): Date | undefined {
  if (start === null) return undefined;
  const until = provenUntil !== null && provenUntil > start ? provenUntil : start;
  return now.getTime() - until.getTime() > longestSilence ? until : undefined;
}

/** Whether the entry is known to have been up to the end of a day; a board that is not read back has only its events to go by. */
export function provenThrough(watch: PostingWatch, day: CivilDate, now: Date): boolean {
  const end = endOfDay(day);
  if (watch.start === null || watch.start >= end) return true;
  if (watch.provenUntil !== null && watch.provenUntil >= end) return true;
  return now < end && unseenSince(watch, now) === undefined;
}

/** A time in which an entry was seen at each look, also at those that could not be written down because the database did not answer. */
export type Held = { readonly from: Date; readonly to: Date };

/** A span that was seen on while the database was away is as long as that. */
export function lengthened(latest: LatestProof | undefined, seen: Held | undefined): LatestProof | undefined {
  if (latest?.kind !== 'seen' || !seen || seen.to <= latest.to) return latest;
  return seen.from.getTime() - latest.to.getTime() <= longestSilence ? { ...latest, to: seen.to } : latest;
}

/** What has been held to be seen after one more look; nothing when it found a fault. */
export function heldAfter(before: Held | undefined, sighting: Sighting, now: Date): Held | undefined {
  if ('fault' in sighting) return undefined;
  const goesOn = before && now >= before.to && now.getTime() - before.to.getTime() <= longestSilence;
  return { from: goesOn ? before.from : now, to: now };
}
