import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { type Body, listBodies } from '../organisation/index.ts';
import type { DeviationFunction, FunctionArea } from './deviation-function.ts';
import type { DatedLeaveRule, LeaveRule } from './leave-rule.ts';

/** The region and the municipalities: between whom a deviation happens. */
export async function listDeviationPrincipals(r: Reader): Promise<readonly Body[]> {
  return (await listBodies(r)).filter(({ kind }) => kind === 'region' || kind === 'municipality');
}

/** The functions that are pointed out now, by principal. */
export async function listDeviationFunctions(r: Reader): Promise<readonly DeviationFunction[]> {
  const rows = await r.db
    .selectFrom('deviation_function as f')
    .innerJoin('body', (join) => join.onRef('body.tenant_id', '=', 'f.tenant_id').onRef('body.id', '=', 'f.body_id'))
    .selectAll('f')
    .select('body.name as body_name')
    .where('f.tenant_id', '=', r.tenantId)
    .where('f.ended_on', 'is', null)
    .orderBy('body.name')
    .orderBy('f.area')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    body: { id: row.body_id, name: row.body_name },
    area: row.area as FunctionArea,
    title: row.title,
    mailbox: row.mailbox,
  }));
}

/** What has been said of who reports on leave, the newest first. */
export async function listLeaveRules(r: Reader): Promise<readonly DatedLeaveRule[]> {
  const rows = await r.db
    .selectFrom('deviation_leave_rule')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .orderBy('valid_from', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    rule: row.rule as LeaveRule,
    motive: row.motive,
    validFrom: row.valid_from,
    setBy: row.set_by,
  }));
}

/** A place where the form is tried. */
export type PilotSite = {
  readonly id: Id<'deviationPilotSite'>;
  readonly body: { readonly id: Id<'body'>; readonly name: string };
  readonly site: string;
  readonly startsOn: CivilDate;
  readonly endsOn: CivilDate | null;
  readonly note: string;
};

/** The places where the form is or was tried, in the order in which they began. */
export async function listPilotSites(r: Reader): Promise<readonly PilotSite[]> {
  const rows = await r.db
    .selectFrom('deviation_pilot_site as p')
    .innerJoin('body', (join) => join.onRef('body.tenant_id', '=', 'p.tenant_id').onRef('body.id', '=', 'p.body_id'))
    .selectAll('p')
    .select('body.name as body_name')
    .where('p.tenant_id', '=', r.tenantId)
    .orderBy('p.starts_on')
    .orderBy('p.site')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    body: { id: row.body_id, name: row.body_name },
    site: row.site,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    note: row.note,
  }));
}
