import type { ChartData } from '../../documents/tree/index.ts';
import type { Writer } from '../../storage/database.ts';
import type { FigureFacts, ReportFigure } from './report-figure.ts';
import { figureHash } from './report-figure-reader.ts';

/** What is kept of a figure when its report is frozen: the picture, the numbers behind it, and the seal of the numbers. */
export type FrozenFigure = { readonly chart: ChartData; readonly facts: FigureFacts; readonly hash: string };

/** Keeps the figures of a report as they are now. From then on they are what the report shows, whatever becomes of the series. */
export async function freezeReportFigures(w: Writer, figures: readonly ReportFigure[]): Promise<void> {
  for (const { id, chart, facts } of figures) {
    const frozen: FrozenFigure = { chart, facts, hash: figureHash(facts) };
    await w.db
      .updateTable('report_figure')
      .set({ frozen: JSON.stringify(frozen) })
      .where('tenant_id', '=', w.tenantId)
      .where('id', '=', id)
      .execute();
  }
}
