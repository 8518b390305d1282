import type { Localized } from '../../kernel/language.ts';
import { callKinds } from './meeting.ts';

/**
 * How somebody is asked to a meeting (R-KL-03, KL 6:17): members of a body with seats are called and deputies notified; who meets in a body without
 * seats is simply invited.
 */
export const summonsKinds = {
  called: callKinds.called,
  notified: callKinds.notified,
  invited: { sv: 'Deltagare bjuds in', en: 'Participants are invited' },
} as const satisfies Record<string, Localized>;
export type SummonsKind = keyof typeof summonsKinds;

/** What one who is asked to a meeting can answer. Nobody has to give a reason. */
export const summonsAnswers = {
  comes: { sv: 'kommer', en: 'will come' },
  comesRemotely: { sv: 'deltar på distans', en: 'will take part remotely' },
  cannotCome: { sv: 'kan inte komma', en: 'cannot come' },
} as const satisfies Record<string, Localized>;
export type SummonsAnswer = keyof typeof summonsAnswers;
export const summonsAnswerCodes = Object.keys(summonsAnswers) as readonly SummonsAnswer[];

/** How an answer reached the register. */
export const answerChannels = {
  account: { sv: 'inloggad', en: 'signed in' },
  link: { sv: 'länken i brevet', en: 'the link in the letter' },
  secretary: { sv: 'antecknat av sekreteraren', en: 'noted by the secretary' },
} as const satisfies Record<string, Localized>;
export type AnswerChannel = keyof typeof answerChannels;

/** The letters about a meeting. A supplement is numbered as the agenda's version is. */
export const summonsLetterKinds = {
  notice: { sv: 'kallelse', en: 'notice' },
  supplement: { sv: 'tilläggskallelse', en: 'supplementary notice' },
  changed: { sv: 'ändrad tid eller plats', en: 'changed time or place' },
  cancelled: { sv: 'inställt', en: 'cancelled' },
  withdrawn: { sv: 'återtagen kallelse', en: 'withdrawn summons' },
  servingRequest: { sv: 'fråga om tjänstgöring', en: 'question about serving' },
  servingWithdrawn: { sv: 'återtagen fråga', en: 'withdrawn question' },
} as const satisfies Record<string, Localized>;
export type SummonsLetterKind = keyof typeof summonsLetterKinds;

/** Where a letter is: the outbox hands it over until a mail server has taken it. */
export const letterDeliveries = {
  waiting: { sv: 'på väg', en: 'on its way' },
  failing: { sv: 'kom inte fram', en: 'did not arrive' },
  sent: { sv: 'skickat', en: 'sent' },
} as const satisfies Record<string, Localized>;
export type LetterDelivery = keyof typeof letterDeliveries;
