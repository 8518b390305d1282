import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { ReportingGroup } from './reporting-groups.ts';

/** The groups that report at each meeting of a body, in the order in which they do. */
export async function reportingGroupsOf(r: Reader, groupId: Id<'body'>): Promise<readonly ReportingGroup[]> {
  const rows = await r.db
    .selectFrom('reporting_group as reporting')
    .innerJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'reporting.tenant_id').onRef('body.id', '=', 'reporting.reporting_body_id'),
    )
    .leftJoin('body_alias as alias', (join) =>
      join.onRef('alias.tenant_id', '=', 'body.tenant_id').onRef('alias.body_id', '=', 'body.id'),
    )
    .select([
      'body.id',
      'body.name',
      'body.short_name',
      'reporting.item_title',
      'reporting.position',
      'reporting.since',
    ])
    .select((eb) => eb.fn.agg<readonly (string | null)[]>('array_agg', ['alias.name']).as('aliases'))
    .where('reporting.tenant_id', '=', r.tenantId)
    .where('reporting.group_body_id', '=', groupId)
    .groupBy([
      'body.id',
      'body.name',
      'body.short_name',
      'reporting.item_title',
      'reporting.position',
      'reporting.since',
    ])
    .orderBy('reporting.position')
    .orderBy('body.name')
    .execute();
  return rows.map((row) => ({
    bodyId: row.id,
    name: row.name,
    otherNames: [row.short_name, ...row.aliases].filter((name) => name !== null),
    itemTitle: row.item_title,
    since: row.since,
  }));
}
