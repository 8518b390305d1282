import { createHash } from 'node:crypto';
import type { Id } from '../../kernel/id.ts';
import { canonicalJson } from '../../storage/canonical-json.ts';
import type { Reader } from '../../storage/database.ts';
import { listSeries, type Series, type SeriesFilter, type Sex } from '../indicators/index.ts';
import type { FrozenFigure } from './freeze-report-figures.ts';
import {
  type FigureChoice,
  type FigureFacts,
  type FigureForm,
  factsOf,
  figureChanges,
  figureChart,
  type ReportFigure,
  seriesOfFigure,
} from './report-figure.ts';

/**
 * The figures of some reports, each in its order. While it is a draft they are drawn from the register of now, up to `until`; a frozen report shows what was
 * kept, and tells where the register has left it.
 */
export async function figuresOfReports(
  r: Reader,
  reportIds: readonly Id<'report'>[],
  until?: string,
): Promise<ReadonlyMap<string, readonly ReportFigure[]>> {
  const rows = await figureRows(r, reportIds);
  const series = await seriesOf(r, rows);
  const figures = rows.flatMap((row): ReportFigure[] => {
    const choice = choiceOf(row);
    const found = series.get(filterKey(choice))?.get(row.indicator_id);
    if (!found) return [];
    const shown = seriesOfFigure(found, choice, until);
    const now = factsOf(shown);
    const frozen = row.frozen as FrozenFigure | null;
    const { id, name, unit } = found.indicator;
    return [
      {
        ...choice,
        id: row.id,
        version: row.version,
        position: row.position,
        reportId: row.report_id,
        entryId: row.report_entry_id,
        indicator: { id, name, unit },
        chart: frozen?.chart ?? figureChart(shown, choice),
        facts: frozen?.facts ?? now,
        changes: frozen ? figureChanges(frozen.facts, now) : [],
      },
    ];
  });
  return Map.groupBy(figures, ({ reportId }) => reportId as string);
}

/** The seal of the numbers of a figure: two that are the same say the same. */
export function figureHash(facts: FigureFacts): string {
  return createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify(facts))))
    .digest('hex');
}

function figureRows(r: Reader, reportIds: readonly string[]) {
  return r.db
    .selectFrom('report_figure')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where((eb) => eb('report_id', '=', eb.fn.any(eb.val([...reportIds]))))
    .orderBy('position')
    .orderBy('id')
    .execute();
}

type Row = Awaited<ReturnType<typeof figureRows>>[number];

function choiceOf(row: Row): FigureChoice {
  return {
    form: row.form as FigureForm,
    place: row.place,
    sex: row.sex as Sex,
    ageGroup: row.age_group,
    from: row.from_as_of,
    target: row.target === null ? null : Number(row.target),
    alt: row.alt_text,
  };
}

/** The series of some figures, read once for each way of dividing them: nearly always that is one. */
async function seriesOf(r: Reader, rows: readonly Row[]): Promise<ReadonlyMap<string, ReadonlyMap<string, Series>>> {
  const found = new Map<string, ReadonlyMap<string, Series>>();
  for (const [key, group] of Map.groupBy(rows, (row) => filterKey(choiceOf(row)))) {
    const ids = [...new Set(group.map((row) => row.indicator_id))];
    const series = await listSeries(r, ids, filterOf(choiceOf(group[0]!)));
    found.set(key, new Map(series.map((one) => [one.indicator.id as string, one])));
  }
  return found;
}

function filterOf({ form, place, sex, ageGroup }: FigureChoice): SeriesFilter {
  return form === 'places' ? { sex, ageGroup, forecast: false } : { place, sex, ageGroup, forecast: false };
}

function filterKey(choice: FigureChoice): string {
  return JSON.stringify(filterOf(choice));
}
