import { listAgreements } from '../domain/agreements/index.ts';
import { listAssignments } from '../domain/assignments/index.ts';
import { listConsultations } from '../domain/consultations/index.ts';
import { listDecisions } from '../domain/decisions/index.ts';
import { listGoals } from '../domain/goals/index.ts';
import { listIndicatorHeads } from '../domain/indicators/index.ts';
import { listMatters } from '../domain/matters/index.ts';
import { listMeetings } from '../domain/meetings/index.ts';
import { minutesOfMeeting } from '../domain/minutes/index.ts';
import { listBodies } from '../domain/organisation/index.ts';
import { proposePublication } from '../domain/publications/index.ts';
import type { PublishedNoun } from '../domain/published/index.ts';
import { listReports } from '../domain/reports/index.ts';
import { AppError } from '../kernel/errors.ts';
import type { Reader } from '../storage/database.ts';
import type { DemoWriter } from './demo-writer.ts';

type Chosen = { readonly noun: PublishedNoun; readonly recordId: string };

/** What the region has made public: its bodies, the meetings of two years with their decisions, this year's assignments and the newest matters. */
export async function loadPublications(demo: DemoWriter): Promise<void> {
  await demo.as('publication.propose', 'publishDemoRecords', async (w) => {
    for (const one of await chosen(w)) {
      try {
        await proposePublication(w, one);
      } catch (error) {
        // What is not final yet is left for the secretary to publish.
        if (!(error instanceof AppError) || error.code !== 'publication.notReady') throw error;
      }
    }
  });
}

async function chosen(r: Reader): Promise<readonly Chosen[]> {
  const bodies = await listBodies(r);
  const { meetings } = await listMeetings(r, { states: ['summoned', 'closed', 'adjusted'], limit: 14 });
  const { decisions } = await listDecisions(r, { state: 'made', limit: 16 });
  const assignments = await listAssignments(r, { year: 2026, pageSize: 20 });
  const earlier = await listAssignments(r, { year: 2025, pageSize: 20 });
  const matters = await listMatters(r, { limit: 8 });
  const adjusted = meetings.filter(({ state }) => state === 'adjusted');
  const minutes = (await Promise.all(adjusted.map(({ id }) => minutesOfMeeting(r, id)))).flat();
  const reports = (await listReports(r)).filter(({ state }) => state === 'approved' || state === 'delivered');
  const { rows: indicators } = await listIndicatorHeads(r, { origin: 'measured', limit: 6 });
  const named = (noun: PublishedNoun, records: readonly { readonly id: string }[]) =>
    records.map(({ id }) => ({ noun, recordId: id }));
  return [
    ...named('body', bodies.filter(({ kind }) => kind !== 'municipality' && kind !== 'unit').slice(0, 9)),
    ...named(
      'matter',
      matters.filter(({ secrecyLevel }) => secrecyLevel === 'open'),
    ),
    ...named('meeting', meetings),
    ...named('decision', decisions),
    ...named('assignment', [...assignments.rows, ...earlier.rows]),
    ...named('minutes', minutes),
    ...named('report', reports.slice(0, 4)),
    ...named('goal', await listGoals(r)),
    ...named('indicator', indicators),
    ...named('agreement', (await listAgreements(r)).slice(0, 6)),
    ...named('consultation', (await listConsultations(r)).slice(0, 4)),
  ];
}
