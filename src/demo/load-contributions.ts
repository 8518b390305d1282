import {
  askPerformers,
  askUnits,
  carryOver,
  changePeriod,
  contributionsOf,
  getPeriod,
  listPeriods,
  markReadyContribution,
  type WriteAssessment,
  writeAssessment,
} from '../domain/assessments/index.ts';
import { findAssignmentByRef } from '../domain/assignments/index.ts';
import { createBody } from '../domain/organisation/index.ts';
import { addDays, type CivilDate } from '../kernel/civil-date.ts';
import type { Id } from '../kernel/id.ts';
import type { Writer } from '../storage/database.ts';
import { bodyId, type DemoWriter } from './demo-writer.ts';
import { bodyNames } from './region.ts';

/** Departments of the administration that are asked for their part of a joint text. */
const units = ['Närvården', 'Sjukhusvården', 'Ambulans och jour'] as const;
const year = 2026;

/** The year's last period as it is while contributions come in: one ready, one begun from units' texts, one carried over, some late. */
export async function loadContributions(demo: DemoWriter): Promise<void> {
  const today = demo.db.runtime.today();
  const periodId = await demo.as('period.edit', 'loadDemoPeriod', async (w) => {
    const period = (await listPeriods(w, { year })).find(({ kind }) => kind === 'annual');
    if (!period) throw new Error('The demonstration asks for contributions to a year without an annual period.');
    const { id, version, endsOn } = period;
    await changePeriod(w, { periodId: id, expectedVersion: version, endsOn, contributionsDueOn: dueIn(period, today) });
    await askPerformers(w, { periodId: id });
    return id;
  });
  const unitIds = await demo.as('organisation.edit', 'loadDemoUnits', async (w) => {
    const parentId = await bodyId(w, bodyNames.administration);
    const made: Id<'body'>[] = [];
    for (const name of units) made.push(await createBody(w, { name, kind: 'administration', parentId }));
    return made;
  });
  await demo.as('assessment.write', 'loadDemoContributions', (w) => writeSome(w, periodId, unitIds));
}

/** Four days ago, or as near as the days of the period let it be. */
function dueIn({ deadline, endsOn }: { deadline: CivilDate | null; endsOn: CivilDate }, today: CivilDate): CivilDate {
  const days: readonly CivilDate[] = [`${year}-01-01`, addDays(today, -4), deadline ?? endsOn];
  return days.toSorted()[1]!;
}

async function writeSome(
  w: Writer<'assessment.write'>,
  periodId: Id<'period'>,
  unitIds: readonly Id<'body'>[],
): Promise<void> {
  const performer = await bodyId(w, bodyNames.administration);
  const { deadline } = await getPeriod(w, periodId);
  const dueOn = (await contributionsOf(w, { periodId }))[0]?.dueOn ?? deadline;
  const at = async (number: number) => {
    const found = await findAssignmentByRef(w, { year, number });
    if (!found) throw new Error(`The demonstration writes of assignment ${year}:${number}, which its plan lacks.`);
    return found.id;
  };
  const write = (input: Omit<WriteAssessment, 'periodId'>) => writeAssessment(w, { ...input, periodId });
  const joint = await at(5);
  await askUnits(w, { assignmentId: joint, periodId, partOfBodyId: performer, bodyIds: unitIds, dueOn });
  const [near, hospital] = unitIds;
  await write({
    assignmentId: joint,
    bodyId: near!,
    status: 'startedOnTrack',
    text: 'Väntetiden till första besök är högst tre dagar vid sju av åtta vårdcentraler.',
    forecastOn: `${year}-12-31`,
  });
  await write({
    assignmentId: joint,
    bodyId: hospital!,
    status: 'startedDelayed',
    text: 'Mottagningarna har kortat köerna, men redovisningen per kommun är inte färdig.',
    forecastOn: `${year + 1}-03-15`,
  });
  for (const one of await contributionsOf(w, { periodId, bodyIds: [near!] }))
    await markReadyContribution(w, { contributionId: one.id, expectedVersion: one.version });
  const done = await at(9);
  await write({
    assignmentId: done,
    bodyId: performer,
    status: 'startedDelayed',
    text: 'Förvaltningsrätten har inte avgjort överklagandet. Kraven är klara och tas in så snart upphandlingen kan slutföras.',
    forecastOn: `${year + 1}-04-30`,
  });
  for (const one of await contributionsOf(w, { periodId, bodyIds: [performer], assignmentIds: [done] }))
    await markReadyContribution(w, { contributionId: one.id, expectedVersion: one.version });
  await carryOver(w, { assignmentId: await at(8), periodId, bodyId: performer });
}
