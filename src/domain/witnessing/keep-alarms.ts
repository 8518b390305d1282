import type { Authorized } from '../../kernel/authorized.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Database, Reader, Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import type { AlarmKind } from './witness.ts';

/** An alarm about a log, open until somebody has written what was done about it. */
export type LogAlarm = {
  readonly id: Id<'logAlarm'>;
  readonly kind: AlarmKind;
  /** What it is about: an entry, a witness, a watched log. */
  readonly subject: string;
  readonly detail: string;
  readonly raisedAt: Date;
  readonly settledAt: Date | null;
  readonly settledBy: string | null;
  readonly settlement: string | null;
  readonly version: number;
};

/** Tells of something once, as long as nobody has settled it. The house does it by itself, outside any verb. */
export async function raiseAlarm(
  db: Database,
  { tenantId }: Pick<Authorized, 'tenantId'>,
  { kind, subject, detail }: Pick<LogAlarm, 'kind' | 'subject' | 'detail'>,
): Promise<void> {
  const { newId, now } = db.runtime;
  await db.system('keepHeads', (system) =>
    system
      .insertInto('log_alarm')
      .values({ tenant_id: tenantId, id: newId(), kind, subject, detail, raised_at: now() })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
}

/** The alarms, the open ones first. */
export async function listAlarms(r: Reader, { open = false } = {}): Promise<readonly LogAlarm[]> {
  const rows = await r.db
    .selectFrom('log_alarm')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .$if(open, (query) => query.where('settled_at', 'is', null))
    .orderBy((eb) => eb('settled_at', 'is not', null))
    .orderBy('raised_at', 'desc')
    .limit(50)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as AlarmKind,
    subject: row.subject,
    detail: row.detail,
    raisedAt: row.raised_at,
    settledAt: row.settled_at,
    settledBy: row.settled_by,
    settlement: row.settlement,
    version: row.version,
  }));
}

/** What was done about an alarm, by whom: the alarm is closed, and comes again if what it told of is still so. */
export async function settleAlarm(
  w: Writer<'witness.edit'>,
  input: { readonly alarmId: Id<'logAlarm'>; readonly settlement: string; readonly expectedVersion: number },
): Promise<void> {
  const found = (await listAlarms(w, { open: true })).find(({ id }) => id === input.alarmId);
  if (!found) throw new AppError('record.notFound');
  expectVersion(found, input.expectedVersion);
  await w.db
    .updateTable('log_alarm')
    .set((eb) => ({
      settled_at: w.runtime.now(),
      settled_by: w.auth.actorName,
      settlement: input.settlement,
      version: eb('version', '+', 1),
    }))
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', found.id)
    .execute();
  await w.log({ noun: 'logAlarm', recordId: found.id, summary: 'settled', after: { settlement: input.settlement } });
}
