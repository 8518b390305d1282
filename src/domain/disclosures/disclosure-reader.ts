import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { DisclosureRequest } from './disclosure.ts';
import type { DisclosureState } from './disclosure-transitions.ts';
import { readReference } from './reference-code.ts';

/** A page of the register: those that wait first, the oldest on top, then the answered ones, the latest first. */
export async function listDisclosures(
  r: Reader,
  { limit = 50, offset = 0 }: { readonly limit?: number; readonly offset?: number } = {},
): Promise<readonly DisclosureRequest[]> {
  const rows = await requests(r)
    .orderBy(
      (eb) => eb.case().when('request.state', '=', 'received').then(eb.ref('request.received_on')).end(),
      (order) => order.asc().nullsLast(),
    )
    .orderBy('request.received_on', 'desc')
    .orderBy('request.id')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(toRequest);
}

/** One request. Throws `record.notFound`. */
export async function getDisclosure(r: Reader, id: Id<'disclosureRequest'>): Promise<DisclosureRequest> {
  const row = isId(id) ? await requests(r).where('request.id', '=', id).executeTakeFirst() : undefined;
  if (!row) throw new AppError('record.notFound');
  return toRequest(row);
}

/** What whoever has the code of a request gets to know: where it stands. Neither what was asked for nor the reasons: a code can be overheard. */
export type FollowedRequest = Pick<DisclosureRequest, 'state' | 'receivedOn' | 'answeredOn' | 'provisions'> & {
  readonly bodyName: string;
};

/** The request that a code leads to. */
export async function findByReference(r: Reader, typed: string): Promise<FollowedRequest | undefined> {
  const reference = readReference(typed);
  if (reference === undefined) return undefined;
  const row = await requests(r).where('request.reference', '=', reference).executeTakeFirst();
  if (!row) return undefined;
  const { state, receivedOn, answeredOn, provisions, body } = toRequest(row);
  return { state, receivedOn, answeredOn, provisions, bodyName: body.name };
}

function requests(r: Reader) {
  return r.db
    .selectFrom('disclosure_request as request')
    .innerJoin('body', (join) =>
      join.onRef('body.id', '=', 'request.body_id').onRef('body.tenant_id', '=', 'request.tenant_id'),
    )
    .leftJoin('matter', (join) =>
      join.onRef('matter.id', '=', 'request.matter_id').onRef('matter.tenant_id', '=', 'request.tenant_id'),
    )
    .selectAll('request')
    .select(['body.name as body_name', 'matter.registration_number'])
    .where('request.tenant_id', '=', r.tenantId);
}

type Found = Awaited<ReturnType<ReturnType<typeof requests>['execute']>>[number];

function toRequest(row: Found): DisclosureRequest {
  return {
    id: row.id,
    version: row.version,
    body: { id: row.body_id, name: row.body_name },
    receivedOn: row.received_on,
    askedFor: row.asked_for,
    matter: row.matter_id === null ? null : { id: row.matter_id, registrationNumber: row.registration_number ?? '' },
    contact: row.contact,
    state: row.state as DisclosureState,
    answeredOn: row.answered_on,
    provisions: row.provisions,
    decision: row.decision,
    reference: row.reference,
  };
}
