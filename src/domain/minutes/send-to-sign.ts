import type { DocumentTree } from '../../documents/tree/index.ts';
import { AppError } from '../../kernel/errors.ts';
import { joinTexts } from '../../kernel/fill-text.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { getMeeting } from '../meetings/index.ts';
import { adjustersNeeded, type BodyRules } from '../organisation/index.ts';
import { minutesPoints, sealItems } from '../proceedings/index.ts';
import { type AdjustmentState, adjustmentStateAfter } from './adjustment-transitions.ts';
import { composeMinutes } from './compose-minutes-reader.ts';
import type { SignerRole } from './minutes.ts';
import type { MissingPoint } from './minutes-completeness.ts';
import { sectionDocument } from './minutes-document.ts';
import type { MinutesFacts } from './minutes-facts.ts';
import { lockMinutes, moveMinutes } from './minutes-writer.ts';
import { minutesHash, refuseUnwritable } from './tree-hash.ts';

export type NewSigner = {
  readonly role: SignerRole;
  readonly name: string;
  readonly accountId?: Id<'account'> | null;
  readonly attendanceId?: Id<'attendance'> | null;
};

/** What must be corrected among the signers: the chair is always one of them (R-KL-50), as many sign beside as the body's rules say, none twice. */
export function signerProblems(signers: readonly NewSigner[], needed: { readonly others: number }): readonly Problem[] {
  const beside = signers.filter(({ role }) => role === 'adjuster').length;
  const names = signers.map(({ name }) => name.trim().toLocaleLowerCase('sv'));
  return [
    ...(signers.filter(({ role }) => role === 'chair').length === 1
      ? []
      : [{ path: 'chair', key: 'minutes.oneChair' }]),
    ...(beside < needed.others
      ? [{ path: 'adjusters', key: 'minutes.moreAdjusters', values: { count: needed.others } }]
      : []),
    ...signers.flatMap(({ name }, index) =>
      name.trim() ? [] : [{ path: `signers.${index}`, key: 'validation.required' }],
    ),
    ...(new Set(names).size === names.length ? [] : [{ path: 'adjusters', key: 'minutes.signerTwice' }]),
  ];
}

export type SendToSign = {
  readonly minutesId: Id<'minutes'>;
  readonly expectedVersion: number;
  readonly signers: readonly NewSigner[];
};

/**
 * Freezes the minutes as they are composed now and sends them to sign. What KL 5:67 asks for must be there where the act binds the body; the page
 * warns of it elsewhere. §§ that were adjusted at once stand in the document as they were signed.
 */
export async function sendMinutesToSign(w: Writer<'minutes.edit'>, input: SendToSign): Promise<void> {
  const before = await lockMinutes(w, input.minutesId, 'sendToSign');
  expectVersion(before, input.expectedVersion);
  const { facts, missing, frozen, tree, rules } = await composeMinutes(w, before.id, input.signers);
  if (rules.approval !== 'adjustment') throw new AppError('minutes.otherApproval', otherApproval);
  if ((await getMeeting(w, before.meeting_id)).state !== 'closed') throw new AppError('minutes.meetingNotClosed');
  refuseProblems(signerProblems(input.signers, neededFor(rules, facts)));
  refuseMissing(missing);
  const adjustment = await wholeOf(w, before.id);
  await freeze(w, {
    adjustment,
    meetingId: before.meeting_id,
    itemIds: facts.sections.filter(({ itemId }) => !frozen.has(itemId)).map(({ itemId }) => itemId),
    tree,
    signers: input.signers,
  });
  await moveMinutes(w, before, before.nextState);
}

/**
 * Sends one § to be adjusted at once, also while the meeting goes on (R-KL-54): a document of its own, with its own signatures, its own notice and
 * its own clock. The rest of the minutes is not touched.
 */
export async function sendSectionToSign(
  w: Writer<'minutes.edit'>,
  input: {
    readonly minutesId: Id<'minutes'>;
    readonly itemId: Id<'agendaItem'>;
    readonly signers: readonly NewSigner[];
  },
): Promise<Id<'adjustment'>> {
  const minutes = await lockMinutes(w, input.minutesId, 'edit');
  const { facts, missing, rules } = await composeMinutes(w, minutes.id, input.signers);
  if (rules.approval !== 'adjustment') throw new AppError('minutes.otherApproval', otherApproval);
  const section = facts.sections.find(({ itemId }) => itemId === input.itemId);
  refuseProblems([
    ...signerProblems(input.signers, neededFor(rules, facts)),
    ...(section?.adjustedAtOnce.declared ? [] : [{ path: 'itemId', key: 'minutes.notDeclaredAtOnce' }]),
  ]);
  refuseMissing(missing.filter(({ itemId }) => itemId === input.itemId));
  const adjustment =
    (await sectionOf(w, minutes.id, input.itemId)) ?? (await newSection(w, minutes.id, input.itemId, facts.heldOn));
  await freeze(w, {
    adjustment,
    meetingId: minutes.meeting_id,
    itemIds: [input.itemId],
    tree: sectionDocument(facts, input.itemId),
    signers: input.signers,
  });
  return adjustment.id;
}

