import { readFile } from 'node:fs/promises';
import { authorize } from '../domain/access/index.ts';
import { connectRecords } from '../domain/connections/index.ts';
import { listConsultations } from '../domain/consultations/index.ts';
import { recordDecision } from '../domain/decisions/index.ts';
import {
  type ByteStore,
  confirmAll,
  handInBytes,
  listProposals,
  type Proposal,
  type ReadDocument,
  readIntakeFile,
  rejectProposal,
} from '../domain/intake/index.ts';
import { addAgendaItem, planMeeting } from '../domain/meetings/index.ts';
import { findReportFor } from '../domain/reports/index.ts';
import type { Id } from '../kernel/id.ts';
import type { Reader } from '../storage/database.ts';
import { bodyId, type DemoWriter } from './demo-writer.ts';
import { finishReport } from './load-followup.ts';
import { assignmentId } from './load-year.ts';
import { bodyNames } from './region.ts';
import { consultationOf, type DemoPaper, type PaperLink, yearPapers } from './year-papers.ts';

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

/**
 * The papers of the present year, of all the kinds that the product reads: what they say without doubt is confirmed, and of the connections that
 * are suggested those that somebody has judged to be right.
 */
export async function loadNewPapers(demo: DemoWriter, room: ReadingRoom): Promise<void> {
  for (const paper of yearPapers) {
    const fileId = await readPaper(demo, room, paper.fileName);
    await demo.as('intake.confirm', 'judgeDemoLinks', async (w) => {
      for (const { id, version } of await wrongLinks(w, fileId, paper))
        await rejectProposal(w, { proposalId: id, expectedVersion: version });
      await w.log({ noun: 'intakeFile', recordId: fileId, summary: 'suggested connections judged' });
    });
    const waiting = await demo.db.read(authorize(demo.operator, 'record.read'), (r) => openProposals(r, fileId, paper));
    await confirmAll(demo.db, authorize(demo.operator, 'intake.confirm'), { fileId, ids: waiting });
  }
  await demo.as('intake.confirm', 'connectDemoConsultation', async (w) => {
    const { title, assignment, reason } = consultationOf;
    const consultation = (await listConsultations(w)).find((one) => one.title === title);
    if (!consultation) throw new Error(`No paper of the demonstration gave the consultation ”${title}”.`);
    const to = { noun: 'assignment', id: await assignmentId(w, assignment) };
    await connectRecords(w, { from: { noun: 'consultation', id: consultation.id }, to, kind: 'concerns', reason });
  });
}

const names = (links: readonly PaperLink[], { fields }: Proposal): boolean =>
  links.some(([from, to]) => String(fields.from).startsWith(from) && String(fields.to).startsWith(to));

/** The suggested connections of a paper that are neither right nor left for later. */
async function wrongLinks(r: Reader, fileId: Id<'intakeFile'>, { together, waiting = [] }: DemoPaper) {
  const suggested = (await listProposals(r, fileId)).filter(({ type }) => type === 'recordLink');
  for (const link of together)
    if (!suggested.some((one) => names([link], one)))
      throw new Error(`No suggestion of the paper reads ”${link.join('” to ”')}”. Look at src/demo/year-papers.ts.`);
  return suggested.filter((one) => !names([...together, ...waiting], one));
}

/** What is to be confirmed: all but the suggestions that wait. */
async function openProposals(r: Reader, fileId: Id<'intakeFile'>, { waiting = [] }: DemoPaper) {
  const all = await listProposals(r, fileId, { state: 'open' });
  return all.filter((one) => one.type !== 'recordLink' || !names(waiting, one)).map(({ id }) => id);
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
