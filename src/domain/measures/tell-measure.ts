import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { type TellingFields, tellingProblems } from './measure-rules.ts';
import { lockMeasure } from './measure-writer.ts';

export type TellMeasure = TellingFields & {
  readonly measureId: Id<'measure'>;
  /** The version of what was told of the month before; left out or 0 the first time. */
  readonly expectedVersion?: number;
};

/** Tells of a measure at the end of a month, or corrects what was told of that month; the log keeps what was there. */
export async function tellMeasure(
  w: Writer<'assessment.write' | 'plan.edit'>,
  input: TellMeasure,
): Promise<Id<'measureTelling'>> {
  const measure = await lockMeasure(w, input.measureId, 'tell');
  refuseProblems(tellingProblems(input, measure.year, w.runtime.today()));
  const key = { measure_id: measure.id, month: `${input.month}-01` };
  const found = await w.db
    .selectFrom('measure_telling')
    .selectAll()
    .where('tenant_id', '=', w.tenantId)
    .where('measure_id', '=', key.measure_id)
    .where('month', '=', key.month)
    .executeTakeFirst();
  const row = {
    effect: input.effect,
    forecast: input.forecast,
    financial: input.financial.trim(),
    operational: input.operational.trim(),
    told_by: w.auth.actorName,
    told_on: w.runtime.today(),
  };
  const id = found?.id ?? w.runtime.newId();
  if (found) {
    expectVersion(found, input.expectedVersion ?? 0, row);
    await w.db
      .updateTable('measure_telling')
      .set({ ...row, version: found.version + 1 })
      .where('tenant_id', '=', w.tenantId)
      .where('id', '=', found.id)
      .execute();
  } else {
    await w.db
      .insertInto('measure_telling')
      .values({ tenant_id: w.tenantId, id, ...key, ...row })
      .execute();
  }
  await w.log({ noun: 'measureTelling', recordId: id, before: found, after: { ...key, ...row } });
  return id;
}
