/** The topic under which a verb lays in the outbox that something became, or ceased to be, public. Who wants to be told elsewhere listens to it. */
export const publicEventTopic = 'publicEvent';

/** What happened in the open: which record and how, and nothing that it says. */
export type PublicEvent = {
  readonly kind: 'published' | 'changed' | 'withdrawn' | 'posted';
  readonly noun: string;
  readonly recordId: string;
};
