import type { Id } from '../../../kernel/id.ts';
import type { Reader, Writer } from '../../../storage/database.ts';
import {
  type Assessment,
  assessmentsOf,
  ensurePeriod,
  type PeriodKind,
  writeAssessment,
} from '../../assessments/index.ts';
import type { Assignment } from '../../assignments/index.ts';
import { getBody } from '../../organisation/index.ts';
import type { OpenQuestion, RecordRef } from '../proposal.ts';
import { differences, differs, type FieldsOf } from './confirmer.ts';

type Quoted = Pick<FieldsOf<'reportEntry'>, 'year' | 'quote' | 'quoteLabel' | 'status' | 'statusPhrase'>;

/** What differs between a quotation and the assessment of the same period that the register has. */
export async function assessmentQuestions(
  r: Reader,
  assignment: Assignment,
  fields: Quoted,
): Promise<readonly OpenQuestion[]> {
  const known = fields.quote ? await recordedAssessment(r, assignment, fields) : undefined;
  return known
    ? differs(differences({ quote: known.text, status: known.status }, { quote: fields.quote, status: fields.status }))
    : [];
}

/**
 * What a report quotes is what the performer said of the assignment at the period: it becomes the assessment that the answer quotes. A quotation
 * of the region's interim report names no author, so an author is set only where one administration performs the assignment.
 */
export async function takeAssessment(
  w: Writer<'intake.confirm'>,
  assignment: Assignment,
  fields: Quoted,
  made: RecordRef[],
): Promise<RecordRef | undefined> {
  if (!fields.quote) return undefined;
  const known = await recordedAssessment(w, assignment, fields);
  if (known) return { noun: 'assessment', id: known.id };
  const periodId = await ensurePeriod(w, { year: fields.year, kind: periodKindOf(fields) });
  const id = await writeAssessment(w, {
    assignmentId: assignment.id,
    periodId,
    bodyId: await authorOf(w, assignment),
    text: fields.quote,
    status: fields.status,
    statusPhrase: fields.statusPhrase ?? null,
  });
  const record = { noun: 'assessment', id };
  made.push(record);
  return record;
}

async function recordedAssessment(r: Reader, assignment: Assignment, fields: Quoted): Promise<Assessment | undefined> {
  const kind = periodKindOf(fields);
  return (await assessmentsOf(r, assignment.id)).find(
    ({ period }) => period.year === fields.year && period.kind === kind,
  );
}

/** "Ur delårsrapport:" and "Ur årsredovisningen:" name the period that is quoted. */
function periodKindOf({ quoteLabel }: Quoted): PeriodKind {
  return /(?<!\p{L})års/iu.test(quoteLabel ?? '') ? 'annual' : 'interim';
}

async function authorOf(w: Writer<'intake.confirm'>, assignment: Assignment): Promise<Id<'body'> | null> {
  const performers = assignment.parties.filter((party) => party.role === 'performer');
  const administrations: Id<'body'>[] = [];
  for (const { bodyId } of performers)
    if ((await getBody(w, bodyId)).kind === 'administration') administrations.push(bodyId);
  const [only] = administrations;
  // Who confirms for one committee has no right to speak for the administration: what it said is then kept without an author.
  const covered = w.auth.bodies === 'all' || (only !== undefined && w.auth.bodies.includes(only));
  return only !== undefined && administrations.length === 1 && covered ? only : null;
}
