import type { Reader } from '../../storage/database.ts';
import { publishedAgreement } from '../agreements/index.ts';
import { publishedAssignment } from '../assignments/index.ts';
import { publishedConsultation } from '../consultations/index.ts';
import { publishedDecision } from '../decisions/index.ts';
import { publishedGoal } from '../goals/index.ts';
import { publishedIndicator } from '../indicators/index.ts';
import { publishedDocument, publishedMatter } from '../matters/index.ts';
import { publishedMeeting } from '../meetings/index.ts';
import { publishedMinutes } from '../minutes/index.ts';
import { publishedBody } from '../organisation/index.ts';
import type { PublishedNoun, PublishedRecord } from '../published/index.ts';
import { publishedReport } from '../reports/index.ts';
import { besideMeeting } from './beside-meeting-reader.ts';
import { closedStatusOf } from './closed-status-reader.ts';
import { finalSections } from './final-sections-reader.ts';
import { votesOfItem } from './item-votes-reader.ts';

/** What can be made public of one noun. */
export type Publishable = {
  /** What becomes public, exactly. Throws `record.notFound` for what is not there, or is kept from everybody. */
  readonly make: (r: Reader, id: string) => Promise<PublishedRecord>;
  /** Whether it is ready to be read by everybody: adjusted, decided, given (TF 2:10–12). */
  readonly isReady: (r: Reader, record: PublishedRecord) => Promise<boolean>;
};

const always = async () => true;

/** One row a noun. A noun says itself what of it is for everybody (`…-published.ts`); what a later noun knows of it is put beside here. */
export const publishable: { readonly [N in PublishedNoun]: Publishable } = {
  body: { make: publishedBody, isReady: always },
  matter: { make: publishedMatter, isReady: always },
  meeting: {
    make: async (r, id) => publishedMeeting(r, id, await besideMeeting(r, id)),
    isReady: always,
  },
  decision: {
    make: async (r, id) => {
      const bare = await publishedDecision(r, id);
      const { itemId } = (bare as PublishedRecord<'decision'>).data;
      return itemId === null ? bare : publishedDecision(r, id, await votesOfItem(r, itemId));
    },
    isReady: async (r, record) => {
      const { itemId } = (record as PublishedRecord<'decision'>).data;
      if (record.state !== 'made') return false;
      return itemId === null || (await finalSections(r, [itemId])).has(itemId);
    },
  },
  assignment: {
    make: async (r, id) => publishedAssignment(r, id, await closedStatusOf(r, id)),
    isReady: async (_r, record) => record.state !== 'proposed',
  },
  // Minutes and reports are made of what was frozen, and say no before there is any.
  minutes: { make: publishedMinutes, isReady: always },
  report: { make: publishedReport, isReady: always },
  document: { make: publishedDocument, isReady: always },
  goal: { make: publishedGoal, isReady: always },
  indicator: {
    make: publishedIndicator,
    isReady: async (_r, record) => (record as PublishedRecord<'indicator'>).data.values.length > 0,
  },
  agreement: {
    make: publishedAgreement,
    isReady: async (_r, { state }) => !['draft', 'out', 'declined'].includes(state ?? 'draft'),
  },
  consultation: { make: publishedConsultation, isReady: async (_r, { state }) => state !== 'draft' },
};

/** The row of a noun. */
export function publishableRow(noun: PublishedNoun): Publishable {
  return publishable[noun];
}
