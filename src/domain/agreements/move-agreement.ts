import { type CivilDate, isCivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { partiesOf } from './agreement-parts-reader.ts';
import { getAgreement } from './agreement-reader.ts';
import { earliestEnd } from './agreement-term.ts';
import { type AgreementMove, agreementMoveNeedsReason } from './agreement-transitions.ts';
import { lockAgreement, writeAgreement } from './agreement-writer.ts';
import { allHaveDecided, lastDecisionDay, ratificationOf, waitingParties } from './ratification.ts';

/** Takes an agreement to another state by the table, with the reason where the table asks for one. */
export async function moveAgreement(
  w: Writer<'agreement.edit'>,
  input: {
    readonly agreementId: Id<'agreement'>;
    readonly expectedVersion: number;
    readonly move: AgreementMove;
    readonly reason?: string;
  },
): Promise<void> {
  const { nextState, ...before } = await lockAgreement(w, input.agreementId, input.move);
  expectVersion(before, input.expectedVersion, { move: input.move, reason: input.reason });
  const reason = input.reason?.trim() || null;
  const parties = (await partiesOf(w, [before.id])).get(before.id) ?? [];
  refuseProblems([
    ...(agreementMoveNeedsReason(input.move) && reason === null ? [{ path: 'reason', key: 'agreements.reason' }] : []),
    ...(input.move === 'sendOut' && waitingParties(parties).length === 0
      ? [{ path: 'move', key: 'agreements.nobodyDecides' }]
      : []),
  ]);
  if (input.move === 'decide') await fixText(w, before.id);
  await writeAgreement(w, before, {
    state: nextState,
    state_reason: reason,
    ...(input.move === 'withdrawNotice' && { notice_given_on: null, notice_given_by: null, notice_ends_on: null }),
  });
}

export type GiveNotice = {
  readonly agreementId: Id<'agreement'>;
  readonly expectedVersion: number;
  readonly givenOn: CivilDate;
  readonly givenBy: string;
  /** Its last day; the first that the period of notice allows when nothing else was agreed. */
  readonly endsOn?: CivilDate | null;
};

/** Notes that notice was given: by whom, on which day, and when the agreement ends by it (AGR-04). */
export async function giveNotice(w: Writer<'agreement.edit'>, input: GiveNotice): Promise<CivilDate> {
  const { nextState, ...before } = await lockAgreement(w, input.agreementId, 'giveNotice');
  expectVersion(before, input.expectedVersion, input);
  const givenOk = isCivilDate(input.givenOn);
  const earliest = givenOk ? earliestEnd(await getAgreement(w, before.id), input.givenOn) : undefined;
  const endsOn = input.endsOn ?? earliest;
  refuseProblems([
    ...(givenOk ? [] : [{ path: 'givenOn', key: 'validation.date' }]),
    ...(givenOk && input.givenOn > w.runtime.today() ? [{ path: 'givenOn', key: 'agreements.noticeAhead' }] : []),
    ...(input.givenBy.trim() ? [] : [{ path: 'givenBy', key: 'validation.required' }]),
    ...(givenOk && endsOn === undefined ? [{ path: 'endsOn', key: 'agreements.endUnknown' }] : []),
    ...(input.endsOn && !isCivilDate(input.endsOn) ? [{ path: 'endsOn', key: 'validation.date' }] : []),
    ...(endsOn !== undefined && givenOk && endsOn < input.givenOn
      ? [{ path: 'endsOn', key: 'agreements.endsBeforeNotice' }]
      : []),
  ]);
  await writeAgreement(w, before, {
    state: nextState,
    state_reason: null,
    notice_given_on: input.givenOn,
    notice_given_by: input.givenBy.trim(),
    notice_ends_on: endsOn!,
  });
  return endsOn!;
}

/**
 * What follows when a decision of a party has been written: an agreement that waited for decisions is decided when all have said yes, its text is fixed,
 * and it begins on the day of the last of them where it begins so.
 */
export async function decideWhenAllHave(w: Writer, agreementId: Id<'agreement'>): Promise<boolean> {
  const row = await w.db
    .selectFrom('agreement')
    .select(['id', 'version', 'state', 'starts_when', 'starts_on'])
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', agreementId)
    .executeTakeFirstOrThrow();
  const parties = (await partiesOf(w, [agreementId])).get(agreementId) ?? [];
  if ((row.state !== 'draft' && row.state !== 'out') || !allHaveDecided(ratificationOf(parties))) return false;
  await fixText(w, agreementId);
  const begins = row.starts_when === 'whenAllDecided' && row.starts_on === null ? lastDecisionDay(parties) : undefined;
  await writeAgreement(
    w,
    row,
    { state: 'decided', state_reason: null, ...(begins && { starts_on: begins }) },
    'allHaveDecided',
  );
  return true;
}

/** The last text is what was decided on: from now on it stands as it is. */
async function fixText(w: Writer, agreementId: Id<'agreement'>): Promise<void> {
  await w.db
    .updateTable('agreement_version')
    .set({ fixed_on: w.runtime.today() })
    .where('tenant_id', '=', w.tenantId)
    .where('agreement_id', '=', agreementId)
    .where('fixed_on', 'is', null)
    .where('number', '=', (eb) =>
      eb
        .selectFrom('agreement_version as newest')
        .select((inner) => inner.fn.max('newest.number').as('number'))
        .where('newest.tenant_id', '=', w.tenantId)
        .where('newest.agreement_id', '=', agreementId),
    )
    .execute();
}
