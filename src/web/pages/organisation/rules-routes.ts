import * as z from 'zod';
import {
  addParticipant,
  type EffectiveRule,
  effectiveRules,
  endParticipant,
  findSubstitutionOrder,
  isRegulationKey,
  listBodies,
  listParticipants,
  listRegulations,
  listSeats,
  setRegulation,
  setSubstitutionOrder,
} from '../../../domain/organisation/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { freshForm } from '../../contracts.ts';
import { idField, optionalText } from '../../input.ts';
import { type Route, route } from '../../route.ts';
import { bodyListPath } from './body-list-page.ts';
import { anId, byId, type Editing, ownBody, toBody } from './body-routes.ts';
import { addParticipantPage, endParticipantForm, endParticipantPage, participantForm } from './participant-page.ts';
import { regulationChoicePage, regulationForm, regulationPage } from './regulation-page.ts';
import { rulesTexts } from './rules-texts.ts';
import { linesOf, ordersFrom, substitutionForm, substitutionPage } from './substitution-page.ts';
import { texts } from './texts.ts';

const one = `${bodyListPath}/:id` as const;
const byRow = z.object({ id: idField(), rad: idField() });

/** What a body's reglemente says, in which order its deputies serve, and who has it together. */
export const rulesRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: `${one}/reglemente`,
    policy: 'organisation.edit',
    about: 'Visar vad ett reglemente kan säga, eller formuläret för ett av värdena.',
    input: { params: byId, query: z.object({ regel: optionalText({ maximum: 60 }) }) },
    sample: { params: { id: anId }, query: { regel: 'members' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const body = await ownBody(ctx, id);
      const rules = await rulesNow(ctx, id, body.kind);
      const rule = rules.find(({ key }) => key === ctx.input.query.regel);
      if (!rule) return regulationChoicePage(ctx, body, rules);
      return regulationPage(ctx, body, rule, freshForm({ key: rule.key, value: rule.value ?? '' }));
    },
  }),
  route({
    method: 'POST',
    path: `${one}/reglemente`,
    policy: 'organisation.edit',
    about: 'Antecknar vad organets reglemente säger från en dag.',
    input: { params: byId, form: regulationForm },
    sample: {
      params: { id: anId },
      form: { key: 'members', value: '9', validFrom: '2027-01-01', idempotencyKey: 'exempel' },
    },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { key, value, validFrom, source, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'setRegulation', idempotencyKey }, (w) =>
        setRegulation(w, { bodyId: id, key, value, validFrom, ...(source && { source }) }),
      );
      return toBody(id, texts[ctx.language].regulationSaved, '#reglemente');
    },
    onInvalid: async (ctx, state) => {
      const { id } = ctx.input.params;
      const body = await ownBody(ctx, id);
      const rules = await rulesNow(ctx, id, body.kind);
      const key = String(state.values.key ?? '');
      const rule = isRegulationKey(key) ? rules.find((each) => each.key === key) : undefined;
      return rule ? regulationPage(ctx, body, rule, state) : regulationChoicePage(ctx, body, rules);
    },
  }),
  route({
    method: 'GET',
    path: `${one}/inkallelseordning`,
    policy: 'organisation.edit',
    about: 'Visar formuläret där organets inkallelseordning antecknas.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { db, runtime } = ctx.services;
      const body = await ownBody(ctx, id);
      const lines = await db.read(ctx.auth, async (r) =>
        linesOf(await findSubstitutionOrder(r, id, runtime.today()), await listSeats(r, id, runtime.today())),
      );
      return substitutionPage(ctx, body, freshForm({ orders: lines }));
    },
  }),
  route({
    method: 'POST',
    path: `${one}/inkallelseordning`,
    policy: 'organisation.edit',
    about: 'Antecknar i vilken ordning ersättare kallas in från en dag.',
    input: { params: byId, form: substitutionForm },
    sample: { params: { id: anId }, form: { orders: 'S: V, MP', validFrom: '2027-01-01', idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { orders: lines, validFrom, source, idempotencyKey } = ctx.input.form;
      const orders = ordersFrom(lines);
      await ctx.services.db.transact(ctx.auth, { verb: 'setSubstitutionOrder', idempotencyKey }, (w) =>
        setSubstitutionOrder(w, { bodyId: id, orders, validFrom, ...(source && { source }) }),
      );
      return toBody(id, rulesTexts[ctx.language].substitutionSaved, '#inkallelse');
    },
    onInvalid: async (ctx, state) => substitutionPage(ctx, await ownBody(ctx, ctx.input.params.id), state),
  }),
  route({
    method: 'GET',
    path: `${one}/huvudman/ny`,
    policy: 'organisation.edit',
    about: 'Visar formuläret för en huvudman i ett organ som flera har tillsammans.',
    input: { params: byId },
    sample: { params: { id: anId } },
    handler: async (ctx) =>
      addParticipantPage(ctx, await ownBody(ctx, ctx.input.params.id), await allBodies(ctx), freshForm()),
  }),
  route({
    method: 'POST',
    path: `${one}/huvudman/ny`,
    policy: 'organisation.edit',
    about: 'Lägger till en kommun eller region som deltar i en gemensam nämnd eller en chefsgrupp.',
    input: { params: byId, form: participantForm },
    sample: { params: { id: anId }, form: { participantId: anId, idempotencyKey: 'exempel' } },
    handler: async (ctx) => {
      const { id } = ctx.input.params;
      const { participantId, host, validFrom, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'addParticipant', idempotencyKey }, (w) =>
        addParticipant(w, { bodyId: id, participantId, host, ...(validFrom && { validFrom }) }),
      );
      return toBody(id, rulesTexts[ctx.language].participantAdded, '#huvudman');
    },
    onInvalid: async (ctx, state) =>
      addParticipantPage(ctx, await ownBody(ctx, ctx.input.params.id), await allBodies(ctx), state),
  }),
  route({
    method: 'GET',
    path: `${one}/huvudman/:rad/avsluta`,
    policy: 'organisation.edit',
    about: 'Visar formuläret där en huvudmans deltagande avslutas.',
    input: { params: byRow },
    sample: { params: { id: anId, rad: anId } },
    handler: async (ctx) => endParticipantPage(ctx, ...(await ownParticipant(ctx, ctx.input.params)), freshForm()),
  }),
  route({
    method: 'POST',
    path: `${one}/huvudman/:rad/avsluta`,
    policy: 'organisation.edit',
    about: 'Avslutar en huvudmans deltagande från en dag.',
    input: { params: byRow, form: endParticipantForm },
    sample: {
      params: { id: anId, rad: anId },
      form: { lastDay: '2027-12-31', version: '1', idempotencyKey: 'exempel' },
    },
    handler: async (ctx) => {
      const { id, rad } = ctx.input.params;
      const { lastDay, version, idempotencyKey } = ctx.input.form;
      await ctx.services.db.transact(ctx.auth, { verb: 'endParticipant', idempotencyKey }, (w) =>
        endParticipant(w, { bodyId: id, rowId: rad, lastDay, expectedVersion: version }),
      );
      return toBody(id, rulesTexts[ctx.language].participantEnded, '#huvudman');
    },
    onInvalid: async (ctx, state) => endParticipantPage(ctx, ...(await ownParticipant(ctx, ctx.input.params)), state),
  }),
];

async function rulesNow(
  { services, auth }: Pick<Editing, 'services' | 'auth'>,
  id: string,
  kind: Parameters<typeof effectiveRules>[0],
): Promise<readonly EffectiveRule[]> {
  const recorded = await services.db.read(auth, (r) => listRegulations(r, id));
  return effectiveRules(kind, recorded, services.runtime.today());
}

async function ownParticipant(ctx: Editing, { id, rad }: { readonly id: string; readonly rad: string }) {
  const body = await ownBody(ctx, id);
  const found = (await ctx.services.db.read(ctx.auth, (r) => listParticipants(r, id))).find((row) => row.id === rad);
  if (!found) throw new AppError('record.notFound');
  return [body, found] as const;
}

async function allBodies({ services, auth }: Pick<Editing, 'services' | 'auth'>) {
  return await services.db.read(auth, (r) => listBodies(r));
}
