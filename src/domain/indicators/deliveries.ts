import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';

/** How a delivery of figures stands; what is late is said as late, not as a fault. */
export const deliveryStates = {
  expected: { sv: 'Väntas', en: 'Expected' },
  late: { sv: 'Försenad', en: 'Late' },
  delivered: { sv: 'Levererad', en: 'Delivered' },
  deliveredLate: { sv: 'Levererad efter dagen', en: 'Delivered after the day' },
  declined: { sv: 'Kan inte levereras', en: 'Cannot be delivered' },
} as const satisfies Record<string, Localized>;
export type DeliveryState = keyof typeof deliveryStates;

/** That a principal delivers the figures of one period of an indicator by a day. */
export type FigureDelivery = {
  readonly id: Id<'indicatorDelivery'>;
  readonly version: number;
  readonly indicatorId: Id<'indicator'>;
  readonly indicatorName: string;
  readonly bodyId: Id<'body'>;
  readonly bodyName: string;
  readonly period: string;
  readonly dueOn: CivilDate;
  readonly deliveredOn: CivilDate | null;
  readonly declinedReason: string | null;
};

/** Where a delivery stands on a day. */
export function deliveryState(
  { dueOn, deliveredOn, declinedReason }: Pick<FigureDelivery, 'dueOn' | 'deliveredOn' | 'declinedReason'>,
  today: CivilDate,
): DeliveryState {
  if (deliveredOn !== null) return deliveredOn > dueOn ? 'deliveredLate' : 'delivered';
  if (declinedReason !== null) return 'declined';
  return today > dueOn ? 'late' : 'expected';
}
