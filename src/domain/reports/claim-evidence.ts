import type { Localized } from '../../kernel/language.ts';
import type { AnswerFacts, SourceRef } from './answer-facts.ts';
import { type Claim, claimsOf, datesIn } from './claims.ts';
import { type DraftedAnswer, textOf } from './draft-answer.ts';
import { closestInSubject } from './same-day-sources.ts';

/** How well a claim stands. A row says nothing about whether the claim is true: only whether the register still holds what was pointed at. */
export const claimStates = {
  supported: { sv: 'har belägg', en: 'supported' },
  unsupported: { sv: 'utan belägg', en: 'unsupported' },
  sourceGone: { sv: 'källan har ändrats', en: 'source gone' },
} as const satisfies Record<string, Localized>;
export type ClaimState = keyof typeof claimStates;

/** A pointer from a claim to a source as it is stored; `confirmed` when a person made it rather than the drafting. */
export type Evidence = SourceRef & {
  readonly claimHash: string;
  readonly claimText: string;
  readonly confirmed: boolean;
};

/** A source that the register holds now for the assignment of an entry, with the day on which it is (`YYYY-MM` or `YYYY` when less is known). */
export type KnownSource = SourceRef & {
  readonly when: string | null;
  /** Further days that its words name: a passage of a document proves the days it speaks of. */
  readonly days?: readonly string[];
  /** An occasion of the body itself, which sentences may mean without naming its day. */
  readonly own?: boolean;
  /** What it is about, to tell the items of one day apart. */
  readonly subject?: string;
};

/** A claim with what proves it and how well. `unprovenDates` are days it names that no source of it has. */
export type JudgedClaim = Claim & {
  readonly state: ClaimState;
  readonly evidence: readonly (Evidence & { readonly gone: boolean })[];
  readonly unprovenDates: readonly string[];
};

/** The days and months that a sentence names; a day without year is in the year of the report. */
export function datesNamedIn(text: string, year: number): readonly string[] {
  return [...new Set(datesIn(text, year).map((mention) => mention.date))];
}

/**
 * Judges the sentences of an answer against the register of now. A source is gone when its record is no longer linked to the assignment, or when
 * the sentence names days and the source has moved to another one. A sentence that names a day which none of its sources has is unsupported,
 * however many other sources it has.
 */
export function judgeClaims(
  text: string,
  evidence: readonly Evidence[],
  known: readonly KnownSource[],
  year: number,
): readonly JudgedClaim[] {
  return claimsOf(text).map((claim) => {
    const named = datesNamedIn(claim.text, year);
    const own = evidence
      .filter((one) => one.claimHash === claim.hash)
      .map((one) => ({ ...one, gone: isGone(one, known, named) }));
    const standing = own.filter((one) => !one.gone).flatMap((one) => whensOf(one, known));
    const unprovenDates = named.filter((date) => !standing.includes(date));
    const state: ClaimState = own.some((one) => one.gone)
      ? 'sourceGone'
      : own.length === 0 || unprovenDates.length > 0
        ? 'unsupported'
        : 'supported';
    return { ...claim, state, evidence: own, unprovenDates: own.length === 0 ? named : unprovenDates };
  });
}

/**
 * The evidence of a text after a change: what belongs to sentences that stand unchanged stays, also when its source is gone (that must be seen);
 * for other sentences, and for days that nothing proves yet, the known sources of the days they name are taken. "Vid flera tillfällen" names no day
 * and is proved by the body's occasions when there are several.
 */
export function matchEvidence(
  text: string,
  before: readonly Evidence[],
  known: readonly KnownSource[],
  year: number,
): readonly Evidence[] {
  return judgeClaims(text, before, known, year).flatMap((claim) => {
    const kept = claim.evidence.map(({ gone: _, ...one }) => one);
    const meant = saysSeveral(claim.text) && claim.evidence.length === 0 ? severalOccasions(known) : [];
    const named = known.filter((source) => source.when !== null && claim.unprovenDates.includes(source.when));
    const found = [...closestInSubject(claim.text, named), ...meant.filter((source) => !named.includes(source))].map(
      ({ noun, id }) => ({ noun, id, claimHash: claim.hash, claimText: claim.text, confirmed: false }),
    );
    return [...kept, ...found];
  });
}

