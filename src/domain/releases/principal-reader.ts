import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Database, Reader } from '../../storage/database.ts';
import { listTenants } from '../../storage/tenant.ts';
import { type Authority, type Principal, principalKinds } from './principal.ts';

/** The region and the municipalities of the register, the region first, with the authority that each is tied to. */
export async function listPrincipals(r: Reader): Promise<readonly Principal[]> {
  const rows = await principals(r).orderBy('body.kind', 'desc').orderBy('body.name').execute();
  return rows.map((row) => toPrincipal(r, row));
}

/** One principal by its body. Throws `record.notFound` for a body that can be none. */
export async function getPrincipal(r: Reader, bodyId: Id<'body'>): Promise<Principal> {
  const row = isId(bodyId) ? await principals(r).where('body.id', '=', bodyId).executeTakeFirst() : undefined;
  if (!row) throw new AppError('record.notFound');
  return toPrincipal(r, row);
}

/** The body that stands here for an authority of the installation, if one is tied to it. */
export async function findPrincipalOf(r: Reader, authorityId: Id<'tenant'>): Promise<Principal | undefined> {
  const row = await principals(r).where('principal.authority_id', '=', authorityId).executeTakeFirst();
  return row && toPrincipal(r, row);
}

/** The authorities of the installation: their names are no secret, and nothing but names is read past the wall between them. */
export async function listAuthorities(db: Database): Promise<readonly Authority[]> {
  return (await listTenants(db)).map(({ id, name }) => ({ id, name }));
}

function principals(r: Reader) {
  return r.db
    .selectFrom('body')
    .leftJoin('principal', (join) =>
      join.onRef('principal.body_id', '=', 'body.id').onRef('principal.tenant_id', '=', 'body.tenant_id'),
    )
    .select(['body.id', 'body.name', 'body.kind'])
    .select(['principal.authority_id', 'principal.tied_at', 'principal.tied_by'])
    .where('body.tenant_id', '=', r.tenantId)
    .where('body.kind', 'in', principalKinds);
}

type Found = Awaited<ReturnType<ReturnType<typeof principals>['execute']>>[number];

function toPrincipal(r: Reader, row: Found): Principal {
  return {
    bodyId: row.id,
    name: row.name,
    kind: row.kind as Principal['kind'],
    authorityId: row.authority_id,
    own: row.authority_id === r.tenantId,
    tiedAt: row.tied_at,
    tiedBy: row.tied_by,
  };
}
