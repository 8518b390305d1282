import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { PublishedNoun } from '../published/index.ts';
import type { KeptFinding } from './finding.ts';
import type { PublicationState } from './publication-transitions.ts';

/** A proposal to make a record public, with what the gate found and what became of it. */
export type Publication = {
  readonly id: Id<'publication'>;
  readonly version: number;
  readonly noun: PublishedNoun;
  readonly recordId: string;
  readonly bodyId: Id<'body'> | null;
  readonly title: string;
  readonly state: PublicationState;
  readonly contentHash: string;
  readonly publicHash: string | null;
  readonly findings: readonly KeptFinding[];
  readonly edition: number | null;
  readonly proposedAt: Date;
  readonly proposedBy: string;
  readonly proposerId: Id<'account'> | null;
  readonly reviewedAt: Date | null;
  readonly reviewedBy: string | null;
  readonly publishedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawnBy: string | null;
  readonly reason: string | null;
};

/** What can happen to a publication: the trace is made of these, and of nothing that was secret. */
export const publicationEventKinds = {
  proposed: { sv: 'föreslogs', en: 'was proposed' },
  stopped: { sv: 'stoppades i grinden', en: 'was stopped at the gate' },
  reviewed: { sv: 'granskades', en: 'was reviewed' },
  published: { sv: 'publicerades', en: 'was published' },
  declined: { sv: 'publicerades inte', en: 'was not published' },
  superseded: { sv: 'ersattes av ett nytt förslag', en: 'was overtaken by a new proposal' },
  replaced: { sv: 'ersattes av en ny lydelse', en: 'was replaced by a newer edition' },
  withdrawn: { sv: 'drogs tillbaka', en: 'was withdrawn' },
} as const satisfies Record<string, Localized>;
export type PublicationEventKind = keyof typeof publicationEventKinds;

/** One line of the trace. */
export type PublicationEvent = {
  readonly kind: PublicationEventKind;
  readonly at: Date;
  readonly by: string;
  readonly details: Readonly<Record<string, unknown>> | null;
};
