import {
  addFocusArea,
  addPlanPoint,
  createActivityPlan,
  getActivityPlan,
  keepActivityPlanVersion,
  planDay,
  settleProposal,
} from '../domain/plans/index.ts';
import { addDays, type CivilDate, yearOf } from '../kernel/civil-date.ts';
import type { Id } from '../kernel/id.ts';
import { bodyId, type DemoWriter, onDay } from './demo-writer.ts';
import { bodyNames } from './region.ts';
import type { transitDays } from './transit.ts';

type Days = ReturnType<typeof transitDays>;

/** The nämnd's activity plan of the year with its days, what waits to be planned, and two kept versions. */
export async function loadActivityYear(demo: DemoWriter, id: Id<'body'>, days: Days): Promise<Id<'activityPlan'>> {
  const year = yearOf(days.coming);
  const spring = onDay(demo, `${year}-01-14`);
  const planId = await spring.as('plan.edit', 'loadDemoActivityPlan', async (w) => {
    const activityPlanId = await createActivityPlan(w, { bodyId: id, year, title: `Aktivitetsplan ${year}` });
    const hospital = await bodyId(w, bodyNames.hospital);
    for (const day of plannedDays(days, hospital))
      if (yearOf(day.date) === year) await planDay(w, { activityPlanId, ...day });
    for (const text of ['Resor till vården', 'Trafik i glesbygd', 'Tillgängliga hållplatser'])
      await addFocusArea(w, { activityPlanId, text });
    for (const text of ['Månadsrapport', 'Läget i trafiken'])
      await addPlanPoint(w, { activityPlanId, kind: 'standing', text });
    await addPlanPoint(w, { activityPlanId, kind: 'followUp', text: 'Resandet per linje, varje kvartal' });
    return activityPlanId;
  });
  await spring.as('plan.edit', 'keepDemoPlan', (w) =>
    keepActivityPlanVersion(w, { activityPlanId: planId, expectedNumber: 0, datedOn: `${year}-01-14` }),
  );
  const later = onDay(demo, days.commenting);
  await later.as('plan.edit', 'loadDemoProposals', async (w) => {
    for (const [text, origin] of [
      ['Nattbuss till sjukhuset', 'member'],
      ['Elbussar på linje 2', 'office'],
      ['Gratis resor under luciahelgen', 'outside'],
    ] as const)
      await addPlanPoint(w, { activityPlanId: planId, kind: 'proposal', text, origin });
    const dropped = (await getActivityPlan(w, planId)).points.find(({ text }) => text.startsWith('Gratis'))!;
    const reason = 'Nämnden har inga pengar avsatta för det i år.';
    await settleProposal(w, { pointId: dropped.id, expectedVersion: dropped.version, action: 'drop', reason });
  });
  const note = 'Förslag från nämndens sammanträde är tillagda.';
  await later.as('plan.edit', 'keepDemoPlan', (w) =>
    keepActivityPlanVersion(w, { activityPlanId: planId, expectedNumber: 1, datedOn: days.commenting, note }),
  );
  return planId;
}

function plannedDays(days: Days, hospital: Id<'body'>) {
  const slot = (category: string, ...items: string[]) => ({ category, items });
  const meeting = (date: CivilDate, ...slots: ReturnType<typeof slot>[]) => ({ date, kind: 'meeting' as const, slots });
  return [
    meeting(days.ended, slot('decision', 'Tågplan för nästa år'), slot('information', 'Resandet i september')),
    {
      date: days.visit,
      kind: 'studyVisit' as const,
      place: 'Bussdepån i Norrbäck',
      slots: [slot('studyVisit', 'Bussdepån')],
    },
    meeting(days.appealed, slot('decision', 'Ny tidtabell för linje 40', 'Avgift för cykel på bussen')),
    {
      date: days.joint,
      kind: 'jointDay' as const,
      place: 'Folkets hus, Norrbäck',
      bodyIds: [hospital],
      slots: [slot('theme', 'Resor till vården')],
    },
    meeting(days.signing, slot('decision', 'Upphandling av sjukresor'), slot('inDepth', 'Skolkort på landsbygden')),
    meeting(
      days.coming,
      slot('decision', 'Budget för nästa år'),
      slot('inDepth', 'Elbussar: vad kostar laddningen?'),
      slot('information', 'Vinterväghållningen'),
    ),
    meeting(addDays(days.coming, 42), slot('theme', 'Trafik i glesbygd')),
  ];
}
