import { authorize, may } from '../../../domain/access/index.ts';
import {
  assessmentsOf,
  contributionsOf,
  earlierTextOf,
  getContribution,
  takenTextsOf,
} from '../../../domain/assessments/index.ts';
import { listBodies } from '../../../domain/organisation/index.ts';
import type { Reader, RequestContext } from '../../contracts.ts';
import type { ContributionFacts } from './contribution-page.ts';

/** Reads a contribution with all that is shown beside it. */
export async function factsOf(
  ctx: Pick<RequestContext, 'services' | 'actor'>,
  auth: Parameters<typeof ctx.services.db.read>[0],
  id: string,
): Promise<ContributionFacts> {
  return await ctx.services.db.read(auth, (r) => gather(r, ctx.actor, id));
}

async function gather(r: Reader, actor: RequestContext['actor'], id: string): Promise<ContributionFacts> {
  const contribution = await getContribution(r, id);
  const { assignment, period, body, written } = contribution;
  const said = (await assessmentsOf(r, assignment.id)).filter((one) => one.period.id === period.id);
  // Whoever may write for every body goes through those of this one; others through all that are theirs.
  const mine = actor && may(actor, 'assessment.write') ? authorize(actor, 'assessment.write').bodies : [];
  return {
    contribution,
    said,
    written: said.find((one) => one.id === written?.id),
    earlier: await earlierTextOf(r, { assignmentId: assignment.id, periodId: period.id, bodyId: body.id }),
    siblings: await contributionsOf(r, { periodId: period.id, assignmentIds: [assignment.id] }),
    taken: written ? await takenTextsOf(r, written.id) : [],
    inPeriod: await contributionsOf(r, { periodId: period.id, bodyIds: mine === 'all' ? [body.id] : mine }),
    bodies: await listBodies(r),
  };
}
