import * as z from 'zod';
import { endorsementsAsked } from '../../../domain/collaboration/index.ts';
import {
  changeCommission,
  commissionChain,
  decideCommission,
  endCommission,
  extendCommission,
  getCommission,
  groupMembers,
  listFunds,
  recordCommission,
} from '../../../domain/commissions/index.ts';
import { sourcesOf } from '../../../domain/matters/index.ts';
import { listBodies } from '../../../domain/organisation/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { FormState, Reader, RequestContext } from '../../contracts.ts';
import { civilDateField, idempotencyField, idField, text, versionField } from '../../input.ts';
import { redirect } from '../../reply.ts';
import { type Route, route } from '../../route.ts';
import { readConnections } from '../connections/connected-facts.ts';
import { anId } from '../followup/sample-id.ts';
import { filterSchema, gatherCommissions } from './commission-filter.ts';
import { commissionFormPage, endCommissionPage } from './commission-form-page.ts';
import { atLines, commissionForm, fieldsOf } from './commission-input.ts';
import { commissionListPage } from './commission-list-page.ts';
import { commissionPage } from './commission-page.ts';
import { commissionsPath } from './commission-view.ts';
import { texts } from './texts.ts';

const byId = z.object({ id: idField() });
const seen = { version: versionField, idempotencyKey: idempotencyField };
const sample = { what: 'Samordna nattpatrullerna', who: 'Arbetsgruppen', idempotencyKey: 'prov' };

