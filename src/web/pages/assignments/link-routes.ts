import * as z from 'zod';
import {
  type Assignment,
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
import { linkEvidence, unlinkEvidence } from '../../../domain/followup/index.ts';
import { findMeeting, itemsForAssignment, listMeetings } from '../../../domain/meetings/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { freshForm, type Reader, type RequestContext } from '../../contracts.ts';
import { choice, idempotencyField, idField, optionalId, optionalText, text } from '../../input.ts';
import { type Redirect, redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { readGoalChoices } from './assignment-choices.ts';
import { anId, byId, requireRight } from './assignment-input.ts';
import { linkAssignmentPage, linkWayNames, linkWays } from './link-assignment-page.ts';
import { linkGoalPage } from './link-goal-page.ts';
import { type ItemChoices, linkItemPage } from './link-item-page.ts';
import { texts } from './texts.ts';

const goalKind = choice(Object.keys(goalLinkKinds) as [keyof typeof goalLinkKinds]);
const linkKind = choice(Object.keys(assignmentLinkKinds) as [keyof typeof assignmentLinkKinds]);
const goalForm = z.object({ goalId: idField(), kind: goalKind, idempotencyKey: idempotencyField });
const chosenMeeting = z.object({ sammantrade: optionalId().catch(undefined) });

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

/** The meetings of the assignment's year and the two around it: a plan is dealt with before its year and reported on after it. */
async function itemFacts(
  r: Reader,
  id: string,
  chosenId: string | undefined,
): Promise<ItemChoices & { readonly assignment: Assignment }> {
  const assignment = await getAssignment(r, id);
  const { meetings } = await listMeetings(r, {
    from: `${assignment.year - 1}-01-01`,
    to: `${assignment.year + 1}-12-31`,
    states: ['planned', 'summoned', 'closed', 'adjusted'],
    limit: 300,
  });
  return {
    assignment,
    meetings,
    chosen: chosenId ? await findMeeting(r, chosenId) : undefined,
    linked: await itemsForAssignment(r, id),
  };
}

function backTo(id: string, ctx: RequestContext, said: 'linked' | 'unlinked', under = ''): Redirect {
  return redirect(recordAddress('assignment', id) + under, {
    flash: { tone: 'success', text: texts[ctx.language][said] },
  });
}

/** The links of an assignment: to goals, to other assignments, and to the agenda items that dealt with it. */
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
  route({
    method: 'GET',
    path: '/uppdrag/:id/belagg',
    policy: 'meeting.linkAssignment',
    about: 'Visar sammanträden och deras punkter, för att koppla en av dem som belägg.',
    input: { params: byId, query: chosenMeeting },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { assignment, ...found } = await ctx.services.db.read(ctx.auth, (r) =>
        itemFacts(r, id, ctx.input.query.sammantrade),
      );
      return linkItemPage(ctx, assignment, freshForm(), found);
    },
  }),
  route({
    method: 'POST',
    path: '/uppdrag/:id/belagg',
    policy: 'meeting.linkAssignment',
    about: 'Kopplar en ärendepunkt till uppdraget; den blir belägg i återrapporteringens utkast.',
    input: {
      params: byId,
      query: chosenMeeting,
      form: z.object({ itemId: idField(), note: optionalText(), idempotencyKey: idempotencyField }),
    },
    sample: { params: { id: anId }, form: { itemId: anId, idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { idempotencyKey, itemId, note } = ctx.input.form;
      const drafts = await ctx.services.db.transact(ctx.auth, { verb: 'linkEvidence', idempotencyKey }, (w) =>
        linkEvidence(w, { itemId, assignmentId: id, note: note ?? null }),
      );
      return redirect(recordAddress('assignment', id), {
        flash: { tone: 'success', text: texts[ctx.language].evidenceLinked(drafts) },
      });
    },
    onInvalid: async (ctx, state) => {
      const { id } = ctx.input.params;
      const { assignment, ...found } = await ctx.services.db.read(ctx.auth, (r) =>
        itemFacts(r, id, ctx.input.query.sammantrade),
      );
      return linkItemPage(ctx, assignment, state, found);
    },
  }),
  route({
    method: 'POST',
    path: '/uppdrag/:id/belagg/ta-bort',
    policy: 'meeting.linkAssignment',
    about: 'Tar bort kopplingen mellan en ärendepunkt och uppdraget.',
    input: { params: byId, form: z.object({ itemId: idField(), idempotencyKey: idempotencyField }) },
    sample: { params: { id: anId }, form: { itemId: anId, idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { idempotencyKey, itemId } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'unlinkEvidence', idempotencyKey }, (w) =>
        unlinkEvidence(w, { itemId, assignmentId: id }),
      );
      return backTo(id, ctx, 'unlinked', '/belagg');
    },
    onInvalid: async (ctx, state) => {
      const { id } = ctx.input.params;
      const { assignment, ...found } = await ctx.services.db.read(ctx.auth, (r) => itemFacts(r, id, undefined));
      return linkItemPage(ctx, assignment, state, found);
    },
  }),
];
