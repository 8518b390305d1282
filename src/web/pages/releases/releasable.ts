import { askOfAgreement, releasedAgreement } from '../../../domain/agreements/index.ts';
import { releasedCommission } from '../../../domain/commissions/index.ts';
import { releasedConsultation } from '../../../domain/consultations/index.ts';
import { askOfDeviation, releasedDeviation } from '../../../domain/deviations/index.ts';
import { releasedGoalArea } from '../../../domain/goalareas/index.ts';
import { askOfDelivery, receiversOfDelivery, releasedDelivery } from '../../../domain/indicators/index.ts';
import { releasedMinutes } from '../../../domain/minutes/index.ts';
import { releasedProject } from '../../../domain/projects/index.ts';
import { type Ask, type ReleasedContent, releasedDocument } from '../../../domain/releases/index.ts';
import { releasedReport } from '../../../domain/reports/index.ts';
import type { Localized } from '../../../kernel/language.ts';
import type { Reader } from '../../contracts.ts';

/** What can be let out of one noun: how its snapshot is made, and what can be asked with it. */
export type Releasable = {
  readonly label: Localized;
  /** The snapshot. Throws `release.notFinal` for what is not ready to leave, `record.notFound` for what the proof does not show. */
  readonly read: (r: Reader, id: string) => Promise<ReleasedContent>;
  /** What is asked of who gets it, unless whoever lets it out changes or leaves out the ask. */
  readonly ask?: (r: Reader, id: string) => Promise<Ask>;
  /** Who is chosen from the start, as bodies: the one that the record itself turns to. */
  readonly receivers?: (r: Reader, id: string) => Promise<readonly string[]>;
};

/** What can be let out to other principals: one row a noun, with the code in the address `/utlamna/:noun/:id`. A noun makes its own snapshot (`…-release.ts`). */
export const releasable = {
  handling: { label: { sv: 'Handling', en: 'Document' }, read: releasedDocument },
  protokoll: { label: { sv: 'Protokoll', en: 'Minutes' }, read: releasedMinutes },
  redovisning: { label: { sv: 'Återrapportering', en: 'Report' }, read: releasedReport },
  projekt: { label: { sv: 'Projekt', en: 'Project' }, read: releasedProject },
  bestallning: { label: { sv: 'Beställning', en: 'Commission' }, read: releasedCommission },
  remiss: { label: { sv: 'Remiss', en: 'Consultation' }, read: releasedConsultation },
  avvikelse: {
    label: { sv: 'Avvikelse i samverkan', en: 'Deviation between principals' },
    read: releasedDeviation,
    ask: askOfDeviation,
  },
  overenskommelse: { label: { sv: 'Överenskommelse', en: 'Agreement' }, read: releasedAgreement, ask: askOfAgreement },
  uppgifter: {
    label: { sv: 'Begäran om uppgifter', en: 'Request for figures' },
    read: releasedDelivery,
    ask: askOfDelivery,
    receivers: receiversOfDelivery,
  },
  malomrade: { label: { sv: 'Målområde', en: 'Goal area' }, read: releasedGoalArea },
} as const satisfies Readonly<Record<string, Releasable>>;

export type ReleasableNoun = keyof typeof releasable;
export const releasableNouns = Object.keys(releasable) as unknown as readonly [ReleasableNoun, ...ReleasableNoun[]];

/** The row of a noun, with the columns that only some rows have. */
export function releasableRow(noun: ReleasableNoun): Releasable {
  return releasable[noun];
}
