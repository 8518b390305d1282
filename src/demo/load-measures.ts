import { listAssignments } from '../domain/assignments/index.ts';
import { listIndicators } from '../domain/indicators/index.ts';
import {
  addMeasure,
  createMeasurePlan,
  getMeasure,
  type MeasureKind,
  type MeasureMove,
  moveMeasure,
  tellMeasure,
} from '../domain/measures/index.ts';
import {
  chooseFigures,
  editChapter,
  getPeriodReport,
  refreshPeriodReport,
  startPeriodReport,
} from '../domain/reports/index.ts';
import type { Id } from '../kernel/id.ts';
import { bodyId, type DemoWriter, onDay } from './demo-writer.ts';
import { bodyNames } from './region.ts';

const year = 2026;

type DemoMeasure = {
  readonly title: string;
  readonly description: string;
  readonly kind: MeasureKind;
  readonly body: string;
  readonly planned: number;
  readonly fullYear: number;
  readonly startsOn: string;
  readonly moves: readonly (readonly [MeasureMove, reason?: string])[];
  /** Month, effect, forecast, and both kinds of consequence. */
  readonly told: readonly (readonly [string, number, number, string, string])[];
};

const measures: readonly DemoMeasure[] = [
  {
    title: 'Ersätta hyrsjuksköterskor med egen personal',
    description: 'Avtalen med bemanningsföretag löper ut under våren. Egna tjänster lyses ut i samma takt.',
    kind: 'costReduction',
    body: bodyNames.administration,
    planned: 14_500_000,
    fullYear: 22_000_000,
    startsOn: '2026-02-01',
    moves: [['start']],
    told: [
      [
        '2026-04',
        2_350_000,
        14_000_000,
        'Kostnaden för hyrpersonal har sjunkit varje månad.',
        'Tre avdelningar har full egen bemanning.',
      ],
      [
        '2026-06',
        5_120_000,
        12_800_000,
        'Två av nio avtal är förlängda till hösten.',
        'Sommarens vårdplatser hölls öppna med övertid.',
      ],
      [
        '2026-08',
        7_940_000,
        12_600_000,
        'Övertiden äter upp en del av det som sparas.',
        'Kontinuiteten för patienterna är bättre än förra året.',
      ],
    ],
  },
  {
    title: 'Gemensam upphandling av förbrukningsmaterial',
    description: 'Sortimentet minskas och köps tillsammans med tre andra regioner.',
    kind: 'costReduction',
    body: bodyNames.administration,
    planned: 3_200_400,
    fullYear: 4_800_400,
    startsOn: '2026-04-01',
    moves: [['start'], ['finish']],
    told: [
      [
        '2026-06',
        900_400,
        3_200_400,
        'Priserna är i snitt nio procent lägre.',
        'Inga. Sortimentet är prövat av verksamheten.',
      ],
      ['2026-08', 1_900_400, 3_600_400, 'Mer än planerat, eftersom volymen är större.', 'Inga.'],
    ],
  },
  {
    title: 'Avgift för uteblivna besök',
    description: 'Avgiften tas ut lika i hela regionen.',
    kind: 'revenue',
    body: bodyNames.administration,
    planned: 1_100_400,
    fullYear: 2_200_400,
    startsOn: '2026-07-01',
    moves: [['start']],
    told: [
      [
        '2026-08',
        240_400,
        900_400,
        'Intäkterna kommer en månad i efterhand.',
        'Fler avbokar i tid, så att tider kan ges till andra.',
      ],
    ],
  },
  {
    title: 'Lämna lokalerna vid Norra torget',
    description: 'Öppenvården flyttar samman i sjukhusets entréplan.',
    kind: 'costReduction',
    body: bodyNames.board,
    planned: 2_400_000,
    fullYear: 4_800_000,
    startsOn: '2026-07-01',
    moves: [['stop', 'Hyresavtalet går inte att säga upp före 2028.']],
    told: [
      ['2026-06', -150_000, -150_000, 'Utredningen har kostat 150 tkr.', 'Flytten blir inte av under planperioden.'],
    ],
  },
  {
    title: 'Samordnade sjukresor',
    description: 'Resor till planerade besök samordnas med kollektivtrafiken.',
    kind: 'costReduction',
    body: bodyNames.board,
    planned: 1_800_000,
    fullYear: 3_600_000,
    startsOn: '2026-09-01',
    moves: [],
    told: [],
  },
];

/** The economic action plan of the region's board with its measures, told month by month, and the interim report that they write themselves into. */
export async function loadMeasures(demo: DemoWriter): Promise<void> {
  const planId = await onDay(demo, '2026-01-20').as('plan.edit', 'createDemoMeasurePlan', async (w) => {
    const { rows } = await listAssignments(w, { year, sort: 'oldest', pageSize: 200 });
    const assignmentId = rows.at(-1)?.id ?? null;
    return createMeasurePlan(w, { bodyId: await bodyId(w, bodyNames.board), year, demanded: 25_000_000, assignmentId });
  });
  for (const measure of measures) await loadMeasure(demo, planId, measure);
  await loadInterimReport(demo);
}

async function loadMeasure(demo: DemoWriter, planId: Id<'measurePlan'>, measure: DemoMeasure): Promise<void> {
  const { moves, told, body, fullYear, ...fields } = measure;
  const id = await onDay(demo, '2026-01-20').as('plan.edit', 'addDemoMeasure', async (w) => {
    const responsibleBodyId = await bodyId(w, body);
    return addMeasure(w, { planId, ...fields, plannedFullYear: fullYear, responsibleBodyId });
  });
  for (const [month, effect, forecast, financial, operational] of told)
    await onDay(demo, `${month}-28`).as('assessment.write', 'tellDemoMeasure', (w) =>
      tellMeasure(w, { measureId: id, month, effect, forecast, financial, operational }),
    );
  for (const [move, reason] of moves)
    await onDay(demo, '2026-08-28').as('plan.edit', 'moveDemoMeasure', async (w) => {
      const { version } = await getMeasure(w, id);
      await moveMeasure(w, { measureId: id, expectedVersion: version, move, ...(reason && { reason }) });
    });
}

/** The interim report as a draft: every fact of the register, and one sentence that a person wrote and that nothing proves yet. */
async function loadInterimReport(demo: DemoWriter): Promise<void> {
  await onDay(demo, '2026-08-20').as('periodReport.edit', 'startDemoInterimReport', async (w) => {
    const reportId = await startPeriodReport(w, { kind: 'interim', bodyId: await bodyId(w, bodyNames.board), year });
    const indicators = (await listIndicators(w)).filter(({ values }) =>
      values.some(({ asOf }) => asOf !== null && asOf < `${year}-07`),
    );
    const figures = indicators.slice(0, 2).map(({ id }) => ({ indicatorId: id }));
    const { version } = await getPeriodReport(w, reportId);
    await chooseFigures(w, { reportId, expectedVersion: version, figures });
    await refreshPeriodReport(w, { reportId, expectedVersion: version + 1 });
    const economy = (await getPeriodReport(w, reportId)).chapters.find(({ chapter }) => chapter === 'economy');
    if (!economy) throw new Error('The interim report of the demonstration has no chapter of economy.');
    await editChapter(w, {
      reportId,
      chapter: 'economy',
      expectedVersion: economy.version,
      text: `${economy.text}\nNämnden behöver ta ställning till ersättare för den åtgärd som avbröts.`,
    });
  });
}
