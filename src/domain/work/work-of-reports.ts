import { recordAddress } from '../../kernel/record-address.ts';
import type { Reader } from '../../storage/database.ts';
import { listReports, type ReportState, type ReportSummary, reportsWaitingFor } from '../reports/index.ts';
import { withYear } from './day-words.ts';
import type { WorkFinding } from './work.ts';
import type { WorkKind } from './work-kinds.ts';
import { mayAnywhere, type WorkSource } from './work-source.ts';

/** What a report in a state waits for. A delivered one waits with its receivers. */
const kindIn = {
  draft: 'writeReport',
  ready: 'decideReport',
  approved: 'deliverReport',
} as const satisfies Partial<Record<ReportState, WorkKind>>;
type Open = keyof typeof kindIn;

/** Reports to finish, to bring to a decision and to deliver, and delivered ones that a body of the reader has not taken up. */
export const workOfReports: WorkSource = async (scope) => [
  ...((['report.edit', 'report.approve', 'report.deliver'] as const).some((action) => mayAnywhere(scope, action))
    ? await scope.once(openReports)
    : []),
  ...(mayAnywhere(scope, 'meeting.edit') ? await scope.once(toTakeUp) : []),
];

async function openReports(r: Reader): Promise<readonly WorkFinding[]> {
  return (await listReports(r, { states: ['draft', 'ready', 'approved'] })).map(ofReport);
}

function ofReport({ id, state, title, year, body }: ReportSummary): WorkFinding {
  return {
    kind: kindIn[state as Open],
    recordId: id,
    href: recordAddress('report', id) as `/${string}`,
    title: withYear(title, year),
    body,
    dueOn: null,
  };
}

async function toTakeUp(r: Reader): Promise<readonly WorkFinding[]> {
  const waiting = await reportsWaitingFor(r, await bodiesWithReports(r));
  return waiting.map(({ receiver, report }) => ({
    kind: 'takeUpReport',
    recordId: receiver.id,
    href: recordAddress('report', report.id) as `/${string}`,
    title: withYear(report.title, report.year),
    body: receiver.body,
    dueOn: null,
  }));
}

/** The bodies that a delivered report waits with. */
async function bodiesWithReports(r: Reader): Promise<readonly string[]> {
  const rows = await r.db
    .selectFrom('report_receiver')
    .select('body_id')
    .distinct()
    .where('tenant_id', '=', r.tenantId)
    .where('delivered_on', 'is not', null)
    .where('received_on', 'is', null)
    .execute();
  return rows.map(({ body_id }) => body_id);
}
