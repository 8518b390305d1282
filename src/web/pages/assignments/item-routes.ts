import * as z from 'zod';
import { type Assignment, getAssignment } from '../../../domain/assignments/index.ts';
import { findMeeting, itemsForAssignment, listMeetings } from '../../../domain/meetings/index.ts';
import { linkEvidence, unlinkEvidence } from '../../../domain/reports/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { freshForm, type Reader } from '../../contracts.ts';
import { idempotencyField, idField, optionalId, optionalText } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { anId, backTo, byId } from './assignment-input.ts';
import { type ItemChoices, linkItemPage } from './link-item-page.ts';
import { texts } from './texts.ts';

const chosenMeeting = z.object({ sammantrade: optionalId().catch(undefined) });

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

/** The agenda items that dealt with an assignment: its evidence in the report-back. */
export const assignmentItemRoutes: readonly Route[] = [
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
