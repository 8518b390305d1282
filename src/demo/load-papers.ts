import { readFile } from 'node:fs/promises';
import { authorize } from '../domain/access/index.ts';
import { recordDecision } from '../domain/decisions/index.ts';
import { findReportFor } from '../domain/followup/index.ts';
import { type ByteStore, confirmAll, handInBytes, type ReadDocument, readIntakeFile } from '../domain/intake/index.ts';
import { addAgendaItem, planMeeting } from '../domain/meetings/index.ts';
import type { Id } from '../kernel/id.ts';
import { bodyId, type DemoWriter } from './demo-writer.ts';
import { finishReport } from './load-followup.ts';
import { bodyNames } from './region.ts';

/** What reading papers needs besides the database. */
type ReadingRoom = { readonly blobs: ByteStore; readonly readDocument: ReadDocument };

/**
 * The year before the first plan is known only from its paper: the report-back of 2023 is handed in, read and confirmed, as a secretary would
 * do on the first afternoon, so that its threads show where each record was read. The meeting that approved it is put on record by hand.
 */
export async function loadOldPapers(demo: DemoWriter, room: ReadingRoom): Promise<void> {
  const fileId = await readPaper(demo, room, 'aterrapportering-2023.txt');
  await confirmAll(demo.db, authorize(demo.operator, 'intake.confirm'), { fileId });
  const title = 'Återrapportering av uppdrag 2023';
  const agendaItemId = await demo.as('meeting.edit', 'loadDemoMeetings', async (w) => {
    const meetingId = await planMeeting(w, {
      bodyId: await bodyId(w, bodyNames.local),
      kind: 'meeting',
      heldOn: '2023-12-07',
      alreadyHeld: true,
    });
    return await addAgendaItem(w, { meetingId, title, category: 'decision' });
  });
  const decisionId = await demo.as('decision.record', 'loadDemoDecisions', async (w) => {
    const clauses = ['att godkänna rapporten och överlämna den till hälso- och sjukvårdsnämnden.'];
    return (await recordDecision(w, { agendaItemId, title, clauses, state: 'made' })).id;
  });
  const report = await demo.as('report.edit', 'findDemoReport', async (w) => {
    const found = await findReportFor(w, await bodyId(w, bodyNames.local), 2023);
    if (!found) throw new Error('The paper of 2023 gave no report. Look at src/demo/papers with kansli read.');
    await w.log({ noun: 'report', recordId: found.id, summary: 'found' });
    return found;
  });
  await finishReport(demo, report.id, decisionId, '2023-12-11');
}

/** A notice that has come in and waits for a person: the review has something to show. */
export async function handInNewPapers(demo: DemoWriter, room: ReadingRoom): Promise<void> {
  await readPaper(demo, room, 'kallelse-2026-12-03.txt');
}

async function readPaper(demo: DemoWriter, room: ReadingRoom, fileName: string): Promise<Id<'intakeFile'>> {
  const bytes = await readFile(new URL(`papers/${fileName}`, import.meta.url));
  const auth = authorize(demo.operator, 'intake.handIn');
  const { db } = demo;
  const { fileId } = await handInBytes({ db, blobs: room.blobs }, auth, { fileName, mediaType: 'text/plain', bytes });
  await readIntakeFile({ db, blobs: room.blobs, read: room.readDocument }, auth, fileId);
  return fileId;
}
