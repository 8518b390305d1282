import type { Id } from '../../../kernel/id.ts';
import type { Reader, Writer } from '../../../storage/database.ts';
import type { Assignment } from '../../assignments/index.ts';
import {
  attachEvidence,
  claimsOf,
  editEntry,
  entriesForAssignment,
  getReport,
  listReports,
  type ReportEntry,
  refreshDraft,
  startReport,
} from '../../reports/index.ts';
import type { OpenQuestion, Proposal, RecordRef } from '../proposal.ts';
import { differences, differs, type FieldsOf, factsFor, fieldsOf, type Scene } from './confirmer.ts';

/** What differs between an answer and the one that a person has written in the report of the register. A draft of the machine is no obstacle. */
export async function entryQuestions(
  r: Reader,
  assignment: Assignment,
  bodyId: Id<'body'>,
  fields: FieldsOf<'reportEntry'>,
): Promise<readonly OpenQuestion[]> {
  const [report] = await listReports(r, { bodyId, year: fields.year, kinds: ['reportBack'] });
  if (!report) return [];
  const entry = await entryFor(r, report.id, assignment);
  if (!entry?.edited) return [];
  return differs(
    differences(
      { answer: entry.answer, answerType: entry.answerType },
      { answer: fields.answer, answerType: fields.answerType },
    ),
  );
}

/**
 * Puts the answer in the report-back of the body for the year, which is begun with the first answer. An assignment that the paper does not answer
 * gets none: nobody said of it that it was not dealt with. The words are kept as they were written; the line that leaves assignments to others
 * ("Uppdrag 13 och 14 riktas till andra beredningar") is drafted, because it is one line for several.
 */
export async function takeEntry(
  w: Writer<'intake.confirm'>,
  bodyId: Id<'body'>,
  assignment: Assignment,
  proposal: Proposal,
  scene: Scene,
  made: RecordRef[],
): Promise<Id<'reportEntry'>> {
  const { answer, answerType, year } = fieldsOf<'reportEntry'>(proposal);
  const [known] = await listReports(w, { bodyId, year, kinds: ['reportBack'] });
  const { title } = factsFor(proposal, scene);
  const reportId = known?.id ?? (await startReport(w, { bodyId, year, title, only: [assignment.id] }));
  if (!known) made.push({ noun: 'report', id: reportId });
  if (known?.state === 'draft') await refreshDraft(w, reportId, [assignment.id]);
  const entry = await entryFor(w, reportId, assignment);
  if (!entry)
    throw new Error(`The report ${reportId} has no entry for ${assignment.ref}: refreshDraft should have added it.`);
  const same = entry.answer === answer && entry.answerType === answerType;
  if (answerType !== 'elsewhere' && !same)
    await editEntry(w, { entryId: entry.id, expectedVersion: entry.version, answer, answerType });
  // "Frågan har inte behandlats" is proved by the assignment to which nothing was linked, however the sentence is written.
  const [claim] = claimsOf(answer);
  if (answerType === 'notDealtWith' && claim)
    await attachEvidence(w, { entryId: entry.id, claimHash: claim.hash, noun: 'assignment', sourceId: assignment.id });
  return entry.id;
}

async function entryFor(r: Reader, reportId: Id<'report'>, assignment: Assignment): Promise<ReportEntry | undefined> {
  const entries = await entriesForAssignment(r, assignment.id);
  if (!entries.some((one) => one.report.id === reportId)) return undefined;
  return (await getReport(r, reportId)).entries.find((one) => one.assignment.id === assignment.id);
}
