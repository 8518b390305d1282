import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';

/** Where a witness is: another authority in the same installation, which proves little against its operator, or an installation elsewhere. */
export const witnessKinds = {
  neighbour: { sv: 'annan myndighet i samma installation', en: 'another authority of this installation' },
  address: { sv: 'annan installation', en: 'another installation' },
} as const satisfies Readonly<Record<string, Localized>>;
export type WitnessKind = keyof typeof witnessKinds;

/** Why a witness does not put its name under a head. */
export const witnessRefusals = {
  unknownLog: { sv: 'vittnet känner inte loggen', en: 'the witness does not know the log' },
  badSignature: { sv: 'vittnet känner en annan nyckel', en: 'the witness knows another key' },
  conflict: { sv: 'vittnet har sett ett annat antal poster', en: 'the witness has seen another number of entries' },
  rolledBack: {
    sv: 'vittnet har sett fler poster än loggen har',
    en: 'the witness has seen more entries than the log has',
  },
  forked: {
    sv: 'vittnet har sett en annan logg med lika många poster',
    en: 'the witness has seen another log of the same length',
  },
  unproved: {
    sv: 'loggen kunde inte visa att den börjar med det vittnet har sett',
    en: 'the log could not show that it begins with what the witness has seen',
  },
  unreachable: { sv: 'vittnet kunde inte nås', en: 'the witness could not be reached' },
} as const satisfies Readonly<Record<string, Localized>>;
export type WitnessRefusal = keyof typeof witnessRefusals;

/** The refusals that say that a log is not what it was: whoever hears of one looks at it at once. */
export const contradictions = ['rolledBack', 'forked', 'unproved'] as const satisfies readonly WitnessRefusal[];
export type Contradiction = (typeof contradictions)[number];

export function isContradiction(refusal: string): refusal is Contradiction {
  return (contradictions as readonly string[]).includes(refusal);
}

/** Someone who counter-signs the heads of our log. */
export type Witness = {
  readonly id: Id<'witness'>;
  readonly kind: WitnessKind;
  readonly name: string;
  readonly neighbourId: Id<'tenant'> | null;
  readonly address: string | null;
  /** The key that its signatures are checked with, in one line; a neighbour signs with the key of this installation. */
  readonly key: string | null;
  readonly addedAt: Date;
  readonly lastAskedAt: Date | null;
  readonly lastAgreedAt: Date | null;
  readonly refusal: WitnessRefusal | null;
  readonly version: number;
};

/** A log of somebody else that we counter-sign the heads of. */
export type WatchedLog = {
  readonly id: Id<'watchedLog'>;
  readonly origin: string;
  readonly name: string;
  readonly key: string;
  readonly version: number;
  /** When it stopped being watched. */
  readonly endedAt: Date | null;
  readonly size: number | null;
  readonly receivedAt: Date | null;
  /** Heads that contradicted what had been seen. */
  readonly faults: number;
};

/** What somebody must look at: what is stored is not what was written, or heads of a log contradict each other, or nobody witnesses. */
export const alarmKinds = {
  storedDiffers: { sv: 'loggen har ändrats i databasen', en: 'the log has been changed in the database' },
  witnessRefused: { sv: 'ett vittne motsäger loggen', en: 'a witness contradicts the log' },
  witnessSilent: { sv: 'inget vittne har svarat', en: 'no witness has answered' },
  watchedContradicts: { sv: 'en bevakad logg motsäger sig', en: 'a watched log contradicts itself' },
} as const satisfies Readonly<Record<string, Localized>>;
export type AlarmKind = keyof typeof alarmKinds;

/** Hours without any witness's signature after which it is told (X-Road stops after as long without a time stamp). */
export const hoursOfSilence = 4;

/** Whether an authority that has witnesses has been without their signature for too long. */
export function isSilent(witnesses: readonly Pick<Witness, 'addedAt' | 'lastAgreedAt'>[], now: Date): boolean {
  if (witnesses.length === 0) return false;
  const latest = Math.max(...witnesses.map(({ addedAt, lastAgreedAt }) => (lastAgreedAt ?? addedAt).getTime()));
  return now.getTime() - latest > hoursOfSilence * 3_600_000;
}
