import { type CivilDate, isCivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireBody } from '../access/index.ts';
import { addressProblems } from '../meetings/index.ts';
import { getBody } from '../organisation/index.ts';
import type { ConsultationKind } from './consultation.ts';
import { type ConsultationState, consultationStateAfter } from './consultation-transitions.ts';

/** Whom a round is put to. */
export type ConsultationRecipient = {
  readonly respondent: string;
  readonly address: string | null;
  /** The respondent in the register, where it stands there; bodies of the house always do. */
  readonly bodyId?: Id<'body'> | null;
};

export type DraftConsultation = {
  readonly bodyId: Id<'body'>;
  readonly title: string;
  readonly scope: string;
  /** The last day; null in a round within the house, which counts working days from the sending. */
  readonly dueOn: CivilDate | null;
  readonly kind?: ConsultationKind;
  readonly workingDays?: number | null;
  /** What is asked one by one; nothing when the answer is one text. */
  readonly questions?: readonly string[];
  readonly recipients: readonly ConsultationRecipient[];
};

/** Prepares a round: R-FL-3 (FL 26 §) wants to know what the opinion should cover and its last day before anybody is asked. */
export async function draftConsultation(
  w: Writer<'matter.edit'>,
  input: DraftConsultation,
): Promise<Id<'consultation'>> {
  requireBody(w.auth, input.bodyId);
  await getBody(w, input.bodyId);
  refuseProblems(consultationProblems(input, w.runtime.today()));
  const id: Id<'consultation'> = w.runtime.newId();
  const row = rowOf(input);
  await w.db
    .insertInto('consultation')
    .values({ tenant_id: w.tenantId, id, state: 'draft', ...row })
    .execute();
  await writeRecipients(w, id, input.recipients);
  await w.log({ noun: 'consultation', recordId: id, after: { ...row, recipients: input.recipients } });
  return id;
}

export type ChangeConsultation = DraftConsultation & {
  readonly consultationId: Id<'consultation'>;
  readonly expectedVersion: number;
};

/** Changes a round that nobody has been asked in yet. */
export async function changeConsultation(w: Writer<'matter.edit'>, input: ChangeConsultation): Promise<void> {
  const found = await lockRow(w, 'consultation', input.consultationId);
  if (found.body_id) requireBody(w.auth, found.body_id);
  requireBody(w.auth, input.bodyId);
  await getBody(w, input.bodyId);
  consultationStateAfter(found.state as ConsultationState, 'change');
  expectVersion(found, input.expectedVersion, input);
  refuseProblems(consultationProblems(input, w.runtime.today()));
  const row = rowOf(input);
  await w.db
    .updateTable('consultation')
    .set({ ...row, version: found.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', found.id)
    .execute();
  await w.db
    .deleteFrom('consultation_response')
    .where('tenant_id', '=', w.tenantId)
    .where('consultation_id', '=', found.id)
    .execute();
  await writeRecipients(w, found.id, input.recipients);
  await w.log({
    noun: 'consultation',
    recordId: found.id,
    before: found,
    after: { ...row, recipients: input.recipients },
  });
}

/** What is missing or wrong in a round that is being prepared. */
export function consultationProblems(
  { title, scope, dueOn, recipients, kind, workingDays, questions = [] }: Omit<DraftConsultation, 'bodyId'>,
  today: CivilDate,
): readonly Problem[] {
  const names = recipients.map(({ respondent }) => respondent.trim().toLocaleLowerCase('sv'));
  const twice = recipients.find((_, at) => names.indexOf(names[at]!) !== at);
  return [
    ...required('title', title),
    ...required('scope', scope),
    ...(kind === 'internal' ? workingDaysProblems(workingDays ?? null) : lastDayProblems(dueOn ?? '', today)),
    ...(questions.length > mostQuestions ? [{ path: 'questions', key: 'consultation.tooManyQuestions' }] : []),
    ...(kind === 'internal' && recipients.some(({ bodyId }) => !bodyId)
      ? [{ path: 'recipients', key: 'consultation.recipientOutside' }]
      : []),
    ...(recipients.length === 0 || names.includes('') ? required('recipients', '') : []),
    ...recipients.flatMap(({ address }) => addressProblems(address)).map((one) => ({ ...one, path: 'recipients' })),
    ...(twice ? [{ path: 'recipients', key: 'consultation.recipientTwice', values: { name: twice.respondent } }] : []),
  ];
}

/** R-FL-3: the last day cannot lie before the day of sending, which is today at the earliest. */
export function lastDayProblems(dueOn: CivilDate, today: CivilDate): readonly Problem[] {
  if (!isCivilDate(dueOn)) return [{ path: 'dueOn', key: 'validation.date' }];
  return dueOn < today ? [{ path: 'dueOn', key: 'consultation.dueBeforeSending' }] : [];
}

/** The most questions that one asks one by one. */
const mostQuestions = 30;

/** The clock of a round within the house: from one day to a quarter of a year of working days. */
function workingDaysProblems(days: number | null): readonly Problem[] {
  return days !== null && Number.isInteger(days) && days >= 1 && days <= 60
    ? []
    : [{ path: 'workingDays', key: 'consultation.workingDays' }];
}

function required(path: string, value: string): readonly Problem[] {
  return value.trim() ? [] : [{ path, key: 'validation.required' }];
}

function rowOf({ bodyId, title, scope, dueOn, kind = 'external', workingDays, questions = [] }: DraftConsultation) {
  return {
    body_id: bodyId,
    title: title.trim(),
    scope: scope.trim(),
    kind,
    due_on: kind === 'internal' ? null : dueOn,
    working_days: kind === 'internal' ? (workingDays ?? null) : null,
    questions: JSON.stringify(questions.map((one) => one.trim()).filter(Boolean)),
  };
}

async function writeRecipients(
  w: Writer,
  consultationId: Id<'consultation'>,
  recipients: readonly ConsultationRecipient[],
): Promise<void> {
  await w.db
    .insertInto('consultation_response')
    .values(
      recipients.map(({ respondent, address, bodyId }, index) => ({
        tenant_id: w.tenantId,
        id: w.runtime.newId(),
        consultation_id: consultationId,
        position: index + 1,
        respondent: respondent.trim(),
        address,
        body_id: bodyId ?? null,
        received_on: null,
        sender: null,
        stance: null,
        response: null,
      })),
    )
    .execute();
}
