import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireBody } from '../access/index.ts';
import { bodyProblems, type CreateBody } from './create-body.ts';
import { getBody } from './organisation-reader.ts';

export type ChangeBody = CreateBody & { readonly bodyId: Id<'body'>; readonly expectedVersion: number };

/** Changes what is registered about a body. A new name keeps the old one as an alias, because older documents go on using it (BOD-07). */
export async function changeBody(w: Writer<'organisation.edit'>, input: ChangeBody): Promise<void> {
  requireBody(w.auth, input.bodyId);
  await lockRow(w, 'body', input.bodyId);
  const before = expectVersion(await getBody(w, input.bodyId), input.expectedVersion, input);
  const problems = await bodyProblems(w, input, input.bodyId);
  refuseProblems(problems);
  const name = input.name.trim();
  const after = {
    kind: input.kind,
    name,
    short_name: input.shortName?.trim() || null,
    parent_id: input.parentId ?? null,
    valid_from: input.validFrom ?? null,
    valid_to: input.validTo ?? null,
  };
  await w.db
    .updateTable('body')
    .set({ ...after, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', input.bodyId)
    .execute();
  if (name !== before.name && !before.aliases.some((alias) => alias.name === before.name))
    await w.db
      .insertInto('body_alias')
      .values({
        tenant_id: w.tenantId,
        id: w.runtime.newId(),
        body_id: input.bodyId,
        name: before.name,
        reason: `Hette så till och med ${w.runtime.today()}`,
      })
      .execute();
  await w.log({ noun: 'body', recordId: input.bodyId, before, after });
}
