import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { legalDeadline, type PeriodKind, periodKinds, periodProblems, usualEnd } from './period.ts';

export type EnsurePeriod = {
  readonly year: number;
  readonly kind: PeriodKind;
  readonly name?: string;
  /** The last day of the period; the first half of the year for an interim report unless told. */
  readonly endsOn?: CivilDate;
};

/** The period of a year and kind, made when it is not there. One that exists stays as it is. */
export async function ensurePeriod(
  w: Writer<'period.edit' | 'assessment.write' | 'intake.confirm'>,
  input: EnsurePeriod,
): Promise<Id<'period'>> {
  const found = await w.db
    .selectFrom('period')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('year', '=', input.year)
    .where('kind', '=', input.kind)
    .executeTakeFirst();
  if (found) {
    await w.log({ noun: 'period', recordId: found.id, summary: 'found' });
    return found.id;
  }
  const endsOn = input.endsOn ?? usualEnd(input.year, input.kind);
  const problems = periodProblems(input.year, input.kind, endsOn);
  refuseProblems(problems);
  const id = w.runtime.newId();
  const row = {
    year: input.year,
    kind: input.kind,
    name: input.name?.trim() || `${periodKinds[input.kind].report} ${input.year}`,
    starts_on: `${input.year}-01-01`,
    ends_on: endsOn,
    deadline: legalDeadline(input.kind, endsOn),
  };
  await w.db
    .insertInto('period')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'period', recordId: id, after: row });
  return id;
}
