import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { Period } from '../assessments/index.ts';
import type { PeriodFigure } from './period-report.ts';
import { numbersToTell } from './report-figure.ts';
import { figuresOfReports } from './report-figure-reader.ts';

/** The indicators that a report shows, in its order, with the values that hold up to the end of the period. */
export async function periodFigures(
  r: Reader,
  reportId: Id<'report'>,
  period: Pick<Period, 'endsOn'>,
): Promise<readonly PeriodFigure[]> {
  const figures = (await figuresOfReports(r, [reportId], period.endsOn)).get(reportId) ?? [];
  return figures.map((figure): PeriodFigure => {
    const { indicator, target, form, facts } = figure;
    const values = form === 'line' ? numbersToTell(facts) : [];
    return {
      id: indicator.id,
      name: indicator.name,
      unit: indicator.unit,
      target,
      values: values.map(({ asOf, value, qualifier }) => ({ asOf, value, qualifier })),
      figure,
    };
  });
}
