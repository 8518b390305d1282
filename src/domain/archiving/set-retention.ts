import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { type RetentionFields, retentionProblems } from './retention.ts';

/** Adds a row to the plan of how long documents are kept. A row that has begun is never changed: a new one takes over from its day. */
export async function setRetention(
  w: Writer<'archive.make' | 'archive.dispose'>,
  input: RetentionFields,
): Promise<Id<'retentionRule'>> {
  requireWhole(w);
  const found = await w.db
    .selectFrom('retention_rule')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('series', '=', input.series)
    .where('valid_from', '=', input.validFrom)
    .executeTakeFirst();
  refuseProblems([...retentionProblems(input), ...(found ? [{ path: 'validFrom', key: 'archiving.ruleTaken' }] : [])]);
  const id: Id<'retentionRule'> = w.runtime.newId();
  const row = {
    series: input.series,
    fate: input.fate,
    years: input.fate === 'afterYears' ? (input.years ?? null) : null,
    basis: input.basis.trim(),
    note: input.note?.trim() || null,
    valid_from: input.validFrom,
    set_by: w.auth.actorName,
  };
  await w.db
    .insertInto('retention_rule')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'retentionRule', recordId: id, after: row });
  return id;
}

/** What is kept and for how long is one plan for the whole authority; so is its archive. */
export function requireWhole(w: Pick<Writer, 'auth'>): void {
  if (w.auth.bodies !== 'all') throw new AppError('access.denied');
}
