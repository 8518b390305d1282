import * as z from 'zod';
import {
  assignmentStates,
  changeAssignment,
  getAssignment,
  moveAssignment,
} from '../../../domain/assignments/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { freshForm, type Reader, type RequestContext } from '../../contracts.ts';
import { choice, idempotencyField, optionalCivilDate, optionalId, optionalText, versionField } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { readAssignmentChoices } from './assignment-choices.ts';
import { anId, byId, requireRight } from './assignment-input.ts';
import { changeAssignmentPage, savedForm } from './change-assignment-page.ts';
import { moveAssignmentPage, moves } from './move-assignment-page.ts';
import { texts } from './texts.ts';

const changeForm = z.object({
  text: optionalText({ maximum: 20_000 }),
  title: optionalText({ maximum: 300 }),
  heading: optionalText({ maximum: 500 }),
  planId: optionalId(),
  givenByBodyId: optionalId(),
  reportToBodyId: optionalId(),
  dueOn: optionalCivilDate(),
  dueReason: optionalText({ maximum: 500 }),
  version: versionField,
  idempotencyKey: idempotencyField,
});

async function changeable(ctx: RequestContext, r: Reader, id: string) {
  const assignment = await getAssignment(r, id);
  requireRight(ctx, assignment, 'change');
  return assignment;
}

/** Changing what is registered about an assignment, and moving it to another state. */
export const assignmentEditRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/uppdrag/:id/andra',
    policy: 'assignment.edit',
    about: 'Visar formuläret där ett uppdrags uppgifter ändras.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const today = ctx.services.runtime.today();
      const { assignment, choices } = await ctx.services.db.read(ctx.auth, async (r) => ({
        assignment: await changeable(ctx, r, ctx.input.params.id),
        choices: await readAssignmentChoices(r, today),
      }));
      return changeAssignmentPage(ctx, assignment, savedForm(assignment), choices);
    },
  }),
  route({
    method: 'POST',
    path: '/uppdrag/:id/andra',
    policy: 'assignment.edit',
    about: 'Ändrar ett uppdrags uppgifter; den som skrev samtidigt får se båda texterna.',
    input: { params: byId, form: changeForm },
    sample: { params: { id: anId }, form: { text: 'Att följa provet.', version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { version, idempotencyKey, text, title, heading, planId, givenByBodyId, reportToBodyId, dueOn, dueReason } =
        ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'changeAssignment', idempotencyKey }, (w) =>
        changeAssignment(w, {
          assignmentId: id,
          expectedVersion: version,
          text: text ?? null,
          title: title ?? '',
          heading: heading ?? null,
          planId: planId ?? null,
          givenByBodyId: givenByBodyId ?? null,
          reportToBodyId: reportToBodyId ?? null,
          dueOn: dueOn ?? null,
          ...(dueReason && { dueReason }),
        }),
      );
      return redirect(recordAddress('assignment', id), {
        flash: { tone: 'success', text: texts[ctx.language].saved },
      });
    },
    onInvalid: async (ctx, state) => {
      const today = ctx.services.runtime.today();
      const { assignment, choices } = await ctx.services.db.read(ctx.auth, async (r) => ({
        assignment: await changeable(ctx, r, ctx.input.params.id),
        choices: await readAssignmentChoices(r, today),
      }));
      return changeAssignmentPage(ctx, assignment, state, choices);
    },
  }),
  route({
    method: 'GET',
    path: '/uppdrag/:id/lage',
    policy: 'assignment.edit',
    about: 'Visar vad som kan hända med ett uppdrag i dess läge.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const assignment = await ctx.services.db.read(ctx.auth, (r) => changeable(ctx, r, ctx.input.params.id));
      return moveAssignmentPage(ctx, assignment, freshForm());
    },
  }),
  route({
    method: 'POST',
    path: '/uppdrag/:id/lage',
    policy: 'assignment.edit',
    about: 'Ändrar ett uppdrags läge enligt tabellen över lägen.',
    input: {
      params: byId,
      form: z.object({
        action: choice(moves),
        reason: optionalText({ maximum: 2_000 }),
        version: versionField,
        idempotencyKey: idempotencyField,
      }),
    },
    sample: { params: { id: anId }, form: { action: 'pause', version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { action, reason, version, idempotencyKey } = ctx.input.form;
      const state = await ctx.services.db.transact(ctx.auth, { verb: 'moveAssignment', idempotencyKey }, async (w) => {
        await moveAssignment(w, { assignmentId: id, expectedVersion: version, action, ...(reason && { reason }) });
        return (await getAssignment(w, id)).state;
      });
      return redirect(recordAddress('assignment', id), {
        flash: { tone: 'success', text: texts[ctx.language].moved(assignmentStates[state][ctx.language]) },
      });
    },
    onInvalid: async (ctx, state) => {
      const assignment = await ctx.services.db.read(ctx.auth, (r) => changeable(ctx, r, ctx.input.params.id));
      return moveAssignmentPage(ctx, assignment, state);
    },
  }),
];
