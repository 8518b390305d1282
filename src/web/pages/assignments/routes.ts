import * as z from 'zod';
import { findAssignmentByRef, parseAssignmentRef } from '../../../domain/assignments/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { isId } from '../../../kernel/id.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { text } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { assessmentRoutes } from './assessment-routes.ts';
import { readAssignmentFacts } from './assignment-facts.ts';
import { anId } from './assignment-input.ts';
import { assignmentPage } from './assignment-page.ts';
import { assignmentEditRoutes } from './edit-routes.ts';
import { assignmentItemRoutes } from './item-routes.ts';
import { assignmentLinkRoutes } from './link-routes.ts';
import { assignmentListRoutes } from './list-routes.ts';

/** Assignments: the list, one with its thread, and all that is done to it. */
export const assignmentRoutes: readonly Route[] = [
  ...assignmentListRoutes,
  route({
    method: 'GET',
    path: '/uppdrag/:id',
    policy: 'record.read',
    about: 'Visar ett uppdrag med dess röda tråd; ”2023:4” leder till uppdraget som heter så.',
    input: { params: z.object({ id: text({ maximum: 40 }) }) },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { db, runtime } = ctx.services;
      const ref = parseAssignmentRef(id);
      if (ref) {
        const named = await db.read(ctx.auth, (r) => findAssignmentByRef(r, ref));
        if (named) return redirect(recordAddress('assignment', named.id));
      }
      if (!isId(id)) throw new AppError('record.notFound');
      return assignmentPage(ctx, await db.read(ctx.auth, (r) => readAssignmentFacts(r, id, runtime.today())));
    },
  }),
  ...assignmentEditRoutes,
  ...assignmentLinkRoutes,
  ...assignmentItemRoutes,
  ...assessmentRoutes,
];
