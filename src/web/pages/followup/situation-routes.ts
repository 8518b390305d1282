import * as z from 'zod';
import {
  type AssessmentStatus,
  assessmentStatusCodes,
  assessmentStatuses,
  assessmentsOf,
  assessmentsOfAssignments,
  assessmentVersions,
  ensurePeriod,
  listPeriods,
  readAssessmentStatus,
  writeAssessment,
} from '../../../domain/assessments/index.ts';
import {
  getAssignment,
  listAllAssignments,
  listAssignmentYears,
  yearToOpen,
} from '../../../domain/assignments/index.ts';
import { positionsOf, refreshDraftsOf } from '../../../domain/reports/index.ts';
import type { Reader } from '../../../storage/database.ts';
import {
  choice,
  idempotencyField,
  idField,
  optionalChoice,
  optionalId,
  optionalText,
  optionalWholeNumber,
  versionField,
} from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { anId } from './sample-id.ts';
import { situationAddress } from './situation-address.ts';
import { situationListPage } from './situation-list-page.ts';
import { type SituationFacts, situationPage } from './situation-page.ts';
import { situationTexts } from './situation-texts.ts';

const byAssignment = z.object({ assignmentId: idField() });
const statuses = assessmentStatusCodes as readonly [AssessmentStatus, ...AssessmentStatus[]];

/** How assignments stand, period by period: all of a year, and one with the form to write it. */
export const situationRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/uppfoljning/lagen',
    policy: 'record.read',
    about: 'Visar läget i årets uppdrag per period, och vilka som saknar lägesbild.',
    input: { query: z.object({ ar: optionalWholeNumber({ minimum: 1990, maximum: 2100 }) }) },
    sample: {},
    handler: async (ctx) => {
      const facts = await ctx.services.db.read(ctx.auth, async (r) => {
        const years = await listAssignmentYears(r);
        const year = ctx.input.query.ar ?? yearToOpen(years, ctx.services.runtime.today());
        if (year === undefined) return { years, year, assignments: [], assessments: [], periods: [] };
        const rows = await listAllAssignments(r, { year, sort: 'oldest' });
        const assessments = await assessmentsOfAssignments(
          r,
          rows.map(({ id }) => id),
        );
        return { years, year, assignments: rows, assessments, periods: await listPeriods(r, { year }) };
      });
      return situationListPage(ctx, facts);
    },
  }),
  route({
    method: 'GET',
    path: '/uppfoljning/lagen/:assignmentId',
    policy: 'record.read',
    about: 'Visar lägesbilderna för ett uppdrag, med formulär för den som får skriva.',
    input: { params: byAssignment, query: z.object({ lage: optionalId() }) },
    sample: { params: { assignmentId: anId } },
    handler: async (ctx) => {
      const { assignmentId } = ctx.input.params;
      return situationPage(ctx, await ctx.services.db.read(ctx.auth, (r) => gatherSituation(r, assignmentId)));
    },
  }),
  route({
    method: 'POST',
    path: '/uppfoljning/lagen/:assignmentId',
    policy: 'assessment.write',
    about: 'Skriver en lägesbild för ett uppdrag; läget läses ur texten om det inte anges.',
    input: {
      params: byAssignment,
      form: z.object({
        period: choice(['interim', 'annual']),
        bodyId: optionalId(),
        text: optionalText({ maximum: 10_000 }),
        status: optionalChoice(statuses),
        version: versionField,
        idempotencyKey: idempotencyField,
      }),
    },
    sample: {
      params: { assignmentId: anId },
      form: { period: 'interim', text: 'Uppdraget fortsätter.', version: '0', idempotencyKey: 'prov' },
    },
    handler: async (ctx) => {
      const { assignmentId } = ctx.input.params;
      const { period: kind, bodyId = null, text = '', status, version, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'writeAssessment', idempotencyKey }, async (w) => {
        const { year } = await getAssignment(w, assignmentId);
        const periodId = await ensurePeriod(w, { year, kind });
        const id = await writeAssessment(w, {
          assignmentId,
          periodId,
          bodyId,
          text,
          ...(status && { status }),
          expectedVersion: version,
        });
        // A draft without quotation gets this one; a quotation that is there stays, and shows that there is a newer text.
        await refreshDraftsOf(w, [assignmentId]);
        return id;
      });
      const read = assessmentStatuses[status ?? readAssessmentStatus(text).status].label[ctx.language];
      return redirect(situationAddress(assignmentId), {
        flash: { tone: 'success', text: situationTexts[ctx.language].saved(read) },
      });
    },
    onInvalid: async (ctx, state) => {
      const { assignmentId } = ctx.input.params;
      return situationPage(ctx, await ctx.services.db.read(ctx.auth, (r) => gatherSituation(r, assignmentId)), state);
    },
  }),
];

async function gatherSituation(r: Reader, assignmentId: string): Promise<SituationFacts> {
  const assignment = await getAssignment(r, assignmentId);
  const assessments = await assessmentsOf(r, assignmentId);
  const versions = await Promise.all(assessments.map(async ({ id }) => [id, await assessmentVersions(r, id)] as const));
  return { assignment, assessments, versions: new Map(versions), positions: await positionsOf(r, assignmentId) };
}
