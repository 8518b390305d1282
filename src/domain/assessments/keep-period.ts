import type { Authorized } from '../../kernel/authorized.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { legalDeadline, type PeriodKind, periodDayProblems, periodKinds } from './period.ts';
import { type PeriodAction, type PeriodState, periodStateAfter } from './period-transitions.ts';

export type MakePeriod = {
  readonly year: number;
  readonly kind: PeriodKind;
  /** The name of its report unless told: "Delårsrapport 2026". */
  readonly name?: string;
  readonly endsOn: CivilDate;
  /** The last day of the law unless told. */
  readonly deadline?: CivilDate | null;
  readonly contributionsDueOn?: CivilDate | null;
};

/** Makes a period of follow-up. A year has one of each kind. */
export async function makePeriod(w: Writer<'period.edit'>, input: MakePeriod): Promise<Id<'period'>> {
  requireWholeAuthority(w.auth);
  const { year, kind } = input;
  const days = daysOf(input, year, kind);
  const twin = await w.db
    .selectFrom('period')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('year', '=', year)
    .where('kind', '=', kind)
    .executeTakeFirst();
  const taken: readonly Problem[] = twin ? [{ path: 'kind', key: 'followup.periodExists' }] : [];
  refuseProblems([...taken, ...periodDayProblems(days)]);
  const id = w.runtime.newId();
  const row = { ...rowOf(days, nameOf(input.name, year, kind)), state: 'open' };
  await w.db
    .insertInto('period')
    .values({ tenant_id: w.tenantId, id, year, kind, starts_on: `${year}-01-01`, ...row })
    .execute();
  await w.log({ noun: 'period', recordId: id, summary: 'made', after: { year, kind, ...row } });
  return id;
}

export type ChangePeriod = Omit<MakePeriod, 'year' | 'kind'> & {
  readonly periodId: Id<'period'>;
  readonly expectedVersion: number;
};

/** Changes the days of a period that is open. Its year and kind never change: what was said there was said of them. */
export async function changePeriod(w: Writer<'period.edit'>, input: ChangePeriod): Promise<void> {
  const found = await takePeriod(w, input, 'change');
  const kind = found.kind as PeriodKind;
  const days = daysOf(input, found.year, kind);
  refuseProblems(periodDayProblems(days));
  const row = rowOf(days, nameOf(input.name, found.year, kind));
  await save(w, found, row, 'changed');
}

export type MovePeriod = { readonly periodId: Id<'period'>; readonly expectedVersion: number };

/** Closes a period: from now on what was said there stands. */
export async function closePeriod(w: Writer<'period.edit'>, input: MovePeriod): Promise<void> {
  const found = await takePeriod(w, input, 'close');
  await save(w, found, { state: periodStateAfter(found.state as PeriodState, 'close') }, 'closed');
}

/** Opens a closed period again, for a reason that the log keeps. */
export async function reopenPeriod(
  w: Writer<'period.edit'>,
  input: MovePeriod & { readonly reason: string },
): Promise<void> {
  const found = await takePeriod(w, input, 'reopen');
  const reason = input.reason.trim();
  refuseProblems(reason ? [] : [{ path: 'reason', key: 'contribution.reopenReason' }]);
  await save(w, found, { state: periodStateAfter(found.state as PeriodState, 'reopen') }, 'reopened', { reason });
}

/** Throws `access.denied` unless the proof covers the whole authority: a period is of all its bodies and belongs to none of them. */
export function requireWholeAuthority(auth: Authorized): void {
  if (auth.bodies !== 'all') throw new AppError('access.denied');
}

async function takePeriod(w: Writer<'period.edit'>, input: MovePeriod, action: PeriodAction) {
  requireWholeAuthority(w.auth);
  const found = await lockRow(w, 'period', input.periodId);
  periodStateAfter(found.state as PeriodState, action);
  return expectVersion(found, input.expectedVersion, input);
}

async function save(
  w: Writer,
  found: Awaited<ReturnType<typeof takePeriod>>,
  row: { readonly state: string } | ReturnType<typeof rowOf>,
  summary: string,
  why: { readonly reason?: string } = {},
): Promise<void> {
  await w.db
    .updateTable('period')
    .set({ ...row, version: found.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', found.id)
    .execute();
  await w.log({ noun: 'period', recordId: found.id, summary, before: found, after: { ...row, ...why } });
}

function daysOf(input: Omit<MakePeriod, 'year' | 'kind'>, year: number, kind: PeriodKind) {
  const { endsOn, deadline, contributionsDueOn = null } = input;
  return { year, kind, endsOn, deadline: deadline || legalDeadline(kind, endsOn), contributionsDueOn };
}

function rowOf({ endsOn, deadline, contributionsDueOn }: ReturnType<typeof daysOf>, name: string) {
  return { name, ends_on: endsOn, deadline, contributions_due_on: contributionsDueOn };
}

function nameOf(name: string | undefined, year: number, kind: PeriodKind): string {
  return name?.trim() || `${periodKinds[kind].report} ${year}`;
}
