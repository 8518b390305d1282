import * as z from 'zod';
import { authorize } from '../../../domain/access/index.ts';
import { type ConnectionKind, connectionKindCodes, connectRecords } from '../../../domain/connections/index.ts';
import { type NamedNoun, nameRecords } from '../../../domain/thread/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type AddressedNoun, recordAddress } from '../../../kernel/record-address.ts';
import { refuseProblems } from '../../../kernel/refuse-problems.ts';
import type { FormState, Reader, RequestContext } from '../../contracts.ts';
import { choice, idempotencyField, idField, text } from '../../input.ts';
import { type Crumb, redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { anId } from '../followup/sample-id.ts';
import { connectPage } from './connect-page.ts';
import { readConnectable } from './connectable-reader.ts';
import { texts } from './texts.ts';

/** A noun whose pages let people say what a record belongs with. */
type ConnectedNoun = {
  readonly noun: NamedNoun & AddressedNoun;
  /** The address of one record, as a route writes it. */
  readonly own: `/${string}/:id`;
  readonly policy: 'agreement.edit' | 'commission.edit' | 'project.edit';
  /** What one such record is called in the line about the route. */
  readonly called: string;
  readonly crumbs: (ctx: RequestContext) => readonly Crumb[];
};

const byId = z.object({ id: idField() });
const sample = { params: { id: anId } };

/** The form in which a record of a noun is connected with another record, and its sending. Whoever keeps one end may (the domain asks). */
export function connectRoutes({ noun, own, policy, called, crumbs }: ConnectedNoun): readonly Route[] {
  const draw = async (ctx: RequestContext, id: string, state?: FormState) => {
    if (!ctx.actor) throw new Error('Nobody without an account connects records; the routes have a policy.');
    const { db } = ctx.services;
    return await db.read(authorize(ctx.actor, 'record.read'), async (r) =>
      connectPage(
        ctx,
        {
          name: await nameOf(r, noun, id),
          href: recordAddress(noun, id),
          crumbs: crumbs(ctx),
          records: await readConnectable(r, id),
        },
        state,
      ),
    );
  };
  return [
    route({
      method: 'GET',
      path: `${own}/samband`,
      policy,
      about: `Visar formuläret där ${called} knyts till uppdrag, beslut, överenskommelser, projekt och pengar.`,
      input: { params: byId },
      sample,
      handler: async (ctx) => draw(ctx, ctx.input.params.id),
    }),
    route({
      method: 'POST',
      path: `${own}/samband`,
      policy,
      about: `Knyter ${called} till något det hör ihop med.`,
      input: {
        params: byId,
        form: z.object({
          to: text({ maximum: 100 }),
          kind: choice(connectionKindCodes as readonly [ConnectionKind, ...ConnectionKind[]]),
          reason: text({ maximum: 500 }),
          idempotencyKey: idempotencyField,
        }),
      },
      sample: {
        ...sample,
        form: { to: `assignment:${anId}`, kind: 'concerns', reason: 'Uppdraget bakom', idempotencyKey: 'prov' },
      },
      handler: async (ctx) => {
        const { id } = ctx.input.params;
        const { idempotencyKey, to, kind, reason } = ctx.input.form;
        const [toNoun = '', recordId = ''] = to.split(':');
        await ctx.services.db.transact(ctx.auth, { verb: 'connectRecords', idempotencyKey }, async (w) => {
          await nameOf(w, noun, id);
          const known = (await readConnectable(w, id)).some(({ value }) => value === to);
          refuseProblems(known ? [] : [{ path: 'to', key: 'validation.id' }]);
          const other = { noun: toNoun, id: recordId };
          const { created } = await connectRecords(w, { from: { noun, id }, to: other, kind, reason });
          refuseProblems(created ? [] : [{ path: 'to', key: 'connections.already' }]);
        });
        return redirect(recordAddress(noun, id), {
          flash: { tone: 'success', text: texts[ctx.language].connected },
        });
      },
      onInvalid: (ctx, state) => draw(ctx, ctx.input.params.id, state),
    }),
  ];
}

/** What a record is called. Throws `record.notFound` for one that is not there. */
async function nameOf(r: Reader, noun: NamedNoun, id: string): Promise<string> {
  const name = (await nameRecords(r, [{ noun, recordId: id }])).get(id);
  if (!name) throw new AppError('record.notFound');
  return name.title;
}
