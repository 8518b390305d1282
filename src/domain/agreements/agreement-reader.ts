import type { Selectable } from 'kysely';
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { getRow } from '../../storage/get-row.ts';
import type { AgreementRow } from '../../storage/schema/agreements.ts';
import { itemPlaces } from '../collaboration/index.ts';
import type { Agreement, AgreementNotice, WholeAgreement } from './agreement.ts';
import type { AgreementKind, AgreementStart } from './agreement-codes.ts';
import { claimsOf, partiesOf, stepsOf, versionsOf } from './agreement-parts-reader.ts';
import type { AgreementState } from './agreement-transitions.ts';
import { ratificationOf } from './ratification.ts';

export type AgreementFilter = {
  readonly ids?: readonly Id<'agreement'>[];
  readonly kind?: AgreementKind;
  readonly state?: AgreementState;
  /** A body that is a party. */
  readonly partyBodyId?: Id<'body'>;
  /** Words in the name, area, purpose or scope. */
  readonly words?: string;
  /** The body that keeps it. */
  readonly bodyId?: Id<'body'>;
  /** The name as it stands. */
  readonly name?: string;
};

/** The agreements that fit, the one that began last first: as many queries for many as for one. */
export async function listAgreements(r: Reader, filter: AgreementFilter = {}): Promise<readonly Agreement[]> {
  const { ids, kind, state, partyBodyId, words, bodyId, name } = filter;
  let query = r.db.selectFrom('agreement').selectAll().where('agreement.tenant_id', '=', r.tenantId);
  if (ids !== undefined) query = query.where((eb) => eb('agreement.id', '=', eb.fn.any(eb.val([...ids]))));
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (state !== undefined) query = query.where('state', '=', state);
  if (name !== undefined) query = query.where('name', '=', name);
  if (bodyId !== undefined) query = query.where('body_id', '=', bodyId);
  if (words?.trim()) {
    const like = `%${words.trim().replace(/[\\%_]/gu, '\\$&')}%`;
    query = query.where((eb) =>
      eb.or((['name', 'area', 'purpose', 'scope'] as const).map((one) => eb(one, 'ilike', like))),
    );
  }
  if (partyBodyId !== undefined)
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('agreement_party as party')
          .select('party.id')
          .whereRef('party.tenant_id', '=', 'agreement.tenant_id')
          .whereRef('party.agreement_id', '=', 'agreement.id')
          .where('party.body_id', '=', partyBodyId),
      ),
    );
  const rows = await query
    .orderBy('starts_on', (order) => order.desc().nullsLast())
    .orderBy('name')
    .orderBy('agreement.id')
    .execute();
  return await toAgreements(r, rows);
}

/** One agreement. Throws `record.notFound`. */
export async function getAgreement(r: Reader, id: Id<'agreement'>): Promise<Agreement> {
  const [agreement] = await toAgreements(r, [await getRow(r, 'agreement', id)]);
  return agreement!;
}

/** One agreement with its parties, their decisions, its texts and its plan. Throws `record.notFound`. */
export async function getWholeAgreement(r: Reader, id: Id<'agreement'>): Promise<WholeAgreement> {
  const agreement = await getAgreement(r, id);
  const ids = [agreement.id];
  const successors = await r.db
    .selectFrom('agreement')
    .select(['id', 'name'])
    .where('tenant_id', '=', r.tenantId)
    .where('predecessor_id', '=', agreement.id)
    .orderBy('name')
    .execute();
  return {
    ...agreement,
    parties: (await partiesOf(r, ids)).get(id) ?? [],
    claims: (await claimsOf(r, ids)).get(id) ?? [],
    versions: await versionsOf(r, id),
    steps: await stepsOf(r, id),
    successors,
  };
}

/** The agreement of a name that began on a day (or has no first day). */
export async function findAgreement(r: Reader, name: string, from: CivilDate | null): Promise<Agreement | undefined> {
  const row = await r.db
    .selectFrom('agreement')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('name', '=', name.trim())
    .where('starts_on', from === null ? 'is' : '=', from)
    .executeTakeFirst();
  return row && (await toAgreements(r, [row]))[0];
}

/** The bodies of the register that are party to some agreement, by name. */
export async function listAgreementPartyBodies(
  r: Reader,
): Promise<readonly { readonly id: Id<'body'>; readonly name: string }[]> {
  return await r.db
    .selectFrom('agreement_party as party')
    .innerJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'party.tenant_id').onRef('body.id', '=', 'party.body_id'),
    )
    .select(['body.id', 'body.name'])
    .distinct()
    .where('party.tenant_id', '=', r.tenantId)
    .orderBy('body.name')
    .execute();
}

