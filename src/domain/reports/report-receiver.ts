import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { Problem } from '../../kernel/problem.ts';

/** Why a report is handed over to a body: to be taken up there, or to be known. */
export const receiverPurposes = {
  treatment: { sv: 'för behandling', en: 'for treatment' },
  information: { sv: 'för kännedom', en: 'for information' },
} as const satisfies Record<string, Localized>;
export type ReceiverPurpose = keyof typeof receiverPurposes;
export const receiverPurposeCodes = Object.keys(receiverPurposes) as readonly ReceiverPurpose[];

/** How far a report has come with one receiver. It is worked out from days and the item, never stored. */
export const receiverStates = {
  notDelivered: { sv: 'inte överlämnad', en: 'not delivered' },
  waiting: { sv: 'väntar hos mottagaren', en: 'waiting with the receiver' },
  onAgenda: { sv: 'på föredragningslistan', en: 'on the agenda' },
  received: { sv: 'mottagen', en: 'received' },
} as const satisfies Record<string, Localized>;
export type ReceiverState = keyof typeof receiverStates;

/** A body that a report goes to, in the order of the report. */
export type ReportReceiver = {
  readonly id: Id<'reportReceiver'>;
  readonly reportId: Id<'report'>;
  readonly body: { readonly id: Id<'body'>; readonly name: string };
  readonly position: number;
  readonly purpose: ReceiverPurpose;
  readonly deliveredOn: CivilDate | null;
  /** The day it was noted there without an item of its own. */
  readonly receivedOn: CivilDate | null;
  /** The item in which it is taken up there. */
  readonly item: {
    readonly id: Id<'agendaItem'>;
    readonly meetingId: Id<'meeting'>;
    readonly heldOn: CivilDate;
    readonly number: string;
    /** Whether the meeting has been held. */
    readonly held: boolean;
  } | null;
};

/** A receiver as it is chosen. */
export type ChosenReceiver = { readonly bodyId: Id<'body'>; readonly purpose: ReceiverPurpose };

/** How far a report has come with a receiver: an item counts as received when its meeting was held. */
export function receiverStateOf(
  receiver: Pick<ReportReceiver, 'deliveredOn' | 'receivedOn'> & {
    readonly item: Pick<NonNullable<ReportReceiver['item']>, 'held'> | null;
  },
): ReceiverState {
  if (receiver.deliveredOn === null) return 'notDelivered';
  if (receiver.receivedOn !== null || receiver.item?.held) return 'received';
  return receiver.item ? 'onAgenda' : 'waiting';
}

/** What is wrong with a choice of receivers: nobody twice, and nobody hands a report over to itself. */
export function receiverProblems(
  bodyId: Id<'body'>,
  receivers: readonly Pick<ChosenReceiver, 'bodyId'>[],
): readonly Problem[] {
  const ids = receivers.map((one) => one.bodyId);
  return [
    ...(ids.includes(bodyId) ? [{ path: 'receivers', key: 'report.receiverIsSelf' }] : []),
    ...(new Set(ids).size < ids.length ? [{ path: 'receivers', key: 'report.receiverTwice' }] : []),
  ];
}
