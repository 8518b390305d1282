import * as z from 'zod';
import type { Assignment } from '../../../domain/assignments/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { RequestContext } from '../../contracts.ts';
import { idField } from '../../input.ts';
import { type Redirect, redirect } from '../../reply.ts';
import { type AssignmentRights, rightsOn } from './assignment-rights.ts';
import { texts } from './texts.ts';

/** An id for the samples of routes. */
export const anId = '00000000-0000-4000-8000-000000000000';
export const byId = z.object({ id: idField() });

/** Refuses a form to whom the verb behind it would refuse: nobody writes a page of text only to be told no. */
export function requireRight(ctx: RequestContext, assignment: Assignment, right: keyof AssignmentRights): void {
  if (!rightsOn(ctx.actor, assignment)[right]) throw new AppError('access.denied');
}

/** After a link was made or taken away: back to the assignment, or to the form below it. */
export function backTo(id: string, ctx: RequestContext, said: 'linked' | 'unlinked', under = ''): Redirect {
  return redirect(recordAddress('assignment', id) + under, {
    flash: { tone: 'success', text: texts[ctx.language][said] },
  });
}