/** The parties whose decision is not on record, or known from a claim alone, each with its agreement: what a meeting here can have decided on. */
export async function listOpenParties(
  r: Reader,
): Promise<readonly { readonly partyId: Id<'agreementParty'>; readonly party: string; readonly agreement: string }[]> {
  return await r.db
    .selectFrom('agreement_party as party')
    .innerJoin('agreement', (join) =>
      join.onRef('agreement.tenant_id', '=', 'party.tenant_id').onRef('agreement.id', '=', 'party.agreement_id'),
    )
    .leftJoin('agreement_decision as decision', (join) =>
      join.onRef('decision.tenant_id', '=', 'party.tenant_id').onRef('decision.agreement_party_id', '=', 'party.id'),
    )
    .select(['party.id as partyId', 'party.name as party', 'agreement.name as agreement'])
    .where('party.tenant_id', '=', r.tenantId)
    .where('party.decides', '=', true)
    .where('agreement.state', 'in', ['draft', 'out', 'decided'])
    .where((eb) => eb.or([eb('decision.id', 'is', null), eb('decision.basis', '=', 'claimed')]))
    // The region's own meetings are the ones that are held here most often.
    .orderBy((eb) => eb('party.kind', '=', 'region'), 'desc')
    .orderBy('agreement.name')
    .orderBy('party.name')
    .limit(500)
    .execute();
}

/** The agreements that wait for the decision of a principal: out for decision, and nothing on record of that one. */
export async function openDecisions(r: Reader, principalBodyId: Id<'body'>): Promise<readonly Agreement[]> {
  const rows = await r.db
    .selectFrom('agreement_party as party')
    .innerJoin('agreement', (join) =>
      join.onRef('agreement.tenant_id', '=', 'party.tenant_id').onRef('agreement.id', '=', 'party.agreement_id'),
    )
    .leftJoin('agreement_decision as decision', (join) =>
      join.onRef('decision.tenant_id', '=', 'party.tenant_id').onRef('decision.agreement_party_id', '=', 'party.id'),
    )
    .select('agreement.id')
    .where('party.tenant_id', '=', r.tenantId)
    .where('party.body_id', '=', principalBodyId)
    .where('party.decides', '=', true)
    .where('agreement.state', '=', 'out')
    .where('decision.id', 'is', null)
    .execute();
  return rows.length === 0 ? [] : await listAgreements(r, { ids: rows.map(({ id }) => id) });
}

async function toAgreements(r: Reader, rows: readonly Selectable<AgreementRow>[]): Promise<readonly Agreement[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const items = await itemPlaces(
    r,
    rows.map((row) => row.agenda_item_id),
  );
  const [parties, claims] = [await partiesOf(r, ids), await claimsOf(r, ids)];
  const bodies = await namesOf(
    r,
    'body',
    rows.map((row) => row.body_id),
  );
  const predecessors = await namesOf(
    r,
    'agreement',
    rows.map((row) => row.predecessor_id),
  );
  return rows.map((row): Agreement => {
    const state = row.state as AgreementState;
    const told = (claims.get(row.id) ?? []).find(({ settledOn }) => settledOn === null);
    return {
      id: row.id,
      version: row.version,
      name: row.name,
      kind: row.kind as AgreementKind,
      state,
      stateReason: row.state_reason,
      from: row.starts_on,
      to: row.ends_on,
      openEnded: row.open_ended,
      noticeMonths: row.notice_months,
      renewMonths: row.renew_months,
      decided: state !== 'draft' && state !== 'out' && state !== 'declined',
      item: (row.agenda_item_id && items.get(row.agenda_item_id)) || null,
      body: (row.body_id && bodies.get(row.body_id)) || null,
      purpose: row.purpose,
      scope: row.scope,
      area: row.area,
      diaryNumber: row.diary_number,
      startsWhen: row.starts_when as AgreementStart,
      alarmMonths: row.alarm_months,
      predecessor: (row.predecessor_id && predecessors.get(row.predecessor_id)) || null,
      predecessorTold: row.predecessor_told,
      signedOn: row.signed_on,
      changes: row.changes,
      planTold: row.plan_told,
      notice: noticeOf(row),
      ratification: ratificationOf(parties.get(row.id) ?? [], told ? { principals: told.principals } : null),
    };
  });
}

function noticeOf(row: Selectable<AgreementRow>): AgreementNotice | null {
  const { notice_given_on: givenOn, notice_given_by: givenBy, notice_ends_on: endsOn } = row;
  return givenOn === null || endsOn === null ? null : { givenOn, givenBy: givenBy ?? '', endsOn };
}

async function namesOf(r: Reader, table: 'body' | 'agreement', ids: readonly (string | null)[]) {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map<string, { readonly id: string; readonly name: string }>();
  const rows = await r.db
    .selectFrom(table as 'body')
    .select(['id', 'name'])
    .where('tenant_id', '=', r.tenantId)
    .where('id', 'in', wanted)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
