import { authorize, operatorOf } from './domain/access/index.ts';
import { remindConsultation, roundsToRemind } from './domain/consultations/index.ts';
import { listWaitingAdjustments, remindSigners, remindsOn } from './domain/minutes/index.ts';
import { endDueAppealPeriods } from './domain/notices/index.ts';
import { recordAddress } from './kernel/record-address.ts';
import type { Database } from './storage/database.ts';
import { listTenants } from './storage/tenant.ts';

/** The name of the work of the night among the background tasks. */
export const nightlyTask = 'nightly';
/** When it starts (UTC): after midnight in Stockholm the year round, so that a time that ended yesterday has ended. */
export const nightlyAt = '15 2 * * *';

/** What the house does by itself each night, for every authority: ends the times of appeal that are over, and reminds those who have not signed, or not answered a consultation. */
export async function workTheNight(db: Database, publicUrl: string): Promise<void> {
  for (const { id: tenantId } of await listTenants(db)) {
    const house = operatorOf(tenantId, 'Kansli');
    await db.transact(authorize(house, 'notice.post'), { verb: 'endDueAppealPeriods' }, endDueAppealPeriods);
    const today = db.runtime.today();
    const silent = await db.read(authorize(house, 'record.read'), (r) => roundsToRemind(r, today));
    for (const consultationId of silent)
      await db.transact(authorize(house, 'matter.edit'), { verb: 'remindConsultation' }, (w) =>
        remindConsultation(w, { consultationId }),
      );
    const waiting = await db.read(authorize(house, 'record.read'), (r) => listWaitingAdjustments(r));
    const late = waiting.filter(({ adjustBy }) => remindsOn(today, adjustBy)).map(({ minutesId }) => minutesId);
    for (const minutesId of new Set(late))
      await db.transact(authorize(house, 'minutes.edit'), { verb: 'remindSigners' }, (w) =>
        remindSigners(w, { minutesId, link: `${publicUrl}${recordAddress('minutes', minutesId)}` }),
      );
  }
}
