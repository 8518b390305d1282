import type { Reader } from '../../storage/database.ts';
import type { Period } from '../assessments/index.ts';
import { listIndicators } from '../indicators/index.ts';
import type { PeriodFigure } from './period-report.ts';

/** The indicators that a report shows, in its order, with the values that hold up to the end of the period. */
export async function periodFigures(
  r: Reader,
  reportId: string,
  period: Pick<Period, 'endsOn'>,
): Promise<readonly PeriodFigure[]> {
  const chosen = await r.db
    .selectFrom('period_figure')
    .select(['indicator_id', 'target'])
    .where('tenant_id', '=', r.tenantId)
    .where('report_id', '=', reportId)
    .orderBy('position')
    .execute();
  if (chosen.length === 0) return [];
  const indicators = await listIndicators(r);
  return chosen.flatMap(({ indicator_id, target }): PeriodFigure[] => {
    const one = indicators.find(({ id }) => id === indicator_id);
    if (!one) return [];
    const values = one.values.flatMap(({ asOf, value, qualifier }) =>
      asOf !== null && asOf <= period.endsOn.slice(0, asOf.length) ? [{ asOf, value, qualifier }] : [],
    );
    return [{ id: one.id, name: one.name, unit: one.unit, target: target === null ? null : Number(target), values }];
  });
}
