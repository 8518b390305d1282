/**
 * Two doors into a matter. `getMatter` and its like never select the protected columns, so that whatever is made of their answer (a page, an
 * export, a search index) cannot leak them. `getProtectedMatter` answers only to a proof of `matter.readProtected` that covers the matter's body.
 */
import type { Selectable } from 'kysely';
import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { MatterRow } from '../../storage/schema/matters.ts';
import { requireBody } from '../access/index.ts';
import { requireUnbiased, type SecrecyLevel } from '../secrecy/index.ts';
import { type Matter, type ProtectedMatter, registrationNumberKey } from './matter.ts';
import type { MatterState } from './matter-transitions.ts';
import type { ProceduralLaw } from './procedural-law.ts';

const publicColumns = [
  'id',
  'version',
  'registration_number',
  'public_title',
  'secrecy_level',
  'legal_ground',
  'body_id',
  'opened_on',
  'state',
  'procedural_law',
  'classification',
  'closed_on',
] as const satisfies readonly (keyof MatterRow)[];

export async function findMatter(r: Reader, id: Id<'matter'>): Promise<Matter | undefined> {
  if (!isId(id)) return undefined;
  const row = await publicMatters(r).where('id', '=', id).executeTakeFirst();
  return row && toMatter(row);
}

export async function getMatter(r: Reader, id: Id<'matter'>): Promise<Matter> {
  const matter = await findMatter(r, id);
  if (!matter) throw new AppError('record.notFound');
  return matter;
}

export async function findMatterByNumber(r: Reader, registrationNumber: string): Promise<Matter | undefined> {
  const row = await publicMatters(r)
    .where('registration_number', '=', registrationNumberKey(registrationNumber))
    .executeTakeFirst();
  return row && toMatter(row);
}

export type MatterFilter = {
  readonly bodyId?: Id<'body'>;
  readonly state?: MatterState;
  readonly limit?: number;
  readonly offset?: number;
};

/** The register of matters, the latest first. */
export async function listMatters(r: Reader, filter: MatterFilter = {}): Promise<readonly Matter[]> {
  let query = publicMatters(r);
  if (filter.bodyId) query = query.where('body_id', '=', filter.bodyId);
  if (filter.state) query = query.where('state', '=', filter.state);
  const rows = await query
    .orderBy('opened_on', (order) => order.desc().nullsLast())
    .orderBy('registration_number', 'desc')
    .limit(Math.min(filter.limit ?? 50, 200))
    .offset(filter.offset ?? 0)
    .execute();
  return rows.map(toMatter);
}

/** A matter with its protected title, for a proof of `matter.readProtected` that covers its body; a matter without a body needs one for all. */
export async function getProtectedMatter(
  r: Reader<'matter.readProtected'>,
  id: Id<'matter'>,
): Promise<ProtectedMatter> {
  requireProtectedReading(r);
  const matter = await getMatter(r, id);
  requireMatterBody(r, matter);
  await requireUnbiased(r, { matterId: id });
  const { protected_title } = await r.db
    .selectFrom('matter')
    .select('protected_title')
    .where('tenant_id', '=', r.tenantId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { ...matter, protectedTitle: protected_title };
}

/** Throws `access.denied` unless the proof is one of reading what is protected; every other action, writing too, is refused. */
export function requireProtectedReading(r: Pick<Reader, 'auth'>): void {
  if (r.auth.action !== 'matter.readProtected') throw new AppError('access.denied');
}

/** Throws `access.denied` when the proof does not cover the matter's body. */
export function requireMatterBody(r: Pick<Reader, 'auth'>, matter: { readonly bodyId: Id<'body'> | null }): void {
  if (matter.bodyId !== null) requireBody(r.auth, matter.bodyId);
  else if (r.auth.bodies !== 'all') throw new AppError('access.denied');
}

function publicMatters(r: Reader) {
  return r.db.selectFrom('matter').select(publicColumns).where('tenant_id', '=', r.tenantId);
}

function toMatter(row: Pick<Selectable<MatterRow>, (typeof publicColumns)[number]>): Matter {
  return {
    id: row.id,
    version: row.version,
    registrationNumber: row.registration_number,
    publicTitle: row.public_title,
    secrecyLevel: row.secrecy_level as SecrecyLevel,
    legalGround: row.legal_ground,
    bodyId: row.body_id,
    openedOn: row.opened_on,
    state: row.state as MatterState,
    classification: row.classification,
    closedOn: row.closed_on,
    proceduralLaw: row.procedural_law as ProceduralLaw,
  };
}
