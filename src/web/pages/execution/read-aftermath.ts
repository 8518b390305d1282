import type { Decision } from '../../../domain/decisions/index.ts';
import {
  effectsOfDecisions,
  effectsOnMaking,
  linkedReports,
  listDecisionTasks,
  loopOnMaking,
} from '../../../domain/execution/index.ts';
import { listReports, type ReportSummary } from '../../../domain/reports/index.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Reader } from '../../contracts.ts';
import type { DecisionAftermath, MeetingAftermath } from './effects-card.ts';

/** What one decision led to, and which report-backs of its body it could approve. */
export async function readAftermath(r: Reader, decision: Decision, today: CivilDate): Promise<DecisionAftermath> {
  const { effects, tasks } = await readMeetingAftermath(r, [decision]);
  const onMaking = await effectsOnMaking(r, decision.id, today);
  // What is still to be approved is told in a sentence of its own.
  const waiting = new Set<string>(onMaking.map(({ report }) => report.id));
  return {
    effects: effects.filter(({ recordId }) => !waiting.has(recordId)),
    tasks,
    onMaking,
    loop: await loopOnMaking(r, [decision]),
    reports: (await approvableReports(r, decision)).length,
  };
}

/** The report-backs of its body that a decision could approve and that no proposal of it names yet. */
export async function approvableReports(r: Reader, decision: Decision): Promise<readonly ReportSummary[]> {
  const linked = new Set((await linkedReports(r, [decision.id])).map(({ report }) => report.id));
  const reports = await listReports(r, { bodyId: decision.body.id, states: ['draft', 'ready'] });
  return reports.filter(({ id }) => !linked.has(id));
}

/** What some decisions led to. */
export async function readMeetingAftermath(r: Reader, decisions: readonly Decision[]): Promise<MeetingAftermath> {
  const decisionIds = decisions.map(({ id }) => id);
  if (decisionIds.length === 0) return { effects: [], tasks: [] };
  const { tasks } = await listDecisionTasks(r, { decisionIds });
  return { effects: await effectsOfDecisions(r, decisionIds), tasks };
}
