import {
  addImprovementAction,
  addPilotSite,
  askComment,
  type CareChainStep,
  type DeviationFields,
  type DeviationKind,
  type DeviationMove,
  finishImprovementAction,
  getDeviation,
  getImprovement,
  listDeviationFunctions,
  listDeviations,
  moveDeviation,
  moveImprovement,
  registerDeviationFunction,
  reportDeviation,
  startImprovement,
} from '../domain/deviations/index.ts';
import { ensureBody } from '../domain/organisation/index.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import { bodyId, type DemoWriter, onDay } from './demo-writer.ts';
import { region } from './region.ts';

/** The municipalities of the demonstration that report; the last has not pointed out who takes care of deviations. */
const municipalities = ['Norrbäcks kommun', 'Granhults kommun', 'Fjällsta kommun'] as const;
const functions = [
  [region.name, 'all', 'Samverkansledare', 'avvikelser.samverkan@fjallmark.example'],
  [region.name, 'medicines', 'Läkemedelsstrateg', 'lakemedel@fjallmark.example'],
  ['Norrbäcks kommun', 'all', 'SAS', 'avvikelser@norrback.example'],
  ['Granhults kommun', 'all', 'Medicinskt ansvarig sjuksköterska', 'avvikelser@granhult.example'],
] as const;

type Told = readonly [from: string, kind: DeviationKind, chainStep: CareChainStep, description: string];
const invitations: Told = [
  'Norrbäcks kommun',
  'dischargePlanning',
  'discharge',
  'Kallelse till planering kommer samma dag som utskrivningen i ungefär vart tredje fall.',
];
const letters: Told = [
  'Granhults kommun',
  'informationTransfer',
  'afterDischarge',
  'Utskrivningsmeddelandet saknas eller kommer först när insatserna redan har börjat.',
];
const lists: Told = [
  'Fjällsta kommun',
  'medicines',
  'afterDischarge',
  'Läkemedelslistan stämmer inte med det som skickas med hem.',
];
const plans: Told = [
  region.name,
  'coordinatedPlan',
  'stay',
  'Tid för samordnad plan går inte att få inom tre dagar när två förvaltningar ska delta.',
];

/** What was reported on which day: enough of two kinds for a pattern, and few enough of the others for them to be hidden. */
const reported: readonly (readonly [CivilDate, readonly Told[]])[] = [
  ['2026-02-12', [...times(5, invitations), ...times(5, letters)]],
  ['2026-05-20', times(6, invitations)],
  ['2026-09-10', [...times(6, letters), plans, lists]],
  ['2026-10-28', [...times(2, letters), plans]],
];

/** Deviations between the region and its municipalities over a year: functions, a pilot, what was handled, and an improvement. */
export async function loadDeviations(demo: DemoWriter): Promise<void> {
  await onDay(demo, '2026-01-12').as('organisation.edit', 'ensureDemoPrincipals', async (w) => {
    await ensureBody(w, region.name, { kind: 'region' });
    for (const name of municipalities) await ensureBody(w, name, { kind: 'municipality' });
    await w.log({ noun: 'body', recordId: await bodyId(w, region.name), summary: 'takes part in deviations' });
  });
  await onDay(demo, '2026-01-14').as('deviation.handle', 'pointOutDemoFunctions', async (w) => {
    for (const [name, area, title, mailbox] of functions)
      await registerDeviationFunction(w, { bodyId: await bodyId(w, name), area, title, mailbox });
    await addPilotSite(w, {
      bodyId: await bodyId(w, 'Norrbäcks kommun'),
      site: 'Hemsjukvården i Norrbäck och Norra vårdcentralen',
      startsOn: '2026-01-15',
      note: 'Prövas ett år innan formuläret införs i alla kommuner.',
    });
  });
  for (const [day, all] of reported)
    await onDay(demo, day).as('deviation.report', 'reportDemoDeviations', async (w) => {
      const fjallmark = await bodyId(w, region.name);
      const norrback = await bodyId(w, 'Norrbäcks kommun');
      const ids = new Map<string, string>([[region.name, fjallmark]]);
      for (const name of municipalities) ids.set(name, await bodyId(w, name));
      for (const [from, kind, chainStep, description] of all) {
        const fromBodyId = ids.get(from) ?? fjallmark;
        const toBodyId = fromBodyId === fjallmark ? norrback : fjallmark;
        await reportDeviation(w, { ...usual, fromBodyId, toBodyId, kind, chainStep, description, startsOn: day });
      }
      if (day === '2026-09-10')
        await reportDeviation(w, {
          ...usual,
          fromBodyId: norrback,
          toBodyId: fjallmark,
          level: 'individual',
          kind: 'responsibilityUnclear',
          chainStep: 'leave',
          onLeave: 'yes',
          startsOn: day,
          ownSystem: 'kommunens avvikelsesystem',
        });
    });
  await handle(demo);
}

/** The same thing seen several times. */
function times(count: number, told: Told): readonly Told[] {
  return Array.from({ length: count }, () => told);
}

const usual = {
  reporterFunction: 'Medicinskt ansvarig sjuksköterska',
  relation: 'regionMunicipality',
  level: 'aggregated',
  onLeave: 'no',
} as const satisfies Partial<DeviationFields>;

/** Some are received, one is handled to its end with what a function thought of it, and those that are alike become an improvement. */
async function handle(demo: DemoWriter): Promise<void> {
  await onDay(demo, '2026-09-15').as('deviation.handle', 'handleDemoDeviations', async (w) => {
    const { rows } = await listDeviations(w, { kind: 'dischargePlanning', pageSize: 4 });
    const [first] = rows;
    if (!first) throw new Error('The demonstration has no deviations to handle.');
    const step = async (deviationId: string, move: DeviationMove, note?: string) => {
      const { version } = await getDeviation(w, deviationId);
      await moveDeviation(w, { deviationId, expectedVersion: version, move, note });
    };
    for (const { id } of rows) await step(id, 'receive');
    const asked = (await listDeviationFunctions(w)).find(({ title }) => title === 'SAS');
    if (asked)
      await askComment(w, {
        deviationId: first.id,
        functionId: asked.id,
        question: 'Hinner ni planera hemgången när kallelsen kommer samma dag?',
      });
    await step(first.id, 'investigate');
    await step(first.id, 'decideAction', 'Avdelningarna kallar senast dagen före. Påminnelse läggs i journalsystemet.');
    await step(first.id, 'giveFeedback', 'Ny rutin gäller från oktober och följs upp i januari.');
    const improvementId = await startImprovement(w, {
      bodyId: await bodyId(w, region.name),
      title: 'Kallelse senast dagen före utskrivning',
      aim: 'Nio av tio kallelser kommer senast dagen före.',
      deviationIds: rows.map(({ id }) => id),
    });
    const act = async (what: string, name: string, responsibleFunction: string, dueOn: CivilDate) =>
      addImprovementAction(w, { improvementId, what, bodyId: await bodyId(w, name), responsibleFunction, dueOn });
    await finishImprovementAction(w, await act('Skriv rutinen', region.name, 'Samverkansledare', '2026-10-01'));
    await act('Utbilda avdelningarna', region.name, 'Verksamhetschef', '2026-11-01');
    await act('Räkna kallelserna i tre månader', 'Norrbäcks kommun', 'SAS', '2027-01-31');
    const { version } = await getImprovement(w, improvementId);
    await moveImprovement(w, { improvementId, expectedVersion: version, move: 'start' });
  });
}
