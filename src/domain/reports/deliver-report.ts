import type { CivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { letterMarks, letterTopic, type PostedLetter } from '../../kernel/posted-letter.ts';
import { recordAddress } from '../../kernel/record-address.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { accountsWhoMay } from '../access/index.ts';
import { getBody } from '../organisation/index.ts';
import { titleWithYear } from './report.ts';
import type { ReceiverPurpose } from './report-receiver.ts';
import { lockReport } from './report-writer.ts';

export type DeliverReport = {
  readonly reportId: Id<'report'>;
  readonly expectedVersion: number;
  /** The day it was handed over, when that is put on record afterwards; today unless told. */
  readonly on?: CivilDate | undefined;
};

/**
 * Hands the approved report over to each of its receivers: there it waits until it is taken up or noted. When it is handed over today, whoever keeps
 * the agenda of a receiver gets a letter; a day put on record afterwards tells nobody anything new.
 */
export async function deliverReport(
  w: Writer<'report.deliver' | 'decision.record' | 'meeting.conduct'>,
  input: DeliverReport,
): Promise<void> {
  const before = await lockReport(w, input.reportId, 'deliver');
  expectVersion(before, input.expectedVersion);
  const today = w.runtime.today();
  const delivered_on = input.on ?? today;
  if (delivered_on > today || delivered_on < (before.approved_on ?? delivered_on))
    throw new AppError('record.invalid', {}, [{ path: 'on', key: 'report.deliveredOutside' }]);
  if (before.to_body_id === null)
    throw new AppError('record.invalid', {}, [{ path: 'toBodyId', key: 'report.noReceiver' }]);
  await w.db
    .updateTable('report')
    .set({ state: before.nextState, delivered_on, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  const receivers = await w.db
    .updateTable('report_receiver')
    .set({ delivered_on })
    .where('tenant_id', '=', w.tenantId)
    .where('report_id', '=', before.id)
    .returning(['body_id', 'purpose'])
    .execute();
  await w.log({
    noun: 'report',
    recordId: before.id,
    before: { state: before.state },
    after: { state: before.nextState, deliveredOn: delivered_on, to: receivers.map((one) => one.body_id) },
  });
  if (delivered_on === today)
    for (const { body_id, purpose } of receivers) await tellReceiver(w, before, body_id, purpose as ReceiverPurpose);
}

/** Lays a letter to those who keep the agenda of the receiver in the outbox; whoever delivers gets none. */
async function tellReceiver(
  w: Writer,
  report: { readonly id: string; readonly body_id: string; readonly title: string; readonly year: number },
  receiverId: Id<'body'>,
  purpose: ReceiverPurpose,
): Promise<void> {
  const from = await getBody(w, report.body_id);
  const to = await getBody(w, receiverId);
  const keepers = await accountsWhoMay(w, 'meeting.edit', receiverId, w.runtime.today());
  for (const { id, name, email } of keepers) {
    if (!email || id === w.auth.accountId) continue;
    const letter: PostedLetter = {
      id: w.runtime.newId(),
      to: { name, address: email },
      ...deliveryWords({ ...report, from: from.name, to: to.name, purpose }),
    };
    await w.post(letterTopic, letter);
  }
}

/** What the letter about a delivered report says. */
export function deliveryWords(report: {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly from: string;
  readonly to: string;
  readonly purpose: ReceiverPurpose;
}): Pick<PostedLetter, 'subject' | 'text'> {
  const next = {
    treatment: `Den väntar på att tas upp på ett sammanträde med ${report.to}. På dagordningens sida läggs den till med ett tryck.`,
    information: `Den är lämnad för kännedom. På dagordningens sida kan den antecknas som mottagen, eller tas upp på ett sammanträde.`,
  }[report.purpose];
  return {
    subject: `Överlämnad: ${titleWithYear(report)}`,
    text: [
      `${report.from} har lämnat ”${titleWithYear(report)}” till ${report.to}.`,
      next,
      `${letterMarks.site}${recordAddress('report', report.id)}`,
    ].join('\n\n'),
  };
}
