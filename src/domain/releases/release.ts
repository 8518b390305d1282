import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { AnswerValues } from './ask-answers.ts';
import type { Ask } from './ask-kinds.ts';
import type { ReleaseGround } from './release-grounds.ts';
import type { Snapshot } from './released-content.ts';

/** Whom a release is for: another authority, or the guests of a group of this one. */
export const releaseAudiences = {
  principal: { sv: 'huvudman', en: 'principal' },
  guests: { sv: 'gäster', en: 'guests' },
} as const satisfies Readonly<Record<string, Localized>>;
export type ReleaseAudience = keyof typeof releaseAudiences;

/** What can happen to a release at a receiver. */
export const releaseEvents = {
  delivered: { sv: 'levererad', en: 'delivered' },
  read: { sv: 'läst', en: 'read' },
  recalled: { sv: 'återkallad', en: 'recalled' },
} as const satisfies Readonly<Record<string, Localized>>;
export type ReleaseEventKind = keyof typeof releaseEvents;

/** How far a release has come with a receiver, in the order of the way. */
export const receiverStandings = {
  untied: { sv: 'väntar på koppling', en: 'waits for a tie' },
  sent: { sv: 'på väg', en: 'on its way' },
  delivered: { sv: 'levererad', en: 'delivered' },
  read: { sv: 'läst', en: 'read' },
  answered: { sv: 'besvarad', en: 'answered' },
  recalled: { sv: 'återkallad', en: 'recalled' },
} as const satisfies Readonly<Record<string, Localized>>;
export type ReceiverStanding = keyof typeof receiverStandings;

export type ReleaseEvent = {
  readonly kind: ReleaseEventKind;
  readonly at: Date;
  readonly by: string;
  readonly reason: string | null;
};

/** An answer that came back from a receiver. */
export type ReceivedAnswer = {
  readonly id: string;
  readonly answeredAt: Date;
  readonly answeredBy: string;
  readonly values: AnswerValues;
};

/** One receiver of a release, and what has happened there. */
export type ReleaseReceiver = {
  readonly bodyId: Id<'body'>;
  readonly name: string;
  readonly audience: ReleaseAudience;
  readonly standing: ReceiverStanding;
  readonly events: readonly ReleaseEvent[];
  readonly answers: readonly ReceivedAnswer[];
};

/** One line of the release log: what left, by which ground, and to whom (R-OSL-7). */
export type ListedRelease = {
  readonly id: Id<'release'>;
  readonly noun: Snapshot['noun'];
  readonly recordId: string;
  readonly title: string;
  readonly bodyId: Id<'body'> | null;
  readonly protected: boolean;
  readonly ground: ReleaseGround;
  readonly provision: string | null;
  readonly releasedAt: Date;
  readonly releasedBy: string;
  readonly ask: Ask | null;
  readonly receivers: readonly ReleaseReceiver[];
};

/** A release as a whole. */
export type Release = ListedRelease & {
  readonly snapshot: Snapshot;
  readonly contentHash: string;
  readonly assessment: string | null;
  readonly note: string | null;
};

/** How far a release has come, told from what happened. A recall is the last word; an answer says more than that it was read. */
export function standingOf(receiver: {
  readonly audience: ReleaseAudience;
  readonly tied: boolean;
  readonly events: readonly Pick<ReleaseEvent, 'kind'>[];
  readonly answered: boolean;
}): ReceiverStanding {
  const has = (kind: ReleaseEventKind) => receiver.events.some((event) => event.kind === kind);
  if (has('recalled')) return 'recalled';
  if (receiver.answered) return 'answered';
  if (has('read')) return 'read';
  if (has('delivered')) return 'delivered';
  return receiver.tied ? 'sent' : 'untied';
}