/**
 * The evidence of a drafted answer, claim by claim. Drafted sentences and claims may be cut differently (a position in several sentences; a
 * title that ends in what looks like an initial), so a sentence proves every claim that it shares words with.
 */
export function evidenceOfDraft(draft: DraftedAnswer): readonly Evidence[] {
  const claims = placed(claimsOf(textOf(draft)));
  const sentences = placed(draft.sentences.map((one) => ({ ...one, text: one.text.replace(/\s+/gu, ' ').trim() })));
  const all = sentences.flatMap((one) =>
    claims
      .filter((claim) => claim.start < one.end && one.start < claim.end)
      .flatMap((claim) =>
        one.evidence.map((ref) => ({ ...ref, claimHash: claim.hash, claimText: claim.text, confirmed: false })),
      ),
  );
  return all.filter((one, index) => all.findIndex((other) => sameEvidence(one, other)) === index);
}

/** Parts of a running text with where they stand in it, one space between them. */
function placed<T extends { readonly text: string }>(
  parts: readonly T[],
): readonly (T & { start: number; end: number })[] {
  let at = 0;
  return parts.map((part) => {
    const start = at;
    at += part.text.length + 1;
    return { ...part, start, end: at - 1 };
  });
}

/** Whether a sentence speaks of several occasions without naming them (seed 000 nr 5 and 8). */
function saysSeveral(text: string): boolean {
  return /(?<!\p{L})(?:flera|olika|ett antal) (?:tillfällen|sammanträden|möten)(?!\p{L})/iu.test(text);
}

function severalOccasions(known: readonly KnownSource[]): readonly KnownSource[] {
  const own = known.filter((source) => source.own);
  return new Set(own.map((source) => source.when)).size > 1 ? own : [];
}

/** Whether two pointers say the same. */
export function sameEvidence(a: Evidence, b: Evidence): boolean {
  return a.claimHash === b.claimHash && a.noun === b.noun && a.id === b.id;
}

/**
 * What the register holds now that can prove sentences about an assignment; `elsewhere` are items of other bodies' meetings, which may be named too.
 * The assignment itself proves that nothing was done about it only as long as no item of the body's meetings is linked to it.
 */
export function knownSources(
  facts: Pick<AnswerFacts, 'assignment' | 'occasions' | 'decisions' | 'position'>,
  elsewhere: readonly { readonly itemId: string; readonly heldOn: string }[] = [],
): readonly KnownSource[] {
  const silent = facts.occasions.length === 0;
  return [
    ...facts.occasions.map(
      ({ itemId, date, title }): KnownSource => ({
        noun: 'agendaItem',
        id: itemId,
        when: date,
        own: true,
        subject: title,
      }),
    ),
    ...facts.decisions.map(
      (one): KnownSource => ({
        noun: 'decision',
        id: one.id,
        when: one.date.slice(0, { day: 10, month: 7, year: 4 }[one.precision]),
      }),
    ),
    ...elsewhere.map((one): KnownSource => ({ noun: 'agendaItem', id: one.itemId, when: one.heldOn })),
    ...(facts.position ? [{ noun: 'assignmentPosition' as const, id: facts.position.id, when: null }] : []),
    ...(silent ? [{ noun: 'assignment' as const, id: facts.assignment.id, when: null }] : []),
  ];
}

/** The nouns whose records stand on a day, so that a sentence about another day is no longer proved by them. */
const onADay: ReadonlySet<string> = new Set(['agendaItem', 'decision', 'meeting']);

function isGone(ref: SourceRef, known: readonly KnownSource[], named: readonly string[]): boolean {
  const source = known.find((one) => one.noun === ref.noun && one.id === ref.id);
  if (!source) return true;
  return onADay.has(ref.noun) && source.when !== null && named.length > 0 && !named.includes(source.when);
}

function whensOf(ref: SourceRef, known: readonly KnownSource[]): readonly string[] {
  const source = known.find((one) => one.noun === ref.noun && one.id === ref.id);
  return [...(source?.when ? [source.when] : []), ...(source?.days ?? [])];
}
