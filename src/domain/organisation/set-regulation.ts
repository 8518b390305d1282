import { addDays, type CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { requireBody } from '../access/index.ts';
import { getBody, listRegulations } from './organisation-reader.ts';
import { regulationProblems } from './regulation.ts';
import type { RegulationKey } from './regulation-keys.ts';

export type SetRegulation = {
  readonly bodyId: Id<'body'>;
  readonly key: RegulationKey;
  readonly value: string;
  readonly validFrom: CivilDate;
  /** The document that says so ("Bestämmelser för politiska organ 2023–2026"). */
  readonly source?: string;
};

/** Records what the reglemente says from a date on. What held before ends the day before; what was said to hold later stays. */
export async function setRegulation(w: Writer<'organisation.edit'>, input: SetRegulation): Promise<void> {
  requireBody(w.auth, input.bodyId);
  const { kind } = await getBody(w, input.bodyId);
  refuseProblems(regulationProblems(kind, input));
  const same = (await listRegulations(w, input.bodyId)).filter((one) => one.key === input.key);
  const next = same.filter((one) => one.validFrom > input.validFrom).at(-1);
  const earlier = same.find((one) => one.validFrom < input.validFrom);
  const row = {
    value: input.value,
    valid_to: next ? addDays(next.validFrom, -1) : null,
    source: input.source?.trim() || null,
  };
  if (earlier && (earlier.validTo === null || earlier.validTo >= input.validFrom))
    await w.db
      .updateTable('body_regulation')
      .set({ valid_to: addDays(input.validFrom, -1) })
      .where('tenant_id', '=', w.tenantId)
      .where('id', '=', earlier.id)
      .execute();
  await w.db
    .insertInto('body_regulation')
    .values({
      tenant_id: w.tenantId,
      id: w.runtime.newId(),
      body_id: input.bodyId,
      key: input.key,
      valid_from: input.validFrom,
      ...row,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'body_id', 'key', 'valid_from']).doUpdateSet(row))
    .execute();
  await w.log({ noun: 'body', recordId: input.bodyId, summary: 'regulation', before: earlier, after: input });
}
