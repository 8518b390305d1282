import type { Id } from '../../../kernel/id.ts';
import { sentenceTexts } from '../../../kernel/sentences.ts';
import type { Reader, Writer } from '../../../storage/database.ts';
import { type Assignment, ensureAssignmentParty } from '../../assignments/index.ts';
import { getDocument, rememberSource } from '../../matters/index.ts';
import type { MeetingKind } from '../../meetings/index.ts';
import { answerTypes, positionsOf, takePosition } from '../../reports/index.ts';
import type { OpenQuestion, Place, Proposal, RecordRef } from '../proposal.ts';
import {
  type Confirmer,
  differences,
  differs,
  type FieldsOf,
  factsFor,
  fieldsOf,
  rememberProposal,
  type Scene,
} from './confirmer.ts';
import { assessmentQuestions, takeAssessment } from './entry-assessment.ts';
import { assignmentOfEntry } from './entry-assignment.ts';
import { entryQuestions, takeEntry } from './entry-report.ts';
import { findPassage } from './find-passage.ts';
import { bodyNamed, bodyQuestions, takeBody } from './named-bodies.ts';
import { type Occasion, takeOccasion } from './occasions.ts';

/**
 * What a committee answered for an assignment: the heart of the import. The answer becomes what the register knows by itself: the committee follows
 * the assignment, the occasions it names are items of meetings linked to the assignment, what is quoted is the assessment of the period, and what no
 * meeting tells is the committee's position. The answer stands in the report as it was written, proved by those records.
 */
export const confirmReportEntry: Confirmer = {
  questions: async (r, proposal, scene) => {
    const fields = fieldsOf<'reportEntry'>(proposal);
    if (!Object.hasOwn(answerTypes, fields.answerType))
      return [{ code: 'missingField', values: { field: 'answerType' } }];
    const name = factsFor(proposal, scene).body;
    const asked: OpenQuestion[] = [...(await bodyQuestions(r, name))];
    const { assignment, question } = await assignmentOfEntry(r, proposal);
    if (!assignment || question || asked.length > 0) return question ? [...asked, question] : asked;
    const body = await bodyNamed(r, name);
    return [
      ...(await assessmentQuestions(r, assignment, fields)),
      ...(body ? await positionQuestions(r, assignment, body.id, fields) : []),
      ...(body ? await entryQuestions(r, assignment, body.id, fields) : []),
    ];
  },
  confirm: async (w, proposal, scene) => {
    const fields = fieldsOf<'reportEntry'>(proposal);
    const made: RecordRef[] = [];
    const bodyId = await takeBody(w, factsFor(proposal, scene).body!, made);
    const assignment = (await assignmentOfEntry(w, proposal)).assignment!;
    const text = (await getDocument(w, scene.file.documentId)).sourceText ?? '';
    const remember = (record: RecordRef, words: string) =>
      rememberPassage(w, record, findPassage(text, proposal.source, words), proposal, scene);

    if (fields.answerType !== 'elsewhere') await takePart(w, assignment, bodyId, made);
    for (const occasion of occasionsOf(fields)) {
      const id = await takeOccasion(w, bodyId, assignment.id, occasion, made);
      await remember({ noun: 'agendaItem', id }, occasion.sentence);
    }
    const assessment = await takeAssessment(w, assignment, fields, made);
    if (assessment) await remember(assessment, fields.quote ?? '');
    const position = await takeStanding(w, assignment, bodyId, fields, made);
    if (position) await remember(position, fields.answer);
    const entryId = await takeEntry(w, bodyId, assignment, proposal, scene, made);
    const record = { noun: 'reportEntry', id: entryId };
    await rememberProposal(w, record, proposal, scene);
    return { record, made };
  },
};

type Fields = FieldsOf<'reportEntry'>;

/** A committee that answers for an assignment follows it, unless the plan already gives it a part. */
async function takePart(
  w: Writer<'intake.confirm'>,
  assignment: Assignment,
  bodyId: Id<'body'>,
  made: RecordRef[],
): Promise<void> {
  if (assignment.parties.some((party) => party.bodyId === bodyId)) return;
  await ensureAssignmentParty(w, { assignmentId: assignment.id, bodyId, role: 'monitor' });
  made.push({ noun: 'assignmentParty', id: `${assignment.id} ${bodyId} monitor` });
}

/** The occasions of an answer, each once a day and kind: those the reader proved with a sentence, and days that a person added. */
export function occasionsOf({
  answer,
  evidence = [],
  meetings = [],
}: Pick<Fields, 'answer' | 'evidence' | 'meetings'>): readonly Occasion[] {
  const told = evidence.flatMap(({ kind, date, text }): readonly Occasion[] => {
    if (!date || !(kind in occasionKinds) || !meetings.includes(date)) return [];
    const meetingKind: MeetingKind = /\bworkshop/iu.test(text)
      ? 'workshop'
      : occasionKinds[kind as keyof typeof occasionKinds];
    return [{ date, kind: meetingKind, planned: kind === 'plannedMeeting', sentence: text }];
  });
  const added = meetings
    .filter((date) => !told.some((one) => one.date === date))
    .map((date): Occasion => ({ date, kind: 'meeting', planned: false, sentence: sentenceTexts(answer)[0] ?? answer }));
  return [...told, ...added];
}

const occasionKinds = {
  meeting: 'meeting',
  studyVisit: 'studyVisit',
  plannedMeeting: 'meeting',
} as const satisfies Record<string, MeetingKind>;

/** The types of answers that are a stand the committee takes, in its own words; what was held, planned or decided tells itself. */
const standing: ReadonlySet<string> = new Set(['absorbed', 'notConcerned', 'notNow', 'elsewhere', 'other']);

async function takeStanding(
  w: Writer<'intake.confirm'>,
  assignment: Assignment,
  bodyId: Id<'body'>,
  { answer, answerType, year }: Fields,
  made: RecordRef[],
): Promise<RecordRef | undefined> {
  if (!standing.has(answerType)) return undefined;
  const known = (await positionsOf(w, assignment.id)).find((one) => one.body.id === bodyId && one.year === year);
  if (known) return { noun: 'assignmentPosition', id: known.id };
  const id = await takePosition(w, { assignmentId: assignment.id, bodyId, year, text: answer, answerType });
  const record = { noun: 'assignmentPosition', id };
  made.push(record);
  return record;
}

async function positionQuestions(
  r: Reader,
  assignment: Assignment,
  bodyId: Id<'body'>,
  { answer, answerType, year }: Fields,
): Promise<readonly OpenQuestion[]> {
  const known = (await positionsOf(r, assignment.id)).find((one) => one.body.id === bodyId && one.year === year);
  if (!known || !standing.has(answerType)) return [];
  return differs(differences({ position: known.text }, { position: answer }));
}

async function rememberPassage(
  w: Writer<'intake.confirm'>,
  record: RecordRef,
  { start, end, line }: Place,
  { rule, confidence }: Proposal,
  { file }: Scene,
): Promise<void> {
  const { noun, id: recordId } = record;
  await rememberSource(w, { noun, recordId, documentId: file.documentId, start, end, line, rule, confidence });
}
