import { assessmentVersions, getAssessment } from '../../../domain/assessments/index.ts';
import { getAssignment } from '../../../domain/assignments/index.ts';
import { sourcesOf } from '../../../domain/matters/index.ts';
import { getPosition } from '../../../domain/reports/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { assessmentPage } from './assessment-page.ts';
import { anId, byId } from './assignment-input.ts';

/** What was said about assignments: assessments with all their wordings, and positions, which stand in the thread of their assignment. */
export const assessmentRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/lagesbilder/:id',
    policy: 'record.read',
    about: 'Visar en lägesbild med alla dess versioner.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const facts = await ctx.services.db.read(ctx.auth, async (r) => {
        const assessment = await getAssessment(r, id);
        return {
          assessment,
          assignment: await getAssignment(r, assessment.assignmentId),
          versions: await assessmentVersions(r, id),
          sources: await sourcesOf(r, 'assessment', id),
        };
      });
      return assessmentPage(ctx, facts);
    },
  }),
  route({
    method: 'GET',
    path: '/standpunkter/:id',
    policy: 'record.read',
    about: 'Leder från ett ställningstagande till uppdraget som det gäller.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const position = await ctx.services.db.read(ctx.auth, (r) => getPosition(r, ctx.input.params.id));
      return redirect(recordAddress('assignment', position.assignmentId));
    },
  }),
];
