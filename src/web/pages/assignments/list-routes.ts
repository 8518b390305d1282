import * as z from 'zod';
import { authorize } from '../../../domain/access/index.ts';
import { giveAssignment, linkAssignmentToGoal, type PartyRole } from '../../../domain/assignments/index.ts';
import { planYears } from '../../../domain/plans/index.ts';
import { yearOf } from '../../../kernel/civil-date.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { freshForm } from '../../contracts.ts';
import {
  idempotencyField,
  idField,
  manyOf,
  optionalCivilDate,
  optionalId,
  optionalText,
  optionalWholeNumber,
  wholeNumber,
} from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { tableFile, tableFormats } from '../../table-file.ts';
import { readAssignmentChoices } from './assignment-choices.ts';
import { readAssignmentList } from './assignment-list-facts.ts';
import { assignmentListPage } from './assignment-list-page.ts';
import { assignmentSelection } from './assignment-query.ts';
import { assignmentsSheet } from './assignments-sheet.ts';
import { giveAssignmentPage } from './give-assignment-page.ts';
import { texts } from './texts.ts';

const manyBodies = manyOf(idField(), { maximum: 50 });
const givenForm = z.object({
  year: wholeNumber({ minimum: planYears.first, maximum: planYears.last }),
  number: optionalWholeNumber({ minimum: 1, maximum: 99_999 }),
  text: optionalText({ maximum: 20_000 }),
  title: optionalText({ maximum: 300 }),
  heading: optionalText({ maximum: 500 }),
  planId: optionalId(),
  givenByBodyId: optionalId(),
  goalId: optionalId(),
  dueOn: optionalCivilDate(),
  performers: manyBodies,
  consulted: manyBodies,
  monitors: manyBodies,
  idempotencyKey: idempotencyField,
});

/** The list of assignments, its export, and the form that adds one to it. */
export const assignmentListRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/uppdrag',
    policy: 'record.read',
    about: 'Visar uppdragen som tabell, med urval, ordning och sidor i adressen.',
    input: { query: assignmentSelection },
    sample: { query: { ar: '2026', ordning: 'rubrik' } },
    handler: async (ctx) => {
      const { query } = ctx.input;
      const today = ctx.services.runtime.today();
      return assignmentListPage(
        ctx,
        query,
        await ctx.services.db.read(ctx.auth, (r) => readAssignmentList(r, query, today)),
      );
    },
  }),
  ...tableFormats.map((format) =>
    route({
      method: 'GET',
      path: `/uppdrag.${format}`,
      policy: 'record.read',
      about: 'Hämtar samma urval av uppdrag som en tabell för kalkylprogram.',
      input: { query: assignmentSelection },
      sample: { query: { ar: '2026' } },
      handler: async (ctx) => {
        const { query } = ctx.input;
        const today = ctx.services.runtime.today();
        const { publicUrl } = ctx.services;
        const sheet = await ctx.services.db.read(ctx.auth, (r) =>
          assignmentsSheet(r, ctx, query, { today, publicUrl }),
        );
        const name = [texts[ctx.language].fileName, query.ar, today].filter(Boolean).join('-');
        return await tableFile(sheet, name, format);
      },
    }),
  ),
  route({
    method: 'GET',
    path: '/uppdrag/ny',
    policy: 'assignment.give',
    about: 'Visar formuläret där ett uppdrag ges.',
    sample: {},
    handler: async (ctx) => {
      const today = ctx.services.runtime.today();
      const choices = await ctx.services.db.read(ctx.auth, (r) => readAssignmentChoices(r, today));
      return giveAssignmentPage(ctx, freshForm({ year: String(yearOf(today)) }), choices);
    },
  }),
  route({
    method: 'POST',
    path: '/uppdrag/ny',
    policy: 'assignment.give',
    about: 'Ger ett uppdrag och kopplar det till sitt mål.',
    input: { form: givenForm },
    sample: { form: { year: '2026', text: 'Att följa provet.', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { idempotencyKey, performers, consulted, monitors, goalId, ...given } = ctx.input.form;
      const inRole = (bodies: readonly string[], role: PartyRole) => bodies.map((bodyId) => ({ bodyId, role }));
      const parties = [
        ...inRole(performers, 'performer'),
        ...inRole(consulted, 'consulted'),
        ...inRole(monitors, 'monitor'),
      ];
      const { db } = ctx.services;
      const id = await db.transact(ctx.auth, { verb: 'giveAssignment', idempotencyKey }, (w) =>
        giveAssignment(w, { ...given, parties }),
      );
      // The goal is a link of its own, under the right to link; the key makes it count once like the assignment itself.
      if (goalId)
        await db.transact(
          authorize(ctx.actor, 'assignment.edit'),
          { verb: 'linkAssignmentToGoal', idempotencyKey: `${idempotencyKey}-goal` },
          (w) => linkAssignmentToGoal(w, { assignmentId: id, goalId, kind: 'direct' }),
        );
      const ref = given.number ? `${given.year}:${given.number}` : String(given.year);
      return redirect(recordAddress('assignment', id), {
        flash: { tone: 'success', text: texts[ctx.language].given(ref) },
      });
    },
    onInvalid: async (ctx, state) => {
      const today = ctx.services.runtime.today();
      return giveAssignmentPage(
        ctx,
        state,
        await ctx.services.db.read(ctx.auth, (r) => readAssignmentChoices(r, today)),
      );
    },
  }),
];
