import * as z from 'zod';
import {
  assignmentLinkKinds,
  findAssignmentByRef,
  getAssignment,
  goalLinkKinds,
  linkAssignments,
  linkAssignmentToGoal,
  listAssignmentGoals,
  listAssignmentLinks,
  parseAssignmentRef,
  unlinkAssignmentFromGoal,
  unlinkAssignments,
} from '../../../domain/assignments/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { freshForm, type Reader, type RequestContext } from '../../contracts.ts';
import { choice, idempotencyField, idField, optionalText, text } from '../../input.ts';
import { type Route, route } from '../../route.ts';
import { readGoalChoices } from './assignment-choices.ts';
import { anId, backTo, byId, requireRight } from './assignment-input.ts';
import { linkAssignmentPage, linkWayNames, linkWays } from './link-assignment-page.ts';
import { linkGoalPage } from './link-goal-page.ts';

const goalKind = choice(Object.keys(goalLinkKinds) as [keyof typeof goalLinkKinds]);
const linkKind = choice(Object.keys(assignmentLinkKinds) as [keyof typeof assignmentLinkKinds]);
const goalForm = z.object({ goalId: idField(), kind: goalKind, idempotencyKey: idempotencyField });

async function goalFacts(ctx: RequestContext, r: Reader, id: string) {
  const assignment = await getAssignment(r, id);
  requireRight(ctx, assignment, 'link');
  return { assignment, linked: await listAssignmentGoals(r, id), goals: await readGoalChoices(r) };
}

async function linkFacts(ctx: RequestContext, r: Reader, id: string) {
  const assignment = await getAssignment(r, id);
  requireRight(ctx, assignment, 'link');
  return { assignment, links: await listAssignmentLinks(r, id) };
}

/** The links of an assignment to goals and to other assignments. */
export const assignmentLinkRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/uppdrag/:id/mal',
    policy: 'assignment.edit',
    about: 'Visar formuläret där ett uppdrag kopplas till ett mål.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const { assignment, ...found } = await ctx.services.db.read(ctx.auth, (r) =>
        goalFacts(ctx, r, ctx.input.params.id),
      );
      return linkGoalPage(ctx, assignment, freshForm({ kind: 'direct' }), found);
    },
  }),
  route({
    method: 'POST',
    path: '/uppdrag/:id/mal',
    policy: 'assignment.edit',
    about: 'Kopplar ett uppdrag till ett mål.',
    input: { params: byId, form: goalForm },
    sample: { params: { id: anId }, form: { goalId: anId, kind: 'direct', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { idempotencyKey, goalId, kind } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'linkAssignmentToGoal', idempotencyKey }, (w) =>
        linkAssignmentToGoal(w, { assignmentId: id, goalId, kind }),
      );
      return backTo(id, ctx, 'linked');
    },
    onInvalid: async (ctx, state) => {
      const { assignment, ...found } = await ctx.services.db.read(ctx.auth, (r) =>
        goalFacts(ctx, r, ctx.input.params.id),
      );
      return linkGoalPage(ctx, assignment, state, found);
    },
  }),
  route({
    method: 'POST',
    path: '/uppdrag/:id/mal/ta-bort',
    policy: 'assignment.edit',
    about: 'Tar bort kopplingen mellan ett uppdrag och ett mål.',
    input: { params: byId, form: goalForm },
    sample: { params: { id: anId }, form: { goalId: anId, kind: 'direct', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { idempotencyKey, goalId, kind } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'unlinkAssignmentFromGoal', idempotencyKey }, (w) =>
        unlinkAssignmentFromGoal(w, { assignmentId: id, goalId, kind }),
      );
      return backTo(id, ctx, 'unlinked', '/mal');
    },
    onInvalid: async (ctx, state) => {
      const { assignment, ...found } = await ctx.services.db.read(ctx.auth, (r) =>
        goalFacts(ctx, r, ctx.input.params.id),
      );
      return linkGoalPage(ctx, assignment, state, found);
    },
  }),
  route({
    method: 'GET',
    path: '/uppdrag/:id/samband',
    policy: 'assignment.edit',
    about: 'Visar formuläret där ett uppdrag kopplas till ett annat.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const { assignment, links } = await ctx.services.db.read(ctx.auth, (r) => linkFacts(ctx, r, ctx.input.params.id));
      return linkAssignmentPage(ctx, assignment, freshForm({ way: 'predecessor' }), links);
    },
  }),
  route({
    method: 'POST',
    path: '/uppdrag/:id/samband',
    policy: 'assignment.edit',
    about: 'Kopplar ett uppdrag till ett annat: föregångare, hänvisning, bevakning, delning.',
    input: {
      params: byId,
      form: z.object({
        other: text({ maximum: 20 }),
        way: choice(linkWayNames),
        note: optionalText(),
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { params: { id: anId }, form: { other: '2025:3', way: 'predecessor', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { idempotencyKey, other, way, note } = ctx.input.form;
      const { kind, outgoing } = linkWays[way];
      await ctx.services.db.transact(ctx.auth, { verb: 'linkAssignments', idempotencyKey }, async (w) => {
        const ref = parseAssignmentRef(other);
        const found = ref && (await findAssignmentByRef(w, ref));
        if (!found) throw new AppError('record.invalid', {}, [{ path: 'other', key: 'assignment.unknownRef' }]);
        const [fromId, toId] = outgoing ? [id, found.id] : [found.id, id];
        await linkAssignments(w, { fromId, toId, kind, note: note ?? null });
      });
      return backTo(id, ctx, 'linked');
    },
    onInvalid: async (ctx, state) => {
      const { assignment, links } = await ctx.services.db.read(ctx.auth, (r) => linkFacts(ctx, r, ctx.input.params.id));
      return linkAssignmentPage(ctx, assignment, state, links);
    },
  }),
  route({
    method: 'POST',
    path: '/uppdrag/:id/samband/ta-bort',
    policy: 'assignment.edit',
    about: 'Tar bort en koppling mellan två uppdrag.',
    input: {
      params: byId,
      form: z.object({
        otherId: idField(),
        kind: linkKind,
        outgoing: choice(['true', 'false']),
        idempotencyKey: idempotencyField,
      }),
    },
    sample: {
      params: { id: anId },
      form: { otherId: anId, kind: 'predecessor', outgoing: 'true', idempotencyKey: 'prov' },
    },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { idempotencyKey, otherId, kind, outgoing } = ctx.input.form;
      const [fromId, toId] = outgoing === 'true' ? [id, otherId] : [otherId, id];
      await ctx.services.db.transact(ctx.auth, { verb: 'unlinkAssignments', idempotencyKey }, (w) =>
        unlinkAssignments(w, { fromId, toId, kind }),
      );
      return backTo(id, ctx, 'unlinked', '/samband');
    },
    onInvalid: async (ctx, state) => {
      const { assignment, links } = await ctx.services.db.read(ctx.auth, (r) => linkFacts(ctx, r, ctx.input.params.id));
      return linkAssignmentPage(ctx, assignment, state, links);
    },
  }),
];
