import { type CivilDate, isCivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { requireItem } from '../collaboration/index.ts';
import { findAgreement } from './agreement-reader.ts';

export type RecordAgreement = {
  readonly name: string;
  readonly from?: CivilDate | null;
  readonly to?: CivilDate | null;
  readonly openEnded?: boolean;
  readonly noticeMonths?: number | null;
  /** False for one that is only proposed. */
  readonly decided?: boolean;
  readonly agendaItemId?: Id<'agendaItem'> | null;
};

/** Puts an agreement on record. The same name with the same first day is the same agreement; a new term is a new one. */
export async function recordAgreement(
  w: Writer<'meeting.edit' | 'decision.record' | 'intake.confirm'>,
  input: RecordAgreement,
): Promise<Id<'agreement'>> {
  const { from = null, to = null, noticeMonths = null } = input;
  const badDay = (path: string, day: string | null) =>
    day && !isCivilDate(day) ? [{ path, key: 'validation.date' }] : [];
  await requireItem(w, input.agendaItemId);
  refuseProblems([
    ...(input.name.trim() ? [] : [{ path: 'name', key: 'validation.required' }]),
    ...badDay('from', from),
    ...badDay('to', to),
    ...(from && to && to < from ? [{ path: 'to', key: 'collaboration.endsBeforeStart' }] : []),
    ...(noticeMonths !== null && !(Number.isInteger(noticeMonths) && noticeMonths > 0)
      ? [{ path: 'noticeMonths', key: 'validation.number' }]
      : []),
    ...((from === null || isCivilDate(from)) && (await findAgreement(w, input.name, from))
      ? [{ path: 'name', key: 'collaboration.agreementExists' }]
      : []),
  ]);
  const id: Id<'agreement'> = w.runtime.newId();
  const row = {
    name: input.name.trim(),
    starts_on: from,
    ends_on: to,
    open_ended: input.openEnded ?? to === null,
    notice_months: noticeMonths,
    decided: input.decided ?? true,
    agenda_item_id: input.agendaItemId ?? null,
  };
  await w.db
    .insertInto('agreement')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'agreement', recordId: id, after: row });
  return id;
}
