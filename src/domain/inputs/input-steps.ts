import { createHash } from 'node:crypto';
import { checkTree } from '../../documents/tree/index.ts';
import { AppError } from '../../kernel/errors.ts';
import { joinTexts } from '../../kernel/fill-text.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import { canonicalJson } from '../../storage/canonical-json.ts';
import type { Writer } from '../../storage/database.ts';
import { findDecision } from '../decisions/index.ts';
import { addAgendaItem, getAgendaItem, getMeeting } from '../meetings/index.ts';
import type { BudgetInput } from './budget-input.ts';
import { inputDocument } from './input-document.ts';
import { tellReceiver } from './input-letters.ts';
import { inputStateAfter } from './input-transitions.ts';
import { keepInputVersion, saveInput, takeInput } from './input-writer.ts';

type OfInput = { readonly inputId: Id<'budgetInput'>; readonly expectedVersion: number };

/** Notes that a meeting of the body discussed the input (BUD-03); the letter as it stood then is kept. */
export async function discussInput(
  w: Writer<'report.edit'>,
  input: OfInput & { readonly itemId: Id<'agendaItem'> },
): Promise<void> {
  const before = await takeInput(w, input, 'giver');
  const state = inputStateAfter(before.state, 'discuss');
  const item = await getAgendaItem(w, input.itemId);
  const meeting = await getMeeting(w, item.meetingId);
  refuseProblems(bodiesOf(meeting).includes(before.body.id) ? [] : [{ path: 'itemId', key: 'input.itemOfOther' }]);
  await keepInputVersion(w, before.id, 'discussed');
  await saveInput(w, before, { state, discussed_item_id: item.id, discussed_on: meeting.heldOn }, 'discussed');
}

/**
 * Notes the decision by which the body decided its input, and freezes the letter with its hash: from then on it is that. Points still marked as
 * drafts stop it, because nobody has gone over their words.
 */
export async function decideInput(
  w: Writer<'report.approve' | 'decision.record' | 'meeting.conduct'>,
  input: OfInput & { readonly decisionId: Id<'decision'> },
): Promise<void> {
  const before = await takeInput(w, input, 'giver');
  const state = inputStateAfter(before.state, 'decide');
  const decision = await findDecision(w, input.decisionId);
  const made = decision?.state === 'made' && decision.item && decision.body.id === before.body.id;
  refuseProblems([
    ...(made && decision.decidedOn ? [] : [{ path: 'decisionId', key: 'input.decisionOfGiver' }]),
    ...letterProblems(before),
  ]);
  const on = decision!.decidedOn!;
  const decided = { id: decision!.id, on, immediate: decision!.immediatelyAdjusted };
  const tree = inputDocument({ ...before, decision: decided }, await authorityOf(w));
  const faults = checkTree(tree);
  if (faults.length > 0)
    throw new AppError('document.notConforming', { reason: joinTexts(faults.map((one) => one.text)) }, faults);
  await keepInputVersion(w, before.id, 'decided');
  const hash = createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify(tree))))
    .digest('hex');
  await saveInput(
    w,
    before,
    {
      state,
      decided_by_decision_id: decision!.id,
      decided_on: on,
      frozen_tree: JSON.stringify(tree),
      frozen_hash: hash,
    },
    'decided',
  );
}

/** What must be put right before the letter can be decided. */
export function letterProblems({ points }: Pick<BudgetInput, 'points'>) {
  return [
    ...(points.length > 0 ? [] : [{ path: 'points', key: 'input.noPoints' }]),
    ...points
      .filter(({ drafted }) => drafted)
      .map(({ number }) => ({ path: `points.${number}`, key: 'input.drafted', values: { number } })),
  ];
}

/** Sends the decided letter to its receiver: it waits there until an item takes it up, and those who keep the receiver's meetings get a letter. */
export async function sendInput(
  w: Writer<'report.deliver' | 'decision.record' | 'meeting.conduct'>,
  input: OfInput,
): Promise<void> {
  const before = await takeInput(w, input, 'giver');
  const state = inputStateAfter(before.state, 'send');
  refuseProblems(before.to ? [] : [{ path: 'toBodyId', key: 'input.noReceiver' }]);
  await saveInput(w, before, { state, sent_on: w.runtime.today() }, 'sent');
  await tellReceiver(w, before);
}

/** Says who receives a letter that was decided without one. Its words stay as they were decided. */
export async function addressInput(
  w: Writer<'report.edit'>,
  input: OfInput & { readonly toBodyId: Id<'body'> },
): Promise<void> {
  const before = await takeInput(w, input, 'giver');
  if (before.to || before.state === 'sent' || before.state === 'answered') inputStateAfter(before.state, 'edit');
  refuseProblems(input.toBodyId === before.body.id ? [{ path: 'toBodyId', key: 'input.toItself' }] : []);
  await saveInput(w, before, { to_body_id: input.toBodyId }, 'addressed');
}

/** Takes a letter that waits up in a meeting of its receiver: an item there, with the points in its summary. */
export async function receiveInput(
  w: Writer<'meeting.edit'>,
  input: OfInput & { readonly meetingId: Id<'meeting'> },
): Promise<Id<'agendaItem'>> {
  const before = await takeInput(w, input, 'receiver');
  inputStateAfter(before.state, 'receive');
  const meeting = await getMeeting(w, input.meetingId);
  const ofReceiver = before.to !== null && bodiesOf(meeting).includes(before.to.id);
  refuseProblems([
    ...(ofReceiver ? [] : [{ path: 'meetingId', key: 'input.meetingOfOther' }]),
    ...(before.received
      ? [{ path: 'meetingId', key: 'input.received', values: { date: before.received.heldOn } }]
      : []),
  ]);
  const closing = meeting.items.find(({ parentId, standing }) => parentId === null && standing === 'closing');
  const itemId = await addAgendaItem(w, {
    meetingId: meeting.id,
    title: before.title,
    category: 'information',
    matterId: before.matter?.id ?? null,
    beforeItemId: closing?.id ?? null,
    summary: before.points.map(({ number, headline }) => `${number}. ${headline}`).join('\n'),
  });
  await saveInput(w, before, { received_item_id: itemId }, 'taken up');
  return itemId;
}

/** Says that the receiver has answered the whole input: every point has an outcome. */
export async function answerInput(w: Writer<'plan.edit'>, input: OfInput): Promise<void> {
  const before = await takeInput(w, input, 'receiver');
  const state = inputStateAfter(before.state, 'answer');
  refuseProblems(
    before.points
      .filter(({ outcome }) => outcome === null)
      .map(({ number }) => ({ path: `points.${number}.outcome`, key: 'input.open', values: { number } })),
  );
  await saveInput(w, before, { state, answered_on: w.runtime.today() }, 'answered');
}

/** Opens an answer again, because a point turned out otherwise. */
export async function reopenAnswer(w: Writer<'plan.edit'>, input: OfInput): Promise<void> {
  const before = await takeInput(w, input, 'receiver');
  const state = inputStateAfter(before.state, 'reopen');
  await saveInput(w, before, { state, answered_on: null }, 'reopened');
}

const bodiesOf = ({ body, jointBodies }: Awaited<ReturnType<typeof getMeeting>>) =>
  [body, ...jointBodies].map(({ id }) => id);

/** The authority that stands behind the letter. */
export async function authorityOf(r: Writer | Parameters<typeof getMeeting>[0]): Promise<string> {
  const { name } = await r.db
    .selectFrom('tenant')
    .select('name')
    .where('id', '=', r.tenantId)
    .executeTakeFirstOrThrow();
  return name;
}
