import { authorize, operatorOf } from '../../src/domain/access/index.ts';
import {
  ensurePeriod,
  type PeriodKind,
  type WriteAssessment,
  writeAssessment,
} from '../../src/domain/assessments/index.ts';
import { type StartReport, startReport, type TakePosition, takePosition } from '../../src/domain/reports/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import type { TestDatabase } from './database.ts';

type Where = Pick<TestDatabase, 'db' | 'tenantId'>;

/** The period of a year, made through the verb when it is not there: the interim one of 2023 unless told. */
export function buildPeriod({ db, tenantId }: Where, year = 2023, kind: PeriodKind = 'interim'): Promise<Id<'period'>> {
  const auth = authorize(operatorOf(tenantId), 'period.edit');
  return db.transact(auth, { verb: 'ensurePeriod' }, (w) => ensurePeriod(w, { year, kind }));
}

/** Writes an assessment through the verb, in the interim period of 2023 unless told. */
export async function buildAssessment(
  where: Where,
  input: Partial<WriteAssessment> & Pick<WriteAssessment, 'assignmentId'>,
): Promise<Id<'assessment'>> {
  const periodId = input.periodId ?? (await buildPeriod(where));
  const auth = authorize(operatorOf(where.tenantId), 'assessment.write');
  const text = 'Uppdraget har startat och bedöms vara klart vid årets slut.';
  return await where.db.transact(auth, { verb: 'writeAssessment' }, (w) =>
    writeAssessment(w, { text, ...input, periodId }),
  );
}

/** Writes how a body stands to an assignment through the verb, in 2023 unless told. */
export function buildPosition(
  { db, tenantId }: Where,
  input: Partial<TakePosition> & Pick<TakePosition, 'assignmentId' | 'bodyId'>,
): Promise<Id<'assignmentPosition'>> {
  const auth = authorize(operatorOf(tenantId), 'report.edit');
  const text = 'Beredningen berörs ej av uppdraget.';
  return db.transact(auth, { verb: 'takePosition' }, (w) => takePosition(w, { year: 2023, text, ...input }));
}

/** Begins the report-back of a body through the verb, for 2023 unless told. */
export function buildReport(
  { db, tenantId }: Where,
  input: Partial<StartReport> & Pick<StartReport, 'bodyId'>,
): Promise<Id<'report'>> {
  const auth = authorize(operatorOf(tenantId), 'report.edit');
  return db.transact(auth, { verb: 'startReport' }, (w) => startReport(w, { year: 2023, ...input }));
}
