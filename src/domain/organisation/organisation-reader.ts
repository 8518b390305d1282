import type { Selectable } from 'kysely';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { BodyAliasRow, BodyRow } from '../../storage/schema/organisation.ts';
import { type Body, holdsOn } from './body.ts';
import type { BodyKind } from './body-kinds.ts';
import { matchBody } from './body-names.ts';
import type { BodyRules } from './body-rules.ts';
import { type Regulation, rulesOf } from './regulation.ts';
import type { RegulationKey } from './regulation-keys.ts';

export type BodyFilter = {
  readonly kind?: BodyKind;
  readonly parentId?: Id<'body'>;
  /** Only bodies that exist on this date. */
  readonly onDate?: CivilDate;
};

/** The bodies by name. An authority has some tens of them, at most some hundreds, so they are read as a whole. */
export async function listBodies(r: Reader, filter: BodyFilter = {}): Promise<readonly Body[]> {
  let query = r.db.selectFrom('body').selectAll().where('tenant_id', '=', r.tenantId);
  if (filter.kind) query = query.where('kind', '=', filter.kind);
  if (filter.parentId) query = query.where('parent_id', '=', filter.parentId);
  const rows = await query.orderBy('name').execute();
  const aliases = await r.db
    .selectFrom('body_alias')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .orderBy('name')
    .execute();
  const bodies = rows.map((row) => toBody(row, aliases));
  const { onDate } = filter;
  return onDate ? bodies.filter((body) => holdsOn(body, onDate)) : bodies;
}

export async function findBody(r: Reader, id: Id<'body'>): Promise<Body | undefined> {
  if (!isId(id)) return undefined;
  const row = await r.db
    .selectFrom('body')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const aliases = await r.db
    .selectFrom('body_alias')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('body_id', '=', id)
    .orderBy('name')
    .execute();
  return toBody(row, aliases);
}

export async function getBody(r: Reader, id: Id<'body'>): Promise<Body> {
  const body = await findBody(r, id);
  if (!body) throw new AppError('record.notFound');
  return body;
}

/** The body a document means by a name (see `body-names.ts`); undefined when none, or when two could be meant. */
export async function findBodyByName(r: Reader, name: string): Promise<Body | undefined> {
  return matchBody(name, await listBodies(r));
}

/** All that a body's reglemente has said, the newest first within each key. */
export async function listRegulations(r: Reader, bodyId: Id<'body'>): Promise<readonly Regulation[]> {
  const rows = await r.db
    .selectFrom('body_regulation')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('body_id', '=', bodyId)
    .orderBy('key')
    .orderBy('valid_from', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    bodyId: row.body_id,
    key: row.key as RegulationKey,
    value: row.value,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    source: row.source,
  }));
}

/** The legal rules of a body on a date: those of its kind, changed by its reglemente. */
export async function bodyRulesOn(r: Reader, bodyId: Id<'body'>, date: CivilDate): Promise<BodyRules> {
  const body = await getBody(r, bodyId);
  return rulesOf(body.kind, await listRegulations(r, bodyId), date);
}

function toBody(row: Selectable<BodyRow>, aliases: readonly BodyAliasRow[]): Body {
  return {
    id: row.id,
    version: row.version,
    kind: row.kind as BodyKind,
    name: row.name,
    shortName: row.short_name,
    parentId: row.parent_id,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    aliases: aliases.filter((one) => one.body_id === row.id).map(({ id, name, reason }) => ({ id, name, reason })),
  };
}
