import * as z from 'zod';
import { listAssignmentsById } from '../../../domain/assignments/index.ts';
import { requireNotDisqualified } from '../../../domain/attendance/index.ts';
import { endorsementsAsked } from '../../../domain/collaboration/index.ts';
import { type Decision, getDecision, standsOf } from '../../../domain/decisions/index.ts';
import { sourcesOf } from '../../../domain/matters/index.ts';
import { bodyRulesOn } from '../../../domain/organisation/index.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Reader } from '../../contracts.ts';
import { idField } from '../../input.ts';
import { type Route, route } from '../../route.ts';
import { readConnections } from '../connections/connected-facts.ts';
import { readAftermath } from '../execution/read-aftermath.ts';
import { decisionPage } from './decision-page.ts';

/** Decisions, each at an address of its own: they are made in meetings and shown there too. */
export const decisionRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/beslut/:id',
    policy: 'record.read',
    about: 'Visar ett beslut med dess att-satser, var det fattades och vilka uppdrag det gäller.',
    input: { params: z.object({ id: idField() }) },
    sample: { params: { id: '00000000-0000-4000-8000-000000000000' } },
    handler: async (ctx) => {
      const facts = await ctx.services.db.read(ctx.auth, async (r) => {
        const decision = await getDecision(r, ctx.input.params.id);
        if (decision.item) await requireNotDisqualified(r, decision.item.id);
        return {
          decision,
          aftermath: await readAftermath(r, decision, ctx.services.runtime.today()),
          assignments: await listAssignmentsById(
            r,
            decision.assignments.map(({ id }) => id),
          ),
          connections: (await readConnections(r, [decision.id])).get(decision.id) ?? [],
          sources: await sourcesOf(r, 'decision', decision.id),
          stands: await principalStands(r, decision, ctx.services.runtime.today()),
          endorsements: await endorsementsAsked(r, { noun: 'decision', id: decision.id }),
        };
      });
      return decisionPage(ctx, facts);
    },
  }),
];

/** Where the principals stand to what a body without a mandate of its own decided (R-ORG-3); nobody where the body decides by itself. */
async function principalStands(r: Reader, { id, body, item, decidedOn }: Decision, today: CivilDate) {
  const day = item?.heldOn ?? decidedOn ?? today;
  if ((await bodyRulesOn(r, body.id, day)).mandate !== 'eachParty') return [];
  return (await standsOf(r, body.id, day, [id])).get(id) ?? [];
}
