import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import type { TakenAnswer } from '../releases/index.ts';
import { lastDayOf } from './as-of.ts';
import type { NewValue } from './figure-input.ts';
import { placeOfPrincipal, readFigureKey } from './figure-key.ts';
import { closeDelivery } from './keep-deliveries.ts';
import { keepValues } from './keep-values.ts';

/**
 * Takes in the figures that a principal answered to `deliverFigures`: each is a delivered value of its indicator for that principal and the time that was
 * asked for, and the delivery that was agreed is done. A figure that was left empty is kept as one that cannot be stated. Wired in `src/release-answers.ts`.
 */
export async function takeInFigures(
  w: Writer<'release.receive'>,
  { answer, from }: TakenAnswer<'deliverFigures'>,
): Promise<void> {
  const { asOf, source, remark, figures } = answer;
  const asked = Object.entries(figures).flatMap(([key, value]) => {
    const read = readFigureKey(key);
    return read ? [{ ...read, value }] : [];
  });
  const places = await placesOfIndicators(
    w,
    asked.map(({ indicatorId }) => indicatorId),
  );
  const values = asked.flatMap(({ indicatorId, period, value }): readonly NewValue[] => {
    const known = places.get(indicatorId);
    if (!known) return [];
    // The principal may say that it counted on another day than the last one of the time that was asked for.
    const counted = asOf === lastDayOf(period) ? null : `Avser ${asOf}`;
    return [
      {
        ...{ indicatorId, asOf: period, place: placeOfPrincipal(from.name, known), value },
        missing: value === null ? 'cannotBeStated' : null,
        note: [source, counted, remark].filter(Boolean).join('. '),
      },
    ];
  });
  if (values.length === 0) return;
  await keepValues(w, { values, origin: 'delivered', correctionReason: `Ny uppgift från ${from.name}` });
  for (const { id, indicator_id, period } of await openDeliveries(w, from.bodyId, [...places.keys()]))
    if (values.some((one) => one.indicatorId === indicator_id && one.asOf === period))
      await closeDelivery(w, { deliveryId: id, on: w.runtime.today() });
}

/** The indicators that are here, each with the places it has values of. */
async function placesOfIndicators(
  w: Writer,
  ids: readonly Id<'indicator'>[],
): Promise<ReadonlyMap<Id<'indicator'>, readonly string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await w.db
    .selectFrom('indicator')
    .leftJoin('indicator_value as value', (join) =>
      join.onRef('value.indicator_id', '=', 'indicator.id').onRef('value.tenant_id', '=', 'indicator.tenant_id'),
    )
    .select(['indicator.id', 'value.place'])
    .distinct()
    .where('indicator.tenant_id', '=', w.tenantId)
    .where((eb) => eb('indicator.id', '=', eb.fn.any(eb.val([...ids]))))
    .execute();
  const groups = Map.groupBy(rows, ({ id }) => id);
  return new Map([...groups].map(([id, own]) => [id, own.flatMap(({ place }) => place ?? [])]));
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
