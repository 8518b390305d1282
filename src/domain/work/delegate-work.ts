import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import { letterMarks, letterTopic, type PostedLetter } from '../../kernel/posted-letter.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { type Actor, accountsWhoMay, type NamedAccount } from '../access/index.ts';
import { actorsOf } from './arrangement-reader.ts';
import {
  type DelegationAction,
  type DelegationState,
  delegationStateAfter,
  isHeld,
  sideOf,
} from './delegation-transitions.ts';
import { entryOf, ownAccount } from './rest-work.ts';
import { canDelegate, mayDo, type WorkEntry } from './work.ts';
import { workKindOf, workKinds } from './work-kinds.ts';
import { workAddress } from './work-letter.ts';

export type DelegateWork = {
  readonly key: string;
  readonly toAccountId: Id<'account'>;
  readonly note?: string | null;
};

/** Hands a piece of work to somebody who may do it already: the list changes, nobody's rights do. The receiver gets a letter and answers. */
export async function delegateWork(
  w: Writer<'work.arrange'>,
  actor: Actor,
  input: DelegateWork,
): Promise<Id<'workDelegation'>> {
  const entry = await entryOf(w, actor, input.key);
  if (!canDelegate(entry)) throw new AppError('work.ownOnly');
  if (entry.delegation && isHeld(entry.delegation.state))
    throw new AppError('work.inOtherHands', { name: entry.delegation.to.name });
  const today = w.runtime.today();
  const receiver = (await actorsOf(w, [input.toAccountId].filter(isId), today)).get(input.toAccountId);
  refuseProblems(
    receiver && receiver.accountId !== actor.accountId && mayDo(receiver, entry)
      ? []
      : [{ path: 'toAccountId', key: 'work.receiver' }],
  );
  const id: Id<'workDelegation'> = w.runtime.newId();
  const row = {
    work_key: input.key,
    from_account_id: ownAccount(w, actor),
    to_account_id: input.toAccountId,
    note: input.note?.trim() || null,
    state: 'offered',
    answer: null,
    delegated_on: today,
    ended_on: null,
  };
  await w.db
    .insertInto('work_delegation')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await postOffer(w, actor, receiver!, entry);
  await w.log({ noun: 'workDelegation', recordId: id, after: row });
  return id;
}

export type AnswerDelegation = {
  readonly delegationId: Id<'workDelegation'>;
  readonly expectedVersion: number;
  readonly action: Exclude<DelegationAction, 'finish'>;
  /** Why it comes back. */
  readonly answer?: string | null;
};

/** Accepts, returns or takes back what was handed over; each of the two may do their own steps and nobody else any. */
export async function answerDelegation(w: Writer<'work.arrange'>, input: AnswerDelegation): Promise<DelegationState> {
  const found = await lockRow(w, 'work_delegation', input.delegationId);
  const own = sideOf(input.action) === 'receiver' ? found.to_account_id : found.from_account_id;
  if (w.auth.accountId === null || own !== w.auth.accountId) throw new AppError('access.denied');
  expectVersion(found, input.expectedVersion);
  const state = delegationStateAfter(found.state as DelegationState, input.action);
  const change = {
    state,
    answer: input.answer?.trim() || found.answer,
    ended_on: isHeld(state) ? null : w.runtime.today(),
  };
  await w.db
    .updateTable('work_delegation')
    .set({ ...change, version: found.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', found.id)
    .execute();
  await w.log({ noun: 'workDelegation', recordId: found.id, before: { state: found.state }, after: change });
  return state;
}

/** The people to whom a piece of work can be handed: those who may do it, but not the one who has it. */
export async function receiversFor(
  r: Reader,
  actor: Actor,
  entry: Pick<WorkEntry, 'kind' | 'body' | 'waitsFor' | 'notFor'>,
  today: string,
): Promise<readonly NamedAccount[]> {
  if (!canDelegate(entry)) return [];
  // Work that belongs to no body is for those who may do it somewhere: all of them hold the role for some body or for all.
  const { action } = workKindOf(entry.kind);
  const accounts = await accountsWhoMay(r, action, entry.body?.id ?? null, today);
  return accounts.filter(({ id }) => id !== actor.accountId && id !== entry.notFor);
}

async function postOffer(w: Writer, giver: Actor, receiver: Actor, entry: WorkEntry): Promise<void> {
  const account = await w.db
    .selectFrom('account')
    .select('email')
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', receiver.accountId)
    .executeTakeFirst();
  if (!account?.email) return;
  const what = workKinds[entry.kind].label[receiver.language];
  const letter: PostedLetter = {
    id: w.runtime.newId(),
    to: { name: receiver.name, address: account.email },
    subject: receiver.language === 'sv' ? `${giver.name} lämnar över: ${what}` : `${giver.name} hands over: ${what}`,
    text:
      receiver.language === 'sv'
        ? `${giver.name} vill lämna över en uppgift till dig: ${what}. Ta emot den eller lämna tillbaka den här:\n${letterMarks.site}${workAddress}`
        : `${giver.name} wants to hand a task over to you: ${what}. Accept it or return it here:\n${letterMarks.site}${workAddress}`,
  };
  await w.post(letterTopic, letter);
}
