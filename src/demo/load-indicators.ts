import {
  type DefinitionFields,
  defineIndicator,
  type IndicatorFields,
  keepValues,
  type NewValue,
  planDeliveries,
  recordIndicatorValue,
  type SetTarget,
  setTarget,
} from '../domain/indicators/index.ts';
import { listPrincipals } from '../domain/releases/index.ts';
import { addDays } from '../kernel/civil-date.ts';
import { type DemoWriter, onDay } from './demo-writer.ts';
import { municipalities } from './municipalities.ts';

type DemoIndicator = IndicatorFields &
  DefinitionFields & {
    /** What the region had the first year, what it changes each year, and how far apart the municipalities lie. */
    readonly course: readonly [first: number, yearly: number, spread: number];
    readonly target?: Omit<SetTarget, 'indicatorId'>;
  };

const years = [2021, 2022, 2023, 2024, 2025] as const;
const area = 'Nära vård';

/** Eight figures of the common follow-up. Every number is made from the course and the place, and none is anybody's. */
const indicators: readonly DemoIndicator[] = [
  {
    ...{ name: 'andel med fast läkare på vårdcentral', unit: '%', direction: 'higher', area, code: 'X00001' },
    ...{
      definition: 'Andel av invånarna som har en namngiven fast läkare.',
      numerator: 'Invånare med fast läkare',
      denominator: 'invånare',
    },
    ...{ source: 'Vårdcentralernas listning', course: [34, 2.5, 6] },
    target: { kind: 'own', bound: 'atLeast', value: 55, denominator: 'invånare', from: '2022', to: '2026' },
  },
  {
    ...{ name: 'invånare per specialist i allmänmedicin', unit: 'antal', direction: 'lower', area },
    ...{
      definition: 'Antal invånare för varje specialist i allmänmedicin.',
      denominator: 'listade',
      source: 'Personalregistret',
    },
    course: [1640, -60, 180],
    target: {
      kind: 'nationalReference',
      bound: 'atMost',
      value: 1100,
      denominator: 'invånare per specialist',
      note: 'Nationellt riktvärde',
    },
  },
  {
    ...{ name: 'samordnade individuella planer', unit: 'antal', direction: 'higher', area: 'Samverkan' },
    ...{ definition: 'Antal planer som upprättades under året.', source: 'Planeringssystemet', course: [60, 9, 25] },
  },
  {
    ...{ name: 'utskrivningsklara dagar per patient', unit: 'dagar', direction: 'lower', area: 'Samverkan' },
    ...{ definition: 'Dagar på sjukhus efter att patienten är utskrivningsklar.', source: 'Planeringssystemet' },
    ...{ validFrom: '2024', breaksSeries: true, breakNote: 'Räknas från 2024 i hela dygn', course: [4.6, -0.4, 0.9] },
    target: { kind: 'own', bound: 'atMost', value: 3, denominator: null },
  },
  {
    ...{ name: 'besök i hemsjukvården', unit: 'antal', direction: 'neutral', area },
    ...{
      definition: 'Antal besök av legitimerad personal i hemmet.',
      source: 'Kommunernas journalsystem',
      course: [5200, 310, 2600],
    },
  },
  {
    ...{ name: 'oplanerade återinskrivningar inom 30 dagar', unit: '%', direction: 'lower', area: 'Samverkan' },
    ...{
      definition: 'Andel som skrevs in igen inom 30 dagar.',
      denominator: 'utskrivna 65 år och äldre',
      source: 'Vårddatalagret',
    },
    course: [18.5, -0.6, 2],
  },
  {
    ...{ name: 'elever med besök hos elevhälsan', unit: '%', direction: 'neutral', area: 'Barn och unga' },
    ...{
      definition: 'Andel av eleverna med minst ett besök under läsåret.',
      denominator: 'elever',
      source: 'Skolornas uppgifter',
      course: [22, 1.1, 5],
    },
  },
  {
    ...{ name: 'personer i levnadsvanemottagning', unit: 'antal', direction: 'higher', area: 'Hälsa' },
    ...{
      definition: 'Antal personer med minst ett besök.',
      source: 'Vårdcentralernas uppgifter',
      course: [90, 22, 40],
    },
  },
];

/** The common follow-up in figures: five years, the region and every municipality, with a break, aims, claims of texts and a delivery that is late. */
export async function loadIndicators(demo: DemoWriter): Promise<void> {
  const today = demo.db.runtime.today();
  const day = onDay(demo, addDays(today, -20));
  await day.as('indicator.edit', 'loadDemoIndicators', async (w) => {
    const ids: string[] = [];
    const values: NewValue[] = [];
    for (const [at, { course, target, ...fields }] of indicators.entries()) {
      const id = await defineIndicator(w, fields);
      ids.push(id);
      values.push(...valuesOf(id, at, course));
      if (target) await setTarget(w, { ...target, indicatorId: id });
    }
    await keepValues(w, { values, origin: 'imported' });
    const told = { name: indicators[7]!.name, unit: 'antal', asOf: '2025-12-31' };
    await recordIndicatorValue(w, { ...told, value: 181, changePercent: 37, changedFrom: 'föregående år' });
    await recordIndicatorValue(w, {
      name: 'ärenden i digital triage',
      unit: 'antal',
      value: 12_400,
      asOf: '2025',
      changePercent: 138,
      changedFrom: '2024',
    });
    const bodyIds = (await listPrincipals(w)).filter(({ kind }) => kind === 'municipality').map(({ bodyId }) => bodyId);
    if (bodyIds.length === 0) return;
    await planDeliveries(w, {
      indicatorId: ids[4]!,
      bodyIds: bodyIds.slice(0, 3),
      period: '2026-K3',
      dueOn: addDays(today, -6),
    });
    await planDeliveries(w, {
      indicatorId: ids[2]!,
      bodyIds: bodyIds.slice(0, 4),
      period: '2026',
      dueOn: addDays(today, 70),
    });
  });
}

function valuesOf(
  indicatorId: string,
  at: number,
  [first, yearly, spread]: DemoIndicator['course'],
): readonly NewValue[] {
  const decimals = Math.abs(first) < 100 ? 1 : 0;
  const round = (value: number) => Number(value.toFixed(decimals));
  return years.flatMap((year, since) => [
    { indicatorId, asOf: String(year), value: round(first + yearly * since) },
    ...municipalities.map(({ name }, place): NewValue => {
      // A wave that differs between places and figures, the same every time the region is loaded.
      const wave = Math.sin((place + 1) * 2.4 + at) + Math.cos(since * 1.3 + place) / 4;
      const missing = place === 9 && since === 2;
      return {
        ...{ indicatorId, asOf: String(year), place: name },
        ...(missing
          ? { value: null, missing: 'cannotBeStated' }
          : { value: Math.max(0, round(first + yearly * since + wave * spread)) }),
      };
    }),
  ]);
}
