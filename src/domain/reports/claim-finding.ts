import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Localized } from '../../kernel/language.ts';

/**
 * What can be remarked on in a report before it is decided, the gravest first. A row says what is seen in the register, not that the sentence is
 * untrue. `note` rows are good to know; only `serious` ones must be ticked as seen by who approves.
 */
export const claimFindingKinds = {
  missingMeeting: {
    sv: 'sammanträdet finns inte i registret',
    en: 'no such meeting in the register',
    severity: 'serious',
  },
  futureMeeting: {
    sv: 'bygger på ett sammanträde som inte har hållits',
    en: 'rests on a meeting that has not been held',
    severity: 'serious',
  },
  sourceGone: { sv: 'källan har ändrats', en: 'the source has changed', severity: 'serious' },
  figureDiffers: { sv: 'talet avviker från serien', en: 'the figure differs from the series', severity: 'serious' },
  quotationChanged: { sv: 'citatets källa har ändrats', en: 'the quoted text has changed', severity: 'serious' },
  unsupported: { sv: 'utan belägg', en: 'without evidence', severity: 'serious' },
  onlyFromReport: { sv: 'känt bara genom rapporten', en: 'known only from the report', severity: 'note' },
} as const satisfies Record<string, Localized & { readonly severity: 'serious' | 'note' }>;
export type FindingKind = keyof typeof claimFindingKinds;
export const claimFindingKindCodes = Object.keys(claimFindingKinds) as readonly FindingKind[];

/** A figure of a sentence beside the one that the series holds. */
export type FigureDifference = {
  readonly indicatorId: string;
  readonly indicatorName: string;
  readonly unit: string;
  readonly stated: number;
  readonly inSeries: number;
  readonly difference: number;
  readonly asOf: string | null;
  /** Whether it is the figure itself, or the change in percent computed from the two values of the series. */
  readonly of: 'value' | 'change';
};

/** One remark on a sentence. */
export type ClaimFinding = {
  readonly kind: Exclude<FindingKind, 'quotationChanged'>;
  /** The day or month that it is about. */
  readonly date: string | null;
  /** The body whose meeting it is about. */
  readonly bodyName: string | null;
  readonly figure: FigureDifference | null;
  /** The day from which the remark no longer holds: that of a meeting which has been summoned and lies ahead. */
  readonly until?: CivilDate;
};

/** That a person saw a remark and lets the sentence stand, with the reason; it holds as long as the sentence is as it was. */
export type ClaimSettlement = {
  readonly reason: string;
  readonly by: string;
  readonly on: CivilDate;
  readonly kinds: readonly FindingKind[];
};
