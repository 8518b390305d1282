/** Reports in a database of their own, each with its body, assignment, meeting, decision and receivers, for the tests of their verbs. */
import { type Action, authorize, operatorOf } from '../../src/domain/access/index.ts';
import { getReport } from '../../src/domain/reports/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import type { Reader, Writer } from '../../src/storage/database.ts';
import { buildAssignment } from './build-assignments.ts';
import { buildDecision } from './build-decisions.ts';
import { buildAssessment, buildPeriod, buildReport } from './build-followup.ts';
import { buildAgendaItem, buildMeeting } from './build-meetings.ts';
import { buildBody } from './build-organisation.ts';
import { openTestDatabase } from './database.ts';

/** One report with what stands around it. */
export type ReportScene = {
  readonly body: Id<'body'>;
  readonly assignmentId: Id<'assignment'>;
  readonly meetingId: Id<'meeting'>;
  readonly itemId: Id<'agendaItem'>;
  readonly periodId: Id<'period'>;
  readonly assessmentId: Id<'assessment'>;
  readonly decisionId: Id<'decision'>;
  readonly reportId: Id<'report'>;
  readonly year: number;
};

export async function openReportScenes() {
  const t = await openTestDatabase();
  const board = await buildBody(t, { name: 'Vårdnämnden' });
  const assembly = await buildBody(t, { name: 'Regionfullmäktige' });
  const write = <T, A extends Action>(action: A, run: (w: Writer<A>) => Promise<T>): Promise<T> =>
    t.db.transact(authorize(operatorOf(t.tenantId), action), { verb: 'prov' }, run as (w: Writer) => Promise<T>);
  const read = <T>(run: (r: Reader) => Promise<T>) => t.db.read(authorize(operatorOf(t.tenantId), 'record.read'), run);
  const current = ({ reportId }: Pick<ReportScene, 'reportId'>) => read((r) => getReport(r, reportId));
  let year = 1950;
  return {
    t,
    board,
    assembly,
    write,
    read,
    linkTo: ({ noun, id }: { noun: string; id: string }) => `https://kansli.example/${noun}/${id}`,
    /** The report as it stands now, and what a verb on it is told. */
    current,
    key: async (scene: Pick<ReportScene, 'reportId'>) => ({
      reportId: scene.reportId,
      expectedVersion: (await current(scene)).version,
    }),
    /** A draft of a year of its own: one assignment from the board, one held meeting, two receivers. */
    scene: async (): Promise<ReportScene> => {
      year += 1;
      const body = await buildBody(t, { kind: 'draftingCommittee', parentId: board });
      const parties = [{ bodyId: body, role: 'monitor' as const }];
      const assignmentId = await buildAssignment(t, { year, number: 1, givenByBodyId: board, parties });
      const meetingId = await buildMeeting(t, { bodyId: body, heldOn: `${year}-05-30`, alreadyHeld: true });
      const itemId = await buildAgendaItem(t, { meetingId });
      const periodId = await buildPeriod(t, year);
      const assessmentId = await buildAssessment(t, { assignmentId, periodId });
      const agendaItemId = await buildAgendaItem(t, { meetingId });
      const decisionId = await buildDecision(t, { agendaItemId, state: 'made' });
      const alsoTo = [{ bodyId: assembly, purpose: 'information' as const }];
      const reportId = await buildReport(t, { bodyId: body, year, alsoTo });
      return { body, assignmentId, meetingId, itemId, periodId, assessmentId, decisionId, reportId, year };
    },
  };
}
