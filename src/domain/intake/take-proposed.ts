import type { Authorized } from '../../kernel/authorized.ts';
import { AppError } from '../../kernel/errors.ts';
import { joinTexts } from '../../kernel/fill-text.ts';
import type { Database, Writer } from '../../storage/database.ts';
import { changeAssignment } from '../assignments/index.ts';
import { changeDecision } from '../decisions/index.ts';
import { changeAgendaItem, changeMeeting } from '../meetings/index.ts';
import { confirmAsRecorded } from './confirm-as-recorded.ts';
import { confirmProposal, questionsOf, sceneOf } from './confirm-proposal.ts';
import { getProposal } from './intake-reader.ts';
import { questionText, type RecordRef } from './proposal.ts';
import type { ProposalVersion } from './review-proposal.ts';

/** The actions by which a record is changed from a proposal: an import as such overwrites nothing, a person who may edit the record may. */
export const takingActions = ['assignment.edit', 'meeting.edit', 'decision.record'] as const;
export type TakingAction = (typeof takingActions)[number];

type Seen = { readonly id: string; readonly expectedVersion: number };
type Changer<A extends TakingAction> = {
  readonly action: A;
  /** The fields that can be taken from a proposal, as the register names them. */
  readonly fields: readonly string[];
  readonly change: (w: Writer<A>, seen: Seen, values: Readonly<Record<string, unknown>>) => Promise<unknown>;
};

/** By the noun of the record: what a person may take over from a paper there and then. Other records are corrected on their own pages. */
const changers = {
  assignment: {
    action: 'assignment.edit',
    fields: ['text'],
    change: (w, { id, expectedVersion }, values) =>
      changeAssignment(w, { assignmentId: id, expectedVersion, ...values }),
  } satisfies Changer<'assignment.edit'>,
  meeting: {
    action: 'meeting.edit',
    fields: ['startsAt', 'endsAt', 'place', 'mode', 'adjustBy'],
    change: (w, { id, expectedVersion }, changes) => changeMeeting(w, { meetingId: id, expectedVersion, changes }),
  } satisfies Changer<'meeting.edit'>,
  agendaItem: {
    action: 'meeting.edit',
    fields: ['title', 'presenters'],
    change: (w, { id, expectedVersion }, changes) => changeAgendaItem(w, { itemId: id, expectedVersion, changes }),
  } satisfies Changer<'meeting.edit'>,
  decision: {
    action: 'decision.record',
    fields: ['clauses'],
    change: (w, { id, expectedVersion }, changes) => changeDecision(w, { decisionId: id, expectedVersion, changes }),
  } satisfies Changer<'decision.record'>,
} as const;

function changerOf(noun: string): Changer<TakingAction> | undefined {
  return Object.hasOwn(changers, noun)
    ? (changers[noun as keyof typeof changers] as unknown as Changer<TakingAction>)
    : undefined;
}

/** The action that a person needs to take a field of a record over from a paper; undefined when it can only be changed on the record's page. */
export function takingActionFor(record: Pick<RecordRef, 'noun'> | undefined, field: string): TakingAction | undefined {
  const changer = record && changerOf(record.noun);
  return changer?.fields.includes(field) ? changer.action : undefined;
}

export type TakeProposed = ProposalVersion & {
  /** The version of the record that the person has seen beside the proposal. */
  readonly recordVersion: number;
  /** The differing fields in which the paper is right; in all others the register is. */
  readonly take: readonly string[];
};

/**
 * Settles the differences between a proposal and its record, field by field, as a person chose. The record is changed by the verb of its noun and
 * with the right that it asks for; then the proposal is confirmed, in the register's words where those were kept.
 */
export async function takeProposed(
  db: Database,
  auths: {
    readonly confirm: Authorized<'intake.confirm'>;
    readonly change: (action: TakingAction) => Authorized<TakingAction>;
  },
  { take, recordVersion, ...seen }: TakeProposed,
): Promise<RecordRef> {
  const { questions, proposal } = await db.read(auths.confirm, async (r) => {
    const found = await getProposal(r, seen.proposalId);
    return { proposal: found, questions: await questionsOf(r, found, await sceneOf(r, found.fileId)) };
  });
  if (proposal.version !== seen.expectedVersion)
    throw new AppError('record.changedMeanwhile', {}, { current: proposal });
  const differing = questions.find(({ code }) => code === 'differs');
  const { record, differences = [] } = differing ?? {};
  const changer = record && changerOf(record.noun);
  const values = differences.filter(({ field }) => take.includes(field));
  if (values.some(({ field }) => !changer?.fields.includes(field)) || (take.length > 0 && values.length === 0))
    throw new AppError('intake.openQuestions', { questions: joinTexts(questions.map(questionText)) }, questions);
  if (record && changer && values.length > 0)
    await db.transact(auths.change(changer.action), { verb: 'takeProposed' }, (w) =>
      changer.change(
        w,
        { id: record.id, expectedVersion: recordVersion },
        Object.fromEntries(values.map(({ field, proposed }) => [field, proposed])),
      ),
    );
  const keepsSome = differences.length > values.length;
  return await db.transact(auths.confirm, { verb: 'confirmProposal' }, (w) =>
    keepsSome ? confirmAsRecorded(w, seen) : confirmProposal(w, seen),
  );
}
