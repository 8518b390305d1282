import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { MeetingState } from '../meetings/index.ts';
import type { ReportSummary } from './report.ts';
import { listReports } from './report-reader.ts';
import type { ReceiverPurpose, ReportReceiver } from './report-receiver.ts';

/** The receivers of some reports, by report, each report's in its order: one query however many. */
export async function receiversOf(
  r: Reader,
  reportIds: readonly Id<'report'>[],
): Promise<ReadonlyMap<string, readonly ReportReceiver[]>> {
  if (reportIds.length === 0) return new Map();
  const rows = await receiverRows(r)
    .where((eb) => eb('receiver.report_id', '=', eb.fn.any(eb.val([...reportIds]))))
    .orderBy('receiver.position')
    .orderBy('receiver.id')
    .execute();
  return Map.groupBy(rows.map(toReceiver), (one) => one.reportId as string);
}

/** A delivered report that a body has not yet taken up, with the row by which it was handed over. */
export type WaitingReport = { readonly receiver: ReportReceiver; readonly report: ReportSummary };

/**
 * The delivered reports that wait with some bodies: neither put on an agenda there nor noted as received; the oldest delivery first. Two queries,
 * the first of which reads an index of waiting rows only.
 */
export async function reportsWaitingFor(r: Reader, bodyIds: readonly Id<'body'>[]): Promise<readonly WaitingReport[]> {
  if (bodyIds.length === 0) return [];
  const rows = await receiverRows(r)
    .where((eb) => eb('receiver.body_id', '=', eb.fn.any(eb.val([...bodyIds]))))
    .where('receiver.delivered_on', 'is not', null)
    .where('receiver.received_on', 'is', null)
    // An item of a meeting that was cancelled took nothing up: the report waits again.
    .where((eb) => eb.or([eb('item.id', 'is', null), eb('meeting.state', '=', 'cancelled')]))
    .orderBy('receiver.delivered_on')
    .orderBy('receiver.id')
    .execute();
  if (rows.length === 0) return [];
  const reports = await listReports(r, { ids: [...new Set(rows.map((row) => row.report_id))] });
  return rows.flatMap((row) => {
    const report = reports.find(({ id }) => id === row.report_id);
    return report ? [{ receiver: toReceiver(row), report }] : [];
  });
}

/** The report that an item of a receiving body's agenda takes up, by item. */
export async function receivedInItems(
  r: Reader,
  itemIds: readonly Id<'agendaItem'>[],
): Promise<ReadonlyMap<string, ReportReceiver>> {
  if (itemIds.length === 0) return new Map();
  const rows = await receiverRows(r)
    .where((eb) => eb('receiver.agenda_item_id', '=', eb.fn.any(eb.val([...itemIds]))))
    .execute();
  return new Map(rows.map((row) => [row.agenda_item_id as string, toReceiver(row)]));
}

/** A meeting in these states has been held: what stood on its agenda was had there. */
const heldStates: readonly MeetingState[] = ['closed', 'adjusted'];

function receiverRows(r: Reader) {
  return r.db
    .selectFrom('report_receiver as receiver')
    .innerJoin('body', (join) =>
      join.onRef('body.id', '=', 'receiver.body_id').onRef('body.tenant_id', '=', 'receiver.tenant_id'),
    )
    .leftJoin('agenda_item as item', (join) =>
      join.onRef('item.id', '=', 'receiver.agenda_item_id').onRef('item.tenant_id', '=', 'receiver.tenant_id'),
    )
    .leftJoin('meeting', (join) =>
      join.onRef('meeting.id', '=', 'item.meeting_id').onRef('meeting.tenant_id', '=', 'item.tenant_id'),
    )
    .selectAll('receiver')
    .select(['body.name as body_name', 'item.meeting_id', 'item.number', 'meeting.held_on', 'meeting.state'])
    .where('receiver.tenant_id', '=', r.tenantId);
}

function toReceiver(row: Awaited<ReturnType<ReturnType<typeof receiverRows>['execute']>>[number]): ReportReceiver {
  const { agenda_item_id, meeting_id, held_on, state } = row;
  return {
    id: row.id,
    reportId: row.report_id,
    body: { id: row.body_id, name: row.body_name },
    position: row.position,
    purpose: row.purpose as ReceiverPurpose,
    deliveredOn: row.delivered_on,
    receivedOn: row.received_on,
    item:
      agenda_item_id !== null && meeting_id !== null && held_on !== null && state !== null && state !== 'cancelled'
        ? {
            id: agenda_item_id,
            meetingId: meeting_id,
            heldOn: held_on,
            number: row.number ?? '',
            held: heldStates.includes(state as MeetingState),
          }
        : null,
  };
}
