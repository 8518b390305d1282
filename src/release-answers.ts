import { takeAgreementDecision } from './domain/agreements/index.ts';
import { takeEndorsement } from './domain/collaboration/index.ts';
import { takeInHandling } from './domain/deviations/index.ts';
import { takeInFigures } from './domain/indicators/index.ts';
import { type AnswerHandlers, carryRelease, type ReleaseErrand } from './domain/releases/index.ts';
import type { Database } from './storage/database.ts';
import type { OutboxHandler } from './storage/outbox.ts';

/** Which noun takes in the answers to which kind of ask. A kind without a row is kept with the release, and nothing else follows from it. */
export const answerHandlers: AnswerHandlers = {
  decideAgreement: takeAgreementDecision,
  endorse: takeEndorsement,
  handleDeviation: takeInHandling,
  deliverFigures: takeInFigures,
};

/** Carries releases, answers and news of them between the authorities of the installation. */
export function releaseCarrier(db: Database, handlers: AnswerHandlers = answerHandlers): OutboxHandler {
  return ({ tenantId, payload }) => carryRelease(db, handlers, tenantId, payload as ReleaseErrand);
}