/** How many sign beside the chair: a count of the rules, or all who served. */
function neededFor(rules: BodyRules, { attendance }: MinutesFacts) {
  return adjustersNeeded(rules, attendance.members.length + attendance.servingDeputies.length);
}

const otherApproval = { approval: { sv: 'godkänns vid nästa sammanträde', en: 'approved at the next meeting' } };

function refuseMissing(missing: readonly MissingPoint[]): void {
  if (missing.length === 0) return;
  const said = missing.map(({ section, point }) => ({
    sv: `${section}: ${minutesPoints[point].sv}.`,
    en: `${section}: ${minutesPoints[point].en}.`,
  }));
  throw new AppError('minutes.incomplete', { missing: joinTexts(said) }, missing);
}

type AdjustmentToSend = {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly round: number;
};

async function freeze(
  w: Writer<'minutes.edit'>,
  input: {
    readonly adjustment: AdjustmentToSend;
    readonly meetingId: Id<'meeting'>;
    readonly itemIds: readonly string[];
    readonly tree: DocumentTree;
    readonly signers: readonly NewSigner[];
  },
): Promise<void> {
  const { adjustment, itemIds, tree, signers } = input;
  await sealItems(w, { meetingId: input.meetingId, itemIds });
  const state = adjustmentStateAfter(adjustment.state as AdjustmentState, 'send');
  refuseUnwritable(tree);
  const hash = minutesHash(tree);
  const round = adjustment.state === 'draft' ? adjustment.round : adjustment.round + 1;
  await w.db
    .updateTable('adjustment')
    .set({
      state,
      round,
      item_ids: JSON.stringify(itemIds),
      tree: JSON.stringify(tree),
      content_hash: hash,
      version: adjustment.version + 1,
    })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', adjustment.id)
    .execute();
  await w.db
    .insertInto('adjuster')
    .values(
      signers.map((one, position) => ({
        tenant_id: w.tenantId,
        id: w.runtime.newId(),
        adjustment_id: adjustment.id,
        round,
        position,
        role: one.role,
        name: one.name.trim(),
        attendance_id: one.attendanceId ?? null,
        account_id: one.accountId ?? null,
        signed_at: null,
        signature: null,
        rejected_at: null,
        comment: null,
      })),
    )
    .execute();
  await w.log({
    noun: 'adjustment',
    recordId: adjustment.id,
    before: { state: adjustment.state },
    after: { state, round, contentHash: hash, signers: signers.map(({ role, name }) => ({ role, name })) },
  });
}

function adjustmentsOf(w: Writer, minutesId: string) {
  return w.db
    .selectFrom('adjustment')
    .select(['id', 'version', 'state', 'round', 'item_ids'])
    .where('tenant_id', '=', w.tenantId)
    .where('minutes_id', '=', minutesId)
    .forUpdate();
}

async function wholeOf(w: Writer, minutesId: string): Promise<AdjustmentToSend> {
  return await adjustmentsOf(w, minutesId).where('kind', '=', 'whole').executeTakeFirstOrThrow();
}

async function sectionOf(w: Writer, minutesId: string, itemId: string): Promise<AdjustmentToSend | undefined> {
  const sections = await adjustmentsOf(w, minutesId).where('kind', '=', 'section').execute();
  return sections.find(({ item_ids }) => item_ids[0] === itemId);
}

async function newSection(w: Writer, minutesId: string, itemId: string, heldOn: string): Promise<AdjustmentToSend> {
  const id = w.runtime.newId();
  await w.db
    .insertInto('adjustment')
    .values({
      tenant_id: w.tenantId,
      id,
      minutes_id: minutesId,
      kind: 'section',
      item_ids: JSON.stringify([itemId]),
      state: 'draft',
      adjust_by: heldOn,
      tree: null,
      content_hash: null,
      adjusted_on: null,
      round: 1,
    })
    .execute();
  return { id, version: 1, state: 'draft', round: 1 };
}