/** Commissions: the list, one of them, and the forms in which they are made, changed, decided, extended and ended. */
export const commissionRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: commissionsPath,
    policy: 'record.read',
    about: 'Visar vad som beställs och betalas tillsammans, med vad som saknas i varje beställning.',
    input: { query: filterSchema },
    sample: {},
    handler: async (ctx) => {
      const facts = await ctx.services.db.read(ctx.auth, gatherCommissions);
      return commissionListPage(ctx, facts, ctx.input.query);
    },
  }),
  route({
    method: 'GET',
    path: `${commissionsPath}/ny`,
    policy: 'commission.edit',
    about: 'Visar formuläret för en ny beställning.',
    sample: {},
    handler: async (ctx) =>
      commissionFormPage(ctx, await ctx.services.db.read(ctx.auth, gatherChoices), { kind: 'new' }),
  }),
  route({
    method: 'POST',
    path: `${commissionsPath}/ny`,
    policy: 'commission.edit',
    about: 'Registrerar en beställning med vad var och en betalar.',
    input: { form: commissionForm },
    sample: { form: sample },
    handler: async (ctx) => {
      const { idempotencyKey, decided } = ctx.input.form;
      const id = await ctx.services.db.transact(ctx.auth, { verb: 'recordCommission', idempotencyKey }, (w) =>
        recordCommission(w, { ...fieldsOf(ctx.input.form), decided }),
      );
      return redirect(recordAddress('commission', id), {
        flash: { tone: 'success', text: texts[ctx.language].created },
      });
    },
    onInvalid: async (ctx, state) =>
      commissionFormPage(ctx, await ctx.services.db.read(ctx.auth, gatherChoices), { kind: 'new' }, atLines(state)),
  }),
  route({
    method: 'GET',
    path: `${commissionsPath}/:id`,
    policy: 'record.read',
    about: 'Visar en beställning: vem, vad, tjänst, belopp per betalare med summa, brister och hela kedjan av beslut.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) =>
      commissionPage(ctx, await ctx.services.db.read(ctx.auth, (r) => gatherOne(r, ctx, ctx.input.params.id))),
  }),
  route({
    method: 'GET',
    path: `${commissionsPath}/:id/andra`,
    policy: 'commission.edit',
    about: 'Visar formuläret där en beställning ändras.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: (ctx) => formFor(ctx, 'change', ctx.input.params.id, (read) => ctx.services.db.read(ctx.auth, read)),
  }),
  route({
    method: 'POST',
    path: `${commissionsPath}/:id/andra`,
    policy: 'commission.edit',
    about: 'Sparar en ändrad beställning.',
    input: { params: byId, form: commissionForm.extend({ version: versionField }) },
    sample: { params: { id: anId }, form: { ...sample, version: '1' } },
    handler: async (ctx) => {
      const { id: commissionId } = ctx.input.params;
      const { idempotencyKey, version } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'changeCommission', idempotencyKey }, (w) =>
        changeCommission(w, { commissionId, expectedVersion: version, ...fieldsOf(ctx.input.form) }),
      );
      return redirect(recordAddress('commission', commissionId), {
        flash: { tone: 'success', text: texts[ctx.language].saved },
      });
    },
    onInvalid: (ctx, state) =>
      formFor(ctx, 'change', ctx.input.params.id, (read) => ctx.services.db.read(ctx.auth, read), state),
  }),
  route({
    method: 'GET',
    path: `${commissionsPath}/:id/forlang`,
    policy: 'commission.edit',
    about: 'Visar formuläret där en beställning förlängs.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: (ctx) => formFor(ctx, 'extend', ctx.input.params.id, (read) => ctx.services.db.read(ctx.auth, read)),
  }),
  route({
    method: 'POST',
    path: `${commissionsPath}/:id/forlang`,
    policy: 'commission.edit',
    about: 'Registrerar en förlängning som en egen beställning.',
    input: { params: byId, form: commissionForm },
    sample: { params: { id: anId }, form: sample },
    handler: async (ctx) => {
      const { id: extendsId } = ctx.input.params;
      const { idempotencyKey, decided } = ctx.input.form;
      const id = await ctx.services.db.transact(ctx.auth, { verb: 'extendCommission', idempotencyKey }, (w) =>
        extendCommission(w, { extendsId, ...fieldsOf(ctx.input.form), decided }),
      );
      return redirect(recordAddress('commission', id), {
        flash: { tone: 'success', text: texts[ctx.language].extended },
      });
    },
    onInvalid: (ctx, state) =>
      formFor(ctx, 'extend', ctx.input.params.id, (read) => ctx.services.db.read(ctx.auth, read), state),
  }),
  route({
    method: 'GET',
    path: `${commissionsPath}/:id/avsluta`,
    policy: 'commission.edit',
    about: 'Visar formuläret där en beställning avslutas före sin tid.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) =>
      endCommissionPage(ctx, await ctx.services.db.read(ctx.auth, (r) => getCommission(r, ctx.input.params.id))),
  }),
  route({
    method: 'POST',
    path: `${commissionsPath}/:id/avsluta`,
    policy: 'commission.edit',
    about: 'Avslutar en beställning före sin tid, med skälet.',
    input: { params: byId, form: z.object({ endedOn: civilDateField(), reason: text({ maximum: 1_000 }), ...seen }) },
    sample: {
      params: { id: anId },
      form: { endedOn: '2026-06-30', reason: 'Uppdraget är klart.', version: '1', idempotencyKey: 'prov' },
    },
    handler: async (ctx) => {
      const { id: commissionId } = ctx.input.params;
      const { idempotencyKey, version, endedOn, reason } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'endCommission', idempotencyKey }, (w) =>
        endCommission(w, { commissionId, expectedVersion: version, endedOn, reason }),
      );
      return redirect(recordAddress('commission', commissionId), {
        flash: { tone: 'success', text: texts[ctx.language].ended },
      });
    },
    onInvalid: async (ctx, state) =>
      endCommissionPage(ctx, await ctx.services.db.read(ctx.auth, (r) => getCommission(r, ctx.input.params.id)), state),
  }),
  route({
    method: 'POST',
    path: `${commissionsPath}/:id/besluta`,
    policy: 'commission.edit',
    about: 'Registrerar att en föreslagen beställning är beslutad.',
    input: { params: byId, form: z.object(seen) },
    sample: { params: { id: anId }, form: { version: '1', idempotencyKey: 'prov' } },
    handler: async (ctx) => {
      const { id: commissionId } = ctx.input.params;
      const { idempotencyKey, version } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'decideCommission', idempotencyKey }, (w) =>
        decideCommission(w, { commissionId, expectedVersion: version }),
      );
      return redirect(recordAddress('commission', commissionId), {
        flash: { tone: 'success', text: texts[ctx.language].decided },
      });
    },
    onInvalid: async (ctx, state) =>
      commissionPage(ctx, await ctx.services.db.read(ctx.auth, (r) => gatherOne(r, ctx, ctx.input.params.id)), state),
  }),
];

async function gatherOne(r: Reader, ctx: RequestContext, id: string) {
  const commission = await getCommission(r, id);
  return {
    commission,
    chain: await commissionChain(r, id),
    groups: await groupMembers(r, commission, ctx.services.runtime.today()),
    connections: (await readConnections(r, [id])).get(id) ?? [],
    endorsements: await endorsementsAsked(r, { noun: 'commission', id }),
    sources: await sourcesOf(r, 'commission', id),
  };
}

async function gatherChoices(r: Reader) {
  return { bodies: await listBodies(r), funds: await listFunds(r) };
}

type ReadFor = <T>(run: (r: Reader) => Promise<T>) => Promise<T>;

async function formFor(ctx: RequestContext, kind: 'change' | 'extend', id: string, read: ReadFor, state?: FormState) {
  const { commission, ...choices } = await read(async (r) => ({
    commission: await getCommission(r, id),
    ...(await gatherChoices(r)),
  }));
  return commissionFormPage(ctx, choices, { kind, commission }, state && atLines(state));
}
