import { type CivilDate, isCivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireBody } from '../access/index.ts';
import { findBody } from '../organisation/index.ts';
import { type EndorsementOutcome, endorsementOutcomes } from '../releases/index.ts';
import { type EndorsementOf, type EndorsementSubject, endorsable } from './endorsement.ts';
import { endorsedRecords, listEndorsements } from './endorsement-reader.ts';

export type RecordEndorsement = {
  readonly subject: EndorsementSubject;
  readonly byBodyId: Id<'body'>;
  /** Null takes back what was noted by a slip; that it was asked stays. */
  readonly outcome: EndorsementOutcome | null;
  readonly endorsedOn?: CivilDate | null;
  readonly remarks?: string | null;
  readonly toldIn?: string | null;
  readonly agendaItemId?: Id<'agendaItem'> | null;
  /** 0 for a body of which nothing was noted yet. */
  readonly expectedVersion: number;
};

/** Notes from a paper or a meeting where a body stands to a record before it is decided (DEC-12, I-19). */
export async function recordEndorsement(w: Writer<'collaboration.edit'>, input: RecordEndorsement): Promise<void> {
  const { subject, byBodyId } = input;
  await requireSubject(w, subject);
  const [before] = await listEndorsements(w, { subject, byBodyIds: [byBodyId] });
  expectVersion(before ?? { version: 0 }, input.expectedVersion, input);
  const endorsedOn = input.endorsedOn ?? null;
  const problems: Problem[] = [];
  if (!(await findBody(w, byBodyId))) problems.push({ path: 'byBodyId', key: 'validation.choose' });
  if (input.outcome !== null && !(input.outcome in endorsementOutcomes))
    problems.push({ path: 'outcome', key: 'validation.choose' });
  if (endorsedOn !== null && !isCivilDate(endorsedOn)) problems.push({ path: 'endorsedOn', key: 'validation.date' });
  if (input.outcome === 'endorsedWithRemark' && !input.remarks?.trim())
    problems.push({ path: 'remarks', key: 'validation.required' });
  refuseProblems(problems);
  await writeEndorsement(w, before, subject, byBodyId, {
    stance: input.outcome,
    endorsed_on: input.outcome === null ? null : endorsedOn,
    remarks: input.remarks?.trim() || null,
    told_in: input.toldIn?.trim() || null,
    agenda_item_id: input.agendaItemId ?? null,
  });
}

export type AskForEndorsement = {
  readonly subject: EndorsementSubject;
  readonly byBodyIds: readonly Id<'body'>[];
  readonly dueOn?: CivilDate | null;
  /** The release through which it is asked, where the body is another authority. */
  readonly releaseId?: Id<'release'> | null;
};

/** Notes that some bodies were asked where they stand, so that the table shows who has not answered. Who has answered is not asked again. */
export async function askForEndorsement(
  w: Writer<'collaboration.edit' | 'release.make'>,
  input: AskForEndorsement,
): Promise<void> {
  const { subject, byBodyIds } = input;
  await requireSubject(w, subject);
  const known = await listEndorsements(w, { subject, byBodyIds });
  await w.log({
    noun: subject.noun,
    recordId: subject.id,
    summary: 'endorsement asked',
    after: { byBodyIds, dueOn: input.dueOn },
  });
  for (const byBodyId of new Set(byBodyIds)) {
    const before = known.find(({ by }) => by.id === byBodyId);
    if (before?.outcome) continue;
    await writeEndorsement(w, before, subject, byBodyId, {
      asked_on: w.runtime.today(),
      due_on: input.dueOn ?? null,
      release_id: input.releaseId ?? before?.releaseId ?? null,
    });
  }
}

/** The columns that a verb writes; the others stay as they are. */
type Written = {
  readonly stance?: string | null;
  readonly endorsed_on?: CivilDate | null;
  readonly remarks?: string | null;
  readonly told_in?: string | null;
  readonly agenda_item_id?: string | null;
  readonly asked_on?: CivilDate | null;
  readonly due_on?: CivilDate | null;
  readonly release_id?: string | null;
};

/** Writes where a body stands to a record over what was noted before, and logs both. */
export async function writeEndorsement(
  w: Writer,
  before: EndorsementOf | undefined,
  subject: EndorsementSubject,
  byBodyId: Id<'body'>,
  row: Written,
): Promise<void> {
  const id: Id<'endorsement'> = before?.id ?? w.runtime.newId();
  if (before)
    await w.db
      .updateTable('endorsement')
      .set({ ...row, version: before.version + 1 })
      .where('tenant_id', '=', w.tenantId)
      .where('id', '=', id)
      .execute();
  else
    await w.db
      .insertInto('endorsement')
      .values({
        tenant_id: w.tenantId,
        id,
        subject_noun: subject.noun,
        subject_id: subject.id,
        by_body_id: byBodyId,
        ...row,
      })
      .execute();
  await w.log({
    noun: 'endorsement',
    recordId: id,
    summary: subject.noun,
    before,
    after: { subject, byBodyId, ...row },
  });
}

/** The record that is endorsed, if it is there and the proof covers the body that it belongs to. */
async function requireSubject(
  w: Writer<'collaboration.edit' | 'release.make'>,
  subject: EndorsementSubject,
): Promise<void> {
  const found = Object.hasOwn(endorsable, subject.noun)
    ? (await endorsedRecords(w, [subject])).get(subject.id)
    : undefined;
  if (!found) throw new AppError('record.notFound');
  if (found.bodyId) requireBody(w.auth, found.bodyId);
}
