import type { DeviationKind } from '../domain/deviations/index.ts';
import {
  addGoalArea,
  getGoalArea,
  linkToArea,
  listAreaCandidates,
  proposedFor,
  setAreaResponsible,
} from '../domain/goalareas/index.ts';
import { bodyId, type DemoWriter, onDay } from './demo-writer.ts';
import { region } from './region.ts';

/** Six areas in the shape of the matrix in question 8 of the national return, with words and names of the invented region. */
const areas: readonly (readonly [
  name: string,
  description: string,
  kinds: readonly DeviationKind[],
  most: number,
  figures: RegExp,
])[] = [
  [
    'Samverkan',
    'Region och kommuner planerar tillsammans, och ingen faller mellan huvudmännen.',
    ['coordinatedPlan', 'responsibilityUnclear'],
    4,
    /samordnad|plan/iu,
  ],
  ['Delaktighet', 'Patienter och närstående är med och bestämmer, och har en plan som de förstår.', [], 2, /^$/u],
  [
    'Tillgänglighet',
    'Den som behöver vård får kontakt samma dag, på mottagning, i telefon eller digitalt.',
    ['contactWays'],
    4,
    /^besök$|samma dag|telefon/iu,
  ],
  [
    'Kontinuitet',
    'Patienten möter samma läkare och samma team, också efter utskrivning från sjukhus.',
    ['dischargePlanning', 'medicines'],
    4,
    /fast läkarkontakt|fast vårdkontakt/iu,
  ],
  [
    'Lokal vård som nav',
    'Mottagningar och mobila team är den första vägen in till hälso- och sjukvården.',
    ['informationTransfer'],
    4,
    /distriktssköterska|vårdcentral/iu,
  ],
  [
    'Hälsa och förebyggande arbete',
    'Psykisk hälsa, levnadsvanor och rehabilitering före sjukdom.',
    [],
    2,
    /psykisk|levnadsvan/iu,
  ],
];

/** The areas of the common follow-up, each with what the words propose for it, chosen as a person would. */
export async function loadGoalAreas(demo: DemoWriter): Promise<void> {
  await onDay(demo, '2026-10-05').as('goalArea.edit', 'setUpDemoGoalAreas', async (w) => {
    const ours = await bodyId(w, region.name);
    const norrback = await bodyId(w, 'Norrbäcks kommun');
    const candidates = await listAreaCandidates(w, { year: 2026, today: w.runtime.today() });
    const indicators = candidates.filter(({ noun }) => noun === 'indicator');
    for (const [at, [name, description, deviationKinds, most, words]] of areas.entries()) {
      const areaId = await addGoalArea(w, { name, description, deviationKinds });
      await setAreaResponsible(w, { areaId, bodyId: ours, functionTitle: 'Utvecklingschef' });
      if (at % 2 === 0) await setAreaResponsible(w, { areaId, bodyId: norrback, functionTitle: 'Socialchef' });
      const area = await getGoalArea(w, areaId);
      const figures = indicators.filter(({ title }) => words.test(title)).slice(0, 3);
      const proposed = proposedFor(area, candidates, most);
      for (const { noun, id } of new Set([...figures, ...proposed]))
        await linkToArea(w, { areaId, noun, recordId: id, year: 2026, candidates });
    }
  });
}
