import { isWithheld } from '../secrecy/index.ts';
import type { KnownSource } from './claim-evidence.ts';
import type { EvidenceSource } from './report.ts';

/** A record that evidence points at, as it stands in the register now. */
export type EvidenceRecord = {
  readonly source: EvidenceSource;
  readonly known: KnownSource;
  /** Whether it no longer proves anything: a cancelled meeting, a decision taken back, a passage of which the text was replaced. */
  readonly dead: boolean;
};

/** What most sources lack. */
export const nothing = {
  meetingId: null,
  date: null,
  precision: 'day',
  bodyName: null,
  itemNumber: null,
  meetingKind: null,
} as const satisfies Partial<EvidenceSource>;

/** Whether a record must be shown without its words: its matter has a mark of secrecy. */
export const isSecret = (level: string | null | undefined): boolean => isWithheld(level);

/** A source with what it is known by; the words of a secret one are left behind here, so that no page or document can print them. */
export function evidenceRecord(
  source: EvidenceSource,
  own: { when: string | null; days?: readonly string[]; dead?: boolean },
): EvidenceRecord {
  const { secret, words, ...open } = source;
  return {
    source: secret ? { ...open, title: '', secret: true } : { ...open, ...(words === undefined ? {} : { words }) },
    known: {
      noun: source.noun,
      id: source.id,
      when: own.when,
      ...(own.days ? { days: own.days } : {}),
      subject: secret ? '' : source.title,
    },
    dead: own.dead ?? false,
  };
}
