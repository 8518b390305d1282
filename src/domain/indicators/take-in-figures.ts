import { isId } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import type { TakenAnswer } from '../releases/index.ts';
import { asOfKind, lastDayOf } from './as-of.ts';
import type { NewValue } from './figure-input.ts';
import { closeDelivery } from './keep-deliveries.ts';
import { keepValues } from './keep-values.ts';

/**
 * Takes in the figures that a principal answered to `deliverFigures`: each is a delivered value of its indicator for that principal, and the delivery that
 * was agreed for the time is done. Figures are keyed by the id of their indicator. Wired in `src/release-answers.ts`.
 */
export async function takeInFigures(
  w: Writer<'release.receive'>,
  { answer, from }: TakenAnswer<'deliverFigures'>,
): Promise<void> {
  const { asOf, source, remark, figures } = answer;
  const known = await knownIndicators(w, Object.keys(figures).filter(isId));
  const open = await openDeliveries(w, from.bodyId, known);
  const values = known.map((indicatorId): NewValue => {
    const delivery = open.find((one) => one.indicator_id === indicatorId && holds(one.period, asOf));
    const value = figures[indicatorId] ?? null;
    return {
      ...{ indicatorId, asOf: delivery?.period ?? asOf, place: from.name, value },
      missing: value === null ? 'cannotBeStated' : null,
      note: [source, remark].filter(Boolean).join('. '),
    };
  });
  if (values.length === 0) return;
  await keepValues(w, { values, origin: 'delivered', correctionReason: `Ny uppgift från ${from.name}` });
  for (const { id, indicator_id, period } of open)
    if (values.some((one) => one.indicatorId === indicator_id && one.asOf === period))
      await closeDelivery(w, { deliveryId: id, on: w.runtime.today() });
}

/** Whether a day is the end of a period, or lies in it. */
function holds(period: string, day: string): boolean {
  return asOfKind(period) !== undefined && (lastDayOf(period) === day || day.startsWith(period));
}

async function knownIndicators(w: Writer, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const rows = await w.db
    .selectFrom('indicator')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where((eb) => eb('id', '=', eb.fn.any(eb.val([...ids]))))
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

async function openDeliveries(w: Writer, bodyId: string, indicators: readonly string[]) {
  if (indicators.length === 0) return [];
  return await w.db
    .selectFrom('indicator_delivery')
    .select(['id', 'indicator_id', 'period'])
    .where('tenant_id', '=', w.tenantId)
    .where('body_id', '=', bodyId)
    .where((eb) => eb('indicator_id', '=', eb.fn.any(eb.val([...indicators]))))
    .where('delivered_on', 'is', null)
    .execute();
}
