import * as z from 'zod';
import { type Actor, may } from '../../../domain/access/index.ts';
import { getBody, sharedKinds } from '../../../domain/organisation/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Reader } from '../../contracts.ts';
import { idField } from '../../input.ts';
import { redirect } from '../../reply.ts';
import type { HandlerContext } from '../../route.ts';
import { groupPath } from './group-pages.ts';

/** The group that an address names. */
export const groupParams = z.object({ id: idField() });

/** Back to the group with what was done. */
export function toGroup(id: string, text: string) {
  return redirect(groupPath(id), { flash: { tone: 'success', text } });
}

/** The group of a form, for those who may change it; the verbs would refuse what others send, too. */
export async function ownGroup(r: Reader, id: string, actor: Actor) {
  const body = await getBody(r, id);
  if (!may(actor, 'collaboration.edit', body.id)) throw new AppError('access.denied');
  if (!sharedKinds.includes(body.kind)) throw new AppError('record.notFound');
  return body;
}

/** A request to change a group, with the parameters of its address. */
export type HandlerOf<S extends z.ZodType> = HandlerContext<'collaboration.edit'> & {
  readonly input: { readonly params: z.output<S> };
};
